extension Parser {
  /// A whole expression; with a mistake in it or right behind it, inside a `broken`.
  mutating func parseValue(endsAtText: Bool = false) {
    let start = mark()
    let before = mistakes
    parseExpression(.lowest)
    checkEnd(endsAtText: endsAtText)
    if mistakes > before { markBroken(from: start) }
  }

  private mutating func checkEnd(endsAtText: Bool) {
    if !(endsAtText && kind == .textOpen), isFollowedWrongly { reportUnexpected() }
  }

  /// Wraps what came since a mark, unless it is nothing at all.
  private mutating func markBroken(from start: Mark) {
    if lastKind != .missing || nodes.count - start.node > 1 { finish(.broken, from: start) }
  }

  /// Whether something stands behind a value that makes it doubtful.
  private var isFollowedWrongly: Bool {
    if token.flags.contains(.startsLine) || isAtClause { return false }
    switch kind {
    case .comma: return context.bracket == .group || context.bracket == .none && !context.isInShow
    case .equal, .unknown, .bang, .dot: return true
    case .colon: return context.bracket == .none
    default: return kind.startsOperand
    }
  }

  // expression = conditional | cost | lambda | optimum | or ;
  // or = and { "or" and } ;                and = not { "and" not } ;
  // not = { "not" } comparison ;           comparison = in [ compare in ] ;
  // in = per { "in" unitName } ;               per = to { "per" ( unitName | quantity | named ) } ;
  // to = range [ ( "to" | "±" ) range ] ;  range = sum [ ".." sum ] ;
  // sum = product { ( "+" | "-" ) product } ;
  // product = unary { ( "*" | "/" | "mod" | "of" ) unary } ;
  // unary = { "-" } power ;                power = postfix [ "^" unary ] ;
  mutating func parseExpression(_ minimum: Precedence) {
    guard enter() else { return }
    let start = mark()
    switch kind {
    case .minus: parseUnary(.power)
    case .not, .bang: parseNot(minimum)
    case .if: parseConditional(minimum)
    case .train, .finetune, .deploy, .own: parseCostOrName(minimum)
    case .fn where isLambda: parseLambda(minimum)
    case .minimize where isOptimum, .maximize where isOptimum: parseOptimum(minimum)
    default: parsePostfix()
    }
    if minimum < .postfix { parseOperators(minimum, from: start) }
    depth -= 1
  }

  private mutating func parseUnary(_ operand: Precedence) {
    let start = mark()
    advance()
    parseExpression(operand)
    finish(.unary, from: start, token: Int(start.token))
  }

  private mutating func parseNot(_ minimum: Precedence) {
    if kind == .bang { reportForeignOperator() }
    if minimum > .not { reportNeedsParentheses() }
    parseUnary(.not)
  }

  // conditional = "if" or "then" expression "else" expression ;
  private mutating func parseConditional(_ minimum: Precedence) {
    if minimum > .lowest { reportNeedsParentheses() }
    let start = mark()
    advance()
    parseExpression(.or)
    if take(.then) { parseExpression(.lowest) } else { missingBranch("then") }
    if take(.else) { parseExpression(.lowest) } else { missingBranch("else") }
    finish(.conditional, from: start, token: Int(start.token))
  }

  private mutating func missingBranch(_ word: String) {
    reportMissingWord(word, "if a > b then a else b")
    missing()
  }

  private mutating func parseOperators(_ minimum: Precedence, from start: Mark) {
    var last: Precedence?
    var count = 0
    while let precedence = kind.precedence, precedence >= minimum, !isAtEnd {
      if kind == .percent || kind.isForeign {
        guard reportForeignOperator() else { return }
      }
      if let last {
        if precedence > last { reportAfterUnit() }
        if precedence == last, precedence.refusesChains { reportChain() }
      }
      count += 1
      if count > Self.operatorLimit { return reportOperatorCount() }
      last = precedence
      parseRightOperand(precedence, from: start)
    }
  }

  mutating func parseRightOperand(_ precedence: Precedence, from start: Mark) {
    let sign = position
    let kind = kind
    advance()
    switch kind {
    case .in:
      if isAtUnit {
        parseUnitLeaf()
      } else {
        reportMissingUnit()
        missing()
      }
      finish(.in, from: start, token: sign)
    case .per:
      if isAtUnit, !isCallOrMember { parseUnitLeaf() } else { parseExpression(.postfix) }
      finish(.per, from: start, token: sign)
    default:
      parseExpression(precedence.ofRightOperand)
      finish(kind == .dotDot ? .range : .binary, from: start, token: sign)
    }
  }

  /// Whether a unit can begin here, behind `per` or `in`.
  private var isAtUnit: Bool {
    guard !isAtEnd else { return false }
    switch kind {
    case .percent: return true
    case .currency: return kind(ahead: 1) != .number
    default: return kind.isWord && !kind.isReserved && kind != .quotedName
    }
  }

  private var isCallOrMember: Bool {
    isGlued(ahead: 1) && (kind(ahead: 1) == .leftParen || kind(ahead: 1) == .dot)
  }

  // unitName = unitAtom { ( "/" | "-" ) unitAtom } ;   (* all of it glued *)
  // unitAtom = name | currency | "%" ;
  private mutating func parseUnitLeaf() {
    let start = mark()
    advance()
    skipUnitTail()
    finish(.unit, from: start, token: Int(start.token))
  }

  /// Goes over the glued `/` and `-` that continue a unit.
  mutating func skipUnitTail() {
    while kind == .slash || kind == .minus, isGlued(), isGlued(ahead: 1) {
      let next = kind(ahead: 1)
      guard next.isWord && next != .quotedName || next == .currency && kind == .slash else {
        return
      }
      // An amount of money behind the slash divides, as any number there does.
      if next == .currency, isGlued(ahead: 2), kind(ahead: 2) == .number { return }
      advance()
      advance()
    }
  }

  // postfix = primary { "(" [ arguments ] ")" | "." name | "[" expression "]" | "with" record
  //                   | moment } ;
  mutating func parsePostfix() {
    let start = mark()
    parsePrimary()
    let primary = lastKind
    var count = 0
    while parsePostfixPart(primary, from: start) {
      count += 1
      if count > Self.operatorLimit { return reportOperatorCount() }
    }
  }

  private var lastKind: SyntaxKind { nodes.last?.kind ?? .missing }

  private mutating func parsePostfixPart(_ primary: SyntaxKind, from start: Mark) -> Bool {
    guard primary != .quantity, primary != .missing else { return false }
    if kind == .at || kind == .as { return parseMoment(from: start) }
    guard isSameLine() else { return false }
    switch kind {
    case .leftParen where canBeCalled(primary): parseCall(from: start)
    case .leftBracket where primary != .text: parseIndex(from: start)
    case .dot: parseMember(from: start)
    case .with where kind(ahead: 1) == .leftBrace: parseCopy(from: start)
    default: return false
    }
    return true
  }

  /// Whether a parenthesis calls what is before it; `(a) (b)` are two things.
  private func canBeCalled(_ primary: SyntaxKind) -> Bool {
    switch primary {
    case .text, .list, .record: false
    case .parenthesised: isGlued()
    default: true
    }
  }

  private mutating func parseCopy(from start: Mark) {
    let word = position
    advance()
    parseRecord()
    finish(.with, from: start, token: word)
  }

  mutating func parseMember(from start: Mark) {
    let dot = position
    advance()
    if kind.isWord, isSameLine() {
      leaf(.name)
    } else {
      reportMissingMember()
      missing()
    }
    finish(.member, from: start, token: dot)
  }

  private mutating func parseIndex(from start: Mark) {
    let opener = position
    let outer = open(.group)
    parseExpression(.lowest)
    close(opener)
    context = outer
    finish(.index, from: start, token: opener)
  }

  /// Takes an opening bracket and gives back the surroundings it stands in.
  mutating func open(_ bracket: Bracket) -> Context {
    let outer = context
    advance()
    context = Context(bracket: bracket)
    return outer
  }

  // arguments = argument { "," argument } [ "," ] ;
  private mutating func parseCall(from start: Mark) {
    let opener = position
    let outer = open(.items)
    while !isAtClosing(.rightParen) {
      parseArgument()
      if !take(.comma) { break }
    }
    close(opener)
    context = outer
    finish(.call, from: start, token: opener)
  }

  // argument = [ name ":" ] expression | "at" ":" date ;
  private mutating func parseArgument() {
    if isDatedArgument { return parseDatedArgument() }
    let start = mark()
    let colon = takeLabel()
    parseValue()
    finish(colon == nil ? .argument : .namedArgument, from: start, token: colon)
  }

  /// Takes the name of an argument and its colon, if it has one.
  private mutating func takeLabel() -> Int? {
    guard kind.isWord, kind(ahead: 1) == .colon else { return nil }
    leaf(.name)
    advance()
    return position - 1
  }
}

extension TokenKind {
  /// Whether other languages write this operator where this one has a word.
  var isForeign: Bool {
    switch self {
    case .ampersands, .bars, .bang, .starStar, .slashSlash: true
    default: false
    }
  }
}
