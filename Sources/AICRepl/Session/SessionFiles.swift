import AICLanguage

/// The files that a conversation reads and writes: the session itself touches none.
public protocol SessionFiles: Sendable {
  /// The bytes of a file.
  func read(_ path: String) throws(SessionFileFailure) -> SourceFile

  /// Writes a file whole, or leaves it as it was.
  func write(_ bytes: [UInt8], to path: String) throws(SessionFileFailure)

  /// What is in a folder, a `/` behind those that are folders themselves.
  func names(in folder: String) -> [String]

  /// How the imports of a script are read; nil for what is typed.
  func access(for script: String?) -> any FileAccess
}

/// Why a file could not be read or written, in words for the user.
public struct SessionFileFailure: Error {
  public let message: String

  public init(_ message: String) {
    self.message = message
  }
}
