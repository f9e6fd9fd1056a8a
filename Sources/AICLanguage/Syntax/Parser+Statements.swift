extension Parser {
  // file = { statement } ;
  mutating func parseFile() {
    let start = mark()
    while kind != .endOfFile {
      isSilent = false
      statementStart = position
      parseStatement()
      if position == statementStart { advance() }
    }
    finishFile(from: start)
  }

  /// One expression and nothing after it.
  mutating func parseSingleExpression() {
    let start = mark()
    parseExpressionStatement()
    if kind != .endOfFile { reportUnexpected() }
    finishFile(from: start)
  }

  /// The root covers the end of the file too.
  private mutating func finishFile(from start: Mark) {
    nodes.append(
      SyntaxTree.Entry(
        kind: .file, token: SyntaxTree.Entry.noToken, first: start.token,
        end: UInt32(truncatingIfNeeded: tokens.count),
        span: UInt32(truncatingIfNeeded: nodes.count - start.node + 1)))
  }

  // statement = cell | assume | rate | unit | hardware | dataset | team | model | function
  //           | scenario | plan | import | show | print | assert | compare | sweep
  //           | sensitivity | plot | calibrate | correlate | expression ;
  private mutating func parseStatement() {
    if kind.isWord, kind(ahead: 1) == .equal, isSameLine(ahead: 1) { return parseCell() }
    switch kind {
    case .assume where declares: parseDeclaration(.assumeDeclaration)
    case .rate where declares: parseDeclaration(.rateDeclaration)
    case .unit where declares: parseUnit()
    case .hardware where declares: parseThing(.hardwareDeclaration)
    case .dataset where declares: parseThing(.datasetDeclaration)
    case .team where declares: parseThing(.teamDeclaration)
    case .model where declares: parseModel()
    case .fn where isFunction: parseFunction()
    case .show where takesOperand: parseShow()
    case .print where takesOperand: parsePrint()
    case .assert where takesOperand: parseAssert()
    case .sensitivity where takesOperand: parseSensitivity()
    case .plot where takesOperand: parsePlot()
    case _ where kind.recomputes && declares: parseRecomputing()
    case _ where !beginsExpression: parseErrorStatement { $0.reportStatementStart() }
    default: parseExpressionStatement()
    }
  }

  private mutating func parseRecomputing() {
    switch kind {
    case .scenario: parseScenario()
    case .compare: parseCompare()
    case .sweep: parseSweep()
    case .plan: parsePlan()
    case .import: parseImport()
    case .calibrate: parseCalibrate()
    default: parseCorrelate()
    }
  }

  /// Whether the word is followed by what it declares, and is not a name.
  private var declares: Bool {
    guard isSameLine(ahead: 1) else { return false }
    let next = kind(ahead: 1)
    if next.isReserved { return kind(ahead: 2) == .equal }
    return next.isWord || next == .number || next == .currency || next == .textOpen
  }

  /// Whether the word is followed by an operand or by nothing, and is not a name.
  private var takesOperand: Bool {
    let next = kind(ahead: 1)
    return !isSameLine(ahead: 1) || next == .endOfFile || next.startsOperand || next == .minus
      || next == .bang
  }

  private var beginsExpression: Bool {
    switch kind {
    case .minus: !token.flags.contains(.indented)
    case .bang, .dot: true
    default: kind.startsOperand
    }
  }

  /// Ends a statement: says what is wrong with the rest of its line and skips it.
  mutating func end(_ statement: SyntaxKind, from start: Mark, token: Int? = nil) {
    if isAtLoneBrace {
      reportLoneBrace()
      skipToken()
    }
    if !isAtEnd || isAtClause { reportUnexpected() }
    if isSilent {
      let first = tokens[Int(start.token)]
      skipStatement(isIndented: first.flags.contains(.indented))
      take(.semicolon)
    }
    finish(statement, from: start, token: token)
  }

  /// Whether a `{` stands alone on the line below a statement, as other languages allow.
  private var isAtLoneBrace: Bool {
    kind == .leftBrace && token.flags.contains(.startsLine) && position > 0
      && (kind(ahead: 1) == .rightBrace || !isSameLine(ahead: 1))
  }

  private mutating func parseErrorStatement(_ report: (inout Parser) -> Void) {
    let start = mark()
    report(&self)
    let isIndented = token.flags.contains(.indented)
    skipToken()
    skipStatement(isIndented: isIndented)
    take(.semicolon)
    finish(.errorStatement, from: start)
  }

  // cell = name "=" expression ;
  private mutating func parseCell() {
    let start = mark()
    if kind.isReserved { reportReservedName() }
    leaf(.name)
    let equal = position
    advance()
    parseValue()
    end(.cellDeclaration, from: start, token: equal)
  }

  // assume = "assume" name "=" expression { source | asOf } ;
  // rate = "rate" name "=" expression { source | asOf } ;
  private mutating func parseDeclaration(_ declaration: SyntaxKind) {
    let start = mark()
    advance()
    parseName()
    context.isDated = true
    parseDefinition()
    context.isDated = false
    while isAtClause(.source) || isAtClause(.as) {
      if kind == .source { parseTextClause(.sourceClause) } else { parseAsOf() }
    }
    end(declaration, from: start, token: Int(start.token))
  }

  /// `= value`, or what is wrong with it.
  mutating func parseDefinition() {
    if parseEqual() { parseValue() } else { missing() }
  }

  private mutating func parseEqual() -> Bool {
    if !isAtEnd {
      if take(.equal) { return true }
      if kind == .equalEqual || kind == .colon {
        reportNotEqual()
        advance()
        return true
      }
    }
    reportMissingEqual()
    return false
  }

  // unit = "unit" name [ "=" expression ] ;
  private mutating func parseUnit() {
    let start = mark()
    advance()
    parseName()
    if isAtEnd { missing() } else { parseDefinition() }
    end(.unitDeclaration, from: start, token: Int(start.token))
  }

  // hardware = "hardware" name record ;
  // dataset = "dataset" name record ;
  // team = "team" name record ;
  private mutating func parseThing(_ declaration: SyntaxKind) {
    let start = mark()
    advance()
    parseName()
    if kind == .leftBrace, !isAtEnd {
      parseRecord()
    } else {
      reportMissingBlock(of: Int(start.token))
      missing()
    }
    end(declaration, from: start, token: Int(start.token))
  }

  // model = "model" name "=" name [ record ] ;
  private mutating func parseModel() {
    let start = mark()
    advance()
    parseName()
    if parseEqual() { parseModelKind() } else { missing() }
    if kind == .leftBrace, !isAtEnd { parseRecord() } else { missing() }
    end(.modelDeclaration, from: start, token: Int(start.token))
  }

  private mutating func parseModelKind() {
    if isBareName { parseBareName() } else { parseName() }
  }

  /// Whether a published name such as `Llama-3.1-8B` stands here without its backquotes.
  var isBareName: Bool {
    guard kind.isWord, kind != .quotedName, isGlued(ahead: 1), isGlued(ahead: 2) else {
      return false
    }
    let sign = kind(ahead: 1)
    return sign == .minus && (kind(ahead: 2).isWord || kind(ahead: 2) == .number)
  }

  /// Takes a published name whole, so that its dashes are one mistake and not several.
  mutating func parseBareName() {
    let start = mark()
    leaf(.name)
    let parts: Set<TokenKind> = [.minus, .number, .dot, .slash]
    while isGlued(), kind.isWord || parts.contains(kind) { advance() }
    reportBareName(Int(start.token)..<position)
    finish(.broken, from: start)
  }

  // show = "show" items [ "as" text ] ;
  private mutating func parseShow() {
    let start = mark()
    advance()
    parseItems()
    parseTitle()
    end(.showStatement, from: start, token: Int(start.token))
  }

  // items = expression { "," expression } ;
  /// Expressions between commas, up to the end of the statement or its next clause.
  mutating func parseItems() {
    context.isInShow = true
    if isAtEnd { missingValue() } else { parseValue() }
    while kind == .comma, !isAtEnd {
      advance()
      parseValue()
    }
    context.isInShow = false
  }

  mutating func parseTitle() {
    if isAtClause(.as) { parseTextClause(.titleClause) }
  }

  // print = "print" expression ;
  private mutating func parsePrint() {
    let start = mark()
    advance()
    if isAtEnd { missingValue() } else { parseValue() }
    end(.printStatement, from: start, token: Int(start.token))
  }

  // assert = "assert" expression [ "with" or "confidence" ] [ text ] ;
  private mutating func parseAssert() {
    let start = mark()
    advance()
    if isAtEnd { missingValue() } else { parseValue(endsAtText: true) }
    if isAtClause(.with) { parseConfidence() }
    if kind == .textOpen, !isAtEnd || token.flags.contains(.indented) { parseText() }
    end(.assertStatement, from: start, token: Int(start.token))
  }

  private mutating func parseConfidence() {
    let start = mark()
    advance()
    parseExpression(.or)
    if !take(.confidence) { reportMissingWord("confidence", "with 95% confidence") }
    finish(.confidenceClause, from: start, token: Int(start.token))
  }

  private mutating func parseExpressionStatement() {
    let start = mark()
    parseValue()
    end(.expressionStatement, from: start)
  }

  // source = "source" text ;
  // title = "as" text ;
  mutating func parseTextClause(_ clause: SyntaxKind) {
    let start = mark()
    advance()
    if kind == .textOpen, !isAtEnd {
      parseText()
    } else {
      reportMissingText()
      missing()
    }
    finish(clause, from: start, token: Int(start.token))
  }

  // asOf = "as" "of" date ;
  private mutating func parseAsOf() {
    let start = mark()
    advance()
    if !take(.of) { reportMissingWord("of", "as of 2026-03-15") }
    parseDate()
    finish(.asOfClause, from: start, token: Int(start.token))
  }

  // date = year [ "-" month [ "-" day ] ] ;
  mutating func parseDate() {
    guard kind == .number, !isAtEnd else {
      reportDate()
      return missing()
    }
    let start = mark()
    var widths = [token.range.count]
    advance()
    while widths.count < 3, kind == .minus, isGlued(), kind(ahead: 1) == .number,
      isGlued(ahead: 1)
    {
      advance()
      widths.append(token.range.count)
      advance()
    }
    if widths != [4] + Array(repeating: 2, count: widths.count - 1) { reportDate() }
    finish(.date, from: start, token: Int(start.token))
  }

  /// A name that must stand here.
  mutating func parseName() {
    guard kind.isWord, !isOperandMissing else {
      reportMissingName()
      return missing()
    }
    if kind.isReserved { reportReservedName() }
    leaf(.name)
  }
}
