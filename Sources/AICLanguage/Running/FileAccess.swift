/// How a script's imports are read: the language itself touches no file.
public protocol FileAccess: Sendable {
  /// The file that an import names.
  ///
  /// - Parameters:
  ///   - path: as the script writes it.
  ///   - importer: the file that the import stands in; nil for the script itself.
  func resolve(_ path: String, from importer: ImportedPath?) throws(ImportRefusal) -> ImportedPath

  /// Hands over the bytes of a file piece by piece, as long as the answer is true.
  func read(_ path: ImportedPath, _ piece: ([UInt8]) -> Bool) throws(ImportRefusal)
}

/// A file that an import names.
public struct ImportedPath: Hashable, Sendable {
  /// What tells it from every other file, links followed.
  public let id: String
  /// What messages call it.
  public let name: String

  public init(id: String, name: String) {
    self.id = id
    self.name = name
  }
}

/// Why a file cannot be imported.
public struct ImportRefusal: Error, Sendable {
  public enum Reason: String, Sendable {
    case missing, outside, unreadable
  }

  public let reason: Reason
  public let message: String
  public let help: String?

  public init(_ reason: Reason, _ message: String, help: String? = nil) {
    self.reason = reason
    self.message = message
    self.help = help
  }
}

/// For texts that no file is behind: nothing can be imported.
struct NoFileAccess: FileAccess {
  func resolve(_ path: String, from importer: ImportedPath?) throws(ImportRefusal) -> ImportedPath {
    throw ImportRefusal(.unreadable, "no file can be imported here")
  }

  func read(_ path: ImportedPath, _ piece: ([UInt8]) -> Bool) throws(ImportRefusal) {}
}
