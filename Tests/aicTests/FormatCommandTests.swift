import Foundation
import Testing

/// `aic fmt`: which files it changes, how it leaves them, and how it ends.
@Suite struct FormatCommandTests {
  /// Runs something in a folder of its own.
  private func inFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "aic-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }

  private func write(_ text: String, to file: URL) throws {
    try Data(text.utf8).write(to: file)
  }

  private func text(of file: URL) throws -> String {
    String(decoding: try Data(contentsOf: file), as: UTF8.self)
  }

  private func attribute(_ key: FileAttributeKey, of file: URL) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: file.path)[key] as? Int
  }

  @Test func changesFilesInPlace() throws {
    try inFolder { folder in
      let (a, b) = (folder.appending(path: "a.aic"), folder.appending(path: "b.aic"))
      try write("x=80GB\n", to: a)
      try write("show   2 hour", to: b)
      try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: a.path)
      let result = try Command.run(["fmt", "a.aic", "b.aic"], in: folder)
      #expect(result.status == 0)
      #expect(result.output.isEmpty && result.errors.isEmpty)
      #expect(try text(of: a) == "x = 80 GB\n")
      #expect(try text(of: b) == "show 2 hours\n")
      #expect(try attribute(.posixPermissions, of: a) == 0o640)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 2)
    }
  }

  @Test func leavesAFormattedFileAlone() throws {
    try inFolder { folder in
      let file = folder.appending(path: "a.aic")
      try write("x = 3\n", to: file)
      let number = try attribute(.systemFileNumber, of: file)
      #expect(try Command.run(["fmt", "a.aic"], in: folder).status == 0)
      #expect(try attribute(.systemFileNumber, of: file) == number)
    }
  }

  @Test func aLinkStaysALink() throws {
    try inFolder { folder in
      let (file, link) = (folder.appending(path: "a.aic"), folder.appending(path: "link.aic"))
      try write("x=3", to: file)
      try FileManager.default.createSymbolicLink(
        atPath: link.path, withDestinationPath: "a.aic")
      #expect(try Command.run(["fmt", "link.aic"], in: folder).status == 0)
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link.path) == "a.aic")
      #expect(try text(of: file) == "x = 3\n")
    }
  }

  @Test func aFileWithErrorsStaysAsItIs() throws {
    try inFolder { folder in
      let (broken, other) = (folder.appending(path: "a.aic"), folder.appending(path: "b.aic"))
      try write("x=(1\r\n", to: broken)
      try write("x=1", to: other)
      let result = try Command.run(["fmt", "--diagnostics", "short", "a.aic", "b.aic"], in: folder)
      #expect(result.status == 2)
      #expect(result.output.isEmpty)
      #expect(result.errors.hasPrefix("a.aic:1:3: error: "))
      #expect(try text(of: broken) == "x=(1\r\n")
      #expect(try text(of: other) == "x = 1\n")
    }
  }

  /// What only the checker refuses is formatted all the same.
  @Test func anUnknownNameIsNoSyntaxError() throws {
    let result = try Command.run(["fmt", "-"], input: Data("x=y".utf8))
    #expect(result.output == "x = y\n")
    #expect(result.status == 0)
  }

  @Test func checkListsAndChangesNothing() throws {
    try inFolder { folder in
      let file = folder.appending(path: "a.aic")
      try write("x=3", to: file)
      try write("x = 3\n", to: folder.appending(path: "b.aic"))
      let result = try Command.run(["fmt", "--check", "a.aic", "b.aic"], in: folder)
      #expect(result.status == 1)
      #expect(result.output == "a.aic\n")
      #expect(try text(of: file) == "x=3")
      #expect(try Command.run(["fmt", "--check", "b.aic"], in: folder).status == 0)
      let input = try Command.run(["fmt", "--check", "-"], input: Data("x=3".utf8))
      #expect(input.status == 1 && input.output == "<stdin>\n")
    }
  }

  @Test func linesGoThroughTheFormatter() throws {
    let result = try Command.run(["fmt", "-"], input: Data("# \u{FC}\r\nx=3 gb\r\n".utf8))
    #expect(result.output == "# \u{FC}\nx = 3 GB\n")
    #expect(result.status == 0 && result.errors.isEmpty)
    // An editor that puts the output in the place of the input loses nothing.
    let broken = try Command.run(["fmt", "-"], input: Data("x=(1\r\n".utf8))
    #expect(broken.output == "x=(1\r\n")
    #expect(broken.status == 2 && !broken.errors.isEmpty)
  }

  @Test func whatCannotBeReadEndsWith74() throws {
    let missing = try Command.run(["fmt", "no-such-file.aic"])
    #expect(missing.status == 74)
    #expect(missing.errors.hasPrefix("aic: cannot read no-such-file.aic: "))
    #expect(try Command.run(["fmt", "examples"]).status == 74)
    #expect(try Command.run(["fmt"]).status == 64)
  }

  @Test(.enabled(if: getuid() != 0, "the superuser may write everywhere"))
  func whatCannotBeWrittenEndsWith74() throws {
    try inFolder { folder in
      let file = folder.appending(path: "a.aic")
      try write("x=3", to: file)
      try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: file.path)
      let result = try Command.run(["fmt", "a.aic"], in: folder)
      #expect(result.status == 74)
      #expect(result.errors.hasPrefix("aic: cannot write a.aic: "))
      #expect(try text(of: file) == "x=3")
    }
  }
}
