import CostEngine
import Quantities

/// The checker's messages about hardware, models, trainings and deployments.
extension Checker {
  func unknownThing(
    _ kind: String, _ node: SyntaxNode, _ legal: [String], _ catalogued: [String]
  ) -> Diagnostic {
    if definitions[node.identifier] != nil { return unknownName(node.identifier, node) }
    let near = nearest(to: node.identifier, among: legal, limit: 2) + catalogued
    return Diagnostic(
      "names.unknown-\(kind)", "unknown \(kind) `\(node.identifier)`",
      at: .init(node.sourceRange, "neither defined above nor in the catalogue"),
      help: near.isEmpty
        ? "describe it above: `\(kind) \(node.identifier)\(kind == "model" ? " = transformer" : "") { … }`"
        : "did you mean \(near.alternatives)?",
      fix: near.count == 1 ? .init(node.sourceRange, replacement: near[0]) : nil)
  }

  func missingClause(_ word: String, _ example: String, _ node: SyntaxNode) -> Diagnostic {
    let verb = node.token.map { node.tree.source.text($0.range) } ?? "it"
    return Diagnostic(
      "clauses.missing", "`\(verb)` needs `\(word) …`", at: .init(node[0].sourceRange),
      help: "add \(example)")
  }

  func clauseTwice(_ clause: SyntaxNode, _ earlier: SyntaxNode) -> Diagnostic {
    let word = clause.token.map { clause.tree.source.text($0.range) } ?? ""
    return Diagnostic(
      "clauses.twice", "`\(word)` stands twice", at: .init(clause.sourceRange),
      notes: [.init(earlier.sourceRange, "first here")],
      help: word == "with" ? "separate techniques by commas: `with quantize fp8, batch 64`" : nil)
  }

  func uselessClause(_ clause: SyntaxNode, _ node: SyntaxNode) -> Diagnostic {
    let word = clause.token.map { clause.tree.source.text($0.range) } ?? ""
    let verb = node.token.map { node.tree.source.text($0.range) } ?? ""
    return Diagnostic(
      "clauses.useless", "`\(verb)` takes no `\(word)`", at: .init(clause.sourceRange))
  }

  func notData(_ term: Term, _ node: SyntaxNode) -> Diagnostic {
    Diagnostic(
      "units.data", "a training reads tokens or samples, not \(term.dimension)",
      at: .init(node.sourceRange, "this is \(Value.quantity(term).aType)"),
      help: term.dimension.isNone
        ? "write the unit, such as `\(node.text.onOneLine) tokens`" : nil)
  }

  func techniqueOperand(_ name: SyntaxNode, _ example: String) -> Diagnostic {
    Diagnostic(
      "techniques.operand", "`\(name.identifier)` is not given what it takes",
      at: .init(name.sourceRange), help: "such as `with \(example)`")
  }

  func unknownTechnique(
    _ name: SyntaxNode, of thing: String, _ legal: [String]
  ) -> Diagnostic {
    let near = near(name.identifier, legal)
    return Diagnostic(
      "techniques.unknown", "\(thing) has no technique `\(name.identifier)`",
      at: .init(name.sourceRange),
      help: near.isEmpty
        ? "its techniques are \(legal.listed)" : "did you mean \(near.alternatives)?",
      fix: near.count == 1 ? .init(name.sourceRange, replacement: near[0]) : nil)
  }

  func noMember(
    _ name: String, of value: Value, _ legal: [String], _ node: SyntaxNode
  ) -> Diagnostic {
    if let gap = gap(name, of: value) {
      return Diagnostic(
        "fields.none", "the \(name) of this \(gap.thing) cannot be known",
        at: .init(node.sourceRange), help: gap.help)
    }
    let near = near(name, legal)
    var help: String? = near.isEmpty ? nil : "did you mean \(near.alternatives)?"
    if legal.contains(name) {
      help = "it was neither given nor could it be worked out from what was"
    } else if near.isEmpty, !legal.isEmpty {
      help = "it has \(legal.listed)"
    }
    return Diagnostic(
      "fields.none", "\(value.aType) has no `\(name)`", at: .init(node.sourceRange), help: help)
  }

  /// What would make a figure known that a run could have.
  func gap(_ name: String, of value: Value) -> (thing: String, help: String)? {
    switch value {
    case .training(_, let training):
      training.help(forUnknown: name).map { ("training", $0) }
    case .dataset(_, let bill):
      bill.help(forUnknown: name).map { ("dataset", $0) }
    case .deployment(_, let deployment):
      deployment.help(forUnknown: name).map { ("deployment", $0) }
    case .ownership(_, _, let ownership):
      ownership.help(forUnknown: name).map { ("ownership", $0) }
    default: nil
    }
  }
}
