/// How much of a figure's variance each of its inputs explains.
///
/// The share that an input explains alone, its first-order Sobol index, is found from the samples as they are: they are
/// put into classes by the input, and the variance between the means of the classes is set against the whole, less what
/// as many classes of chance would show. The share that it has a part in, its total Sobol index, is found by drawing
/// the input again while all others keep their draws.
///
/// Sources: E. Plischke, E. Borgonovo and C. Smith, Global sensitivity measures from given data, European Journal of
/// Operational Research 226 (2013), section 3; A. Saltelli et al., Variance based sensitivity analysis of model output,
/// Computer Physics Communications 181 (2010), table 2 (f), the estimator of Jansen, for the totals.
public struct SpreadShares: Sendable {
  /// For each input, between 0 and 1; 0 where nothing is uncertain.
  public let alone: [Double]
  /// Alone and together with others; larger than the share alone where inputs act on one another.
  public let total: [Double]

  /// The shares are told to a percent or two; more samples than this would say no more.
  private static let mostSamples = 16_384
  private static let fewestSamples = 1_024
  /// Operations on single numbers, for all inputs together.
  private static let mostWork = 2_000_000_000

  /// - Parameters:
  ///   - inputs: their draws are the sources of uncertainty below them.
  ///   - evaluation: where the graph stands besides.
  public init(
    of figure: NodeID, by inputs: [NodeID], in graph: CostGraph, _ evaluation: Evaluation,
    _ sampling: Sampling, _ execution: Execution = Execution()
  ) {
    let figure = graph.named(figure)
    let uncertain = inputs.map { graph.named($0) }
    guard graph[figure].rank.isSampled else {
      alone = inputs.map { _ in 0 }
      total = alone
      return
    }
    let all = SampleProgram(
      graph, Set([figure] + uncertain.filter { graph[$0].rank.isSampled }).sorted())
    let work = (all.code.instructions.count + 1) * (inputs.count + 1)
    let sampling = Sampling(
      samples: min(
        sampling.samples, Self.mostSamples, max(Self.fewestSamples, Self.mostWork / work)),
      seed: sampling.seed, sampler: sampling.sampler)
    let quiet = execution.withoutProgress
    let drawn = Dictionary(
      uniqueKeysWithValues: zip(all.roots, evaluation.columns(of: all, sampling, quiet)))
    let values = drawn[figure] ?? []
    let (mean, variance) = SpreadShares.moments(values)
    alone = uncertain.map { input in
      drawn[input].map { SpreadShares.share(of: values, mean, variance, by: $0) } ?? 0
    }
    let code = SampleProgram(graph, [figure])
    total = uncertain.map { input in
      let own = Set(
        graph.nodes(under: [input]).compactMap { id -> UInt64? in
          if case .draw(let identity) = graph[id].operation { identity } else { nil }
        })
      guard variance > 0, !own.isEmpty, !execution.isInterrupted else { return 0 }
      let again = evaluation.columns(of: code, sampling, quiet, redrawing: own)[0]
      let squares = zip(values, again).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
      // Both sets of samples tell the variance, so that a far value counts above and below the line.
      let both = SpreadShares.moments(values + again).variance
      return min(1, squares / Double(values.count) / 2 / both)
    }
  }

  private static func moments(_ values: [Double]) -> (mean: Double, variance: Double) {
    let count = Double(max(1, values.count))
    let mean = values.reduce(0, +) / count
    return (mean, values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count)
  }

  private static func share(
    of values: [Double], _ mean: Double, _ variance: Double, by other: [Double]
  ) -> Double {
    let count = values.count
    guard variance > 0, count >= 4 else { return 0 }
    let order = other.indices.sorted { (other[$0], $0) < (other[$1], $1) }
    let classes = min(64, count / 4)
    var between = 0.0
    for number in 0..<classes {
      let members = order[count * number / classes..<count * (number + 1) / classes]
      let level = members.reduce(0) { $0 + values[$1] } / Double(members.count)
      between += Double(members.count) * (level - mean) * (level - mean)
    }
    let share = between / Double(count) / variance
    let chance = Double(classes - 1) / Double(count)
    return min(1, max(0, (share - chance) / (1 - chance)))
  }
}
