extension Parser {
  // primary = quantity | name | text | list | comprehension | record | "(" expression ")" ;
  mutating func parsePrimary() {
    if isOperandMissing { return missingValue() }
    switch kind {
    case .textOpen: parseText()
    case .leftParen: parseGroup()
    case .leftBracket: parseList()
    case .leftBrace: parseRecord()
    default: parseLeaf()
    }
  }

  /// A primary without another expression in it.
  private mutating func parseLeaf() {
    switch kind {
    case .number, .currency: parseQuantity()
    case .dot where kind(ahead: 1) == .number && isGlued(ahead: 1): parseLeadingDot()
    case .quotedName:
      if token.range.count < 2 || source.bytes[token.range.upperBound - 1] != UInt8(ascii: "`") {
        reportUnclosedName()
      }
      leaf(.name)
    case _ where kind.isWord && !kind.isReserved: leaf(.name)
    default: missingValue()
    }
  }

  /// Says that a value is missing here.
  mutating func missingValue() {
    reportMissingValue()
    missing()
  }

  /// Whether the next line is a statement or field of its own, so that none continues here.
  var isOperandMissing: Bool {
    guard token.flags.contains(.startsLine), position > statementStart else { return false }
    guard context.bracket == .block else { return isAtStatement }
    return isAtStatement || kind(ahead: 1) == .colon || kind(ahead: 1) == .equal
  }

  // quantity = [ currency ] number [ "%" ] [ unit ] ;
  private mutating func parseQuantity() {
    let start = mark()
    if take(.currency), kind != .number || !isSameLine() {
      reportCurrency(Int(start.token))
      return missing()
    }
    let number = position
    if isThousands || isDateLike { return parseMisreadNumber() }
    advance()
    if kind == .percent, isSameLine(), isPercentSign { advance() }
    skipUnit(after: number)
    finish(.quantity, from: start, token: number)
  }

  /// Whether `%` belongs to the number before it: glued, or with no operand behind it.
  private var isPercentSign: Bool {
    isGlued() || !(isSameLine(ahead: 1) && kind(ahead: 1).startsOperand)
  }

  private mutating func skipUnit(after number: Int) {
    let isPlain = !hasUnit(tokens[number])
    if tokens[position - 1].kind == .number, isPlain, isUnitWord {
      advance()
      return skipUnitTail()
    }
    if kind == .slash || !isPlain { skipUnitTail() }
  }

  /// Whether the word here is the unit of the number before it.
  private var isUnitWord: Bool {
    guard kind.canBeUnit, isSameLine() else { return false }
    if context.isInTechnique, kind == .min || kind == .max { return false }
    let next = kind(ahead: 1)
    if next == .colon { return false }
    return !(isGlued(ahead: 1) && (next == .leftParen || next == .dot || next == .leftBracket))
  }

  /// Whether letters glued to the number are a unit, and not only a magnitude such as `k`.
  private func hasUnit(_ number: Token) -> Bool {
    let bytes = source.bytes[number.range]
    let letters = bytes.reversed().prefix { !Lexer.isDigit($0) && $0 != UInt8(ascii: "_") }
    switch letters.count {
    case 0: return false
    case 1: return letters.first.map { !Self.magnitudes.contains($0) } ?? false
    case 2:
      // Letters run backwards here: `Ki`, and the misread `bn` and `mn`.
      let ends = letters.first == UInt8(ascii: "i") || letters.first == UInt8(ascii: "n")
      return !(ends && Self.magnitudes.contains(letters.last ?? 0))
    default: return true
    }
  }

  private static let magnitudes = "kKmMbBtTgG".utf8.map { $0 }

  /// Whether `1,000` stands here where a comma separates nothing.
  private var isThousands: Bool {
    guard kind(ahead: 1) == .comma, isGlued(ahead: 1), isGlued(ahead: 2),
      kind(ahead: 2) == .number, context.bracket != .items
    else { return false }
    let head = source.bytes[token.range]
    return head.count <= 3 && head.allSatisfy(Lexer.isDigit) && isThreeDigits(ahead: 2)
  }

  private func isThreeDigits(ahead: Int) -> Bool {
    let digits = source.bytes[tokens[position + ahead].range].prefix { Lexer.isDigit($0) }
    return digits.count == 3
  }

  /// Whether `2026-03-15` stands here, which would subtract.
  private var isDateLike: Bool {
    guard kind(ahead: 1) == .minus, kind(ahead: 2) == .number, kind(ahead: 3) == .minus,
      kind(ahead: 4) == .number
    else { return false }
    for ahead in 1...4 where !isGlued(ahead: ahead) { return false }
    return token.range.count == 4 && tokens[position + 2].range.count == 2
      && tokens[position + 4].range.count == 2
  }

  private mutating func parseMisreadNumber() {
    let start = position
    if kind(ahead: 1) == .comma {
      while kind(ahead: 1) == .comma, isGlued(ahead: 1), kind(ahead: 2) == .number,
        isGlued(ahead: 2), isThreeDigits(ahead: 2)
      {
        move(to: position + 2)
      }
      reportThousands(start...position)
      let number = position
      advance()
      if kind == .percent, isGlued() { advance() }
      skipUnit(after: number)
    } else {
      move(to: position + 4)
      reportDateAsNumber(start...position)
      advance()
    }
    missing()
  }

  private mutating func parseLeadingDot() {
    reportLeadingDot()
    advance()
    parseQuantity()
  }

  // text = '"' { segment | "{" expression "}" } '"' ;
  mutating func parseText() {
    let start = mark()
    if source.bytes[token.range.lowerBound] != UInt8(ascii: "\"") { reportQuotes() }
    advance()
    while kind == .textSegment || kind == .interpolationOpen {
      if kind == .textSegment { leaf(.textSegment) } else { parseInterpolation() }
    }
    if !take(.textClose) { reportUnclosedText(Int(start.token)) }
    finish(.text, from: start, token: Int(start.token))
  }

  private mutating func parseInterpolation() {
    let opener = position
    let outer = open(.group)
    parseExpression(.lowest)
    close(opener)
    context = outer
  }

  private mutating func parseGroup() {
    let start = mark()
    let outer = open(.group)
    parseExpression(.lowest)
    close(Int(start.token))
    context = outer
    finish(.parenthesised, from: start, token: Int(start.token))
  }

  // list = "[" [ item { "," item } [ "," ] ] "]" ;
  // item = expression | entry ;
  // comprehension = "[" expression loop { loop } "]" ;
  private mutating func parseList() {
    let start = mark()
    let outer = open(.items)
    var list = SyntaxKind.list
    var isFirst = true
    while !isAtClosing(.rightBracket) {
      parseItem()
      if isFirst, kind == .for {
        list = .comprehension
        parseForClauses()
      }
      isFirst = false
      if list == .comprehension || !take(.comma) { break }
    }
    close(Int(start.token))
    context = outer
    finish(list, from: start, token: Int(start.token))
  }

  private mutating func parseItem() {
    if isEntry { parseEntry() } else { parseValue() }
  }

  // record = "{" { field ( "," | line end ) } "}" ;
  mutating func parseRecord() {
    let start = mark()
    guard enter() else { return }
    parseBlock { $0.parseField() }
    depth -= 1
    finish(.record, from: start, token: Int(start.token))
  }

  /// The parts between two braces, each on a line or behind a comma.
  mutating func parseBlock(_ parsePart: (inout Parser) -> Void) {
    let opener = position
    let wasSilent = isSilent
    let outer = open(.block)
    while !isAtClosing(.rightBrace) {
      isSilent = wasSilent
      parsePart(&self)
      guard endField(of: opener) else { break }
    }
    close(opener)
    context = outer
  }

  /// Goes to the next field of a block, over what cannot stand before it; false where there is
  /// none.
  private mutating func endField(of opener: Int) -> Bool {
    if kind != .comma, kind != .rightBrace, !isAtEnd {
      reportUnexpected()
      skipField(of: opener)
    }
    while take(.comma) {}
    // A foreign closer ends nothing here.
    return !kind.isCloser || kind == .rightBrace
  }

  // field = target ":" expression ;
  mutating func parseField() {
    let start = mark()
    guard kind.isWord else {
      reportFieldName()
      return skipToken()
    }
    leaf(.name)
    while kind == .dot, isSameLine() { parseMember(from: start) }
    let colon = position
    if kind == .colon || kind == .equal, !isAtEnd {
      if kind == .equal { reportFieldEqual() }
      advance()
      parseValue()
      finish(.field, from: start, token: colon)
    } else {
      reportMissingColon()
      missing()
      finish(.field, from: start)
    }
  }
}
