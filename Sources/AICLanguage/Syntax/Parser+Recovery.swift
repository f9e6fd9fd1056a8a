/// How the parser finds its way again: statements, fields and brackets are where it does.
extension Parser {
  /// Whether a line that begins without blanks surely begins a statement, even where a bracket
  /// seems to be open.
  static func startsStatement(_ tokens: [Token], at index: Int) -> Bool {
    let token = tokens[index]
    guard token.flags.contains(.startsLine), !token.flags.contains(.indented), token.kind.isWord,
      index + 1 < tokens.count
    else { return false }
    let next = tokens[index + 1]
    if next.flags.contains(.startsLine) { return false }
    if next.kind == .equal { return true }
    return token.kind.beginsStatement && next.kind.startsOperand && next.kind != .leftParen
      && next.kind != .leftBracket
  }

  /// Whether the current token surely begins a statement.
  var isAtStatement: Bool {
    guard Self.startsStatement(tokens, at: position) else { return false }
    return
      !(context.bracket == .block && tokens[statementStart].kind.replacesCells
      && !kind.beginsStatement)
  }

  /// Whether what a bracket encloses ends here: at its closer, or where it lacks one.
  func isAtClosing(_ closer: TokenKind) -> Bool {
    kind == closer || kind == .endOfFile || isAtStatement
  }

  /// Skips what is left of a statement, blocks included, and of an indented continuation if the
  /// statement itself is not indented.
  mutating func skipStatement(isIndented: Bool) {
    while kind != .endOfFile {
      if token.flags.contains(.startsLine), position > 0 {
        if isIndented || !token.flags.contains(.indented) || isAtStatement { return }
      }
      if kind == .semicolon { return }
      skipToken()
    }
  }

  /// Skips a token, or a bracket with all that is in it.
  mutating func skipToken() {
    if kind.closer != nil, let closer = closer(of: position) { move(to: closer) }
    advance()
  }

  /// Skips to the comma, line end or closer that ends a field of the block opened at an index.
  mutating func skipField(of opener: Int) {
    let end = closer(of: opener)
    while kind != .endOfFile, position != end, kind != .comma,
      !token.flags.contains(.startsLine), end != nil || !kind.isCloser
    {
      skipToken()
    }
  }

  /// Takes the closer of a bracket, or says that it is missing and goes on behind it.
  mutating func close(_ opener: Int) {
    guard let expected = tokens[opener].kind.closer else { return }
    if take(expected) { return }
    if let end = closer(of: opener), end >= position {
      reportUnexpected()
      move(to: end)
      advance()
    } else {
      reportUnclosed(opener)
    }
  }

  /// Counts one level of nesting; beyond the limit skips what is nested and leaves a `missing`.
  mutating func enter() -> Bool {
    guard depth < Self.depthLimit else {
      reportDepth()
      skipToken()
      missing()
      return false
    }
    depth += 1
    return true
  }
}

extension TokenKind {
  /// Whether the word can begin a statement.
  var beginsStatement: Bool {
    (rawValue >= Self.assume.rawValue && rawValue <= Self.assert.rawValue) || self == .fn
      || recomputes
  }

  /// Whether the word begins a statement that reads other files or computes this one again.
  var recomputes: Bool {
    rawValue >= Self.scenario.rawValue && rawValue <= Self.correlate.rawValue
  }

  /// Whether the block of such a statement has lines that look like cells.
  var replacesCells: Bool { self == .scenario || self == .import }

  /// Whether an operand can begin with this token.
  var startsOperand: Bool {
    switch self {
    case .number, .currency, .textOpen, .leftParen, .leftBracket, .leftBrace, .if, .not: true
    default: isWord && !isReserved
    }
  }
}
