import RealModule

/// By how many percent a figure moves when one of its inputs moves by one percent, by differentiating the graph
/// backwards from the figure: one pass for all inputs.
///
/// Source: A. Griewank and A. Walther, Evaluating Derivatives, 2nd ed. (SIAM 2008), chapter 3.
public struct Elasticities {
  private var values: [NodeID: Double] = [:]
  private var slopes: [NodeID: Double] = [:]
  private let root: NodeID

  /// - Parameters:
  ///   - inputs: the nodes that are varied; they stand at their means, and nothing below them moves.
  ///   - evaluation: where the graph stands.
  public init(
    of root: NodeID, to inputs: [NodeID], in graph: CostGraph, _ evaluation: Evaluation
  ) {
    self.root = root
    let pinned = Set(inputs)
    let nodes = graph.nodes(under: [root])
    for id in nodes {
      let node = graph[id]
      let isKnown = pinned.contains(id) || node.rank.isConstant || node.operation.isStatistic
      if isKnown {
        values[id] = evaluation[id]
      } else if case .draw = node.operation {
        values[id] = 0.5
      } else {
        values[id] = node.value { values[$0] ?? 0 }
      }
    }
    slopes[root] = 1
    for id in nodes.reversed() where !pinned.contains(id) {
      guard let slope = slopes[id], slope != 0 else { continue }
      let inputs = graph[id].inputs
      let partials = self.partials(graph[id].operation, id, inputs)
      for (input, partial) in zip([inputs.a, inputs.b, inputs.c], partials) {
        if let input, partial != 0 { slopes[input, default: 0] += slope * partial }
      }
    }
  }

  /// The elasticity to one of the inputs; 0 where a small change moves nothing, such as below a rounding.
  public subscript(_ input: NodeID) -> Double {
    guard let slope = slopes[input], let a = values[input], let e = values[root], e != 0 else {
      return 0
    }
    return slope * a / e
  }

  /// The derivatives of an operation by its inputs.
  private func partials(_ operation: Operation, _ id: NodeID, _ inputs: Node.Inputs) -> [Double] {
    func value(_ id: NodeID?) -> Double { id.flatMap { values[$0] } ?? 0 }
    let (a, b, result) = (value(inputs.a), value(inputs.b), value(id))
    switch operation {
    case .named: return [1]
    case .negate: return [-1]
    case .absolute: return [a < 0 ? -1 : 1]
    case .squareRoot: return [0.5 / result]
    case .exp: return [result]
    case .log: return [1 / a]
    case .log2: return [1 / (a * Double.log(2))]
    case .log10: return [1 / (a * Double.log(10))]
    case .add: return [1, 1]
    case .subtract: return [1, -1]
    case .multiply: return [b, a]
    case .divide: return [1 / b, -result / b]
    case .power:
      return [
        b == 0 ? 0 : b * Operation.power.apply(a, b - 1, 0), a > 0 ? result * Double.log(a) : 0,
      ]
    case .minimum: return a < b ? [1, 0] : [0, 1]
    case .maximum: return a > b ? [1, 0] : [0, 1]
    case .select: return a != 0 ? [0, 1, 0] : [0, 0, 1]
    default: return []
    }
  }
}

extension Operation {
  fileprivate var isStatistic: Bool {
    if case .statistic = self { true } else { false }
  }
}
