/// One literal as it was written and what it is worth: `$2.50/GPU-hour`, `15T tokens`, `40%`.
public struct QuantityLiteral: Hashable, Sendable {
  /// The amount in base units of its dimension; 0.4 for `40%`.
  public let value: Double
  public let dimension: Dimension
  /// The unit as written, money included; nothing for a plain number.
  public let unit: Unit?
  /// Whether it is written with a percent sign.
  public let isPercent: Bool
  /// The letter glued to the number.
  public let magnitude: Magnitude?
  /// The digits as written, such as `1_000` or `2.50`, with a small `e`.
  public let digits: String

  /// The literal in canonical spelling, digits and magnitude kept as written.
  public var canonicalText: String {
    let number = digits + (magnitude?.rawValue ?? "") + (isPercent ? "%" : "")
    guard let unit else { return number }
    return unit.text(after: number)
  }
}

extension Unit {
  /// Signs of currencies stand before the number, `/` is glued to it, and all else has a space.
  func text(after number: String) -> String {
    let shown = DisplayUnit(self)
    return shown.before + number + (number == "1" ? shown.afterOne : shown.after)
  }
}
