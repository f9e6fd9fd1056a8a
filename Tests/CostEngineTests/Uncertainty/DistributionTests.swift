import Testing

@testable import CostEngine

/// Quantiles and shares against SciPy 1.17.
@Suite struct DistributionTests {
  @Test(arguments: [
    (1e-12, -7.034483825301131), (1e-05, -4.264890793922825), (0.01, -2.3263478740408408),
    (0.05, -1.6448536269514729), (0.3, -0.5244005127080409), (0.5, 0), (0.9, 1.2815515655446004),
    (0.999999, 4.753424308817087),
  ])
  func normalQuantiles(share: Double, expected: Double) {
    let value = NormalDistribution.quantile(share)
    #expect(abs(value - expected) <= 1e-14 * max(1, abs(expected)), "\(value)")
    #expect(abs(NormalDistribution.cumulative(value) / share - 1) < 1e-12)
  }

  @Test func normalQuantilesAtTheEnds() {
    #expect(NormalDistribution.quantile(0) == -.infinity)
    #expect(NormalDistribution.quantile(1) == .infinity)
    #expect(NormalDistribution.quantile(0.95) == -NormalDistribution.quantile(1 - 0.95))
  }

  @Test(arguments: [
    (2.0, 5.0, 0.1, 0.11426500000000002), (2, 5, 0.5, 0.890625),
    (0.5, 0.5, 0.3, 0.36901011956554536), (4, 6, 0.41, 0.5423548764880494),
    (30, 3, 0.9, 0.36668351908062025), (200, 100, 0.7, 0.8911569343550899),
  ])
  func betaShares(alpha: Double, beta: Double, x: Double, expected: Double) {
    let distribution = BetaDistribution(alpha: alpha, beta: beta)
    #expect(abs(distribution.cumulative(x) / expected - 1) < 1e-12)
    #expect(abs(distribution.quantile(expected) / x - 1) < 1e-11)
  }

  @Test(arguments: [
    (2.0, 5.0, 0.05, 0.06284989170835438), (0.5, 0.5, 1e-06, 2.46740110027031e-12),
    (4, 6, 0.999, 0.8371397803523718), (30, 3, 0.5, 0.9173098400475259),
  ])
  func betaQuantiles(alpha: Double, beta: Double, share: Double, expected: Double) {
    let value = BetaDistribution(alpha: alpha, beta: beta).quantile(share)
    #expect(abs(value / expected - 1) < 1e-10, "\(value)")
  }
}

@Suite struct DrawSequenceTests {
  private func draws(_ count: Int, seed: UInt64 = 1, identity: UInt64 = 7, replicate: Int = 0)
    -> [Double]
  {
    let sequence = DrawSequence(seed: seed, identity: identity, replicate: replicate)
    var values = [Double](repeating: 0, count: count)
    values.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      var start = 0
      while start < count {
        let size = min(DrawSequence.blockSize, count - start)
        sequence.fill(base + start, from: start, count: size)
        start += size
      }
    }
    return values
  }

  /// Each run of 2^m draws from a multiple of 2^m has one in every interval of 2^-m.
  @Test(arguments: 0..<20)
  func runsAreStratified(identity: UInt64) {
    let values = draws(8_192, identity: identity)
    #expect(values.allSatisfy { $0 > 0 && $0 < 1 })
    for size in [2, 16, 256, 1_024, 8_192] {
      for start in stride(from: 0, to: values.count, by: size) {
        let cells = Set(values[start..<start + size].map { Int($0 * Double(size)) })
        #expect(cells.count == size)
      }
    }
  }

  @Test func whatTellsSequencesApart() {
    let values = draws(1_000)
    #expect(values == draws(1_000))
    #expect(values != draws(1_000, seed: 2))
    #expect(values != draws(1_000, identity: 8))
    #expect(values != draws(1_000, replicate: 1))
    // A shorter run is the beginning of a longer one.
    #expect(Array(values.prefix(700)) == draws(700))
  }

  /// The mean of a product of two independent draws is ¼; by chance it would miss by 0.0023 at one standard error.
  @Test func sequencesAreIndependent() {
    for pair in 0..<30 {
      let a = draws(16_384, identity: UInt64(2 * pair))
      let b = draws(16_384, identity: UInt64(2 * pair + 1))
      let mean = zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } / Double(a.count)
      #expect(abs(mean - 0.25) < 0.004, "pair \(pair): \(mean)")
    }
  }
}
