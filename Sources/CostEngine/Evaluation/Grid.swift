import RealModule

/// The points of a sweep: every combination of the values of some axes, the last axis fastest.
public struct Grid: Sendable {
  /// The values of each axis, in base units.
  public let axes: [[Double]]

  public init(_ axes: [[Double]]) {
    self.axes = axes
  }

  /// How many points there are; nil beyond what an integer holds.
  public var count: Int? { count(along: all) }

  /// The values of an axis with even steps, or with even ratios: both ends exactly, and what lies between.
  public static func values(
    from low: Double, to high: Double, count: Int, isLogarithmic: Bool
  ) -> [Double] {
    (0..<count).map { index in
      if index == 0 { return low }
      if index == count - 1 { return high }
      let share = Double(index) / Double(count - 1)
      return isLogarithmic ? low * Double.pow(high / low, share) : low + (high - low) * share
    }
  }

  /// All its axes.
  var all: AxisSet { AxisSet(rawValue: UInt32(1) << UInt32(min(axes.count, 31)) - 1) }

  /// How many points the grid has along some of its axes.
  func count(along set: AxisSet) -> Int? {
    var count = 1
    for axis in axes.indices where set.contains(axis: axis) {
      let (product, overflows) = count.multipliedReportingOverflow(by: axes[axis].count)
      if overflows { return nil }
      count = product
    }
    return count
  }

  /// Where a point lies on each axis.
  public func position(of point: Int) -> [Int] {
    var rest = point
    var position = [Int](repeating: 0, count: axes.count)
    for axis in axes.indices.reversed() where !axes[axis].isEmpty {
      position[axis] = rest % axes[axis].count
      rest /= axes[axis].count
    }
    return position
  }
}

extension AxisSet {
  public init(axis: Int) { self.init(rawValue: 1 << UInt32(axis)) }

  func contains(axis: Int) -> Bool { contains(AxisSet(axis: axis)) }
}
