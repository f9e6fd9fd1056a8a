/// The values of the nodes of a graph, in base units; of uncertain ones the mean, and the samples of those asked for.
public struct Evaluation: Sendable {
  private var values: [Double]
  private var samples: [NodeID: Samples] = [:]
  private let graph: CostGraph

  /// Runs the whole graph once.
  ///
  /// - Parameters:
  ///   - roots: the nodes whose samples are wanted, among others.
  ///   - sampling: how many draws are taken, and which.
  ///   - axes: where the graph stands on each sweep axis; what depends on an axis without a value is not a number.
  public init(
    _ graph: CostGraph, roots: [NodeID] = [], sampling: Sampling = .standard,
    execution: Execution = Execution(), axes: [Double] = []
  ) {
    var programs = SamplePrograms()
    self.init(
      graph, roots: roots, sampling: sampling, execution: execution, axes: axes, &programs)
  }

  /// - Parameters:
  ///   - common: the shares whose quantiles are wanted of every root.
  ///   - programs: the code of earlier runs over the same graph.
  init(
    _ graph: CostGraph, roots: [NodeID], sampling: Sampling, execution: Execution,
    axes: [Double], asking common: Set<Double> = Samples.shares, _ programs: inout SamplePrograms
  ) {
    self.graph = graph
    values = []
    values.reserveCapacity(graph.nodes.count)
    var statistics: [NodeID] = []
    for (index, node) in graph.nodes.enumerated() {
      switch node.operation {
      case .axis(let axis): values.append(axes.indices.contains(axis) ? axes[axis] : .nan)
      case .statistic:
        statistics.append(NodeID(index: index))
        values.append(.nan)
      default: values.append(node.value { values[$0.index] })
      }
    }
    var shares: [NodeID: Set<Double>] = [:]
    for id in statistics {
      if case .statistic(.quantile(let share)) = graph[id].operation, let input = graph[id].inputs.a
      {
        shares[graph.named(input), default: []].insert(share)
      }
    }
    let wanted = roots.map { graph.named($0) }.filter { graph[$0].rank.isSampled }
    for root in wanted where !graph[root].operation.isTruth {
      shares[root, default: []].formUnion(common)
    }
    func draw(_ roots: [NodeID]) {
      let roots = Set(roots).filter { graph[$0].rank.isSampled && samples[$0] == nil }
      guard !roots.isEmpty else { return }
      let values = values
      let drawn = SampleEvaluation(
        programs.program(graph, roots.sorted()), sampling, execution,
        shares: { shares[$0, default: []].sorted() }, constant: { values[$0.index] })
      samples.merge(drawn.samples) { $1 }
    }
    let inputs = statistics.compactMap { graph[$0].inputs.a }.map { graph.named($0) }
    // What no statistic enters is sampled in one go; the rest waits for the statistics.
    draw((wanted + inputs).filter { !graph[$0].rank.isDerived })
    if let first = statistics.first {
      for index in first.index..<values.count {
        let node = graph.nodes[index]
        if case .statistic(let statistic) = node.operation, let input = node.inputs.a {
          let input = graph.named(input)
          if samples[input] == nil { draw([input]) }
          values[index] = samples[input]?.value(of: statistic) ?? values[input.index]
        } else if node.rank.isDerived, !node.rank.isSampled {
          values[index] = node.value { values[$0.index] }
        }
      }
      draw(wanted.filter { graph[$0].rank.isDerived && samples[$0] == nil })
    }
  }

  /// The value of a node; of an uncertain one the mean of its samples.
  public subscript(_ id: NodeID) -> Double { samples(of: id)?.mean ?? values[id.index] }

  /// The samples of an uncertain node that was asked for; nil for every other.
  public func samples(of id: NodeID) -> Samples? {
    graph[id].rank.isSampled ? samples[graph.named(id)] : nil
  }

  /// All samples of some uncertain nodes, in the order of the draws: those of two nodes belong together.
  public func columns(
    of nodes: [NodeID], _ sampling: Sampling, _ execution: Execution = Execution()
  ) -> [[Double]] {
    let program = SampleProgram(graph, nodes.map { graph.named($0) })
    return columns(of: program, sampling, execution)
  }

  /// All samples of a program's roots.
  ///
  /// - Parameter redrawn: sources of uncertainty whose draws are others than usual.
  func columns(
    of program: SampleProgram, _ sampling: Sampling, _ execution: Execution,
    redrawing redrawn: Set<UInt64> = []
  ) -> [[Double]] {
    let work = SampleWork(program, sampling, execution, redrawing: redrawn) { self[$0] }
    return work.columns(work.chunks.count)
  }

  /// The first operation that turned finite inputs into something that is not a number, on the way to `root`;
  /// nil where the root is finite, or uncertain.
  public func originOfNonFinite(_ root: NodeID, in graph: CostGraph) -> NodeID? {
    guard !graph[root].rank.isSampled else { return nil }
    return graph.originOfNonFinite(root) { graph[$0].rank.isSampled ? 0 : values[$0.index] }
  }
}

extension CostGraph {
  /// The first operation that turned finite inputs into something that is not a number, on the way to `root`.
  func originOfNonFinite(_ root: NodeID, value: (NodeID) -> Double) -> NodeID? {
    guard !value(root).isFinite else { return nil }
    var place = root
    while let culprit = taken(by: self[place], value).first(where: { !value($0).isFinite }) {
      place = culprit
    }
    return place
  }

  /// The inputs that the value of a node rests on: a choice rests on the branch it took.
  private func taken(by node: Node, _ value: (NodeID) -> Double) -> [NodeID] {
    let inputs = node.inputs
    guard node.operation == .select, let condition = inputs.a else { return inputs.all }
    return [condition, value(condition) != 0 ? inputs.b : inputs.c].compactMap { $0 }
  }
}
