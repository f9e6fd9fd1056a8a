/// Timelines, and what stands at a date.
extension Parser {
  // plan = "plan" name "from" when "for" duration "{" { planLine ( "," | line end ) } "}" ;
  // duration = quantity | named ;
  mutating func parsePlan() {
    let start = mark()
    advance()
    parseName()
    if take(.from) { parseWhen() } else { missingPart("from") }
    if isAtClause(.for) {
      advance()
      parseClauseOperand(.postfix)
    } else {
      missingPart("for")
    }
    if kind == .leftBrace, !isAtEnd {
      parseBlock { $0.parsePlanLine() }
    } else {
      reportMissingBlock(of: Int(start.token))
    }
    end(.planDeclaration, from: start, token: Int(start.token))
  }

  private mutating func missingPart(_ word: String) {
    reportMissingWord(word, "plan budget from 2026-01 for 24 months { … }")
    missing()
  }

  // planLine = field | name ":" ( "once" | "monthly" ) or { dateClause | growth } ;
  private mutating func parsePlanLine() {
    let start = mark()
    let colon = position + 1
    let word = colon + 1
    let isLine =
      kind.isWord && kind(ahead: 1) == .colon
      && (kind(ahead: 2) == .once || kind(ahead: 2) == .monthly)
      && isSameLine(ahead: 3) && kind(ahead: 3) != .comma && kind(ahead: 3) != .rightBrace
    guard isLine else { return parseField() }
    leaf(.name)
    move(to: word + 1)
    let outer = context
    context.isInClause = true
    parseExpression(.or)
    while !isAtEnd, parsePlanClause() {}
    context = outer
    finish(.planLine, from: start, token: word)
  }

  // dateClause = ( "at" | "from" | "until" ) when ;
  // growth = ( "growing" | "falling" ) or ;
  private mutating func parsePlanClause() -> Bool {
    let start = mark()
    switch kind {
    case .at, .from, .until:
      advance()
      parseWhen()
      finish(.dateClause, from: start, token: Int(start.token))
    case .growing, .falling:
      advance()
      parseClauseOperand(.or)
      finish(.growthClause, from: start, token: Int(start.token))
    default: return false
    }
    return true
  }

  // when = date | named ;
  /// A date as it is written, or an expression that gives one.
  mutating func parseWhen() {
    if isDate(ahead: 0), !isAtEnd { parseDate() } else { parseClauseOperand(.postfix) }
  }

  /// Whether a year stands further on, alone or with a month behind it, and no quantity.
  func isDate(ahead: Int) -> Bool {
    let index = position + ahead
    guard kind(ahead: ahead) == .number, tokens[index].range.count == 4,
      source.bytes[tokens[index].range].allSatisfy(Lexer.isDigit)
    else { return false }
    let next = kind(ahead: ahead + 1)
    return next == .minus && isGlued(ahead: ahead + 1) || !isSameLine(ahead: ahead + 1)
      || !(next.canBeUnit || next == .percent || next == .slash)
  }

  var isDatedArgument: Bool { kind == .at && kind(ahead: 1) == .colon && isDate(ahead: 2) }

  /// `at: 2020`
  mutating func parseDatedArgument() {
    let start = mark()
    leaf(.name)
    let colon = position
    advance()
    parseDate()
    finish(.namedArgument, from: start, token: colon)
  }

  // entry = date ":" expression ;
  /// Whether a dated value stands here, as in `[2020: $4.6M, 2022: $450k]`.
  var isEntry: Bool {
    guard isDate(ahead: 0) else { return false }
    var ahead = 1
    while kind(ahead: ahead) == .minus, kind(ahead: ahead + 1) == .number { ahead += 2 }
    return kind(ahead: ahead) == .colon
  }

  mutating func parseEntry() {
    // It stands between a list and its value, and takes the stack of one more.
    guard enter() else { return }
    let start = mark()
    parseDate()
    let colon = position
    advance()
    parseValue()
    depth -= 1
    finish(.entry, from: start, token: colon)
  }

  // moment = "at" when | asOf ;
  /// A trend or a price, asked for at a date; false where the word begins a clause instead.
  mutating func parseMoment(from start: Mark) -> Bool {
    guard isAtClause else { return false }
    let word = position
    if kind == .as {
      guard !context.isDated, kind(ahead: 1) == .of else { return false }
      advance()
      advance()
      parseDate()
    } else {
      guard !context.isInClause else { return false }
      advance()
      parseWhen()
    }
    finish(.at, from: start, token: word)
    return true
  }
}
