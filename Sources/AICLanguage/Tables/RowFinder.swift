/// Finds where the rows of a table end, in chunks of any size: a line end within quotes ends none.
struct RowFinder {
  /// The line on which the current row begins, counted from 1.
  private(set) var line = 1
  /// Whether the current row is a comment, in which quotes mean nothing.
  private(set) var isComment = false
  /// Whether every byte of the current row is ASCII and none is NUL, which no text has.
  private(set) var isPlain = true
  /// Comments stand before the heading only.
  var allowsComments = true

  private var isAtStart = true
  private var isQuoted = false
  private var lineEnds = 0
  /// Bytes before the current chunk.
  private var base = 0
  /// The offset in the file of the last CR that ended a line, whose LF ends no other.
  private var lastReturn = -2

  /// The end of the current row, before its line end, or nil where the chunk ends first; `start`
  /// steps over the second half of a CRLF.
  mutating func end(in chunk: Span<UInt8>, from start: inout Int) -> Int? {
    guard start < chunk.count else { return nil }
    if isAtStart {
      if chunk[start] == .lineFeed, base + start == lastReturn + 1 { start += 1 }
      guard start < chunk.count else { return nil }
      isAtStart = false
      isComment = allowsComments && chunk[start] == UInt8(ascii: "#")
    }
    var index = start
    var seen: UInt8 = 0
    defer { if seen & 0x80 != 0 { isPlain = false } }
    while index < chunk.count {
      let byte = chunk[index]
      seen |= byte
      if byte <= .quote {
        if byte == .quote {
          if !isComment { isQuoted.toggle() }
        } else if byte == .lineFeed || byte == .carriageReturn {
          let isPair = byte == .lineFeed && base + index == lastReturn + 1
          if byte == .carriageReturn { lastReturn = base + index }
          if !isQuoted { return index }
          if !isPair { lineEnds += 1 }
        } else if byte == 0 {
          isPlain = false
        }
      }
      index += 1
    }
    return nil
  }

  /// Goes on to the next row.
  mutating func beginRow() {
    line += lineEnds + 1
    lineEnds = 0
    isAtStart = true
    isQuoted = false
    isComment = false
    isPlain = true
  }

  /// Goes on to the next chunk.
  mutating func endChunk(_ count: Int) {
    base += count
  }
}

extension UInt8 {
  static let quote = UInt8(ascii: "\"")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
}
