import Quantities

/// In the clauses of things that cost, and in expressions.
extension Cursor {
  /// Behind the words and in the clauses of `train`, `finetune`, `deploy` and `own`.
  var inClause: CompletionPlace? {
    guard let start = costWord(before: tokens.count), let last = tokens.last,
      let owner = cost(of: tokens.count)
    else { return nil }
    let isOwn = tokens[start].kind == .own
    if start == tokens.count - 1 { return isOwn ? .hardware(orAPI: false) : .model(orKind: false) }
    if isOwn { return last.endsOperand ? .words([]) : nil }
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
          ? .provider : .devices(name(tokens[first]), words: words)
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

  var inExpression: CompletionPlace {
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
  var expectation: UnitPlace.Expectation {
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
        .train, .finetune, .deploy, .own, .minimize, .maximize, .from, .until, .growing,
        .falling, .once, .monthly, .accept, .extends,
      ].contains(self)
  }
}
