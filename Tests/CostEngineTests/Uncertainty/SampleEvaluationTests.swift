import Testing

@testable import CostEngine

/// A graph with every kind of work: draws, tables, rounding, choices.
private func model() -> (graph: CostGraph, roots: [NodeID]) {
  let builder = GraphBuilder()
  let users = (builder.draw("users").applying(.normalQuantile) * 0.4).applying(.exp) * 1_000
  let share = builder.draw("share").applying(
    .betaQuantile(BetaDistribution(alpha: 4, beta: 6)))
  let devices = (users * share / 70).roundedUp
  let price = (devices > builder.constant(4)).choose(builder.constant(2), else: builder.constant(3))
  let cost = devices * price + users * 0.01
  let isDear = cost > builder.constant(30)
  return (builder.graph, [users, share, devices, cost, isDear].map(\.id))
}

@Suite struct SampleEvaluationTests {
  private func values(_ evaluation: Evaluation, _ roots: [NodeID]) -> [Double] {
    roots.flatMap { root -> [Double] in
      guard let samples = evaluation.samples(of: root) else { return [] }
      return [
        samples.mean, samples.standardDeviation, samples.standardError,
        samples.quantile(0.05), samples.quantile(0.5), samples.quantile(0.95),
      ].filter { !$0.isNaN }
    }
  }

  /// The same bits whatever computes them, with intervals that narrow several times.
  @Test(arguments: [1_000, 150_000]) func nothingButTheDrawsMatters(count: Int) {
    let (graph, roots) = model()
    let sampling = Sampling(samples: count, seed: 3)
    var alone = Execution(threads: 1)
    alone.instructionSet = .portable
    let expected = values(
      Evaluation(graph, roots: roots, sampling: sampling, execution: alone), roots)
    #expect(expected.count == 27)
    for set in InstructionSet.allCases where set.isAvailable {
      for threads in [1, 2, 7] {
        var execution = Execution(threads: threads)
        execution.instructionSet = set
        let found = values(
          Evaluation(graph, roots: roots, sampling: sampling, execution: execution), roots)
        #expect(found == expected, "\(set), \(threads) threads")
      }
    }
  }

  /// The more columns a program needs, the fewer rows it computes at a time.
  @Test(arguments: [3, 20, 40], Sampler.allCases)
  func columnsAreTheSameBesideOthers(count: Int, sampler: Sampler) throws {
    let builder = GraphBuilder()
    let terms = (0..<count).map { builder.draw("draw \($0)").applying(.normalQuantile) }
    // All are needed to the end.
    let sum = terms.reversed().reduce(builder.constant(0), +)
    let graph = builder.graph
    let sampling = Sampling(samples: 5_001, seed: 4, sampler: sampler)
    let evaluation = Evaluation(graph)
    let roots = [sum.id, terms[1].id]
    let together = evaluation.columns(of: roots, sampling)
    #expect(together[1] == evaluation.columns(of: [terms[1].id], sampling)[0])
    for number in [0, 127, 128, 511, 512, 600, 5_000] {
      let point = SamplePoint(number, of: sum.id, in: graph, evaluation, sampling)
      #expect(point[sum.id] == together[0][number])
    }
  }

  /// Against all samples, sorted.
  @Test(arguments: Sampler.allCases) func summariesAreThoseOfTheSamples(sampler: Sampler) throws {
    let (graph, roots) = model()
    let sampling = Sampling(samples: 200_001, seed: 9, sampler: sampler)
    let evaluation = Evaluation(graph, roots: roots, sampling: sampling)
    let program = SampleProgram(graph, roots.sorted())
    let work = SampleWork(program, sampling, Execution()) { evaluation[$0] }
    for (root, column) in zip(program.roots, work.columns(work.chunks.count)) {
      let samples = try #require(evaluation.samples(of: root))
      let count = Double(column.count)
      let mean = column.reduce(0, +) / count
      let variance = column.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
      #expect(samples.count == column.count)
      #expect(abs(samples.mean / mean - 1) < 1e-12)
      #expect(abs(samples.standardDeviation / variance.squareRoot() - 1) < 1e-10)
      guard root != roots.last else { continue }
      let sorted = column.sorted()
      for share in [0.05, 0.5, 0.95] {
        let place = share * count - 0.5
        let (low, high) = (sorted[Int(place)], sorted[Int(place) + 1])
        let expected = low + (high - low) * (place - place.rounded(.down))
        #expect(samples.quantile(share) == expected)
      }
    }
  }

  /// A chance that is sure is exactly 1, and a constant has no spread.
  @Test func certaintyIsExact() throws {
    let builder = GraphBuilder()
    let draw = builder.draw("a")
    let sure = draw > builder.constant(-1)
    let flat = (draw > builder.constant(2)).choose(builder.constant(1), else: builder.constant(0.1))
    let evaluation = Evaluation(
      builder.graph, roots: [sure.id, flat.id], sampling: Sampling(samples: 100_000, seed: 1))
    #expect(evaluation[sure.id] == 1)
    let samples = try #require(evaluation.samples(of: flat.id))
    #expect(samples.mean == 0.1 && samples.standardDeviation == 0 && samples.quantile(0.95) == 0.1)
  }

  @Test func lostSamplesAreCounted() throws {
    let builder = GraphBuilder()
    let draw = builder.draw("a")
    let root = (draw - 0.25).squareRoot
    let sampling = Sampling(samples: 100_000, seed: 1)
    let evaluation = Evaluation(builder.graph, roots: [root.id], sampling: sampling)
    let samples = try #require(evaluation.samples(of: root.id))
    #expect(abs(Double(samples.lost) / 100_000 - 0.25) < 0.001)
    let first = try #require(samples.firstLost)
    let point = SamplePoint(first, of: root.id, in: builder.graph, evaluation, sampling)
    #expect(point[draw.id] < 0.25 && point.originOfNonFinite(root.id) == root.id)
    for number in 0..<first {
      let point = SamplePoint(number, of: root.id, in: builder.graph, evaluation, sampling)
      #expect(point[draw.id] >= 0.25)
    }
  }

  /// Margins that are too narrow miss, and are found to.
  @Test func intervalsThatMissAreKnown() {
    var statistic = OrderStatistics(0.5, (0..<1_000).map(Double.init), margin: 0.01)
    let sieve = Sieve(statistic)
    let higher = (0..<3_000).map { Double($0 + 5_000) }
    higher.withUnsafeBufferPointer { column in
      if let base = column.baseAddress { sieve.add(base, column.count, .best) }
    }
    statistic.add(sieve)
    #expect(statistic.quantile(of: 4_000) == nil)
    var wide = OrderStatistics(0.5, (0..<1_000).map(Double.init), margin: 1e9)
    let all = Sieve(wide)
    higher.withUnsafeBufferPointer { column in
      if let base = column.baseAddress { all.add(base, column.count, .best) }
    }
    wide.add(all)
    // Of 1,000 and 3,000 the two in the middle are the 1,000th and the 1,001st of the later ones.
    #expect(wide.quantile(of: 4_000) == 5_999.5)
  }

  private struct Stopped: Monitor {
    let isInterrupted = true
    func advance(to share: Double) {}
  }

  @Test func interruptedRunsEnd() {
    let (graph, roots) = model()
    let evaluation = Evaluation(
      graph, roots: roots, sampling: Sampling(samples: 10_000_000_000, seed: 1),
      execution: Execution(threads: 2, monitor: Stopped()))
    #expect(evaluation.samples(of: roots[0]) == nil)
  }
}
