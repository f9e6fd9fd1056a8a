import CKernels

/// What the samples of some nodes say, however many there are.
///
/// The samples are drawn in chunks that threads share out, and added up in a tree over the chunks, so that the number
/// of threads changes no bit. The first ones are kept: they tell where quantiles lie. Of the others only those near a
/// quantile are.
struct SampleEvaluation {
  private(set) var samples: [NodeID: Samples] = [:]

  private let work: SampleWork
  /// For each root, the shares whose quantiles are wanted.
  private let shares: [[Double]]

  /// Samples that are kept whole, at least.
  private static let head = 1 << 16
  /// - Parameters:
  ///   - shares: the shares whose quantiles are wanted of each root.
  ///   - constant: the value of a node that does not vary over samples.
  init(
    _ program: SampleProgram, _ sampling: Sampling, _ execution: Execution,
    shares: (NodeID) -> [Double], constant: (NodeID) -> Double
  ) {
    work = SampleWork(program, sampling, execution, constant: constant)
    self.shares = program.roots.map { shares($0) }
    var margin = OrderStatistics.usualMargin
    // An interval that missed its quantile is drawn wider, until it holds everything.
    while !execution.isInterrupted, !evaluate(margin: margin) { margin *= 8 }
  }

  /// Sums of one root over one chunk: of the distances from a pivot, and of their squares.
  private struct Sums {
    var distances = 0.0
    var squares = 0.0
    var lost = 0
    var firstLost = Int.max

    mutating func add(
      _ column: UnsafePointer<Double>, _ count: Int, pivot: Double, at start: Int,
      _ set: InstructionSet
    ) {
      var (sum, squares) = (0.0, 0.0)
      ck_sums(set.kernels, column, count, pivot, &sum, &squares)
      distances += sum
      self.squares += squares
      guard !sum.isFinite else { return }
      for row in 0..<count where !column[row].isFinite {
        lost += 1
        firstLost = min(firstLost, start + row)
      }
    }

    static func + (a: Sums, b: Sums) -> Sums {
      Sums(
        distances: a.distances + b.distances, squares: a.squares + b.squares,
        lost: a.lost + b.lost, firstLost: min(a.firstLost, b.firstLost))
    }

    /// By halves, so that rounding errors stay small, and are the same whoever adds.
    static func tree(_ sums: ArraySlice<Sums>) -> Sums {
      guard sums.count > 1 else { return sums.first ?? Sums() }
      let middle = sums.startIndex + sums.count / 2
      return tree(sums[..<middle]) + tree(sums[middle...])
    }
  }

  /// Draws all samples once; false where a quantile was missed.
  private mutating func evaluate(margin: Double) -> Bool {
    let (chunks, starts) = (work.chunks, work.starts)
    let headChunks = starts.firstIndex { $0 >= Self.head } ?? chunks.count
    let kept = work.columns(headChunks)
    guard !work.execution.isInterrupted else { return true }
    let pivots = kept.map { ($0.first?.isFinite == true ? $0.first : nil) ?? 0 }
    var sums = kept.indices.map { root in
      kept[root].withUnsafeBufferPointer { column in
        (0..<headChunks).map { chunk in
          sumOfHead(column, starts[chunk]..<starts[chunk + 1], pivot: pivots[root])
        }
      }
    }
    var statistics = kept.indices.map { root -> [OrderStatistics] in
      guard !shares[root].isEmpty else { return [] }
      var sorted = kept[root]
      sorted.sortByBits()
      return shares[root].map { OrderStatistics($0, sorted, margin: margin) }
    }
    var phase = headChunks..<headChunks
    while phase.upperBound < chunks.count {
      // Every phase draws many times what was drawn before, with intervals that are that much narrower.
      let end = starts.firstIndex { $0 >= starts[phase.upperBound] * 16 } ?? chunks.count
      phase = phase.upperBound..<end
      let found = run(phase, pivots, statistics)
      guard !work.execution.isInterrupted else { return true }
      for root in kept.indices {
        sums[root] += found.sums[root]
        for index in statistics[root].indices {
          for thread in found.sieves { statistics[root][index].add(thread[root][index]) }
          statistics[root][index].narrow(to: starts[end], margin: margin)
        }
      }
    }
    for root in kept.indices {
      var quantiles: [Double: Double] = [:]
      // What is not a number has no rank.
      let isRanked = Sums.tree(sums[root][...]).lost == 0
      for index in statistics[root].indices where isRanked {
        guard let value = statistics[root][index].quantile(of: work.sampling.samples) else {
          return false
        }
        quantiles[statistics[root][index].share] = value
      }
      samples[work.program.roots[root]] = summary(sums[root], pivots[root], quantiles)
    }
    return true
  }

  private func sumOfHead(
    _ column: UnsafeBufferPointer<Double>, _ rows: Range<Int>, pivot: Double
  ) -> Sums {
    var sums = Sums()
    guard let base = column.baseAddress else { return sums }
    for start in stride(from: rows.lowerBound, to: rows.upperBound, by: ColumnFrame.blockSize) {
      sums.add(
        base + start, min(ColumnFrame.blockSize, rows.upperBound - start), pivot: pivot, at: start,
        work.execution.instructionSet)
    }
    return sums
  }

  private func summary(
    _ sums: [Sums], _ pivot: Double, _ quantiles: [Double: Double]
  ) -> Samples {
    let all = Sums.tree(sums[...])
    let count = Double(work.sampling.samples)
    let variance = (all.squares - all.distances * all.distances / count) / max(1, count - 1)
    let bounds = work.sampling.bounds
    let means = bounds.indices.dropLast().map { replicate in
      let own = work.chunks.indices.filter { work.chunks[$0].replicate == replicate }
      return Sums.tree(own.map { sums[$0] }[...]).distances
        / Double(bounds[replicate + 1] - bounds[replicate])
    }
    let mean = means.reduce(0, +) / Double(means.count)
    let spread = means.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let deviation = max(0, variance).squareRoot()
    return Samples(
      count: work.sampling.samples, mean: pivot + all.distances / count,
      standardDeviation: deviation,
      standardError: means.count < 2
        ? deviation / count.squareRoot()
        : (spread / Double(means.count * (means.count - 1))).squareRoot(),
      lost: all.lost, firstLost: all.lost > 0 ? all.firstLost : nil, quantiles: quantiles)
  }

  /// Sums and order statistics of all roots over some chunks.
  private func run(
    _ phase: Range<Int>, _ pivots: [Double], _ statistics: [[OrderStatistics]]
  ) -> (sums: [[Sums]], sieves: [[[Sieve]]]) {
    let sums = pivots.map { _ in
      UnsafeMutablePointer<Sums>.allocate(capacity: max(1, phase.count))
    }
    for column in sums { column.initialize(repeating: Sums(), count: phase.count) }
    defer { for column in sums { column.deallocate() } }
    let sieves = (0..<work.threads(for: phase)).map { _ in statistics.map { $0.map { Sieve($0) } } }
    let set = work.execution.instructionSet
    // Each thread writes to its own chunks and sieves.
    nonisolated(unsafe) let own = (sums, sieves)
    work.run(phase) { block, frame in
      for root in pivots.indices {
        let (column, isColumn) = frame.result(root)
        guard isColumn else { continue }
        own.0[root][block.chunk - phase.lowerBound].add(
          column, block.count, pivot: pivots[root], at: block.start, set)
        for sieve in own.1[block.thread][root] { sieve.add(column, block.count, set) }
      }
    }
    return (sums.map { Array(UnsafeBufferPointer(start: $0, count: phase.count)) }, sieves)
  }
}
