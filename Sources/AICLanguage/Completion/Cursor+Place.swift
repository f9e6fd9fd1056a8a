/// Where the cursor is, by the tokens before it: they are there however broken the statement is.
extension Cursor {
  var place: CompletionPlace {
    guard let last = tokens.last else { return .statement }
    if let divides = continuesUnit {
      return .unit(UnitPlace(expectation: expectation, divides: divides))
    }
    if last.kind == .dot { return member }
    if let opener = brackets.opener[tokens.count] {
      if tokens[opener].kind == .leftBrace, let place = inBlock(opener) { return place }
      if tokens[opener].kind == .leftParen, let place = inCall(opener) { return place }
    } else if let place = inStatement {
      return place
    }
    return inClause ?? inExpression
  }

  private var member: CompletionPlace {
    let dot = tokens.count - 1
    guard let start = operandStart(endingAt: dot), let bytes = operand(endingAt: dot) else {
      return .nothing
    }
    return .member(of: bytes, isTarget: isTarget(at: start))
  }

  // MARK: - Brackets

  private func inBlock(_ opener: Int) -> CompletionPlace? {
    let owner = owner(of: opener)
    if isAtFieldName {
      switch owner {
      case .replacements: return .target(written: writtenFields)
      case .record: return .nothing
      default: return .field(owner, written: writtenFields)
      }
    }
    guard let last = tokens.last else { return nil }
    let segment = segment(before: tokens.count)
    if case .plan = owner, last.kind == .colon { return .words(["monthly", "once"]) }
    if last.kind == .colon, let field = segment.first, segment.count == 2 {
      return .value(of: name(tokens[field]), owner)
    }
    return nil
  }

  private func inCall(_ opener: Int) -> CompletionPlace? {
    guard let last = tokens.last, last.kind == .leftParen || last.kind == .comma,
      tokens[opener].isGlued, let callee = operand(endingAt: opener)
    else { return nil }
    var written: Set<String> = []
    for place in opener + 1..<tokens.count
    where brackets.opener[place] == opener && tokens[place].kind == .colon {
      written.insert(name(tokens[place - 1]))
    }
    return .argument(of: callee, written: written)
  }

  // MARK: - Statements

  /// What only some statements ask for, outside of all brackets.
  private var inStatement: CompletionPlace? {
    guard let last = tokens.last else { return nil }
    let kinds = segment(before: tokens.count).map { tokens[$0].kind }
    let count = tokens.count
    if isTarget(at: count) { return .target(written: []) }
    switch tokens[0].kind {
    case .rate where count == 1: return .currency
    case .assume, .unit, .hardware, .dataset, .team, .model, .scenario, .plan, .fn:
      if count == 1 { return .nothing }
    default: break
    }
    switch tokens[0].kind {
    case .model where last.kind == .equal: return .model(orKind: true)
    case .scenario:
      return last.kind == .extends
        ? .scenario(written: [name(tokens[1])]) : .words(count == 2 ? ["extends"] : [])
    case .plan:
      if last.kind == .number, !kinds.contains(.for) { return .words(["for"]) }
      if count == 2 { return .words(["from"]) }
    case .import:
      if last.kind == .textClose { return .words(["as", "with"]) }
      return last.kind.isWord && count > 2 && tokens[count - 2].kind == .as
        ? .words(["with"]) : .nothing
    case .compare where !kinds.contains(.on):
      if last.kind == .compare || last.kind == .comma {
        return .scenario(written: Set(tokens.map { name($0) }))
      }
      return .words(["on"])
    case .sweep where !kinds.contains(.show) && last.endsOperand:
      return axis(kinds)
    case .calibrate: return .nothing
    default: break
    }
    switch last.kind {
    case .as where tokens[0].kind == .assume || tokens[0].kind == .rate: return .words(["of"])
    case .as, .source, .extends: return .nothing
    case .subject: return .words(["to"])
    default: return nil
    }
  }

  /// Behind an operand of an axis, such as `sweep users` or `sweep users from 1k users`.
  private func axis(_ kinds: [TokenKind]) -> CompletionPlace? {
    let axis = kinds.split(separator: .comma, omittingEmptySubsequences: false).last ?? []
    if axis.contains(.steps) { return .words(["log", "show"]) }
    if axis.contains(.from) {
      if axis.dropLast().last == .in { return .words(["steps"]) }
      return axis.last == .number ? nil : .words(axis.contains(.to) ? ["in"] : ["to"])
    }
    return axis.contains(.in) ? .words(["show"]) : .words(["in", "from"])
  }
}
