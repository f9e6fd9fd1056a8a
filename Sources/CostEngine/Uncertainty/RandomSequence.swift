import CKernels

/// Draws as chance would have them, from a counter: any of them is found without those before it.
///
/// Source: J. K. Salmon et al., Parallel random numbers: as easy as 1, 2, 3, SC 2011 (Philox 4×32-10).
struct RandomSequence: DrawSequence {
  private let key: [UInt32]

  init(_ random: SplitMix) {
    var random = random
    let bits = random.next()
    key = [UInt32(truncatingIfNeeded: bits), UInt32(truncatingIfNeeded: bits >> 32)]
  }

  func fill(
    _ column: UnsafeMutablePointer<Double>, from start: Int, count: Int, _ set: InstructionSet
  ) {
    ck_random(set.kernels, key, 0, UInt64(start), column, count)
  }

  func draw(_ index: Int) -> Double {
    var pair = (0.0, 0.0)
    withUnsafeMutableBytes(of: &pair) { bytes in
      guard let column = bytes.assumingMemoryBound(to: Double.self).baseAddress else { return }
      ck_random(CK_PORTABLE, key, 0, UInt64(index & ~1), column, 2)
    }
    return index & 1 == 0 ? pair.0 : pair.1
  }
}
