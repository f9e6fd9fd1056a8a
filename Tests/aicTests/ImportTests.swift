import Foundation
import Testing

/// Scripts that import others, as files in a folder.
@Suite struct ImportTests {
  /// Writes files below a fresh folder, runs the first of them, and removes all.
  private func run(
    _ files: [(name: String, text: String)], _ arguments: [String] = [],
    also prepare: (URL) throws -> Void = { _ in }
  ) throws -> Command.Result {
    let manager = FileManager.default
    let folder = manager.temporaryDirectory.appending(path: "aic-\(UUID().uuidString)/in")
    try manager.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? manager.removeItem(at: folder.deletingLastPathComponent()) }
    for file in files {
      let url = folder.appending(path: file.name)
      try manager.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.text.utf8).write(to: url)
    }
    try prepare(folder)
    return try Command.run(
      ["run", "--diagnostics", "short"] + arguments + [files[0].name], in: folder)
  }

  private let base = (
    name: "lib/base.aic",
    text: """
    assume price = $2/hour
    assume count = 4
    unit seat
    fn bill(n) = n * price * 1 month
    total = bill(count)
    show total
    """
  )

  @Test func namesStandBehindTheFilesName() throws {
    let main =
      "import \"lib/base.aic\"\nshow base.total, base.bill(1), 3 seat\nimport \"lib/base.aic\" as b\nshow b.count"
    let result = try run([("main.aic", main), base])
    #expect(result.errors == "")
    // 4 × $2 × 730 hours, 1 × $2 × 730 hours.
    #expect(
      result.output
        == "base.total     $5,840\nbase.bill(1)   $1,460\n3 seat         3 seats\nb.count        4\n"
    )
  }

  @Test func assumptionsAreReplacedAmongTheNamesOfTheImporter() throws {
    let main = """
      half = $1/hour
      import "lib/base.aic" with { price = half, count = 10 }
      scenario s { base.price = 3 * half }
      compare base, s on base.total
      sweep base.count in [1, 2] show base.total
      show base.total
      """
    let result = try run([("main.aic", main), base])
    #expect(result.errors == "")
    #expect(result.output.contains("base.total   $7,300   $21.9k  +200%"))
    #expect(result.output.contains("1                  $730\n2                $1,460\n"))
    let set = try run([("main.aic", main), base], ["--set", "base.price=$5/hour"])
    #expect(set.output.hasSuffix("base.total   $36.5k\n"))
  }

  @Test func filesImportFilesBesideThem() throws {
    let result = try run([
      ("main.aic", "import \"a/one.aic\"\nshow one.y"),
      ("a/one.aic", "import \"two.aic\"\ny = two.x + 1"), ("a/two.aic", "x = 2"),
    ])
    #expect(result.output == "one.y   3\n" && result.errors == "")
  }

  @Test func whatIsWrongIsToldAtItsPlace() throws {
    func told(_ line: String, _ more: [(name: String, text: String)] = []) throws -> String {
      let result = try run([("main.aic", line), base] + more)
      #expect(result.status == 2)
      return result.errors
    }
    #expect(
      try told("import \"nope.aic\"").hasPrefix("main.aic:1:8: error: there is no file `nope.aic`"))
    #expect(
      try told("import \"lib/base.aic\" with { prize = $2 }")
        == "main.aic:1:30: error: there is no cell `prize` to replace\n")
    #expect(
      try told("import \"lib/base.aic\" with { price = $2 }")
        == "main.aic:1:30: error: cannot replace Money per Time by Money\n")
    #expect(
      try told("import \"e.aic\"\nshow e.x", [("e.aic", "x = $1 + 1 hour\ny = 2 +")])
        == "e.aic:1:10: error: cannot add Money and Time\ne.aic:2:8: error: a value is missing after `+`\n"
    )
    #expect(
      try told("import \"a.aic\"", [("a.aic", "import \"b.aic\""), ("b.aic", "import \"a.aic\"")])
        == "b.aic:1:8: error: files import each other in a circle: a.aic → b.aic → a.aic\n")
    #expect(
      try told("import \"main.aic\"")
        .contains("files import each other in a circle: main.aic → main.aic"))
    #expect(
      try told("import \"2.aic\"", [("2.aic", "")])
        == "main.aic:1:8: error: this file's name cannot be the name of an import\n")
    #expect(
      try told("import \"lib\"").contains("`lib` is not a file"))
    #expect(
      try told("import \"x.txt\"", [("x.txt", "")])
        == "main.aic:1:8: error: only `.aic` and `.csv` files can be imported\n")
  }

  /// Neither `..`, nor an absolute path, nor a link leads out of the script's folder.
  @Test func importsStayInTheFolder() throws {
    for path in ["../out.aic", "/etc/hostname.aic", "lib/../../out.aic", "link.aic", "dir/out.aic"]
    {
      let result = try run([("main.aic", "import \"\(path)\" as x"), base]) { folder in
        let manager = FileManager.default
        let outside = folder.deletingLastPathComponent()
        try Data("x = 1".utf8).write(to: outside.appending(path: "out.aic"))
        try manager.createSymbolicLink(
          at: folder.appending(path: "link.aic"),
          withDestinationURL: outside.appending(path: "out.aic"))
        try manager.createSymbolicLink(
          at: folder.appending(path: "dir"), withDestinationURL: outside)
      }
      #expect(result.status == 2)
      #expect(result.errors == "main.aic:1:8: error: `\(path)` leads out of the script's folder\n")
    }
    // A link that stays inside is a file like any other.
    let result = try run([("main.aic", "import \"l.aic\"\nshow l.count"), base]) { folder in
      try FileManager.default.createSymbolicLink(
        atPath: folder.appending(path: "l.aic").path, withDestinationPath: "lib/base.aic")
    }
    #expect(result.output == "l.count   4\n")
  }
}
