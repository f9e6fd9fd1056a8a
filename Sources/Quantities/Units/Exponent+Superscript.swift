extension Exponent {
  private static let digits: [Unicode.Scalar] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
  /// Powers beyond this stand in no unit that anyone writes.
  private static let largest = 99

  /// The power behind a unit: nothing for one, `²`, `⁻¹`, and `^(1/2)` for a fraction.
  var superscript: String {
    if self == .one { return "" }
    guard denominator == 1 else { return "^(\(numerator)/\(denominator))" }
    var text = ""
    for byte in String(numerator).utf8 {
      let digit = Int(byte) - 0x30
      text.unicodeScalars.append(Self.digits.indices.contains(digit) ? Self.digits[digit] : "⁻")
    }
    return text
  }

  /// Takes a power off the front of a text, one where there is none; nil where it is malformed.
  init?(superscript rest: inout Substring.UnicodeScalarView) {
    if rest.first == "^" {
      rest.removeFirst()
      guard let fraction = Self.fraction(&rest) else { return nil }
      self = fraction
      return
    }
    let negative = rest.first == "⁻"
    if negative { rest.removeFirst() }
    var value = 0
    var count = 0
    while let scalar = rest.first, let digit = Self.digits.firstIndex(of: scalar) {
      value = min(value * 10 + digit, Self.largest + 1)
      count += 1
      rest.removeFirst()
    }
    if count == 0, !negative {
      self = .one
    } else {
      guard count > 0, (1...Self.largest).contains(value) else { return nil }
      self.init(negative ? -value : value)
    }
  }

  /// `2`, `-1` or `(1/2)`.
  private static func fraction(_ rest: inout Substring.UnicodeScalarView) -> Exponent? {
    let inParentheses = rest.first == "("
    if inParentheses { rest.removeFirst() }
    guard let numerator = integer(&rest) else { return nil }
    guard inParentheses else { return Exponent(numerator) }
    var denominator = 1
    if rest.first == "/" {
      rest.removeFirst()
      guard let below = integer(&rest), below > 0 else { return nil }
      denominator = below
    }
    guard rest.popFirst() == ")" else { return nil }
    return Exponent(numerator, over: denominator)
  }

  private static func integer(_ rest: inout Substring.UnicodeScalarView) -> Int? {
    let end = rest.firstIndex { $0 != "-" && !("0"..."9").contains($0) } ?? rest.endIndex
    let text = Substring(rest[..<end])
    guard text.utf8.count <= 4, let value = Int(text), value != 0, abs(value) <= largest
    else { return nil }
    rest = rest[end...]
    return value
  }
}
