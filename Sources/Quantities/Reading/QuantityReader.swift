/// Reads one literal, `[currency] number [magnitude] [%] [unit]`, or says why it cannot be read.
public struct QuantityReader: Sendable {
  /// The units that a literal may be in.
  public let units: UnitTable

  public init(units: UnitTable = .standard) {
    self.units = units
  }

  /// Reads a whole text, which has no sign and no space around it.
  public func read(_ text: String) throws(QuantityError) -> QuantityLiteral {
    let literal = try LiteralText(text)
    if let refusal = refusal(of: literal) { throw refusal }
    let value = try value(of: literal)
    guard let unit = try unit(of: literal) else {
      return QuantityLiteral(literal, value: value, unit: nil)
    }
    let scaled = unit.baseValue(of: value)
    guard scaled.isFinite, value == 0 || scaled != 0 else {
      throw QuantityError(.outOfRange(text), at: literal.range)
    }
    return QuantityLiteral(literal, value: scaled, unit: unit)
  }

  /// Powers of ten go into the digits before they are rounded to binary, so `4.6M` is `4_600_000`.
  private func value(of literal: LiteralText) throws(QuantityError) -> Double {
    var digits = literal.number.digits
    if digits.utf8.contains(UInt8(ascii: "_")) { digits.removeAll { $0 == "_" } }
    var factor = 1.0
    if literal.number.hasExponent {
      factor = literal.isPercent ? 0.01 : 1
    } else if let exponent = literal.magnitude?.decimalExponent {
      digits += "e\(exponent)"
    } else if let magnitude = literal.magnitude {
      factor = magnitude.factor
    } else if literal.isPercent {
      digits += "e-2"
    }
    guard let number = Double(digits), (number * factor).isFinite,
      number != 0
        || !digits.utf8.prefix(while: { $0 != UInt8(ascii: "e") })
          .contains(where: { (0x31...0x39).contains($0) })
    else { throw QuantityError(.outOfRange(literal.text), at: literal.range) }
    return number * factor
  }

  private func unit(of literal: LiteralText) throws(QuantityError) -> Unit? {
    if literal.tail.isEmpty { return try literal.sign.map(units.unit) }
    // Behind a glued `/`, the unit begins with the currency, or with the plain number.
    let above = literal.tail.first == "/" && !literal.isSpaced ? literal.sign ?? "1" : ""
    do {
      return try units.unit(above + literal.tail)
    } catch {
      throw error.shifted(by: literal.tailOffset - above.utf8.count)
    }
  }
}

extension QuantityLiteral {
  fileprivate init(_ literal: LiteralText, value: Double, unit: Unit?) {
    self.init(
      value: value, dimension: unit?.dimension ?? .none, unit: unit, isPercent: literal.isPercent,
      magnitude: literal.magnitude, digits: literal.number.digits)
  }
}
