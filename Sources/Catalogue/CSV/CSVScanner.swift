/// Reads comma-separated values (RFC 4180) from bytes, one row at a time, and copies nothing.
///
/// Lines may end in LF, CRLF or CR; a byte order mark is skipped, and so are lines with nothing on
/// them. The first row sets how many fields every row must have.
public struct CSVScanner: Sendable {
  private var offset = 0
  private var line = 1
  private var lineStart = 0
  private var width: Int?
  private let separator: UInt8

  /// Starts before the first row; the separator is a sign of ASCII other than a quote or a line end.
  public init(separator: UInt8 = UInt8(ascii: ",")) {
    self.separator = separator
  }

  /// Reads the next row of `bytes` into `row`, or returns false at the end; pass the same bytes
  /// each time.
  public mutating func nextRow(
    in bytes: Span<UInt8>, into row: inout [CSVField]
  ) throws(CSVError) -> Bool {
    row.removeAll(keepingCapacity: true)
    if offset == 0, bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF {
      offset = 3
      lineStart = 3
    }
    while endLine(in: bytes) {}
    guard offset < bytes.count else { return false }

    row.append(try nextField(in: bytes))
    while offset < bytes.count, bytes[offset] == separator {
      offset += 1
      row.append(try nextField(in: bytes))
    }
    let end = here
    _ = endLine(in: bytes)

    if let width, row.count != width {
      let start = row.first?.position ?? end
      throw CSVError(.ragged(found: row.count, expected: width), at: start)
    }
    width = row.count
    return true
  }

  private var here: CSVPosition {
    CSVPosition(offset: offset, line: line, column: offset - lineStart + 1)
  }

  private mutating func nextField(in bytes: Span<UInt8>) throws(CSVError) -> CSVField {
    if offset < bytes.count, bytes[offset] == .quote { return try quotedField(in: bytes) }
    let start = here
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == separator || byte == .lineFeed || byte == .carriageReturn { break }
      if byte == .quote { throw CSVError(.strayQuote, at: here) }
      offset += 1
    }
    return CSVField(position: start, content: start.offset..<offset, hasDoubledQuotes: false)
  }

  private mutating func quotedField(in bytes: Span<UInt8>) throws(CSVError) -> CSVField {
    let start = here
    var hasDoubledQuotes = false
    offset += 1
    while offset < bytes.count {
      if bytes[offset] != .quote {
        if !endLine(in: bytes) { offset += 1 }
      } else if offset + 1 < bytes.count, bytes[offset + 1] == .quote {
        hasDoubledQuotes = true
        offset += 2
      } else {
        let content = (start.offset + 1)..<offset
        offset += 1
        if offset < bytes.count, bytes[offset] != separator, bytes[offset] != .lineFeed,
          bytes[offset] != .carriageReturn
        {
          throw CSVError(.textAfterQuote, at: here)
        }
        return CSVField(position: start, content: content, hasDoubledQuotes: hasDoubledQuotes)
      }
    }
    throw CSVError(.unterminatedQuote, at: start)
  }

  /// Steps over one line ending, if there is one here.
  private mutating func endLine(in bytes: Span<UInt8>) -> Bool {
    guard offset < bytes.count,
      bytes[offset] == .lineFeed || bytes[offset] == .carriageReturn
    else { return false }
    let isPair =
      bytes[offset] == .carriageReturn && offset + 1 < bytes.count
      && bytes[offset + 1] == .lineFeed
    offset += isPair ? 2 : 1
    line += 1
    lineStart = offset
    return true
  }
}

extension UInt8 {
  fileprivate static let quote = UInt8(ascii: "\"")
  fileprivate static let lineFeed = UInt8(ascii: "\n")
  fileprivate static let carriageReturn = UInt8(ascii: "\r")
}
