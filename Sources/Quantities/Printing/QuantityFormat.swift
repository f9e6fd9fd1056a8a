/// Prints quantities: for a reader, or as source that reads back.
public struct QuantityFormat: Sendable {
  /// Whom the printed text is for.
  public enum Style: Hashable, Sendable {
    /// Grouped thousands and words: `$4,210 per month`.
    case display
    /// One literal of the language: `$4210/month`.
    case source
  }

  /// Whom the printed text is for.
  public let style: Style
  /// The units whose spellings a printed source may use.
  public let units: UnitTable

  public init(_ style: Style, units: UnitTable = .standard) {
    self.style = style
    self.units = units
  }

  /// For a reader, with the standard units.
  public static let display = QuantityFormat(.display)
  /// For the language, with the standard units.
  public static let source = QuantityFormat(.source)

  /// From so many digits on, a printed source reads back as the very same number, in base units
  /// where the unit chosen or given cannot tell it exactly.
  public static let exactDigits = 17

  /// An amount in base units of a dimension, in the unit given or the one a person would choose.
  ///
  /// With `wholeMoney`, money from a thousand to ten thousand is told to the dollar.
  public func text(
    _ value: Double, _ dimension: Dimension, unit: Unit? = nil, asPercent: Bool = false,
    digits: Int = 3, wholeMoney: Bool = false
  ) -> String {
    let pinned = unit.map { style == .display ? DisplayUnit(signed: $0) : DisplayUnit($0) }
    let chosen = pinned ?? displayUnit(for: value, dimension, digits: digits)
    let text = parts(
      value, in: chosen, asPercent: asPercent, digits: digits, wholeMoney: wholeMoney
    ).text
    guard style == .source, digits >= Self.exactDigits, value.isFinite else { return text }
    // A scaled number may miss the value by its last bit; the base unit never does.
    let unsigned = text.hasPrefix("-") ? String(text.dropFirst()) : text
    let reread = try? QuantityReader(units: units).read(unsigned)
    if let reread, reread.value == value.magnitude, reread.dimension == dimension { return text }
    return parts(value, in: DisplayUnit(baseUnit(of: dimension)), digits: digits).text
  }

  /// The unit that a person would choose for an amount: for every number of a column, say.
  public func displayUnit(
    for value: Double, _ dimension: Dimension, digits: Int = 3
  ) -> DisplayUnit? {
    if dimension.isNone { return nil }
    let choices = choices(for: dimension)
    guard !choices.isEmpty else { return composed(dimension) }
    if value == 0, let base = choices.first(where: { $0.unit.scale == 1 }) { return base }
    let fitting = choices.last {
      let amount = DecimalDigits($0.amount(of: value)).rounded(to: max(1, digits))
      return !amount.isZero && amount.magnitude >= $0.leastPower
    }
    return fitting ?? choices.first
  }

  /// The base unit of a dimension that the table does not know; money per time is read by the month there too.
  private func composed(_ dimension: Dimension) -> DisplayUnit {
    let base = baseUnit(of: dimension)
    guard style == .display else { return DisplayUnit(base) }
    guard dimension.exponent(of: .money(.usd)) == .one, dimension.exponent(of: .time) == -.one,
      let month = try? units.unit("month")
    else { return DisplayUnit(signed: base) }
    let name = base.text.dropLast("/s".count) + "/month"
    return DisplayUnit(
      signed: Unit(
        text: String(name), singular: String(name), dimension: dimension, multiplier: 1,
        divisor: month.scale))
  }

  /// The line of the display table for a dimension, in its own currency.
  private func choices(for dimension: Dimension) -> [DisplayUnit] {
    if let choices = DisplayTable.units[dimension] { return choices }
    for factor in dimension.factors {
      guard case .money(let currency) = factor.base, factor.exponent == .one else { continue }
      let inDollars = dimension / Dimension(factor.base) * .money
      guard inDollars.exponent(of: .money(.usd)) == .one else { continue }
      let choices = DisplayTable.units[inDollars] ?? []
      return choices.map { $0.converted(to: currency, dimension: dimension) }
    }
    return []
  }

  private func baseUnit(of dimension: Dimension) -> Unit {
    let name = dimension.baseUnit
    return (try? units.unit(name))
      ?? Unit(text: name, singular: name, dimension: dimension, multiplier: 1)
  }

  /// The printed parts of an amount, so that a table can align numbers and name its unit once.
  public func parts(
    _ value: Double, in unit: DisplayUnit?, asPercent: Bool = false, digits: Int = 3,
    wholeMoney: Bool = false
  ) -> QuantityText {
    let amount = unit.map {
      style == .source ? $0.unit.amount(ofBase: value) : $0.amount(of: value)
    }
    let number = NumberFormat(
      style: style, digits: digits, isMoney: unit?.unit.dimension.paysMoney ?? false,
      isRatio: unit == nil && !asPercent, isPercent: asPercent,
      isScientific: (unit?.leastPower ?? 0) > 0, isWholeMoney: wholeMoney)
    var text = number.text(amount ?? value)
    let isNegative = text.hasPrefix("-")
    if isNegative { text.removeFirst() }
    let minus = isNegative ? (style == .display ? "−" : "-") : ""
    guard let unit, value.isFinite else {
      return QuantityText(before: minus, number: text, after: "")
    }
    let shown = style == .source ? DisplayUnit(unit.unit) : unit
    return QuantityText(
      before: minus + shown.before, number: text,
      after: text == "1" ? shown.afterOne : shown.after)
  }

  /// A plain number, such as `8.03B`, `2,048` or `0.40`.
  public func number(_ value: Double, digits: Int = 3) -> String {
    parts(value, in: nil, digits: digits).text
  }

  /// A whole number with its thousands apart, `1,419,264`, as no source may have them.
  public func integerGrouped(_ value: Int) -> String {
    let digits = String(value.magnitude)
    var text = value < 0 ? "−" : ""
    for (i, digit) in digits.enumerated() {
      if i > 0, (digits.utf8.count - i) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return text
  }
}
