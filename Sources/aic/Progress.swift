import CostEngine

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Tells on standard error how far a long run has come: nothing for half a second, and nothing where nobody watches.
final class Progress: Monitor {
  private let start = Progress.now
  // Told by one thread at a time.
  nonisolated(unsafe) private var lastTold = 0.0

  private static let patience = 0.5
  private static let pause = 0.1

  /// Nil where standard error is no terminal that can clear a line.
  init?() {
    let isDumb = getenv("TERM").map { String(cString: $0) == "dumb" } ?? true
    guard isatty(STDERR_FILENO) == 1, !isDumb else { return nil }
  }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// A run is interrupted by ending the program.
  var isInterrupted: Bool { false }

  func advance(to share: Double) {
    let now = Progress.now
    guard now - start > Progress.patience, now - lastTold > Progress.pause else { return }
    lastTold = now
    let percent = Int(max(0, min(1, share)) * 100)
    try? Console.writeError("\r\(percent)% done\u{1B}[K")
  }

  /// Leaves no trace on the terminal.
  func clear() {
    if lastTold > 0 { try? Console.writeError("\r\u{1B}[K") }
    lastTold = 0
  }

  /// Makes Ctrl-C end the program at once, with a clean line: results are only written when all are there.
  static func endOnInterrupt() {
    signal(SIGINT) { _ in
      if isatty(STDERR_FILENO) == 1 { _ = write(STDERR_FILENO, "\r\u{1B}[K", 4) }
      _exit(130)
    }
    // Whoever started this program may have held the signal back.
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    sigprocmask(SIG_UNBLOCK, &signals, nil)
  }
}
