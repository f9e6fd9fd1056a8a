import AICLanguage
import Foundation

/// The files of the repository that the tests read.
enum Repository {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The text of a file, by its path from the root.
  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
  }

  /// The paths from the root of all examples that have no mistakes in them.
  static var examples: [String] {
    let folder = root.appendingPathComponent("examples")
    let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    return (paths ?? [])
      .filter { $0.hasSuffix(".aic") && !$0.hasPrefix("errors/") }
      .map { "examples/" + $0 }
      .sorted()
  }

  /// A text as the language reads it.
  static func tree(_ text: String) -> SyntaxTree {
    parse(SourceFile(name: "test.aic", text: text))
  }
}

extension TokenKind {
  /// Every word of the language, as it is written.
  static var words: [String] {
    let kinds = (0...UInt8.max).compactMap(TokenKind.init(rawValue:))
    return kinds.filter { $0.isWord && $0 != .name && $0 != .quotedName }.map { "\($0)" }
      + ["epoch"]
  }
}
