/// One draw in each of as many equal intervals as there are draws, in random order.
///
/// The order is a permutation of the digits of an index, found for each index on its own: a network of four rounds
/// mixes one half of the digits into the other, and is applied again while the result is not an index.
///
/// Sources: M. D. McKay, R. J. Beckman and W. J. Conover, Technometrics 21 (1979); J. Black and P. Rogaway, Ciphers
/// with arbitrary finite domains, CT-RSA 2002, section 5.
struct LatinSequence: DrawSequence {
  private let count: UInt64
  /// Half the digits of an index.
  private let digits: UInt64
  private let keys: [UInt64]
  private let within: RandomSequence

  init(_ random: SplitMix, count: Int) {
    var random = random
    self.count = UInt64(max(1, count))
    digits = UInt64(UInt64.bitWidth - self.count.leadingZeroBitCount + 1) / 2
    keys = (0..<4).map { _ in random.next() }
    within = RandomSequence(SplitMix(state: random.next()))
  }

  func fill(
    _ column: UnsafeMutablePointer<Double>, from start: Int, count: Int, _ set: InstructionSet
  ) {
    within.fill(column, from: start, count: count, set)
    for row in 0..<count {
      column[row] = share(start + row, column[row])
    }
  }

  func draw(_ index: Int) -> Double {
    share(index, within.draw(index))
  }

  /// Rounding must not reach 1.
  private func share(_ index: Int, _ within: Double) -> Double {
    min((Double(interval(UInt64(index))) + within) / Double(count), 1 - 0x1p-53)
  }

  private func interval(_ index: UInt64) -> UInt64 {
    let mask = (UInt64(1) << digits) - 1
    var place = index
    repeat {
      var (left, right) = (place >> digits, place & mask)
      for key in keys {
        var random = SplitMix(state: right ^ key)
        (left, right) = (right, left ^ (random.next() & mask))
      }
      place = left << digits | right
    } while place >= count
    return place
  }
}
