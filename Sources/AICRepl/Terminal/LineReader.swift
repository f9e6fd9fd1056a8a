import CLibedit

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// How reading a line ended.
enum LineReading: Sendable {
  /// A line, or a whole pasted text; and how many of its bytes stand on the screen already.
  case line(String, typed: Int)
  case interrupted
  case end
}

/// Where the lines of a conversation come from.
protocol LineReader: AnyObject {
  /// - Parameter prompt: what stands before the line.
  func read(_ prompt: Prompt) -> LineReading

  /// Adds an entry that can be recalled.
  func remember(_ entry: String)
}

/// What stands before a line.
struct Prompt {
  let text: String
  let isColored: Bool

  /// For libedit, which wants to know what takes no columns; it may not end so.
  var marked: String {
    isColored ? "\u{1}\u{1B}[36m\u{1}\(text)\u{1}\u{1B}[0m\u{1} " : text + " "
  }
}

/// Lines as the terminal itself hands them over: without libedit, or for a terminal that cannot move its cursor.
final class PlainReader: LineReader {
  private var buffer: [UInt8] = []
  private var isAtEnd = false

  func read(_ prompt: Prompt) -> LineReading {
    Terminal.write(prompt.text + " ")
    while true {
      if let end = buffer.firstIndex(of: 0x0A) {
        let line = String(decoding: buffer[..<end], as: UTF8.self)
        buffer.removeSubrange(...end)
        return .line(line, typed: line.utf8.count)
      }
      if isAtEnd {
        guard !buffer.isEmpty else { return .end }
        let line = String(decoding: buffer, as: UTF8.self)
        buffer = []
        return .line(line, typed: line.utf8.count)
      }
      var bytes = [UInt8](repeating: 0, count: 4096)
      guard aic_await_input() else {
        guard aic_interrupted() else { continue }
        Terminal.write("\n")
        buffer = []
        return .interrupted
      }
      let count = Glibc.read(STDIN_FILENO, &bytes, bytes.count)
      guard count >= 0 || errno == EINTR else { return .end }
      if count < 0 { continue }
      if count == 0 { isAtEnd = true }
      buffer += bytes[..<count]
    }
  }

  func remember(_ entry: String) {}
}
