import CostEngine

/// What the samples of an uncertain figure say, in base units.
public struct Spread: Sendable {
  public let mean: Double
  public let standardDeviation: Double
  public let p5: Double
  public let p50: Double
  public let p95: Double
  /// The standard error of the mean.
  public let error: Double
  /// How many significant digits of the mean have a unit that is no less than its error.
  let digits: Int

  init(_ samples: Samples) {
    mean = samples.mean
    standardDeviation = samples.standardDeviation
    p5 = samples.quantile(0.05)
    p50 = samples.quantile(0.5)
    p95 = samples.quantile(0.95)
    error = samples.standardError
    digits = Samples.digits(of: mean, error: error)
  }
}

extension ResultFigure {
  /// The 90% interval of an uncertain figure, such as `$2,940 to $5,830`; nil for a certain one, and where both ends are
  /// written alike.
  public var interval: String? {
    guard let spread else { return nil }
    let (low, high) = (end(spread.p5).text, end(spread.p95).text)
    guard low != high else { return nil }
    // A unit that both share is written once.
    guard let blank = low.firstIndex(of: " "), high.hasSuffix(low[blank...]) else {
      return "\(low) to \(high)"
    }
    return "\(low[..<blank]) to \(high)"
  }

  /// The standard error of an uncertain figure's mean, such as `±$3`; nil for a certain one.
  public var standardError: String? {
    spread.map { "±" + like($0.error, digits: 1).text }
  }

  /// An end of the interval, to the same place as the mean.
  private func end(_ value: Double) -> ResultFigure {
    let known = spread.map { Samples.digits(of: value, error: $0.error) } ?? digits
    return like(value, digits: max(digits, min(known, 3)))
  }

  /// A value shown as this figure is.
  public func like(_ value: Double, digits: Int? = nil) -> ResultFigure {
    ResultFigure(
      value, dimension, unit: unit, written: written, isPercent: isPercent,
      digits: digits ?? self.digits, isSampled: spread != nil)
  }
}
