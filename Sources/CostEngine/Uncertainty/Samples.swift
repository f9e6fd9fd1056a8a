import RealModule

/// What the samples of one figure say.
public struct Samples: Sendable {
  public let count: Int
  public let mean: Double
  /// 0 of a single sample.
  public let standardDeviation: Double
  /// The standard error of the mean, from independent repetitions of the draws, or from the spread where there is only
  /// one.
  public let standardError: Double
  /// How many samples are not finite numbers, and which is the first of them.
  public let lost: Int
  public let firstLost: Int?
  private let quantiles: [Double: Double]

  /// The shares whose quantiles are found of every figure.
  static let shares: Set<Double> = [0.05, 0.5, 0.95]

  init(
    count: Int, mean: Double, standardDeviation: Double, standardError: Double, lost: Int,
    firstLost: Int?, quantiles: [Double: Double]
  ) {
    self.count = count
    self.mean = mean
    self.standardDeviation = standardDeviation
    self.standardError = standardError
    self.lost = lost
    self.firstLost = firstLost
    self.quantiles = quantiles
  }

  /// The value that a share of the samples lies below; not a number where it was not asked for before the run.
  public func quantile(_ share: Double) -> Double { quantiles[share] ?? .nan }

  /// How many significant digits of a value have a unit that is no less than an error; at least 1.
  public static func digits(of value: Double, error: Double) -> Int {
    guard error > 0, value != 0, value.isFinite else { return .max }
    let magnitude = Double.log10(abs(value)).rounded(.down)
    return max(1, Int(min(100, magnitude + 1 - Double.log10(error))))
  }

  func value(of statistic: Statistic) -> Double {
    switch statistic {
    case .mean: mean
    case .standardDeviation: standardDeviation
    case .quantile(let share): quantile(share)
    }
  }
}
