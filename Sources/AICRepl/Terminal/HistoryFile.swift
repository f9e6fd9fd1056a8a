#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The entries of all conversations, in a file that several may write to at once.
///
/// An entry is a line, its own line ends and backslashes escaped. It is appended as soon as it is made, under
/// a lock, so that nothing is lost when a session is killed or another one writes.
struct HistoryFile {
  /// Why there is no history, in words for the user.
  struct Failure: Error {
    let message: String
  }

  private let path: String

  /// More entries are cut to half as many, the newest.
  private static let mostEntries = 10_000
  /// A longer entry is recalled nowhere; a script has a file of its own.
  private static let longestEntry = 64 << 10

  /// `$XDG_STATE_HOME/aic/history`, else below the home folder; its folder is made where it is missing.
  init() throws(Failure) {
    let state =
      Terminal.variable("XDG_STATE_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
      ?? Terminal.variable("HOME").map { $0 + "/.local/state" }
    guard let state else { throw Failure(message: "there is no home folder") }
    try self.init(path: state + "/aic/history")
  }

  /// - Parameter path: an absolute one.
  init(path: String) throws(Failure) {
    self.path = path
    let folder = path[..<(path.lastIndex(of: "/") ?? path.startIndex)]
    var parent = ""
    for part in folder.split(separator: "/") {
      parent += "/" + part
      if mkdir(parent, 0o700) != 0, errno != EEXIST, access(parent, F_OK) != 0 {
        throw Failure(message: "cannot make \(parent): \(HistoryFile.reason)")
      }
    }
    let descriptor = try opened()
    close(descriptor)
  }

  private static var reason: String { String(cString: strerror(errno)).lowercased() }

  private func opened() throws(Failure) -> Int32 {
    let descriptor = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw Failure(message: "cannot write \(path): \(HistoryFile.reason)")
    }
    return descriptor
  }

  /// Opened and locked: the file at the path, which another session may have replaced meanwhile.
  private func locked() throws(Failure) -> Int32 {
    for _ in 0..<10 {
      let descriptor = try opened()
      _ = flock(descriptor, LOCK_EX)
      var (own, there) = (stat(), stat())
      if fstat(descriptor, &own) == 0, stat(path, &there) == 0, own.st_ino == there.st_ino {
        return descriptor
      }
      close(descriptor)
    }
    throw Failure(message: "cannot lock \(path)")
  }

  /// The entries, the oldest first; a file that has grown too long is cut.
  func entries() throws(Failure) -> [String] {
    let descriptor = try locked()
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      bytes += buffer[..<count]
    }
    let lines = bytes.split(separator: 0x0A)
    guard lines.count > HistoryFile.mostEntries else { return lines.map { HistoryFile.entry($0) } }
    let kept = lines.suffix(HistoryFile.mostEntries / 2)
    replace(with: kept.flatMap { Array($0) + [0x0A] })
    return kept.map { HistoryFile.entry($0) }
  }

  /// Gives the file other bytes, whole or not at all; the lock is held.
  private func replace(with bytes: [UInt8]) {
    let temporary = "\(path).\(getpid())"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return }
    let isWritten =
      bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) } == bytes.count
    close(descriptor)
    if !isWritten || rename(temporary, path) != 0 { unlink(temporary) }
  }

  /// Appends an entry.
  func append(_ entry: String) throws(Failure) {
    guard entry.utf8.count <= HistoryFile.longestEntry else { return }
    let descriptor = try locked()
    defer { close(descriptor) }
    let line = HistoryFile.line(entry)
    let count = line.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    if count != line.count { throw Failure(message: "cannot write \(path): \(HistoryFile.reason)") }
  }

  // MARK: - Lines

  private static func line(_ entry: String) -> [UInt8] {
    var line: [UInt8] = []
    for byte in entry.utf8 {
      switch byte {
      case 0x0A: line += Array(#"\n"#.utf8)
      case 0x5C: line += Array(#"\\"#.utf8)
      default: line.append(byte)
      }
    }
    return line + [0x0A]
  }

  private static func entry(_ line: ArraySlice<UInt8>) -> String {
    var bytes: [UInt8] = []
    var isEscape = false
    for byte in line {
      if isEscape {
        bytes.append(byte == UInt8(ascii: "n") ? 0x0A : byte)
        isEscape = false
      } else if byte == 0x5C {
        isEscape = true
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
