/// How draws are spread over 0 to 1.
public enum Sampler: String, CaseIterable, Sendable {
  /// More evenly than chance would: means need a small part of the samples.
  case digital
  /// As chance would, each draw independent of all others.
  case random
  /// One draw in each of as many equal intervals as there are samples, in random order.
  case latin
}

/// How many draws a run takes, and which.
public struct Sampling: Hashable, Sendable {
  public let samples: Int
  public let seed: UInt64
  public let sampler: Sampler

  /// Enough for three digits of most figures, and less than a moment's work.
  public static let standard = Sampling(samples: 16_384, seed: 1)

  /// Beyond it the draws of a sequence would come round again.
  public static let mostSamples = 10_000_000_000

  public init(samples: Int, seed: UInt64, sampler: Sampler = .digital) {
    self.samples = samples
    self.seed = seed
    self.sampler = sampler
  }

  /// Independent repetitions of the draws, which tell how far the results can be trusted.
  static let replicates = 8

  /// The first draw of each repetition, in samples, and one beyond the last.
  var bounds: [Int] {
    let count = min(Sampling.replicates, max(1, samples / ColumnFrame.blockSize))
    return (0...count).map { samples * $0 / count }
  }

  /// Samples of one repetition that follow one another: the work that threads share out.
  struct Chunk {
    let replicate: Int
    /// The first of them, counted in its repetition, and how many there are.
    let offset: Int
    let count: Int
  }

  /// All samples, cut up the same way whoever works on them.
  var chunks: [Chunk] {
    let size = 64 * ColumnFrame.blockSize
    let bounds = bounds
    return zip(bounds, bounds.dropFirst()).enumerated().flatMap { replicate, ends in
      stride(from: 0, to: ends.1 - ends.0, by: size).map { offset in
        Chunk(replicate: replicate, offset: offset, count: min(size, ends.1 - ends.0 - offset))
      }
    }
  }

  /// The repetition that a sample belongs to, and its place in it.
  func place(of sample: Int) -> (replicate: Int, offset: Int) {
    let bounds = bounds
    let replicate = bounds.lastIndex { $0 <= sample } ?? 0
    return (replicate, sample - bounds[replicate])
  }
}
