import CostEngine
import Quantities

/// What trainings and deployments have in common: their clauses and techniques.
extension Checker {
  /// Reports clauses that stand twice, or that the thing has no use for. Clauses of one slot exclude each other.
  mutating func checkClauses(of node: SyntaxNode, _ slots: [[SyntaxKind]]) {
    var seen: [Int: SyntaxNode] = [:]
    for clause in node.children.dropFirst() where ![.record, .broken].contains(clause.kind) {
      guard let slot = slots.firstIndex(where: { $0.contains(clause.kind) }) else {
        report(uselessClause(clause, node))
        continue
      }
      if let earlier = seen[slot] { report(clauseTwice(clause, earlier)) }
      seen[slot] = clause
    }
  }

  /// The techniques of the language that this version cannot cost yet.
  static let laterTechniques = [
    "prune", "distill", "early_exit", "speculate", "autoscale", "spot", "reserve",
  ]

  /// The field that a technique sets.
  static func field(ofTechnique name: String) -> String { name == "cache" ? "cached" : name }

  /// `with quantize fp8, batch 64`: each technique sets the field of its name.
  mutating func techniques<Record: Declared>(
    _ node: SyntaxNode, _ run: inout Record, _ thing: String, _ ranges: inout FieldRanges
  ) {
    for clause in node.children(.withClause) {
      for technique in clause.children(.technique) {
        self.technique(technique, &run, thing, &ranges)
      }
    }
  }

  private mutating func technique<Record: Declared>(
    _ technique: SyntaxNode, _ run: inout Record, _ thing: String, _ ranges: inout FieldRanges
  ) {
    let name = technique[0]
    let operands = technique.children(.techniqueOperand)
    if Checker.laterTechniques.contains(name.identifier) {
      report(later(name.identifier, name))
      return
    }
    if let method = Record.field(named: "method"),
      case .word(let methods, let path) = method.content,
      methods.contains(name.identifier)
    {
      run[keyPath: path] = name.identifier
      ranges.ranges["method"] = name.sourceRange
      if let rank = operands.first {
        assign("rank", rank.sourceRange, rank[0], to: &run, of: thing, &ranges)
      }
      return
    }
    guard let operand = operands.first, operands.count == 1 else {
      report(techniqueOperand(name, operands.count))
      return
    }
    let field = Checker.field(ofTechnique: name.identifier)
    assign(field, name.sourceRange, operand[0], to: &run, of: thing, &ranges)
  }

  /// Checks what is left of a thing that cannot be built, so that other mistakes in it are told too.
  mutating func checkRest(of node: SyntaxNode) {
    for clause in node.children {
      switch clause.kind {
      case .onClause, .mfuClause, .epochsClause, .servingClause: _ = expression(clause[0])
      default: break
      }
    }
  }
}

extension SyntaxNode {
  /// The place of a thing without its block: what is said of the whole points at its first lines.
  func range(upToBlock block: SyntaxNode?) -> SourceRange {
    guard let block, block.range.lowerBound > range.lowerBound else { return sourceRange }
    return SourceRange(file: tree.file, lower: range.lowerBound, upper: block.range.lowerBound)
  }
}
