/// Statements and expressions that compute a file again with cells replaced.
extension Parser {
  // scenario = "scenario" name [ "extends" name ] replacements ;
  mutating func parseScenario() {
    let start = mark()
    advance()
    parseName()
    if kind == .extends, !isAtEnd {
      advance()
      parseName()
    } else {
      missing()
    }
    if kind == .leftBrace, !isAtEnd {
      parseReplacements()
    } else {
      reportMissingReplacements()
    }
    end(.scenarioDeclaration, from: start, token: Int(start.token))
  }

  // replacements = "{" { replacement ( "," | line end ) } "}" ;
  mutating func parseReplacements() {
    parseBlock { $0.parseReplacement() }
  }

  // replacement = target "=" expression ;
  private mutating func parseReplacement() {
    let start = mark()
    guard kind.isWord else {
      reportReplacementTarget()
      return skipToken()
    }
    parseTarget()
    let sign = position
    guard kind == .equal || kind == .colon || kind == .equalEqual, !isAtEnd else {
      reportMissingEqual()
      missing()
      return finish(.replacement, from: start)
    }
    if kind != .equal { reportNotEqual() }
    advance()
    parseValue()
    finish(.replacement, from: start, token: sign)
  }

  // target = name { "." name } ;
  /// The cell or the field that a replacement, an axis or a statement is about.
  mutating func parseTarget() {
    let start = mark()
    if kind.isWord, !kind.isReserved {
      // The name of a replacement is followed by `=`, which elsewhere begins a statement.
      leaf(.name)
    } else {
      parseName()
    }
    while kind == .dot, isSameLine() { parseMember(from: start) }
  }

  // compare = "compare" name { "," name } "on" items [ "as" text ] ;
  mutating func parseCompare() {
    let start = mark()
    advance()
    parseName()
    while kind == .comma {
      advance()
      parseName()
    }
    if isAtClause(.on) { parseFigures() } else { missingClause("on", "compare base, fast on cost") }
    parseTitle()
    end(.compareStatement, from: start, token: Int(start.token))
  }

  // sweep = "sweep" axis { "," axis } "show" items [ "as" text ] ;
  mutating func parseSweep() {
    let start = mark()
    advance()
    parseAxis()
    while kind == .comma {
      advance()
      parseAxis()
    }
    // The figures may stand on an indented line of their own.
    let isFigures = kind == .show && (isSameLine() || token.flags.contains(.indented))
    if isFigures {
      parseFigures()
    } else {
      missingClause("show", "sweep batch in [1, 8, 64] show cost")
    }
    parseTitle()
    end(.sweepStatement, from: start, token: Int(start.token))
  }

  private mutating func missingClause(_ word: String, _ example: String) {
    reportMissingWord(word, example)
    missing()
  }

  private mutating func parseFigures() {
    let start = mark()
    advance()
    parseItems()
    finish(.figuresClause, from: start, token: Int(start.token))
  }

  // axis = target ( "in" or | "from" bound "to" bound "in" bound "steps" [ "log" ] ) ;
  mutating func parseAxis() {
    let start = mark()
    parseTarget()
    let word = position
    if kind == .in {
      advance()
      parseClauseOperand(.or)
      return finish(.axis, from: start, token: word)
    }
    guard kind == .from else {
      reportMissingWord("in", "batch in [1, 8, 64]` or `users from 1k to 10k in 10 steps")
      missing()
      return finish(.axis, from: start)
    }
    advance()
    parseBound()
    parseBound(after: .to)
    parseBound(after: .in)
    if !take(.steps) { reportMissingWord("steps", "users from 1k to 10k in 10 steps") }
    let log = position
    finish(.gridAxis, from: start, token: take(.log) ? log : word)
  }

  // bound = range [ "per" ( unitName | quantity | named ) ] ;
  private mutating func parseBound() {
    let start = mark()
    parseClauseOperand(.range)
    // Elsewhere `per` is looser than `to`; here `to` belongs to the axis.
    if kind == .per { parseRightOperand(.per, from: start) }
  }

  private mutating func parseBound(after word: TokenKind) {
    if take(word) {
      parseBound()
    } else {
      missingClause(word == .to ? "to" : "in", "users from 1k to 10k in 10 steps")
    }
  }

  // optimum = ( "minimize" | "maximize" ) objective "over" axis { "," axis }
  //           [ "subject" "to" or { "," or } ] ;
  // objective = named { ( "+" | "-" | "*" | "/" ) unary } ;
  mutating func parseOptimum(_ minimum: Precedence) {
    if minimum > .lowest { reportNeedsParentheses() }
    // Its clauses take more of the stack than other expressions do.
    guard enter() else { return }
    let start = mark()
    advance()
    parseClauseOperand(.sum)
    if isAtClause(.over) {
      advance()
      parseAxis()
      while kind == .comma, isAxis(ahead: 1) {
        advance()
        parseAxis()
      }
    } else {
      missingClause("over", "minimize cost over batch in [1, 8, 64]")
    }
    if isAtClause(.subject) { parseSubject() }
    depth -= 1
    finish(.optimum, from: start, token: Int(start.token))
  }

  /// Whether `minimize` or `maximize` begins an expression here, and is not a name.
  var isOptimum: Bool {
    guard kind == .minimize || kind == .maximize, isSameLine(ahead: 1) else { return false }
    let next = kind(ahead: 1)
    if next == .leftParen { return !isGlued(ahead: 1) }
    return next.isWord && !next.isReserved && !next.isClauseWord
  }

  /// Whether an axis stands further on, and not the next item of what surrounds it.
  private func isAxis(ahead: Int) -> Bool {
    var ahead = ahead
    guard kind(ahead: ahead).isWord else { return false }
    while kind(ahead: ahead + 1) == .dot { ahead += 2 }
    return kind(ahead: ahead + 1) == .in || kind(ahead: ahead + 1) == .from
  }

  private mutating func parseSubject() {
    let start = mark()
    advance()
    if !take(.to) { reportMissingWord("to", "subject to latency < 500 ms") }
    parseClauseOperand(.or)
    let isAlone = context.bracket == .items || context.bracket == .block || context.isInShow
    while kind == .comma, !isAlone {
      advance()
      parseClauseOperand(.or)
    }
    finish(.subjectClause, from: start, token: Int(start.token))
  }

  // sensitivity = "sensitivity" range [ "to" target { "," target } ] ;
  mutating func parseSensitivity() {
    let start = mark()
    advance()
    parseClauseOperand(.range)
    if take(.to) { parseTargets() }
    end(.sensitivityStatement, from: start, token: Int(start.token))
  }

  private mutating func parseTargets() {
    parseTarget()
    while take(.comma) { parseTarget() }
  }

  // correlate = "correlate" target "," target { "," target } "at" or ;
  mutating func parseCorrelate() {
    let start = mark()
    advance()
    parseTarget()
    if take(.comma) { parseTargets() } else { missingClause(",", "correlate price, demand at 60%") }
    if isAtClause(.at) {
      advance()
      parseClauseOperand(.or)
    } else {
      missingClause("at", "correlate price, demand at 60%")
    }
    end(.correlateStatement, from: start, token: Int(start.token))
  }

  // plot = "plot" or [ "over" target ] [ "as" text ] ;
  mutating func parsePlot() {
    let start = mark()
    advance()
    parseClauseOperand(.or)
    if isAtClause(.over) {
      advance()
      parseTarget()
    } else {
      missing()
    }
    parseTitle()
    end(.plotStatement, from: start, token: Int(start.token))
  }
}
