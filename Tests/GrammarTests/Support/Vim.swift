import Foundation

/// A Vim without a screen and without the user's settings, with the files of `grammar/vim`.
enum Vim {
  /// Whether there is one that knows syntax files; the small one does not.
  static let isPresent: Bool = {
    let version = try? run(["vim", "--version"], path: nil)
    return version?.contains("+syntax") ?? false
  }()

  /// Opens a copy of a file, runs commands in it, and gives what it is then, line by line.
  static func edit(
    _ text: String, _ commands: [String], tools: [String: String] = [:]
  ) throws -> String {
    let manager = FileManager.default
    let folder = manager.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try manager.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? manager.removeItem(at: folder) }
    for (name, script) in tools {
      let url = folder.appendingPathComponent(name)
      try script.write(to: url, atomically: true, encoding: .utf8)
      try manager.setAttributes([.posixPermissions: 0o755], ofItemAtPath: url.path)
    }
    let file = folder.appendingPathComponent("test.aic")
    try text.write(to: file, atomically: true, encoding: .utf8)
    let start = [
      "set encoding=utf-8 nomore noswapfile",
      "let &runtimepath = '\(Repository.root.path)/grammar/vim,' . &runtimepath",
      "filetype plugin on", "syntax on", "edit \(file.path)",
    ]
    let script = folder.appendingPathComponent("test.vim")
    try (start + commands + ["write", "qall!", ""]).joined(separator: "\n")
      .write(to: script, atomically: true, encoding: .utf8)
    _ = try run(["vim", "-u", "NONE", "-i", "NONE", "-N", "-es", "-S", script.path], path: folder)
    return try String(contentsOf: file, encoding: .utf8)
  }

  /// What a command prints, with a folder searched before the others.
  private static func run(_ arguments: [String], path: URL?) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = arguments
    if let path {
      var environment = ProcessInfo.processInfo.environment
      environment["PATH"] = path.path + ":" + (environment["PATH"] ?? "/usr/bin:/bin")
      process.environment = environment
    }
    let output = Pipe()
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}
