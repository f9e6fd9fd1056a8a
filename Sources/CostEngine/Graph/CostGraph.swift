import Quantities

/// The place of a node in its graph.
public struct NodeID: Hashable, Sendable, Comparable {
  public let index: Int

  public static func < (a: NodeID, b: NodeID) -> Bool { a.index < b.index }
}

/// One scalar operation of the graph.
public struct Node: Sendable {
  public let operation: Operation
  /// As many as the operation takes: none to three, all earlier in the graph.
  public let inputs: Inputs
  public let dimension: Dimension
  public let rank: Rank
  /// Where the user wrote the operation; nil for the engine's own.
  public let range: SourceRange?

  /// What it computes from the values of its inputs.
  @inline(__always)
  func value(_ input: (NodeID) -> Double) -> Double {
    operation.apply(
      inputs.a.map(input) ?? 0, inputs.b.map(input) ?? 0, inputs.c.map(input) ?? 0)
  }

  /// Up to three nodes, without an array's allocation.
  public struct Inputs: Hashable, Sendable {
    public let a: NodeID?
    public let b: NodeID?
    public let c: NodeID?

    public init(_ a: NodeID? = nil, _ b: NodeID? = nil, _ c: NodeID? = nil) {
      self.a = a
      self.b = b
      self.c = c
    }

    public var all: [NodeID] { [a, b, c].compactMap { $0 } }

    public func hash(into hasher: inout Hasher) {
      hasher.combine(a?.index ?? -1)
      hasher.combine(b?.index ?? -1)
      hasher.combine(c?.index ?? -1)
    }
  }
}

/// A dataflow graph of scalar operations, each standing after its inputs.
///
/// Equal operations on equal inputs are one node.
public struct CostGraph: Sendable {
  public let nodes: [Node]
  let annotations: [Annotation]

  public subscript(_ id: NodeID) -> Node { nodes[id.index] }

  /// The name and source of a named node; nil for an unnamed one.
  public func annotation(of id: NodeID) -> Annotation? {
    if case .named(let index) = self[id].operation { annotations[index] } else { nil }
  }

  /// Every node that `root` follows from, itself included, in the order of the graph.
  ///
  /// - Parameter isMeant: where it says no, neither the node nor what it follows from is among them.
  public func nodes(
    under roots: [NodeID], where isMeant: (NodeID) -> Bool = { _ in true }
  ) -> [NodeID] {
    var seen: Set<NodeID> = []
    var pending = roots.filter(isMeant)
    while let id = pending.popLast() {
      if seen.insert(id).inserted { pending += self[id].inputs.all.filter(isMeant) }
    }
    return seen.sorted()
  }
}
