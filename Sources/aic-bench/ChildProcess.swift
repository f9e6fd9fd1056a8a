#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A command that was run to its end.
struct ChildProcess {
  let seconds: Double
  /// How long processors worked on it, whatever else they had to do meanwhile.
  let workSeconds: Double
  /// Of the memory that it held at once.
  let peakMebibytes: Double
  let output: String

  /// Runs a command, the output of which is kept; nil where it could not be run or failed.
  ///
  /// - Parameter words: a program, looked for in the usual places unless it is a path, and its arguments.
  init?(_ words: [String], isQuiet: Bool = false) {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return nil }
    defer { close(ends[0]) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
    posix_spawn_file_actions_addclose(&actions, ends[0])
    posix_spawn_file_actions_addclose(&actions, ends[1])
    if isQuiet {
      posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    }
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    let clock = ContinuousClock()
    let start = clock.now
    var process = pid_t()
    let error = posix_spawnp(&process, words[0], &actions, nil, &arguments, environ)
    close(ends[1])
    guard error == 0 else { return nil }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 12)
    while case let count = read(ends[0], &buffer, buffer.count), count > 0 {
      bytes += buffer[..<count]
    }
    var status: Int32 = 0
    var usage = rusage()
    while wait4(process, &status, 0, &usage) < 0 && errno == EINTR {}
    guard status == 0 else { return nil }
    seconds = (clock.now - start).seconds
    workSeconds = usage.ru_utime.seconds + usage.ru_stime.seconds
    // In bytes on Darwin, in KiB elsewhere.
    #if canImport(Darwin)
      peakMebibytes = Double(usage.ru_maxrss) / 1_048_576
    #else
      peakMebibytes = Double(usage.ru_maxrss) / 1024
    #endif
    output = String(decoding: bytes, as: UTF8.self)
  }

  /// Where this program lies, and beside it the others.
  static var folder: String {
    let path = CommandLine.arguments.first ?? "."
    return path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
  }
}

extension timeval {
  fileprivate var seconds: Double { Double(tv_sec) + Double(tv_usec) * 1e-6 }
}

extension Duration {
  var seconds: Double {
    Double(components.seconds) + Double(components.attoseconds) * 1e-18
  }
}
