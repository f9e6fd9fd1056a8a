extension Lexer {
  /// The mark that opened a text; only `double` is the language's own.
  enum Quote {
    case double, single, smartDouble, smartSingle
  }

  // text = '"' { segment | "{" expression "}" } '"' ;
  mutating func openText(_ quote: Quote, length: Int) {
    emit(.textOpen, length: length)
    scanText(quote)
  }

  // segment = { any character but '"', "\", "{" and LF | escape } ;
  // escape = "\" ( '"' | "\" | "n" | "t" | "{" | "}" ) ;
  private mutating func scanText(_ quote: Quote) {
    let lower = position
    while !isAtLineEnd {
      let next = byte()
      if next == UInt8(ascii: "\\") {
        scanEscape()
      } else if next == UInt8(ascii: "{") {
        if position > lower { emit(.textSegment, from: lower) }
        emit(.interpolationOpen, length: 1)
        openTexts.append(OpenText(quote: quote))
        return
      } else if let length = closingLength(of: quote) {
        if position > lower { emit(.textSegment, from: lower) }
        emit(.textClose, length: length)
        return
      } else {
        position += 1
      }
    }
    if position > lower { emit(.textSegment, from: lower) }
  }

  private mutating func scanEscape() {
    let lower = position
    position += 1
    guard !isAtLineEnd else { return note(.escape(lower..<position)) }
    switch byte() {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "n"), UInt8(ascii: "t"),
      UInt8(ascii: "{"), UInt8(ascii: "}"):
      position += 1
    default:
      position += decode()?.length ?? 1
      note(.escape(lower..<position))
    }
  }

  /// How long the mark is that closes the text here, if one does.
  private func closingLength(of quote: Quote) -> Int? {
    switch quote {
    case .double: byte() == UInt8(ascii: "\"") ? 1 : nil
    case .single: byte() == UInt8(ascii: "'") ? 1 : nil
    case .smartDouble:
      byte() == UInt8(ascii: "\"")
        ? 1 : starts(with: 0xE2, 0x80, 0x9C) || starts(with: 0xE2, 0x80, 0x9D) ? 3 : nil
    case .smartSingle:
      byte() == UInt8(ascii: "'")
        ? 1 : starts(with: 0xE2, 0x80, 0x98) || starts(with: 0xE2, 0x80, 0x99) ? 3 : nil
    }
  }

  /// `}` closes a block, or an interpolation and takes its text up again.
  mutating func closeBrace() {
    guard let text = openTexts.last else { return emit(.rightBrace, length: 1) }
    if text.braces > 0 {
      openTexts[openTexts.count - 1].braces -= 1
      emit(.rightBrace, length: 1)
    } else {
      openTexts.removeLast()
      emit(.interpolationClose, length: 1)
      scanText(text.quote)
    }
  }
}
