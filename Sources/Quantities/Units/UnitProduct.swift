import RealModule

/// A unit in the making: factors appended one after another.
struct UnitProduct {
  private var plural = ""
  private var singular = ""
  private var dimension = Dimension.none
  private var multiplier = 1.0
  private var divisor = 1.0
  /// What multiplies the next factor, where it does not begin a divisor.
  var separator = ""

  /// Begins `1/s`.
  mutating func beginInverse() {
    plural = "1"
    singular = "1"
  }

  /// Only the last factor above the first `/` is written in plural: `GPU-hours`, `tokens/user/day`.
  mutating func append(_ unit: Unit, _ exponent: Exponent, divides: Bool) {
    let joint = separator.isEmpty && divides ? "/" : separator
    separator = ""
    plural = divides ? plural + joint + unit.singular : singular + joint + unit.text
    singular += joint + unit.singular
    plural += exponent.superscript
    singular += exponent.superscript

    let power = divides ? -exponent : exponent
    dimension = dimension * (power == .one ? unit.dimension : unit.dimension.raised(to: power))
    let above = Self.power(unit.multiplier, exponent)
    let below = Self.power(unit.divisor, exponent)
    multiplier *= divides ? below : above
    divisor *= divides ? above : below
  }

  /// Nothing where the scale leaves the numbers.
  var unit: Unit? {
    let unit = Unit(
      text: plural, singular: singular, dimension: dimension, multiplier: multiplier,
      divisor: divisor)
    return [multiplier, divisor, unit.scale].allSatisfy { $0.isNormal } ? unit : nil
  }

  private static func power(_ scale: Double, _ exponent: Exponent) -> Double {
    if scale == 1 || exponent == .one { return scale }
    guard exponent.denominator == 1 else {
      return Double.pow(scale, Double(exponent.numerator) / Double(exponent.denominator))
    }
    return Double.pow(scale, exponent.numerator)
  }
}
