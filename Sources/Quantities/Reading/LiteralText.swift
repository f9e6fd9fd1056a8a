/// A literal split into its parts, before its unit is looked up.
struct LiteralText {
  let text: String
  /// The sign of a currency before the number.
  let sign: String?
  let number: NumberText
  let magnitude: Magnitude?
  let isPercent: Bool
  /// Whether a space stands before the tail.
  let isSpaced: Bool
  /// What follows, up to the end of the text.
  let tail: Substring

  init(_ text: String) throws(QuantityError) {
    self.text = text
    var rest = text.unicodeScalars[...]
    if let first = rest.first, first.isCurrencySign {
      sign = String(first)
      rest.removeFirst()
    } else {
      sign = nil
    }
    var bytes = Substring(rest).utf8
    number = try NumberText(&bytes, at: sign?.utf8.count ?? 0)
    rest = Substring(bytes).unicodeScalars

    let word = rest.prefix { !Self.endsWord($0) }
    magnitude = Magnitude(Substring(word))
    if magnitude != nil { rest = rest[word.endIndex...] }
    isPercent = rest.first == "%"
    if isPercent { rest.removeFirst() }
    let spaces = rest.prefix { Self.isSpace($0) }
    isSpaced = !spaces.isEmpty
    tail = Substring(rest[spaces.endIndex...])
  }

  /// The number with its magnitude, without currency, percent and unit.
  var amount: String { number.digits + (magnitude?.rawValue ?? "") }

  /// Everything before the tail but the space.
  var head: String { (sign ?? "") + amount + (isPercent ? "%" : "") }

  var tailOffset: Int { text.utf8.count - tail.utf8.count }

  var range: Range<Int> { 0..<text.utf8.count }

  /// The first name of the tail.
  var word: Substring { Substring(tail.unicodeScalars.prefix { !Self.endsWord($0) }) }

  /// The tail behind its first name.
  var afterWord: Substring { tail[word.endIndex...] }

  private static func endsWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "/", "-", "·", "⋅", "%", "^", "²", "³": true
    default: isSpace(scalar)
    }
  }

  /// A space, also one that does not break.
  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case " ", "\t", "\u{A0}", "\u{202F}", "\u{2009}": true
    default: false
    }
  }
}

extension Unicode.Scalar {
  /// Whether an amount of money may begin with it.
  var isCurrencySign: Bool {
    self == "$" || self == "€" || self == "£" || self == "¥"
  }
}
