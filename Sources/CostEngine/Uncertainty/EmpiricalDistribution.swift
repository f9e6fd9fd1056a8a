/// The distribution of some measured values, straight from each to the next.
///
/// The least value is its 0% and the greatest its 100% quantile: type 7 of R. J. Hyndman and Y. Fan, Sample quantiles
/// in statistical packages, The American Statistician 50 (1996).
public struct EmpiricalDistribution: Hashable, Sendable {
  /// The least first.
  private let values: [Double]

  /// - Parameter values: finite, in any order.
  public init(_ values: [Double]) {
    self.values = values.sorted()
  }

  /// The value that a share of the measured ones lies below; not a number where there are none.
  func quantile(_ share: Double) -> Double {
    guard let last = values.indices.last, !share.isNaN else { return .nan }
    let place = min(max(share, 0), 1) * Double(last)
    let below = min(Int(place), last)
    let above = min(below + 1, last)
    return values[below] + (values[above] - values[below]) * (place - Double(below))
  }

  /// How many values there are tells most tables apart; the rest is only compared.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(values.count)
    hasher.combine(values.first)
    hasher.combine(values.last)
  }
}
