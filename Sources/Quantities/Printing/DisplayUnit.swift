/// A unit in which amounts are shown, with the words around the number.
public struct DisplayUnit: Hashable, Sendable {
  /// The unit as source spells it.
  public let unit: Unit
  /// What stands directly before the number: the sign of a currency, or nothing.
  public let before: String
  /// What stands behind a number other than one, with the space that parts them.
  public let after: String
  /// What stands behind the number one.
  public let afterOne: String
  /// How many `unit` the number counts: a million times smaller for a price per 1M tokens.
  let factor: Double
  /// The power of ten from which the unit is chosen; numbers are written with one if it is not 0.
  let leastPower: Int

  /// Shows a unit by its own spelling.
  public init(_ unit: Unit) {
    self.init(unit, text: unit.text, singular: unit.singular)
  }

  /// Shows a unit as a reader sees it: a currency by its sign where it has one.
  init(signed unit: Unit) {
    self.init(unit, text: Self.signed(unit.text), singular: Self.signed(unit.singular))
  }

  private static func signed(_ text: String) -> String {
    let code = text.prefix { $0 != "/" }
    guard let sign = StandardUnits.currencySigns.first(where: { $0.1 == code }) else { return text }
    return sign.0 + text.dropFirst(code.count)
  }

  init(
    _ unit: Unit, text: String, singular: String, factor: Double = 1, leastPower: Int = 0
  ) {
    self.unit = unit
    self.factor = factor
    self.leastPower = leastPower
    let sign = text.unicodeScalars.first.map { $0.isCurrencySign ? String($0) : "" } ?? ""
    before = sign
    after = Self.behind(text, sign)
    afterOne = Self.behind(singular, sign)
  }

  private static func behind(_ text: String, _ sign: String) -> String {
    if text.isEmpty || !sign.isEmpty { return String(text.dropFirst(sign.count)) }
    return text.hasPrefix("1/") ? String(text.dropFirst()) : " " + text
  }

  /// Reads an entry of the display table, such as `$ per 1M tokens`.
  init?(line: String, units: UnitTable) {
    let text = line.substituting("", for: "1e21 ")
    let single = text.substituting("token", for: "1M tokens")
    let factor = single == text ? 1 : 1e-6
    let name = single.substituting("/", for: " per ")
    guard let unit = try? units.unit(name) else { return nil }
    let first = text.prefix { $0 != "/" && $0 != " " }
    let one = name.hasPrefix("$") ? first : unit.singular.prefix { $0 != "/" }
    // A display spelling that differs from the canonical one, as tCO₂e, has no plural.
    let singular = unit.text.hasPrefix(first) ? one + text.dropFirst(first.count) : text[...]
    self.init(
      unit, text: text, singular: String(singular), factor: factor,
      leastPower: text == line ? 0 : 21)
  }

  /// The number shown for an amount in base units.
  public func amount(of value: Double) -> Double {
    unit.amount(ofBase: value) / factor
  }

  /// The same unit of another currency.
  func converted(to currency: Currency, dimension: Dimension) -> DisplayUnit {
    let code = currency.code
    let sign = StandardUnits.currencySigns.first { $0.1 == code }?.0
    func replaced(_ text: String) -> String {
      (sign ?? code) + text.dropFirst(text.hasPrefix("$") ? 1 : 0)
    }
    let converted = Unit(
      text: replaced(unit.text), singular: replaced(unit.singular), dimension: dimension,
      multiplier: unit.multiplier, divisor: unit.divisor)
    return DisplayUnit(
      converted, text: replaced("$" + after), singular: replaced("$" + after), factor: factor)
  }
}
