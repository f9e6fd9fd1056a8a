/// The draws of one source of uncertainty, each between 0 and 1, in one repetition.
protocol DrawSequence: Sendable {
  /// Fills a column with the draws from an index, an even one; all of them lie in one block.
  func fill(
    _ column: UnsafeMutablePointer<Double>, from start: Int, count: Int, _ set: InstructionSet)

  /// The draw of an index.
  func draw(_ index: Int) -> Double
}

extension Sampling {
  /// The draws of a source of uncertainty: they follow from the seed, the identity and the repetition alone.
  func sequence(_ identity: UInt64, replicate: Int) -> any DrawSequence {
    var random = SplitMix(state: seed ^ identity &* 0x9E37_79B9_7F4A_7C15)
    for _ in 0...replicate { random = SplitMix(state: random.next()) }
    switch sampler {
    case .digital: return DigitalSequence(random)
    case .random: return RandomSequence(random)
    case .latin:
      let own = replicate % Sampling.replicates
      return LatinSequence(random, count: bounds[own + 1] - bounds[own])
    }
  }
}

/// Numbers for setting up sequences.
///
/// Source: G. Steele, D. Lea and C. Flood, Fast splittable pseudorandom number generators, OOPSLA 2014.
struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
