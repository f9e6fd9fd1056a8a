/// Reads one unit expression: names with powers, multiplied by `-` and `·`, divided by `/`.
struct UnitReader {
  let units: UnitTable
  let text: String

  /// Whether a text can name a unit: a letter or `_`, then letters, digits and `_`.
  static func isName(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, first == "_" || first.properties.isAlphabetic
    else { return false }
    return text.unicodeScalars.allSatisfy {
      $0 == "_" || $0.properties.isAlphabetic || ("0"..."9").contains($0)
    }
  }

  func read() throws(QuantityError) -> Unit {
    var rest = text.unicodeScalars[...]
    var product = UnitProduct()
    var divides = false
    if text.hasPrefix("1/") {
      product.beginInverse()
      rest = rest.dropFirst(2)
      divides = true
    }
    while true {
      let start = rest.startIndex
      rest = rest.drop { !Self.endsName($0) }
      let unit = try named(text[start..<rest.startIndex])
      guard let exponent = Exponent(superscript: &rest) else { throw malformed }
      product.append(unit, exponent, divides: divides)
      switch rest.popFirst() {
      case nil:
        guard let unit = product.unit else { throw malformed }
        return unit
      case "/": divides = true
      case "-": product.separator = "-"
      case "·", "⋅": product.separator = "·"
      default: throw malformed
      }
    }
  }

  private static func endsName(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "/", "-", "·", "⋅", "^": true
    case "⁻", "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹": true
    default: scalar.isASCII ? scalar.value <= 0x20 : scalar.properties.isWhitespace
    }
  }

  private var malformed: QuantityError {
    QuantityError(.malformedUnit(text), at: 0..<text.utf8.count)
  }

  /// The unit of one name: as written, else in another case where that can mean only one.
  private func named(_ written: Substring) throws(QuantityError) -> Unit {
    guard !written.isEmpty else { throw malformed }
    var name = String(written)
    if let unit = units.exactly(name) { return unit }
    name.replaceScalars { $0 == "μ" ? "µ" : $0 == "₂" ? "2" : $0 }
    if let unit = units.exactly(name) { return unit }
    let start = text.utf8.distance(from: text.startIndex, to: written.startIndex)
    let range = start..<start + written.utf8.count
    if let refusal = units.refusal(of: name, at: range) { throw refusal }
    if let unit = units.folding(name) { return unit }
    throw QuantityError(
      .unknownUnit(String(written)), at: range, readings: units.suggestions(for: name))
  }
}

extension String {
  fileprivate mutating func replaceScalars(_ change: (Unicode.Scalar) -> Unicode.Scalar) {
    guard !utf8.allSatisfy({ $0 < 0x80 }) else { return }
    var changed = UnicodeScalarView()
    changed.append(contentsOf: unicodeScalars.map(change))
    self = String(changed)
  }
}
