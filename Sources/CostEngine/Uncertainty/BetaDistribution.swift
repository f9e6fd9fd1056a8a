import RealModule

/// The beta distribution on 0 to 1.
public struct BetaDistribution: Hashable, Sendable {
  public let alpha: Double
  public let beta: Double
  private let logBeta: Double

  /// - Parameters: both above zero.
  public init(alpha: Double, beta: Double) {
    self.alpha = alpha
    self.beta = beta
    logBeta = Double.logGamma(alpha) + Double.logGamma(beta) - Double.logGamma(alpha + beta)
  }

  /// The share of draws up to `x`: the regularised incomplete beta function.
  ///
  /// Source: NIST Digital Library of Mathematical Functions, 8.17.22 (continued fraction) and 8.17.4 (symmetry).
  func cumulative(_ x: Double) -> Double {
    guard x > 0 else { return 0 }
    guard x < 1 else { return 1 }
    // The fraction converges fast on one side of the mean, and symmetry gives the other.
    if x > (alpha + 1) / (alpha + beta + 2) {
      return 1 - mirrored.cumulative(1 - x)
    }
    let scale =
      alpha * Double.log(x) + beta * Double.log(onePlus: -x) - logBeta - Double.log(alpha)
    return Double.exp(scale) * fraction(x)
  }

  /// 1 ÷ (1 + d₁ ÷ (1 + d₂ ÷ …)) by Lentz's method.
  private func fraction(_ x: Double) -> Double {
    let tiny = 1e-300
    var (c, d) = (1.0, 1 - (alpha + beta) * x / (alpha + 1))
    d = 1 / (abs(d) < tiny ? tiny : d)
    var value = d
    for step in 1...500 {
      let m = Double(step)
      let even = m * (beta - m) * x / ((alpha + 2 * m - 1) * (alpha + 2 * m))
      let odd =
        -(alpha + m) * (alpha + beta + m) * x / ((alpha + 2 * m) * (alpha + 2 * m + 1))
      for term in [even, odd] {
        d = 1 + term * d
        d = 1 / (abs(d) < tiny ? tiny : d)
        c = 1 + term / c
        if abs(c) < tiny { c = tiny }
        value *= c * d
      }
      if abs(c * d - 1) < 1e-15 { break }
    }
    return value
  }

  /// The same distribution of what is left to 1.
  var mirrored: BetaDistribution { BetaDistribution(alpha: beta, beta: alpha) }

  /// The derivative of the share by `x`, for 0 < x < 1.
  func density(_ x: Double) -> Double {
    Double.exp((alpha - 1) * Double.log(x) + (beta - 1) * Double.log(onePlus: -x) - logBeta)
  }

  /// The inverse of the share: halving, then Newton's steps where they stay inside.
  ///
  /// - Parameter near: where the search starts, if anything is known; else at the mean.
  func quantile(_ share: Double, near: Double? = nil) -> Double {
    guard share > 0 else { return 0 }
    guard share < 1 else { return 1 }
    var (low, high) = (0.0, 1.0)
    var x = near ?? alpha / (alpha + beta)
    for _ in 0..<200 {
      let miss = cumulative(x) - share
      if miss == 0 { return x }
      if miss > 0 { high = x } else { low = x }
      let step = x - miss / density(x)
      let next = step > low && step < high ? step : (low + high) / 2
      if abs(next - x) <= 1e-15 * x { return next }
      x = next
    }
    return x
  }
}
