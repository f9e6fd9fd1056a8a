import Quantities

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
      case .replacements, .imported: break
      case .record: return .nothing
      default: return .field(owner, written: writtenFields)
      }
      if case .imported = owner { return .field(owner, written: writtenFields) }
      return .target(written: writtenFields)
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
    case .assume, .unit, .hardware, .dataset, .model, .scenario, .plan, .fn:
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

  // MARK: - Clauses

  /// Behind the words and in the clauses of `train`, `finetune` and `deploy`.
  private var inClause: CompletionPlace? {
    guard let start = costWord(before: tokens.count), let last = tokens.last,
      let owner = cost(of: tokens.count)
    else { return nil }
    if start == tokens.count - 1 { return .model(orKind: false) }
    let segment = segment(before: tokens.count).filter { $0 > start }
    let clauses: Set<TokenKind> = [.on, .using, .with, .at, .for, .serving]
    let words = rest(of: tokens[start].kind, Set(segment.map { tokens[$0].kind }))
    guard let clause = segment.last(where: { clauses.contains(tokens[$0].kind) }) else {
      return last.endsOperand ? .words(words) : nil
    }
    let tail = segment.filter { $0 > clause }
    let isDeploy = tokens[start].kind == .deploy
    switch tokens[clause].kind {
    case .on where isDeploy, .using:
      guard let first = tail.first else {
        return .hardware(orAPI: isDeploy)
      }
      if tail.count == 1, tokens[first].kind == .number { return .hardware(orAPI: false) }
      if tail.count == 2, tokens[first].kind == .leftParen, last.kind == .rightParen {
        return .hardware(orAPI: false)
      }
      if tail.count == 1, tokens[first].kind.isWord {
        return tokens[first].kind == .api
          ? .words([]) : .devices(name(tokens[first]), words: words)
      }
    case .on where tail.isEmpty: return .data
    case .with:
      let heads = tail.filter { $0 == clause + 1 || tokens[$0 - 1].kind == .comma }
      let written = Set(heads.map { name(tokens[$0]) })
      if tail.isEmpty || last.kind == .comma { return .technique(owner, written: written) }
      if let head = heads.last, head == tokens.count - 1 { return .value(of: name(last), owner) }
    case .at where last.kind == .number || last.kind == .percent: return .words(["mfu"])
    case .for where last.kind == .number: return .words(["epochs"])
    default: break
    }
    return last.endsOperand && last.kind != .number ? .words(words + Self.operators) : nil
  }

  /// The clauses that a thing may still have.
  private func rest(of cost: TokenKind, _ written: Set<TokenKind>) -> [String] {
    let clauses: [(TokenKind, String)] =
      cost == .deploy
      ? [(.on, "on"), (.with, "with"), (.serving, "serving")]
      : [(.on, "on"), (.using, "using"), (.at, "at"), (.for, "for"), (.with, "with")]
    return clauses.filter { !written.contains($0.0) }.map(\.1)
  }

  // MARK: - Expressions

  /// The words that may follow an operand.
  static let operators = ["per", "to", "in", "of", "mod", "and", "or"]

  private var inExpression: CompletionPlace {
    guard let last = tokens.last else { return .expression }
    switch last.kind {
    case .number:
      let isMoney = tokens.dropLast().last?.kind == .currency
      let words = flags.isEmpty ? [] : following
      return isMoney && !words.isEmpty
        ? .words(words) : .unit(UnitPlace(expectation: expectation, words: words))
    case .currency: return .nothing
    case .per: return .unit(UnitPlace(expectation: .nothing, divides: true))
    case .in:
      if isAxis { return .expression }
      return .unit(
        UnitPlace(expectation: shownOperand.map { .expression($0) } ?? .nothing))
    case .with: return tokens[0].kind == .assert ? .expression : .nothing
    case .for: return tokens[0].kind == .plan ? .expression : .nothing
    default:
      return last.endsOperand && flags.contains(.spaced) ? .words(following) : .expression
    }
  }

  /// Whether the `in` before the cursor gives the values of an axis or of a name in a list.
  private var isAxis: Bool {
    let end = tokens.count - 1
    guard let start = operandStart(endingAt: end), start > 0 else { return false }
    return tokens[start - 1].kind == .for || isTarget(at: start)
  }

  /// The words that may follow an operand of this statement.
  private var following: [String] {
    let kinds = Set(segment(before: tokens.count).map { tokens[$0].kind })
    var words: [String] = []
    if kinds.contains(.if) { words.append(kinds.contains(.then) ? "else" : "then") }
    switch tokens[0].kind {
    case .plan: words += ["growing", "falling", "from", "until", "at"]
    case _ where brackets.opener[tokens.count] != nil: break
    case .assume, .rate: words += ["source", "as"]
    case .show, .compare, .sweep: words.append("as")
    case .plot: words += ["over", "as"]
    case .assert: words.append("with")
    default: break
    }
    if kinds.contains(.minimize) || kinds.contains(.maximize) {
      words.append(kinds.contains(.over) ? "subject" : "over")
    }
    return words + Self.operators + (brackets.opener[tokens.count] == nil ? [] : ["with"])
  }

  /// What is known of the dimension of a quantity at the cursor.
  private var expectation: UnitPlace.Expectation {
    let segment = segment(before: tokens.count)
    if let opener = brackets.opener[tokens.count], tokens[opener].kind == .leftBrace,
      let field = segment.first, segment.count > 1, tokens[segment[1]].kind == .colon
    {
      return .field(name(tokens[field]), owner(of: opener))
    }
    guard let start = costWord(before: tokens.count) else { return .nothing }
    let clause = segment.last { $0 > start && tokens[$0].kind.isClauseWord }
    switch clause.map({ tokens[$0].kind }) {
    case .serving: return .dimensions([.requests / .time])
    case .on where tokens[start].kind != .deploy: return .dimensions([.tokens, .samples])
    default: return .nothing
    }
  }
}

extension Token {
  /// Whether an operand can end with this token.
  var endsOperand: Bool {
    switch kind {
    case .number, .percent, .textClose, .rightParen, .rightBracket, .rightBrace: true
    default: kind.isWord && !kind.isReserved && !kind.isClauseWord && !kind.leadsOperand
    }
  }
}

extension TokenKind {
  /// Whether an operand follows this word where it is no name.
  fileprivate var leadsOperand: Bool {
    beginsStatement
      || [
        .train, .finetune, .deploy, .minimize, .maximize, .from, .until, .growing,
        .falling, .once, .monthly, .accept, .extends,
      ].contains(self)
  }
}
