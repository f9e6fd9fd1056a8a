import AICReport
import ArgumentParser

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Standard output and standard error.
enum Console {
  static func write(_ text: String, to descriptor: Int32 = STDOUT_FILENO) throws(ExitCode) {
    try write(Array(text.utf8), to: descriptor)
  }

  static func write(_ bytes: [UInt8], to descriptor: Int32 = STDOUT_FILENO) throws(ExitCode) {
    var bytes = bytes[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        // Whoever read the output has gone: there is nobody left to tell.
        throw ExitStatus.fileUnreadable
      }
      bytes = bytes.dropFirst(count)
    }
  }

  static func writeError(_ text: String) throws(ExitCode) {
    try write(text, to: STDERR_FILENO)
  }

  /// Whether colours are wanted on a stream.
  static func palette(_ choice: ColorChoice, _ descriptor: Int32) -> Palette {
    switch choice {
    case .always: return Palette(isColored: true)
    case .never: return Palette(isColored: false)
    case .auto:
      let isDumb = getenv("TERM").map { String(cString: $0) == "dumb" } ?? true
      // https://no-color.org: any value that is not empty turns colours off.
      let isRefused = getenv("NO_COLOR").map { $0.pointee != 0 } ?? false
      return Palette(isColored: isatty(descriptor) == 1 && !isDumb && !isRefused)
    }
  }
}

/// When to use colours.
enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never
}
