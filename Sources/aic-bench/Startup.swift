#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// How long whole processes take, beside a Swift program that only prints.
enum Startup {
  private static let runs = 60

  static func measure() {
    let folder = Startup.folder
    let baseline = time(of: ["\(folder)/startup-baseline"])
    let expression = time(of: ["\(folder)/aic", "-e", "1+1"])
    let example = time(of: ["\(folder)/aic", "examples/first.aic"])
    guard let baseline, let expression, let example else {
      print("start-up: build everything first, with `swift build -c release`")
      return
    }
    print(
      """
      start-up, the least of \(runs) runs
        a program that prints    \((baseline * 1e3).short) ms
        aic -e 1+1               \((expression * 1e3).short) ms, \(((expression - baseline) * 1e3).short) more (wanted: at most 2)
        aic examples/first.aic   \((example * 1e3).short) ms, \(((example - expression) * 1e3).short) more than that (wanted: at most 5)
      """)
  }

  /// Where this program lies, and beside it the others.
  private static var folder: String {
    let path = CommandLine.arguments.first ?? "."
    return path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
  }

  /// The least time of a command, its output thrown away; nil where it could not be run or failed.
  private static func time(of words: [String]) -> Double? {
    var isRun = true
    let least = leastTime(of: runs) { isRun = isRun && run(words) }
    return isRun ? least : nil
  }

  private static func run(_ words: [String]) -> Bool {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var process = pid_t()
    guard posix_spawn(&process, words[0], &actions, nil, &arguments, environ) == 0 else {
      return false
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 && errno == EINTR {}
    return status == 0
  }
}
