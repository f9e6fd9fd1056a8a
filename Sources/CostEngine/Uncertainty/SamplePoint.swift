/// One sample of everything that a node follows from, computed step by step.
public struct SamplePoint {
  private let graph: CostGraph
  private var values: [NodeID: Double] = [:]

  /// - Parameters:
  ///   - number: which of the samples.
  ///   - evaluation: the run that they belong to.
  public init(
    _ number: Int, of root: NodeID, in graph: CostGraph, _ evaluation: Evaluation,
    _ sampling: Sampling
  ) {
    self.graph = graph
    let place = sampling.place(of: number)
    for id in graph.nodes(under: [root]) {
      let node = graph[id]
      if !node.rank.isSampled {
        values[id] = evaluation[id]
      } else if case .draw(let identity) = node.operation {
        values[id] = sampling.sequence(identity, replicate: place.replicate).draw(place.offset)
      } else {
        values[id] = node.value { values[$0] ?? 0 }
      }
    }
  }

  /// The value of a node below the root; not a number for any other.
  public subscript(_ id: NodeID) -> Double { values[id] ?? .nan }

  /// The first operation that turned finite inputs into something that is not a number, on the way to `root`; nil
  /// where the root is finite.
  public func originOfNonFinite(_ root: NodeID) -> NodeID? {
    graph.originOfNonFinite(root) { self[$0] }
  }
}
