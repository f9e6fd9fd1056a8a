/// How many draws a run takes, and which.
public struct Sampling: Hashable, Sendable {
  public let samples: Int
  public let seed: UInt64

  /// Enough for three digits of most figures, and less than a moment's work.
  public static let standard = Sampling(samples: 16_384, seed: 1)

  /// A run of more samples than this would need memory out of proportion.
  public static let mostSamples = 10_000_000

  public init(samples: Int, seed: UInt64) {
    self.samples = samples
    self.seed = seed
  }

  /// Independent repetitions of the draws, which tell how far the results can be trusted.
  static let replicates = 8

  /// The first draw of each repetition, in samples, and one beyond the last.
  var bounds: [Int] {
    let count = min(Sampling.replicates, max(1, samples / DrawSequence.blockSize))
    return (0...count).map { samples * $0 / count }
  }
}

/// The samples of some nodes.
struct SampleEvaluation {
  private(set) var columns: [NodeID: [Double]] = [:]

  private static let blockSize = DrawSequence.blockSize

  /// - Parameter constant: the value of a node that does not vary over samples.
  init(
    _ graph: CostGraph, _ roots: [NodeID], _ sampling: Sampling, constant: (NodeID) -> Double
  ) {
    let roots = Array(Set(roots.map { graph.named($0) })).sorted()
    let nodes = graph.nodes(under: roots) { graph[$0].rank.isSampled }
    let own = nodes.filter {
      if case .draw = graph[$0].operation { false } else { graph[$0].rank.isSampled }
    }
    let program = ColumnProgram(graph, nodes: own, results: roots) {
      graph[$0].rank.isSampled ? nil : constant($0)
    }
    var results = roots.map { _ in [Double](repeating: 0, count: sampling.samples) }
    let block = UnsafeMutablePointer<Double>.allocate(
      capacity: max(program.registerCount, 1) * Self.blockSize)
    defer { block.deallocate() }
    let bounds = sampling.bounds
    for replicate in bounds.indices.dropLast() {
      let draws = program.inputs.map { input -> DrawSequence in
        var identity: UInt64 = 0
        if case .draw(let own) = graph[input].operation { identity = own }
        return DrawSequence(seed: sampling.seed, identity: identity, replicate: replicate)
      }
      var start = bounds[replicate]
      while start < bounds[replicate + 1] {
        let count = min(Self.blockSize, bounds[replicate + 1] - start)
        let offset = start - bounds[replicate]
        program.run(block, stride: Self.blockSize, count: count) { input, column in
          draws[input].fill(column, from: offset, count: count)
        }
        for (root, operand) in program.results.enumerated() {
          switch operand {
          case .constant(let value): for i in 0..<count { results[root][start + i] = value }
          case .register(let register):
            for i in 0..<count { results[root][start + i] = block[register * Self.blockSize + i] }
          }
        }
        start += count
      }
    }
    for (root, column) in zip(roots, results) { columns[root] = column }
  }
}
