/// The sweep axes that a value varies over; at most 32.
public struct AxisSet: OptionSet, Hashable, Sendable {
  public let rawValue: UInt32

  public init(rawValue: UInt32) {
    self.rawValue = rawValue
  }
}

/// How often a node must be computed: once, for each point of some axes, or for each sample.
///
/// One rule gives it: the rank of a node is the join of the ranks of its inputs.
public struct Rank: Hashable, Sendable {
  public let axes: AxisSet
  public let isSampled: Bool
  /// Rests on a statistic of samples, so that it is known only when those are drawn.
  public let isDerived: Bool

  public init(axes: AxisSet = [], isSampled: Bool = false, isDerived: Bool = false) {
    self.axes = axes
    self.isSampled = isSampled
    self.isDerived = isDerived
  }

  public static let constant = Rank()

  public var isConstant: Bool { self == .constant }

  public func joined(with other: Rank) -> Rank {
    Rank(
      axes: axes.union(other.axes), isSampled: isSampled || other.isSampled,
      isDerived: isDerived || other.isDerived)
  }
}
