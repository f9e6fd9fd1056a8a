/// How a figure follows from others, down to the inputs: a tree over the named nodes of a graph.
public struct Explanation: Hashable, Sendable {
  public let node: NodeID
  public let annotation: Annotation
  /// In base units.
  public let value: Double
  public let parts: [Explanation]
  /// True where the same figure is explained elsewhere in the tree, or the tree is cut for depth.
  public let isRepeated: Bool

  /// The explanation of a named node, or of the first named node under an unnamed one; nil for a bare constant.
  public init?(of root: NodeID, in graph: CostGraph, _ evaluation: Evaluation) {
    var seen: Set<NodeID> = []
    guard let named = Explanation.named(under: root, graph).first else { return nil }
    self.init(named, graph, evaluation, &seen, depth: 0)
  }

  /// Deeper trees are cut: no reader follows them, and the stack must not.
  private static let deepest = 64

  private init?(
    _ node: NodeID, _ graph: CostGraph, _ evaluation: Evaluation, _ seen: inout Set<NodeID>,
    depth: Int
  ) {
    guard let annotation = graph.annotation(of: node) else { return nil }
    self.node = node
    self.annotation = annotation
    value = evaluation[node]
    isRepeated = !seen.insert(node).inserted || depth == Explanation.deepest
    var parts: [Explanation] = []
    if !isRepeated {
      for part in Explanation.parts(of: node, annotation, graph) {
        if let explained = Explanation(part, graph, evaluation, &seen, depth: depth + 1) {
          parts.append(explained)
        }
      }
    }
    self.parts = parts
  }

  /// What the formula speaks of where there is one, else the named nodes that the value follows from.
  private static func parts(
    of node: NodeID, _ annotation: Annotation, _ graph: CostGraph
  ) -> [NodeID] {
    let spoken = (annotation.formula?.nodes ?? []).flatMap { named(under: $0, graph) }
    // The text of a cell may call a function, whose own inputs it does not name.
    guard spoken.isEmpty || annotation.role == .cell else { return spoken }
    let inputs = graph[node].inputs.all.flatMap { named(under: $0, graph) }
    return spoken + inputs.filter { !spoken.contains($0) }
  }

  /// The nearest named nodes at or under a node, in the order they stand in the expression.
  private static func named(under root: NodeID, _ graph: CostGraph) -> [NodeID] {
    var found: [NodeID] = []
    var seen: Set<NodeID> = []
    var pending = [root]
    while let id = pending.popLast() {
      guard seen.insert(id).inserted else { continue }
      if graph.annotation(of: id) != nil {
        found.append(id)
      } else {
        pending.append(contentsOf: graph[id].inputs.all.reversed())
      }
    }
    return found
  }
}
