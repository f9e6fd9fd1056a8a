import CostEngine
import Quantities

/// What may follow a dot.
extension Completer {
  /// The members of an expression; targets are those that can be replaced.
  mutating func members(of base: Range<Int>, areTargets: Bool) -> [Candidate] {
    let (node, value) = scope.value(of: cursor.tree.source.text(base))
    if let path = scope.pricePath(node), let names = members(of: path) { return names }
    if areTargets { return notes(of: value).map(\.candidate) }
    // The parts of a figure, such as `service.cost.compute`, are declared under its whole path.
    var parts: [Candidate] = []
    if node.kind == .member {
      let thing = scope.value(of: node[0])
      let path = node[1].identifier + "."
      parts = members(of: thing).filter { $0.text.hasPrefix(path) }.map {
        Candidate(String($0.text.dropFirst(path.count)), $0.kind, $0.detail, doc: $0.doc)
      }
    }
    return parts + members(of: value)
  }

  private func members(of value: Value) -> [Candidate] {
    var known: [Candidate]
    switch value {
    case .dataset: known = DatasetBill.figureCandidates
    case .team: known = TeamCost.figureCandidates
    case .training: known = Training.figureCandidates
    case .deployment: known = Deployment.figureCandidates
    case .api: known = APIDeployment.figureCandidates
    case .ownership: known = Ownership.figureCandidates
    case .model:
      known =
        ModelFigures.figureCandidates + [
          Candidate("size", .function, "(data type)", doc: "bytes of the weights in a data type"),
          Candidate(
            "kv_per_token", .function, "(data type)",
            doc: "bytes of key-value cache that one token adds in a data type"),
        ]
    case .optimum(let optimum): return members(of: .record(optimum.record))
    case .table(let table):
      return table.table.columns.map { Candidate(spelled($0.name), .field, $0.kind) }
    case .plan(let plan):
      let lines = Set(plan.lines.map(\.label))
      return scope.legal(value).map {
        Candidate(spelled($0), .figure, lines.contains($0) ? "line" : "")
      }
    default: known = []
    }
    known += notes(of: value).map(\.candidate)
    return known.isEmpty ? scope.legal(value).map { Candidate(spelled($0), .field) } : known
  }
}
