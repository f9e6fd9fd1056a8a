import CKernels

/// The draws of one source of uncertainty, each between 0 and 1: spread far more evenly than chance would.
///
/// A digital sequence in base 2 whose generating matrix is a random lower triangular matrix times a random upper one,
/// both with a unit diagonal, then shifted by random digits. Each run of 2^m draws from a multiple of 2^m has one draw
/// in every interval of 2^-m. Matrix and shift follow from the seed, the identity and the replicate alone, so no
/// source of uncertainty takes anything away from another.
///
/// Sources: J. Matoušek, On the L2-discrepancy for anchored boxes, J. Complexity 14 (1998), for the scrambling;
/// T. Goda and P. L'Ecuyer, Construction-free median quasi-Monte Carlo rules, SIAM J. Sci. Comput. 44 (2022), for
/// generating matrices at random.
struct DigitalSequence: DrawSequence {
  private static let digits = 32
  /// Draws of a block whose low digits come from a table.
  private static let blockSize = ColumnFrame.blockSize

  /// By the low digits of an index.
  private var low = [UInt32](repeating: 0, count: DigitalSequence.blockSize)
  /// By each higher digit.
  private var high: [UInt32] = []
  private let shift: UInt32

  init(_ random: SplitMix) {
    var random = random
    // Rows of the lower matrix; digit 0 is the most significant one.
    let lower = (0..<Self.digits).map { row -> UInt32 in
      let bits = UInt32(truncatingIfNeeded: random.next())
      let diagonal = UInt32(1) << UInt32(Self.digits - 1 - row)
      // Random digits before the diagonal, none behind it.
      return bits & ~(diagonal | (diagonal - 1)) | diagonal
    }
    let columns = (0..<Self.digits).map { column -> UInt32 in
      let bits = UInt32(truncatingIfNeeded: random.next())
      let diagonal = UInt32(1) << UInt32(Self.digits - 1 - column)
      let upper = bits & ~(diagonal | (diagonal - 1)) | diagonal
      var product: UInt32 = 0
      for (row, factors) in lower.enumerated()
      where (factors & upper).nonzeroBitCount % 2 == 1 {
        product |= 1 << UInt32(Self.digits - 1 - row)
      }
      return product
    }
    shift = UInt32(truncatingIfNeeded: random.next())
    let lowDigits = Self.blockSize.trailingZeroBitCount
    for index in 1..<Self.blockSize {
      let digit = index.trailingZeroBitCount
      low[index] = low[index & (index - 1)] ^ columns[digit]
    }
    high = Array(columns[lowDigits...])
  }

  func fill(
    _ column: UnsafeMutablePointer<Double>, from start: Int, count: Int, _ set: InstructionSet
  ) {
    low[(start % Self.blockSize)...].withUnsafeBufferPointer { low in
      ck_draw(
        set.kernels, low.baseAddress, base(of: start / Self.blockSize), column,
        min(count, low.count))
    }
  }

  func draw(_ index: Int) -> Double {
    // The middle of the interval, so that neither 0 nor 1 is ever drawn.
    (Double(base(of: index / Self.blockSize) ^ low[index % Self.blockSize]) + 0.5) * 0x1p-32
  }

  private func base(of block: Int) -> UInt32 {
    var base = shift
    var rest = block
    var digit = 0
    while rest > 0, digit < high.count {
      if rest & 1 == 1 { base ^= high[digit] }
      rest >>= 1
      digit += 1
    }
    return base
  }
}
