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

  /// `with quantize fp8, batch 64`: each technique sets its fields.
  mutating func techniques<Record: TakesTechniques>(
    _ node: SyntaxNode, _ run: inout Record, _ thing: String, _ ranges: inout FieldRanges
  ) {
    for clause in node.children(.withClause) {
      for technique in clause.children(.technique) {
        self.technique(technique, &run, thing, &ranges)
      }
    }
  }

  /// An operand behind a word sets the technique's field of that word, as in `autoscale min 1 max 8`; another sets
  /// the technique's value. Without any, the value is the declared default.
  private mutating func technique<Record: TakesTechniques>(
    _ node: SyntaxNode, _ run: inout Record, _ thing: String, _ ranges: inout FieldRanges
  ) {
    let name = node[0]
    guard let technique = Record.technique(named: name.identifier) else {
      report(unknownTechnique(name, of: thing, Record.techniques.map(\.name)))
      ranges.areRead = false
      return
    }
    technique.mark?(&run)
    var written: Set<String> = []
    for operand in node.children(.techniqueOperand) {
      let word = operand.token.map { operand.tree.source.text($0.range) } ?? ""
      let own = "\(technique.name).\(word)"
      let field = Record.field(named: own) == nil ? technique.field : own
      guard written.insert(field).inserted else {
        report(techniqueOperand(name, technique.example))
        ranges.areRead = false
        return
      }
      assign(field, operand[0].sourceRange, operand[0], to: &run, of: thing, &ranges)
    }
    for field in node.child(.record)?.children ?? [] where field.kind == .field {
      assign(
        "\(technique.name).\(field[0].identifier)", field[0].sourceRange, field[1], to: &run,
        of: thing, &ranges)
    }
    if !written.contains(technique.field), ranges.areRead { assume(technique, name, &run, &ranges) }
  }

  /// A technique that is only named, or of which only its own fields are given.
  private mutating func assume<Record: TakesTechniques>(
    _ technique: Technique<Record>, _ name: SyntaxNode, _ run: inout Record,
    _ ranges: inout FieldRanges
  ) {
    guard let field = Record.field(named: technique.field), !field.isSet(in: run) else { return }
    ranges.ranges[technique.field] = name.sourceRange
    if field.assume(in: &run, builder) || technique.mark != nil { return }
    report(techniqueOperand(name, technique.example))
    ranges.areRead = false
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
