/// What is asked of an uncertain value: one number for all its samples.
public enum Statistic: Hashable, Sendable {
  case mean
  case standardDeviation
  /// The value that this share of the samples lies below.
  case quantile(Double)
}
