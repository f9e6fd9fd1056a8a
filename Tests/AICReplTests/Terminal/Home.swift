import Foundation

/// A home folder of a test's own.
struct Home {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "aic-home-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  func remove() { try? FileManager.default.removeItem(atPath: path) }

  var environment: [String: String] { ["HOME": path] }

  var history: String { path + "/.local/state/aic/history" }

  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: URL(filePath: path + "/" + name))
  }

  /// A terminal with a conversation in it, its first prompt shown.
  func conversation(
    _ environment: [String: String] = [:], arguments: [String] = [], columns: Int = 80,
    rows: Int = 24
  ) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      ["aic"] + arguments, environment: self.environment.merging(environment) { $1 },
      columns: columns, rows: rows, in: path)
    try terminal.waitForPrompt()
    return terminal
  }
}

enum Key {
  static let up = "\u{1B}[A"
  static let down = "\u{1B}[B"
  static let left = "\u{1B}[D"
  static let escape = "\u{1B}"
  static let tab = "\t"
  static let enter = "\r"
  static func control(_ letter: Character) -> String {
    String(UnicodeScalar((letter.asciiValue ?? 0) & 0x1F))
  }
}
