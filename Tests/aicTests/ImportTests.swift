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

  private let prices = (
    name: "prices.csv",
    text: """
    # from a price page
    GPU name,price [$/hour],since,owned
    H100,2.50,2026-03,true
    L4,0.70,2026-05,false
    "A100, 80 GB",1.20,,false
    """
  )

  @Test func tablesHaveRowsAndColumns() throws {
    let main = """
      import "prices.csv"
      show count(prices), sum(prices.price) in $/hour, prices["L4"].price in $/hour, prices[2].gpu_name
      show prices["H100"].since, prices["H100"].owned, max([p.price for p in prices if not p.owned]) in $/hour
      """
    let result = try run([("main.aic", main), prices])
    #expect(result.errors == "")
    #expect(
      result.output.split(separator: "\n").map { $0.split(separator: " ").last ?? "" } == [
        "3", "$4.40/hour", "$0.70/hour", "GB", "2026-03", "true", "$1.20/hour",
      ])
  }

  @Test func whatIsWrongWithTablesIsTold() throws {
    func told(_ line: String, _ table: String? = nil) throws -> String {
      let table = table.map { (name: "prices.csv", text: $0) } ?? prices
      let result = try run([("main.aic", "import \"prices.csv\"\n" + line), table])
      #expect(result.status == 2)
      return result.errors
    }
    #expect(
      try told("x = prices[\"H10\"]")
        == "main.aic:2:12: error: no row of this table has `H10` in column `gpu_name`\n")
    #expect(
      try told("x = prices.prize") == "main.aic:2:12: error: this table has no column `prize`\n")
    #expect(
      try told("x = prices.since")
        == "main.aic:2:12: error: `since` is empty on line 5 of prices.csv\n")
    #expect(
      try told("x = prices[3]") == "main.aic:2:12: error: the list has no value at 3\n")
    #expect(
      try told("", "name,price [$/hour]\na,1\nb,x\n")
        == "main.aic:1:8: error: prices.csv:3:3: `x` in column `price` is not a plain number\n")
    #expect(
      try told("", "name,price\na,1,2\n")
        .hasPrefix("main.aic:1:8: error: prices.csv:2:"))
  }

  @Test func moneyOfATableFollowsTheRates() throws {
    let main = "rate EUR = $2\nimport \"p.csv\"\nshow p.price[0] + $0"
    let result = try run([("main.aic", main), ("p.csv", "price [€]\n10\n")])
    #expect(result.output == "p.price[0] + $0   $20\n")
  }
}
