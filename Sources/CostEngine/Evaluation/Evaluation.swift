/// The value of every node of a graph, in base units.
public struct Evaluation: Sendable {
  private let values: [Double]

  /// Runs the whole graph once. What varies over axes is not a number here: grids have an evaluator of their own.
  public init(_ graph: CostGraph) {
    var values: [Double] = []
    values.reserveCapacity(graph.nodes.count)
    for node in graph.nodes { values.append(Evaluation.value(of: node, values)) }
    self.values = values
  }

  public subscript(_ id: NodeID) -> Double { values[id.index] }

  static func value(of node: Node, _ values: [Double]) -> Double {
    let inputs = node.inputs
    return node.operation.apply(
      inputs.a.map { values[$0.index] } ?? 0, inputs.b.map { values[$0.index] } ?? 0,
      inputs.c.map { values[$0.index] } ?? 0)
  }

  /// The first operation that turned finite inputs into something that is not a number, on the way to `root`;
  /// nil where the root is finite.
  public func originOfNonFinite(_ root: NodeID, in graph: CostGraph) -> NodeID? {
    guard !self[root].isFinite else { return nil }
    var place = root
    while let culprit = taken(by: graph[place]).first(where: { !self[$0].isFinite }) {
      place = culprit
    }
    return place
  }

  /// The inputs that the value of a node rests on: a choice rests on the branch it took.
  private func taken(by node: Node) -> [NodeID] {
    let inputs = node.inputs
    guard node.operation == .select, let condition = inputs.a else { return inputs.all }
    return [condition, self[condition] != 0 ? inputs.b : inputs.c].compactMap { $0 }
  }
}
