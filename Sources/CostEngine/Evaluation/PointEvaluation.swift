/// The values of some nodes at the points of a grid where samples enter: of uncertain figures the mean, of uncertain
/// answers whether they hold in every sample, point by point.
public struct PointEvaluation {
  private let graph: CostGraph
  private let roots: [NodeID]
  private let answers: Range<Int>
  private let grid: Grid
  private let sampling: Sampling
  private let execution: Execution

  /// Samples times points that a grid may take: some seconds of work for a graph of usual size.
  public static let mostDraws = 50_000_000

  /// - Parameter answers: which of the roots are yes-or-no.
  public init(
    _ graph: CostGraph, _ roots: [NodeID], answers: Range<Int>, over grid: Grid,
    sampling: Sampling, execution: Execution
  ) throws(GridEvaluation.Refusal) {
    guard let count = grid.count,
      case (let draws, let overflows) = count.multipliedReportingOverflow(by: sampling.samples),
      !overflows, draws <= PointEvaluation.mostDraws
    else { throw .tooManyDraws }
    self.graph = graph
    self.roots = roots
    self.answers = answers
    self.grid = grid
    self.sampling = sampling
    self.execution = execution
  }

  /// Hands over the points one by one, in their order.
  public func forEachBlock(_ body: (GridBlock) -> Void) {
    var programs = SamplePrograms()
    let inner = execution.withoutProgress
    let count = grid.count ?? 0
    for point in 0..<count where !execution.isInterrupted {
      let axes = zip(grid.axes, grid.position(of: point)).map { $0[$1] }
      let evaluation = Evaluation(
        graph, roots: roots, sampling: sampling, execution: inner, axes: axes,
        asking: [], &programs)
      let values = roots.enumerated().map { index, root in
        let value = evaluation[root]
        return answers.contains(index) ? (value == 1 ? 1 : 0) : value
      }
      body(GridBlock(point: point, values: values))
      execution.monitor?.advance(to: Double(point + 1) / Double(count))
    }
  }
}

extension CostGraph {
  /// Computes some nodes over a grid, by blocks of points, or point by point where they are uncertain.
  ///
  /// - Parameters:
  ///   - answers: which of the roots are yes-or-no: an uncertain one holds where it does in every sample.
  ///   - constant: the value of a node that does not vary; nil for every other.
  public func forEachBlock(
    of roots: [NodeID], answers: Range<Int>, over grid: Grid, sampling: Sampling,
    execution: Execution, constant: (NodeID) -> Double?,
    handOver body: (GridBlock) -> Void
  ) throws(GridEvaluation.Refusal) {
    if roots.contains(where: { self[$0].rank.isSampled || self[$0].rank.isDerived }) {
      try PointEvaluation(
        self, roots, answers: answers, over: grid, sampling: sampling, execution: execution
      )
      .forEachBlock(body)
    } else {
      try GridEvaluation(self, roots, over: grid, execution: execution, constant: constant)
        .forEachBlock(body)
    }
  }
}
