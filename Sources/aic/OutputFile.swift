#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Why a file could not be written, in the words of the system.
struct UnwritableFile: Error {
  let name: String
  let reason: String
}

/// Files that are replaced whole or not at all.
enum OutputFile {
  /// Makes a file, or gives the one that is there other bytes: whole or not at all.
  static func write(_ path: String, _ bytes: [UInt8]) throws(UnwritableFile) {
    var status = stat()
    if lstat(path, &status) == 0 { return try replace(path, with: bytes) }
    guard errno == ENOENT else { throw failure(path) }
    let (temporary, descriptor) = try create(
      beside: path.contains("/") ? path : "./" + path, for: path)
    status.st_mode = 0o666 & ~currentMask
    (status.st_uid, status.st_gid) = (geteuid(), getegid())
    // A link instead of a renaming: what came there meanwhile stays.
    let isMade = write(bytes, to: descriptor, like: status) && link(temporary, path) == 0
    let reason = failure(path)
    close(descriptor)
    unlink(temporary)
    if !isMade { throw reason }
  }

  private static var currentMask: mode_t {
    let mask = umask(0)
    umask(mask)
    return mask
  }

  /// Gives a file other bytes, its permissions kept: whoever reads it sees all the old or all the new.
  static func replace(_ path: String, with bytes: [UInt8]) throws(UnwritableFile) {
    // A link stays a link: what it leads to is replaced.
    guard let resolved = realpath(path, nil) else { throw failure(path) }
    let target = String(cString: resolved)
    free(resolved)
    var status = stat()
    guard stat(target, &status) == 0, access(target, W_OK) == 0 else { throw failure(path) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw UnwritableFile(name: path, reason: "it is no regular file")
    }
    let (temporary, descriptor) = try create(beside: target, for: path)
    let isReplaced =
      write(bytes, to: descriptor, like: status) && rename(temporary, target) == 0
    let reason = failure(path)
    close(descriptor)
    if !isReplaced {
      unlink(temporary)
      throw reason
    }
  }

  /// A new file in the folder of another, open for writing.
  private static func create(
    beside target: String, for path: String
  ) throws(UnwritableFile) -> (name: String, descriptor: Int32) {
    let folder = target[...(target.lastIndex(of: "/") ?? target.startIndex)]
    for attempt in 0..<100 {
      let name = "\(folder).aic-\(getpid())-\(attempt)"
      let descriptor = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
      if descriptor >= 0 { return (name, descriptor) }
      if errno != EEXIST { break }
    }
    throw failure(path)
  }

  /// Writes all bytes, with the owner and the permissions of another file; where it cannot, `errno`
  /// says why.
  private static func write(_ bytes: [UInt8], to descriptor: Int32, like status: stat) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno != EINTR { return false }
      rest = rest.dropFirst(max(count, 0))
    }
    // Only the superuser may give files away; for everybody else the owner is the same already.
    _ = fchown(descriptor, status.st_uid, status.st_gid)
    return fchmod(descriptor, status.st_mode & 0o7777) == 0 && fsync(descriptor) == 0
  }

  private static func failure(_ path: String) -> UnwritableFile {
    UnwritableFile(name: path, reason: String(cString: strerror(errno)).lowercased())
  }
}
