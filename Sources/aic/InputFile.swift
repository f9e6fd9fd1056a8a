import AICLanguage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Why a file could not be read, in the words of the system.
struct UnreadableFile: Error {
  let name: String
  let reason: String
}

/// Files as bytes, without Foundation.
enum InputFile {
  /// Larger files are no scripts: reading them would only fill the memory.
  private static let largest = 64 << 20

  static func exists(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// Reads a file, or standard input for `-`.
  static func read(_ path: String) throws(UnreadableFile) -> SourceFile {
    let name = path == "-" ? "<stdin>" : path
    let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw UnreadableFile(name: name, reason: lastError()) }
    defer { if descriptor != STDIN_FILENO { close(descriptor) } }
    var status = stat()
    if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      throw UnreadableFile(name: name, reason: "it is a directory")
    }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count < 0 {
        if errno == EINTR { continue }
        throw UnreadableFile(name: name, reason: lastError())
      }
      if count == 0 { break }
      bytes += buffer[..<count]
      if bytes.count > largest {
        throw UnreadableFile(name: name, reason: "it is larger than \(largest >> 20) MiB")
      }
    }
    return SourceFile(name: name, bytes: bytes)
  }

  private static func lastError() -> String {
    String(cString: strerror(errno)).lowercased()
  }
}
