extension Lexer {
  @inline(__always)
  static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

  @inline(__always)
  static func isNameByte(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- UInt8(ascii: "a") < 26 || isDigit(byte) || byte == UInt8(ascii: "_")
  }

  static func startsName(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isAlphabetic }

  static func continuesName(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.isXIDContinue
  }

  /// The character here and its length; nil where the bytes are not UTF-8.
  func decode() -> (Unicode.Scalar, length: Int)? {
    let first = byte()
    let length =
      switch first {
      case 0..<0x80: 1
      case 0xC2..<0xE0: 2
      case 0xE0..<0xF0: 3
      case 0xF0..<0xF5: 4
      default: 0
      }
    guard length > 0, position + length <= bytes.count else { return nil }
    if length == 1 { return (Unicode.Scalar(first), 1) }
    var value = UInt32(first) & (0x7F >> UInt32(length))
    for ahead in 1..<length {
      guard byte(ahead) & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(byte(ahead) & 0x3F)
    }
    let isOverlong = value < (length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000)
    guard !isOverlong, let scalar = Unicode.Scalar(value) else { return nil }
    return (scalar, length)
  }

  /// A character beyond ASCII, or one that means nothing.
  mutating func scanRareCharacter() {
    guard let (scalar, length) = decode(), let meaning = Self.meaning(scalar) else {
      return scanUnknown()
    }
    switch meaning {
    case .name: scanName()
    case .token(let kind): emit(kind, length: length)
    case .quote(let quote): openText(quote, length: length)
    }
  }

  private enum Meaning {
    case name
    case token(TokenKind)
    case quote(Quote)
  }

  private static func meaning(_ scalar: Unicode.Scalar) -> Meaning? {
    switch scalar {
    case "€", "£", "¥": .token(.currency)
    case "×": .token(.star)
    case "\u{2212}": .token(.minus)
    case "±": .token(.plusMinus)
    case "“", "”": .quote(.smartDouble)
    case "‘", "’": .quote(.smartSingle)
    default: startsName(scalar) ? .name : nil
    }
  }

  /// The longest run of characters that mean nothing is one token and one problem.
  private mutating func scanUnknown() {
    let lower = position
    repeat { position += decode()?.length ?? 1 } while position < bytes.count && isUnknown
    note(.unknown(lower..<position))
    emit(.unknown, from: lower)
  }

  private var isUnknown: Bool {
    let next = byte()
    if next < 0x80 {
      switch next {
      case UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): return false
      case 0..<0x20, 0x7F: return true
      case UInt8(ascii: "@"), UInt8(ascii: "?"), UInt8(ascii: "~"), UInt8(ascii: "\\"): return true
      default: return false
      }
    }
    guard let (scalar, _) = decode() else { return true }
    return scalar != "\u{A0}" && scalar != "\u{202F}" && Self.meaning(scalar) == nil
  }
}
