/// A place in comma-separated values.
public struct CSVPosition: Hashable, Sendable {
  /// Bytes before it.
  public let offset: Int
  /// Counted from 1.
  public let line: Int
  /// Counted from 1, in bytes of its line.
  public let column: Int
}

/// One field of a row: where it stands, and which bytes are its content.
public struct CSVField: Hashable, Sendable {
  /// The first byte, the opening quote of a quoted field.
  public let position: CSVPosition
  /// The bytes between the quotes, or all of an unquoted field.
  public let content: Range<Int>
  /// Whether quotes within the content stand twice.
  public let hasDoubledQuotes: Bool

  /// The text of the field, given the bytes it was read from; bytes that are not UTF-8 become U+FFFD.
  public func text(in bytes: Span<UInt8>) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(content.count)
    let content = content.clamped(to: 0..<bytes.count)
    var index = content.lowerBound
    while index < content.upperBound {
      text.append(bytes[index])
      index += hasDoubledQuotes && bytes[index] == UInt8(ascii: "\"") ? 2 : 1
    }
    return String(decoding: text, as: UTF8.self)
  }
}
