/// A unit of measure as it is written, such as `GB/s` or `requests/user/day`.
public struct Unit: Hashable, Sendable {
  /// The canonical spelling after an amount other than one, such as `GPU-hours` or `tokens/s`.
  public let text: String
  /// The canonical spelling after `1` and after `per`, such as `GPU-hour` or `token/s`.
  public let singular: String
  public let dimension: Dimension
  /// The scale is a quotient of two numbers that are mostly whole, so that 9 ms is exactly 0.009 s.
  let multiplier: Double
  let divisor: Double

  init(
    text: String, singular: String, dimension: Dimension, multiplier: Double, divisor: Double = 1
  ) {
    self.text = text
    self.singular = singular
    self.dimension = dimension
    self.multiplier = multiplier
    self.divisor = divisor
  }

  /// Base units in one of this unit; `baseValue(of:)` is more exact than multiplying by it.
  public var scale: Double { multiplier / divisor }

  /// The amount in base units of so many of this unit.
  public func baseValue(of amount: Double) -> Double {
    amount * multiplier / divisor
  }

  /// How many of this unit an amount in base units is.
  public func amount(ofBase value: Double) -> Double {
    value * divisor / multiplier
  }
}
