import Quantities

/// Builds a cost graph, term by term.
///
/// A class because its terms refer to one and the same growing graph; a finished `CostGraph` is a value.
public final class GraphBuilder {
  private struct Key: Hashable {
    let operation: Operation
    let inputs: Node.Inputs
    let dimension: Dimension

    /// Operation and inputs nearly always tell nodes apart: the dimension, which is slow to hash, is only compared.
    func hash(into hasher: inout Hasher) {
      hasher.combine(operation)
      hasher.combine(inputs)
    }
  }

  private var nodes: [Node] = []
  private var annotations: [Annotation] = []
  private var knownAnnotations: [Annotation: Int] = [:]
  private var known: [Key: NodeID] = [:]

  /// Sums of unlike dimensions and the like, in words: mistakes of the formula's author, not of its user.
  public private(set) var faults: [String] = []

  /// The node of a draw, or of what stands for one, under each quantity that rises with it.
  private(set) var shares: [NodeID: NodeID] = [:]

  /// How many devices are sold together, under each price of one of them.
  private(set) var bundles: [NodeID: NodeID] = [:]

  /// What a price is for already, such as spot, under each price that is not on demand.
  private(set) var commitments: [NodeID: String] = [:]

  /// The place that new nodes are said to come from.
  public var range: SourceRange?

  public init() {
    // Most runs take some hundred nodes: growing step by step would cost more than the room.
    nodes.reserveCapacity(2_048)
    known.reserveCapacity(2_048)
  }

  public var graph: CostGraph { CostGraph(nodes: nodes, annotations: annotations) }

  public func constant(_ value: Double, _ dimension: Dimension = .none) -> Term {
    // 0 and -0 are one number to a reader.
    append(.constant(value == 0 ? 0 : value), Node.Inputs(), dimension, .constant)
  }

  /// The value under a name of its own: it is not merged with an equal value of another name.
  public func named(_ term: Term, _ annotation: Annotation) -> Term {
    let index = knownAnnotations[annotation] ?? annotations.count
    if index == annotations.count {
      annotations.append(annotation)
      knownAnnotations[annotation] = index
    }
    return append(.named(index), Node.Inputs(term.id), term.dimension, term.rank)
  }

  /// The value of a point on a sweep's axis of that number, below 32.
  public func axis(_ number: Int, _ dimension: Dimension) -> Term {
    append(.axis(number), Node.Inputs(), dimension, Rank(axes: AxisSet(axis: number)))
  }

  /// Numbers between 0 and 1, the same in every run for a seed and an identity.
  public func draw(_ identity: String) -> Term {
    append(.draw(GraphBuilder.hash(identity)), Node.Inputs(), .none, Rank(isSampled: true))
  }

  /// Notes that a quantity is the quantile of a distribution at a share, and follows from no other draw.
  public func note(_ quantity: Term, isQuantileAt share: Term) {
    shares[quantity.id] = share.id
  }

  /// Notes that a price is that of one of several devices which are only sold together.
  public func note(_ price: Term, isOneOf devices: Term) {
    bundles[price.id] = devices.id
  }

  /// Notes that a price is one for spot, for a reservation or the like, in the reader's words.
  public func note(_ price: Term, isOn commitment: String) {
    commitments[price.id] = commitment
  }

  /// The 64-bit FNV-1a hash (RFC draft-eastlake-fnv), which stays the same from run to run.
  private static func hash(_ text: String) -> UInt64 {
    text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  /// What is said of the samples of a term; of a certain one, the term itself or 0 for its spread.
  public func statistic(_ statistic: Statistic, of term: Term) -> Term {
    guard term.rank.isSampled else {
      return statistic == .standardDeviation ? constant(0, term.dimension) : term
    }
    let rank = Rank(axes: term.rank.axes, isDerived: true)
    return append(.statistic(statistic), Node.Inputs(term.id), term.dimension, rank)
  }

  /// A stated input: a constant under a name.
  public func assume(
    _ label: String, _ value: Double, _ dimension: Dimension = .none, citation: Citation? = nil
  ) -> Term {
    named(constant(value, dimension), Annotation(label, role: .assumption, citation: citation))
  }

  /// A dimension mistake in a formula is recorded and found by `faults`, so that no input can stop the program.
  func fault(_ words: String) {
    faults.append(words)
  }

  func node(_ id: NodeID) -> Node { nodes[id.index] }

  /// One operation on one term; the caller vouches for the dimension.
  public func apply(_ operation: Operation, _ a: Term, dimension: Dimension) -> Term {
    append(operation, Node.Inputs(a.id), dimension, a.rank)
  }

  /// One operation on two terms; the caller vouches for the dimension.
  public func apply(_ operation: Operation, _ a: Term, _ b: Term, dimension: Dimension) -> Term {
    append(operation, Node.Inputs(a.id, b.id), dimension, a.rank.joined(with: b.rank))
  }

  func select(_ condition: Term, _ a: Term, _ b: Term) -> Term {
    append(
      .select, Node.Inputs(condition.id, a.id, b.id), like(a, b, "choose between"),
      condition.rank.joined(with: a.rank).joined(with: b.rank))
  }

  /// The fewest failures that are enough in a share of the cases, before so many successes.
  func failures(before successes: Term, chance: Term, share: Term) -> Term {
    append(
      .failuresQuantile, Node.Inputs(successes.id, chance.id, share.id), .none,
      successes.rank.joined(with: chance.rank).joined(with: share.rank))
  }

  /// The dimension that two terms share.
  func like(_ a: Term, _ b: Term, _ verb: String) -> Dimension {
    if a.dimension != b.dimension {
      fault("cannot \(verb) \(a.dimension.factors) and \(b.dimension.factors)")
    }
    return a.dimension
  }

  func append(
    _ operation: Operation, _ inputs: Node.Inputs, _ dimension: Dimension, _ rank: Rank
  ) -> Term {
    let key = Key(operation: operation, inputs: inputs, dimension: dimension)
    let next = NodeID(index: nodes.count)
    // One search both finds and enters the node.
    let id = GraphBuilder.entered(&known[key, default: next])
    if id == next {
      nodes.append(
        Node(operation: operation, inputs: inputs, dimension: dimension, rank: rank, range: range))
    }
    return Term(id: id, builder: self)
  }

  private static func entered(_ id: inout NodeID) -> NodeID { id }

  // MARK: - Values known before the run

  /// The values of the first nodes, computed as far as they were asked for.
  private var values: [Double] = []

  /// The value of a constant term; nil where it varies over samples or points.
  public func value(of term: Term) -> Double? { value(of: term.id) }

  /// The value of a node that is constant; nil where it varies over samples or points.
  public func value(of id: NodeID) -> Double? {
    guard nodes[id.index].rank.isConstant else { return nil }
    values.reserveCapacity(nodes.count)
    while values.count <= id.index {
      values.append(nodes[values.count].value { values[$0.index] })
    }
    return values[id.index]
  }
}
