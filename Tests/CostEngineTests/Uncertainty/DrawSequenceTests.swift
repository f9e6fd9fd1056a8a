import CKernels
import Testing

@testable import CostEngine

@Suite struct DrawSequenceTests {
  private func draws(
    _ count: Int, seed: UInt64 = 1, identity: UInt64 = 7, replicate: Int = 0,
    sampler: Sampler = .digital
  ) -> [Double] {
    let sequence = Sampling(samples: 8 * count, seed: seed, sampler: sampler)
      .sequence(identity, replicate: replicate)
    var values = [Double](repeating: 0, count: count)
    values.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      var start = 0
      while start < count {
        let size = min(ColumnFrame.blockSize, count - start)
        sequence.fill(base + start, from: start, count: size, .best)
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

  @Test(arguments: Sampler.allCases)
  func whatTellsSequencesApart(sampler: Sampler) {
    func draws(_ count: Int, seed: UInt64 = 1, identity: UInt64 = 7, replicate: Int = 0)
      -> [Double]
    {
      self.draws(
        count, seed: seed, identity: identity, replicate: replicate, sampler: sampler)
    }
    let values = draws(1_000)
    #expect(values == draws(1_000))
    #expect(values != draws(1_000, seed: 2))
    #expect(values != draws(1_000, identity: 8))
    #expect(values != draws(1_000, replicate: 1))
    // A shorter run is the beginning of a longer one, but for a Latin one, which knows its length.
    #expect((Array(values.prefix(700)) == draws(700)) == (sampler != .latin))
  }

  /// The mean of a product of two independent draws is ¼; by chance it would miss by 0.0023 at one standard error.
  @Test(arguments: Sampler.allCases)
  func sequencesAreIndependent(sampler: Sampler) {
    for pair in 0..<30 {
      let a = draws(16_384, identity: UInt64(2 * pair), sampler: sampler)
      let b = draws(16_384, identity: UInt64(2 * pair + 1), sampler: sampler)
      let mean = zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } / Double(a.count)
      #expect(abs(mean - 0.25) < 0.009, "pair \(pair): \(mean)")
    }
  }

  /// Any draw is found without those before it.
  @Test(arguments: Sampler.allCases)
  func singleDraws(sampler: Sampler) {
    let sequence = Sampling(samples: 8 * 3_000, seed: 5, sampler: sampler)
      .sequence(3, replicate: 2)
    let values = draws(3_000, seed: 5, identity: 3, replicate: 2, sampler: sampler)
    for index in stride(from: 0, to: 3_000, by: 37) {
      #expect(sequence.draw(index) == values[index])
    }
  }

  @Test(arguments: [1, 2, 3, 100, 1_000, 4_099])
  func latinDrawsHaveAnIntervalEach(count: Int) {
    let sequence = LatinSequence(SplitMix(state: 4), count: count)
    let draws = (0..<count).map { sequence.draw($0) }
    #expect(Set(draws.map { Int($0 * Double(count)) }).count == count)
    #expect(draws.allSatisfy { $0 > 0 && $0 < 1 })
  }

  /// Known answers of the Random123 library, tests/kat_vectors.
  @Test(
    arguments: [
      (
        [0, 0, 0, 0], [0, 0], [0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8]
      ),
      (
        [0xffff_ffff, 0xffff_ffff, 0xffff_ffff, 0xffff_ffff], [0xffff_ffff, 0xffff_ffff],
        [0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd]
      ),
      (
        [0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344], [0xa409_3822, 0x299f_31d0],
        [0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1]
      ),
    ] as [([UInt32], [UInt32], [UInt32])])
  func philoxGivesThePublishedWords(counter: [UInt32], key: [UInt32], expected: [UInt32]) {
    var words = [UInt32](repeating: 0, count: 4)
    ck_philox(counter, key, &words)
    #expect(words == expected)
  }
}
