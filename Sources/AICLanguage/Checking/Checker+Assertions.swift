import CostEngine
import Quantities

/// What must hold, with the values that lead to the answer.
extension Checker {
  mutating func assert(_ node: SyntaxNode) {
    var confidence: Double?
    if let clause = node.child(.confidenceClause), let share = number(clause[0]) {
      confidence = builder.value(of: share)
      place(
        Field<Hardware>("confidence", .quantity(.none, \.memory), .share, "").requirement(
          on: share),
        at: clause.sourceRange)
    }
    let condition = node[0]
    witnessed = [:]
    let truth = truth(condition)
    let values = witnessed ?? [:]
    witnessed = nil
    guard let truth else { return }
    if truth.rank.isSampled, confidence == nil {
      report(needsConfidence(condition))
      return
    }
    let line = CodeLine(condition)
    let message = node.children.dropFirst().first { $0.kind == .text }
    actions.append(
      .assert(
        CheckedProgram.Assertion(
          text: line.text, condition: truth, confidence: confidence,
          message: message.map { text($0) },
          parts: parts(of: condition, line, values), range: node.sourceRange)))
  }

  /// Nobody reads more values, nor a value of more text, than this.
  private static let mostParts = 100
  private static let longestPart = 4_000

  /// The expressions in a condition that are worth a value, from left to right.
  private func parts(
    of condition: SyntaxNode, _ line: CodeLine, _ values: [Place: Value]
  ) -> [CheckedProgram.Assertion.Part] {
    var parts: [CheckedProgram.Assertion.Part] = []
    var open = [condition]
    // A chain leans to the left as deep as it is long, so it is walked in a loop.
    while let node = open.popLast(), parts.count < Checker.mostParts {
      open += node.operands.reversed()
      guard let token = node.markedToken, let place = line.place(of: token),
        let range = line.range(of: node.tokenRange), range.count <= Checker.longestPart,
        let value = values[Place(node)], value.isPlain
      else { continue }
      parts.append(CheckedProgram.Assertion.Part(text: line[range], place: place, value: value))
    }
    return parts.sorted { $0.place < $1.place }
  }
}

extension Value {
  /// Whether its text says all of it, as that of a figure does and that of a thing does not.
  fileprivate var isPlain: Bool {
    switch self {
    case .quantity, .bool, .text, .date, .word: true
    case .list(let values): values.allSatisfy(\.isPlain)
    default: false
    }
  }
}

extension SyntaxNode {
  /// The expressions in it whose values explain its own.
  fileprivate var operands: [SyntaxNode] {
    switch kind {
    case .parenthesised, .unary, .binary, .per, .in, .conditional, .index, .list, .range, .text,
      .argument:
      children
    case .namedArgument: [self[1]]
    case .call: (self[0].kind == .member ? self[0].operands : []) + children.dropFirst()
    case .member: isPath ? [] : [self[0]]
    default: []
    }
  }

  /// The token that its value stands under: the operator, else the first; nil where it has none.
  fileprivate var markedToken: Int? {
    switch kind {
    // What the parts of an `and` say is the answer already.
    case .binary: token?.kind == .and || token?.kind == .or ? nil : tokenIndex
    case .in, .index: tokenIndex
    // `$3 per month` is a literal to its reader.
    case .per: self[0].kind == .quantity && self[1].kind == .unit ? nil : tokenIndex
    case .text: children.allSatisfy { $0.kind == .textSegment } ? nil : tokenRange.lowerBound
    case .member: (isPath ? self : self[1]).tokenRange.lowerBound
    case .call: self[0].kind == .member ? self[0].markedToken : tokenRange.lowerBound
    case .name, .conditional, .comprehension: tokenRange.lowerBound
    default: nil
    }
  }

  /// Whether it is a name with nothing but dots behind it, such as `service.cost.compute`.
  private var isPath: Bool {
    var node = self
    while node.kind == .member { node = node[0] }
    return node.kind == .name
  }
}
