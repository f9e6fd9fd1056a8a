import AICLanguage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The folder that a script stands in: its imports may come from there and from below, and from nowhere else.
struct ScriptFolder: FileAccess {
  /// Links followed; nil where the folder cannot be found.
  private let root: String?
  /// What stands before the names of its files in messages, as the script itself was named.
  private let prefix: String

  /// - Parameter script: the path of the script; nil for a text without one, which imports from the current folder.
  init(of script: String?) {
    let folder = script.map { ScriptFolder.folder(of: $0) } ?? "."
    root = ScriptFolder.real(folder.isEmpty ? "/" : folder)
    prefix = folder == "." ? "" : folder + "/"
  }

  func resolve(_ path: String, from importer: ImportedPath?) throws(ImportRefusal) -> ImportedPath {
    guard let root else { throw ImportRefusal(.unreadable, "the script's own folder is not there") }
    let help = "an import stays in the folder of the file that was run, and below it"
    guard !path.hasPrefix("/"), !path.hasPrefix("~") else {
      throw ImportRefusal(.outside, "`\(path)` leads out of the script's folder", help: help)
    }
    let folder = importer.map { ScriptFolder.folder(of: $0.id) } ?? root
    guard let found = ScriptFolder.real(folder + "/" + path) else {
      throw ImportRefusal(.missing, "there is no file `\(path)` here: \(lastError())")
    }
    let inside = root == "/" ? root : root + "/"
    guard found.hasPrefix(inside) else {
      throw ImportRefusal(.outside, "`\(path)` leads out of the script's folder", help: help)
    }
    guard InputFile.exists(found) else {
      throw ImportRefusal(.unreadable, "`\(path)` is not a file")
    }
    return ImportedPath(id: found, name: prefix + found.dropFirst(inside.count))
  }

  func read(_ path: ImportedPath, _ piece: ([UInt8]) -> Bool) throws(ImportRefusal) {
    // What was a file of this folder when its name was looked up may be a link by now.
    let descriptor = open(path.id, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else {
      throw ImportRefusal(.unreadable, "cannot read `\(path.name)`: \(lastError())")
    }
    defer { close(descriptor) }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count < 0 {
        if errno == EINTR { continue }
        throw ImportRefusal(.unreadable, "cannot read `\(path.name)`: \(lastError())")
      }
      if count == 0 || !piece(Array(buffer[..<count])) { return }
    }
  }

  /// What stands before the last `/` of a path; empty for a file of the root.
  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return String(path[..<slash])
  }

  /// The path without links, `.` and `..`; nil where there is nothing.
  private static func real(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  private func lastError() -> String {
    String(cString: strerror(errno)).lowercased()
  }
}
