#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The editor of the user's choice, run on a file of its own.
enum OutsideEditor {
  struct Failure: Error {
    let message: String
  }

  /// The bytes as `$VISUAL`, else `$EDITOR`, else vi leaves them.
  static func edit(_ bytes: [UInt8]) throws(Failure) -> [UInt8] {
    let folder = Terminal.variable("TMPDIR") ?? "/tmp"
    // A name that editors know the language by.
    var path = Array("\(folder)/session-XXXXXX.aic".utf8CString)
    let descriptor = mkstemps(&path, 4)
    guard descriptor >= 0 else { throw Failure(message: "cannot write in \(folder): \(reason)") }
    let name = String(decoding: path.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    defer { unlink(name) }
    let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    close(descriptor)
    guard count == bytes.count else { throw Failure(message: "cannot write \(name): \(reason)") }
    let editor = Terminal.variable("VISUAL") ?? Terminal.variable("EDITOR") ?? "vi"
    // The variable may hold options, so a shell reads it.
    let status = try run(["/bin/sh", "-c", editor + #" "$1""#, "sh", name])
    guard status == 0 else {
      throw Failure(message: "`\(editor)` did not end well; nothing changes")
    }
    guard let edited = contents(of: name) else {
      throw Failure(message: "cannot read \(name): \(reason)")
    }
    return edited
  }

  private static var reason: String { String(cString: strerror(errno)).lowercased() }

  /// Runs a program at this terminal and waits for its end; its keys are its own meanwhile.
  private static func run(_ words: [String]) throws(Failure) -> Int32 {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // What this program does on Ctrl-C is not for the other.
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var process = pid_t()
    let failure = posix_spawn(&process, words[0], nil, &attributes, &arguments, environ)
    guard failure == 0 else {
      throw Failure(
        message: "cannot run an editor: \(String(cString: strerror(failure)).lowercased())")
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return status
  }

  private static func contents(of path: String) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return count == 0 ? bytes : nil }
      bytes += buffer[..<count]
    }
  }
}
