/// The power of a base dimension: a fraction in lowest terms, so that a square root has one.
public struct Exponent: Hashable, Sendable {
  public let numerator: Int
  public let denominator: Int

  /// Parts beyond ±2³⁰ are held there: no formula has such powers, and sums then cannot overflow.
  public init(_ numerator: Int, over denominator: Int = 1) {
    let top = Exponent.bounded(numerator)
    let bottom = Exponent.bounded(denominator)
    let divisor = max(1, Exponent.greatestCommonDivisor(abs(top), abs(bottom)))
    let sign = bottom < 0 ? -1 : 1
    self.numerator = sign * top / divisor
    self.denominator = max(1, sign * bottom / divisor)
  }

  public static let zero = Exponent(0)
  public static let one = Exponent(1)

  public static func + (a: Exponent, b: Exponent) -> Exponent {
    Exponent(
      a.numerator * b.denominator + b.numerator * a.denominator,
      over: a.denominator * b.denominator)
  }

  public static func * (a: Exponent, b: Exponent) -> Exponent {
    Exponent(a.numerator * b.numerator, over: a.denominator * b.denominator)
  }

  public static prefix func - (a: Exponent) -> Exponent {
    Exponent(-a.numerator, over: a.denominator)
  }

  private static func bounded(_ part: Int) -> Int {
    min(max(part, -(1 << 30)), 1 << 30)
  }

  private static func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int {
    b == 0 ? a : greatestCommonDivisor(b, a % b)
  }
}
