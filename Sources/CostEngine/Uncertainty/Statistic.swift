/// What is asked of an uncertain value: one number for all its samples.
public enum Statistic: Hashable, Sendable {
  case mean
  case standardDeviation
  /// The value that this share of the samples lies below.
  case quantile(Double)
}

/// The samples of one figure, and what they say.
public struct Samples: Sendable {
  /// In the order of the draws: those of two figures belong together.
  public let values: [Double]
  private let sorted: [Double]
  private let bounds: [Int]

  /// - Parameter values: as many as the sampling has, in the order of its draws.
  public init(_ values: [Double], _ sampling: Sampling) {
    self.values = values
    sorted = values.sorted { $0 < $1 || $1.isNaN && !$0.isNaN }
    bounds = sampling.bounds
  }

  public var mean: Double { Samples.mean(values[...]) }

  private static func mean(_ values: ArraySlice<Double>) -> Double {
    values.isEmpty ? .nan : sum(values) / Double(values.count)
  }

  /// By halves, so that rounding errors stay small whatever the order of size.
  private static func sum(_ values: ArraySlice<Double>) -> Double {
    guard values.count > 64 else { return values.reduce(0, +) }
    let middle = values.startIndex + values.count / 2
    return sum(values[..<middle]) + sum(values[middle...])
  }

  public var standardDeviation: Double {
    let mean = mean
    let squares = values.map { ($0 - mean) * ($0 - mean) }
    return (Samples.sum(squares[...]) / Double(max(1, values.count - 1))).squareRoot()
  }

  /// The value that a share of the samples lies below, between the two nearest where it falls between.
  public func quantile(_ share: Double) -> Double {
    guard let last = sorted.indices.last else { return .nan }
    // The middles of the steps, type 5 of R. J. Hyndman and Y. Fan, The American Statistician 50 (1996).
    let place = min(max(share * Double(sorted.count) - 0.5, 0), Double(last))
    let below = Int(place)
    let rest = place - Double(below)
    return below == last
      ? sorted[last] : sorted[below] + (sorted[below + 1] - sorted[below]) * rest
  }

  public func value(of statistic: Statistic) -> Double {
    switch statistic {
    case .mean: mean
    case .standardDeviation: standardDeviation
    case .quantile(let share): quantile(share)
    }
  }

  /// The standard error of the mean, from independent repetitions of the draws; nil where there is only one.
  public var standardError: Double? {
    guard bounds.count > 2 else { return nil }
    guard bounds.last == values.count else { return nil }
    let means = zip(bounds, bounds.dropFirst()).map { Samples.mean(values[$0..<$1]) }
    let mean = means.reduce(0, +) / Double(means.count)
    let squares = means.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (squares / Double(means.count * (means.count - 1))).squareRoot()
  }
}
