import CKernels
import RealModule

/// The standard normal distribution.
enum NormalDistribution {
  /// The 95% quantile: half the width of a 90% interval, in standard deviations.
  static let z95 = 1.644853626951472714864

  /// The share of draws up to `z`.
  static func cumulative(_ z: Double) -> Double {
    0.5 * Double.erfc(-z / 2.0.squareRoot())
  }

  /// The inverse of the share, to 1e-15 of its size: -∞ at 0, ∞ at 1.
  static func quantile(_ share: Double) -> Double { ck_apply(CK_NORMAL_QUANTILE, share, 0) }
}
