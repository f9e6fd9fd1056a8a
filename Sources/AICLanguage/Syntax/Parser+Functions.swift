extension Parser {
  /// Whether `fn` begins a function here, and is not a name.
  var isLambda: Bool { kind == .fn && kind(ahead: 1) == .leftParen && isSameLine(ahead: 1) }

  /// Whether `fn` declares a function here, and is not a name.
  var isFunction: Bool {
    let next = kind(ahead: 1)
    guard next.isWord, isSameLine(ahead: 1) else { return false }
    return !next.isReserved || kind(ahead: 2) == .leftParen && isGlued(ahead: 2)
  }

  // function = "fn" name parameters "=" expression ;
  mutating func parseFunction() {
    let start = mark()
    advance()
    parseName()
    parseParameters()
    parseDefinition()
    end(.functionDeclaration, from: start, token: Int(start.token))
  }

  // lambda = "fn" parameters "=" expression ;
  mutating func parseLambda(_ minimum: Precedence) {
    if minimum > .lowest { reportNeedsParentheses() }
    // A definition takes more of the stack than other expressions do.
    guard enter() else { return }
    let start = mark()
    advance()
    parseParameters()
    parseDefinition()
    depth -= 1
    finish(.lambda, from: start, token: Int(start.token))
  }

  // parameters = "(" [ parameter { "," parameter } [ "," ] ] ")" ;
  private mutating func parseParameters() {
    guard kind == .leftParen, !isAtEnd else {
      reportMissingParameters()
      return missing()
    }
    let start = mark()
    let outer = open(.items)
    while !isAtClosing(.rightParen) {
      parseParameter()
      if !take(.comma) { break }
    }
    if kind == .equal { reportDefaultValue() }
    close(Int(start.token))
    context = outer
    finish(.parameterList, from: start, token: Int(start.token))
  }

  // parameter = name [ ":" dimension ] ;
  private mutating func parseParameter() {
    let start = mark()
    parseName()
    if take(.colon) { parseDimension() } else { missing() }
    finish(.parameter, from: start)
  }

  // dimension = name { ( "*" | "/" | "per" ) name | "^" [ "-" ] number } ;
  private mutating func parseDimension() {
    guard kind.isWord, !kind.isReserved else {
      reportMissingDimension()
      return missing()
    }
    let start = mark()
    advance()
    while isDimensionNext {
      advance()
      if kind == .minus { advance() }
      advance()
    }
    finish(.dimension, from: start, token: Int(start.token))
  }

  /// Whether an operator stands here that continues a dimension, with its operand.
  private var isDimensionNext: Bool {
    let next = kind(ahead: 1)
    switch kind {
    case .star, .slash, .per: return next.isWord && !next.isReserved
    case .caret: return next == .number || next == .minus && kind(ahead: 2) == .number
    default: return false
    }
  }

  // comprehension = "[" expression loop { loop } "]" ;
  /// The clauses of a comprehension, behind its element.
  mutating func parseForClauses() {
    while kind == .for { parseForClause() }
  }

  // loop = "for" name "in" or [ "if" or ] ;
  private mutating func parseForClause() {
    let start = mark()
    advance()
    if kind == .in {
      reportMissingName()
      missing()
    } else {
      parseName()
    }
    if take(.in) {
      parseExpression(.or)
    } else {
      reportMissingWord("in", "[x * 2 for x in xs]")
      missing()
    }
    if take(.if) { parseExpression(.or) } else { missing() }
    finish(.forClause, from: start, token: Int(start.token))
  }
}
