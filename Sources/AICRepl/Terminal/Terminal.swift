import CLibedit

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The terminal as the conversation writes to it.
public enum Terminal {
  /// Writes all of a text; whoever read it may have gone.
  static func write(_ text: String, to descriptor: Int32 = STDOUT_FILENO) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno != EINTR { return }
      bytes = bytes.dropFirst(max(0, count))
    }
  }

  static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Whether lines can be edited where they stand.
  static var isCapable: Bool {
    guard let kind = variable("TERM") else { return false }
    return kind != "dumb" && kind != "unknown"
  }

  /// The columns of the terminal.
  static var width: Int {
    var (columns, rows): (Int32, Int32) = (80, 24)
    aic_terminal_size(&columns, &rows)
    return Int(columns)
  }

  /// Seconds from some moment on.
  public static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
