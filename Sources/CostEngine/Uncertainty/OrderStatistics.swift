import CKernels

/// An exact quantile of more samples than are kept: an interval that surely holds it, how many samples lie below, and
/// those inside.
///
/// The interval comes from the samples seen so far, with a margin of several standard errors of their order
/// statistics, and narrows as more are seen. What is left in it at the end is sorted, and nothing else.
struct OrderStatistics {
  let share: Double
  /// The ends of the interval.
  private(set) var low = -Double.infinity
  private(set) var high = Double.infinity
  /// How many samples are below the interval, and how many are equal to its ends.
  private var below = 0
  private var atLow = 0
  private var atHigh = 0
  /// Those strictly inside.
  private var values: [Double]
  private var isSorted = true

  /// Half the width of an interval in standard errors: a miss is an event of one in a million.
  static let usualMargin = 5.0

  /// - Parameter sorted: the first samples, in order.
  init(_ share: Double, _ sorted: [Double], margin: Double) {
    self.share = share
    values = sorted
    narrow(to: sorted.count, margin: margin)
  }

  /// Takes over what a thread found in the same interval.
  mutating func add(_ sieve: Sieve) {
    below += sieve.sift.below
    atLow += sieve.sift.atLow
    atHigh += sieve.sift.atHigh
    values += sieve.values
    isSorted = false
  }

  private mutating func sort() {
    if !isSorted { values.sortByBits() }
    isSorted = true
  }

  /// Moves the ends of the interval closer, when so many samples were seen.
  mutating func narrow(to count: Int, margin: Double) {
    let middle = share * Double(count)
    let width = margin * (middle * (1 - share)).squareRoot() + 2
    sort()
    let all = values
    let lead = below + atLow
    let first = Int(max(-1, middle - width - Double(lead)).rounded(.down))
    let last = Int(min(Double(all.count), middle + width - Double(lead)).rounded(.up))
    if last < 0 {
      (high, atHigh, values) = (low, 0, [])
    } else if last < all.count {
      high = all[last]
      atHigh = all.count { $0 == high }
      values.removeAll { $0 >= high }
    }
    if first >= all.count {
      (below, low, atLow, atHigh, values) = (lead + all.count, high, atHigh, 0, [])
    } else if first >= 0 {
      low = all[first]
      below = lead + all.count { $0 < low }
      atLow = all.count { $0 == low }
      if low == high { atHigh = 0 }
      values.removeAll { $0 <= low }
    }
  }

  /// The value that the share of all the samples lies below, between the two nearest where it falls between; nil
  /// where the interval missed it.
  ///
  /// The middles of the steps, type 5 of R. J. Hyndman and Y. Fan, The American Statistician 50 (1996).
  mutating func quantile(of count: Int) -> Double? {
    sort()
    let place = min(max(share * Double(count) - 0.5, 0), Double(count - 1))
    let rank = Int(place)
    guard let a = value(of: rank), let b = value(of: min(rank + 1, count - 1)) else { return nil }
    return a == b ? a : a + (b - a) * (place - Double(rank))
  }

  /// The sample that so many others come before.
  private func value(of rank: Int) -> Double? {
    var rest = rank - below
    if rest < 0 { return nil }
    if rest < atLow { return low }
    rest -= atLow
    if rest < values.count { return values[rest] }
    return rest < values.count + atHigh ? high : nil
  }
}

/// What one thread finds in the interval of an order statistic.
final class Sieve {
  private(set) var sift = CKSift()

  init(_ statistic: OrderStatistics) {
    sift.low = statistic.low
    sift.high = statistic.high
  }

  deinit { sift.values?.deallocate() }

  var values: UnsafeBufferPointer<Double> {
    UnsafeBufferPointer(start: sift.values, count: sift.inside)
  }

  /// Counts a block in.
  func add(_ column: UnsafePointer<Double>, _ count: Int, _ set: InstructionSet) {
    if sift.capacity - sift.inside < count { grow(by: count) }
    ck_sift(set.kernels, &sift, column, count)
  }

  private func grow(by count: Int) {
    let capacity = 2 * (sift.capacity + count)
    let memory = UnsafeMutablePointer<Double>.allocate(capacity: capacity)
    if let values = sift.values {
      memory.update(from: values, count: sift.inside)
      values.deallocate()
    }
    sift.values = memory
    sift.capacity = capacity
  }
}

extension [Double] {
  /// Ascending; what is not a number comes last.
  mutating func sortByBits() {
    withUnsafeMutableBufferPointer { values in
      guard let base = values.baseAddress else { return }
      withUnsafeTemporaryAllocation(of: Double.self, capacity: values.count) { room in
        if let room = room.baseAddress { ck_sort(base, room, values.count) }
      }
    }
  }
}
