/// Tokens to a tree, by recursive descent with operator precedence for expressions.
///
/// Above each function stands the production it parses; `grammar/aic.ebnf` has them all.
struct Parser: ~Copyable {
  /// Deep enough for any text a person writes, shallow enough for a stack of 512 KiB.
  static let depthLimit = 200
  /// Long chains are read without recursion, but those who walk the tree pay for its depth.
  static let operatorLimit = 100_000
  /// Nobody reads more.
  static let diagnosticLimit = 100
  /// Offsets have 32 bits, and a text that long is no program.
  static let sizeLimit = 64 << 20

  /// What the innermost open bracket makes of commas and of line ends.
  enum Bracket {
    /// A line end ends the statement.
    case none
    /// `( … )` around an expression.
    case group
    /// `[ … ]` or the arguments of a call: commas separate.
    case items
    /// `{ … }`: commas and line ends separate.
    case block
  }

  /// What the surroundings make of a comma, a line end and some words.
  struct Context {
    var bracket = Bracket.none
    /// A comma outside brackets goes on to the next item of a `show`.
    var isInShow = false
    /// `min` and `max` lead an operand, and are no unit.
    var isInTechnique = false
    /// `at` begins a clause, and asks no trend.
    var isInClause = false
    /// `as of` dates the whole declaration, and asks no price.
    var isDated = false
  }

  /// Where a node begins: its first token and how many nodes came before it.
  struct Mark {
    let token: UInt32
    let node: Int
  }

  let source: SourceFile
  let file: Int
  let tokens: [Token]
  var position = 0
  /// The kind of the token at the position.
  var kind: TokenKind
  var nodes: [SyntaxTree.Entry] = []
  var diagnostics: [Diagnostic] = []
  /// How many mistakes were met, those not shown included.
  var mistakes = 0
  /// The statement or field already has its message.
  var isSilent = false
  /// The first token of the statement.
  var statementStart = 0
  var depth = 0
  var context = Context()
  private var bracketPairs: BracketPairs?

  init(_ source: SourceFile, file: Int) {
    self.source = source
    self.file = file
    let fits = source.bytes.count <= Self.sizeLimit
    var lexer = Lexer(fits ? source.bytes : [])
    lexer.run()
    // A text too long to read is the trivia before its end.
    tokens = fits ? lexer.tokens : [.endOfFile(at: source.bytes.count)]
    kind = tokens[0].kind
    nodes.reserveCapacity(tokens.count)
    if !fits { reportSize() }
    for problem in lexer.problems { report(problem) }
  }

  /// The tree of all that was parsed.
  func tree() -> SyntaxTree {
    SyntaxTree(
      source: source, file: file, tokens: tokens, nodes: nodes,
      diagnostics: limited(diagnostics))
  }

  // MARK: Tokens

  /// The current token.
  var token: Token { tokens[position] }

  /// The kind of a token further on; the end of the file beyond it.
  func kind(ahead: Int) -> TokenKind {
    let index = position + ahead
    return index < tokens.count ? tokens[index].kind : .endOfFile
  }

  /// Whether a token further on is on the line of the one before it.
  func isSameLine(ahead: Int = 0) -> Bool {
    let index = position + ahead
    return index < tokens.count && !tokens[index].flags.contains(.startsLine)
  }

  func isGlued(ahead: Int = 0) -> Bool {
    let index = position + ahead
    return index < tokens.count && tokens[index].isGlued
  }

  /// Goes on by one token; the end of the file stays.
  @inline(__always)
  mutating func advance() {
    guard position + 1 < tokens.count else { return }
    position += 1
    kind = tokens[position].kind
  }

  /// Goes on to a token.
  mutating func move(to index: Int) {
    guard index < tokens.count else { return }
    position = index
    kind = tokens[index].kind
  }

  /// Takes the token if it is of a kind.
  @discardableResult
  mutating func take(_ expected: TokenKind) -> Bool {
    guard kind == expected else { return false }
    advance()
    return true
  }

  /// The closer of the bracket at an index, if it has one.
  mutating func closer(of opener: Int) -> Int? {
    let pairs = bracketPairs ?? BracketPairs(tokens)
    bracketPairs = pairs
    return pairs[opener]
  }

  // MARK: Lines

  /// Whether the line ends before the current token, and the expression with it.
  var isAtEnd: Bool {
    if kind == .endOfFile { return true }
    guard token.flags.contains(.startsLine) else { return false }
    return context.bracket == .none || context.bracket == .block
  }

  /// Whether the current token begins a clause: on the line, or on an indented one of its own.
  func isAtClause(_ word: TokenKind) -> Bool { kind == word && isAtClause }

  /// Whether the current token begins a clause of any kind.
  var isAtClause: Bool {
    guard kind.isClauseWord else { return false }
    let flags = token.flags
    if !flags.contains(.startsLine) { return true }
    return flags.contains(.indented) && kind(ahead: 1) != .equal && kind(ahead: 1) != .colon
  }

  // MARK: Nodes

  @inline(__always)
  func mark() -> Mark {
    Mark(token: UInt32(truncatingIfNeeded: position), node: nodes.count)
  }

  /// Ends a node over all that came since its mark.
  @inline(__always)
  mutating func finish(_ kind: SyntaxKind, from mark: Mark, token: Int? = nil) {
    nodes.append(
      SyntaxTree.Entry(
        kind: kind,
        token: token.map { UInt32(truncatingIfNeeded: $0) } ?? SyntaxTree.Entry.noToken,
        first: mark.token, end: UInt32(truncatingIfNeeded: position),
        span: UInt32(truncatingIfNeeded: nodes.count - mark.node + 1)))
  }

  /// A leaf of the current token.
  @inline(__always)
  mutating func leaf(_ kind: SyntaxKind) {
    let start = mark()
    advance()
    finish(kind, from: start, token: Int(start.token))
  }

  /// A leaf for what should stand here and does not.
  mutating func missing() {
    finish(.missing, from: mark())
  }
}

extension Token {
  static func endOfFile(at offset: Int) -> Token {
    let place = UInt32(clamping: offset)
    return Token(kind: .endOfFile, flags: [.spaced, .startsLine], lower: place, upper: place)
  }
}
