import AICLanguage

/// What the lexer makes of a text, as the terminals of the grammar, with a terminal for each line
/// end that means something.
struct Terminals {
  struct Terminal {
    let kind: TokenKind
    let text: String
    /// `nil` stands for a line end.
    static let lineEnd = Terminal(kind: .endOfFile, text: "\n")
  }

  /// The names of the grammar that are tokens.
  static let classes: Set = [
    "name", "quotedName", "number", "currency", "segment", "year", "month", "day",
  ]

  private(set) var all: [Terminal] = []

  init(_ tree: SyntaxTree) {
    var brackets: [TokenKind] = []
    var statement = TokenKind.endOfFile
    for (index, token) in tree.tokens.enumerated() where token.kind != .endOfFile {
      if brackets.isEmpty, !token.flags.contains(.indented), token.flags.contains(.startsLine) {
        statement = token.kind
      }
      // What a sweep shows may stand on a line of its own.
      let isFigures = statement == .sweep && token.kind == .show && index > 0
      if !isFigures, Self.endsLine(before: index, of: tree, in: brackets.last) {
        all.append(.lineEnd)
      }
      all.append(Terminal(kind: token.kind, text: tree.source.text(token.range)))
      switch token.kind {
      case .leftParen, .leftBracket, .leftBrace, .interpolationOpen: brackets.append(token.kind)
      case .rightParen, .rightBracket, .rightBrace, .interpolationClose: _ = brackets.popLast()
      default: break
      }
    }
    all.append(.lineEnd)
  }

  /// The rule at the production `statement`: whether a line that ends before a token ends anything.
  private static func endsLine(
    before index: Int, of tree: SyntaxTree, in bracket: TokenKind?
  ) -> Bool {
    let tokens = tree.tokens
    guard index > 0, tokens[index].flags.contains(.startsLine) else { return false }
    if bracket == .leftParen || bracket == .leftBracket { return false }
    let last = tokens[index - 1]
    // Behind a dot any word is a name.
    let isMember = index > 1 && tokens[index - 2].kind == .dot
    if !isMember, continues(last.kind) || last.kind == .leftBrace { return false }
    let next = tokens[index + 1].kind
    let isClause = tokens[index].kind.isClauseWord && tokens[index].flags.contains(.indented)
    return !(isClause && next != .equal && next != .colon)
  }

  /// Whether a line that ends in such a token goes on.
  private static func continues(_ kind: TokenKind) -> Bool {
    switch kind {
    case .comma, .equal, .colon, .dotDot, .plus, .minus, .star, .slash, .caret, .plusMinus: true
    case .less, .lessEqual, .greater, .greaterEqual, .equalEqual, .notEqual: true
    default: kind.isReserved || kind.isClauseWord
    }
  }

  /// Whether the terminal at an index is a literal of the grammar.
  func matches(literal: String, at index: Int) -> Bool {
    let terminal = all[index]
    switch terminal.kind {
    case .textSegment, .quotedName: return false
    case .star: return literal == "*"
    case .minus: return literal == "-"
    default: return terminal.text == literal
    }
  }

  /// Whether the terminal at an index is of a class of the grammar.
  func matches(class name: String, at index: Int) -> Bool {
    let terminal = all[index]
    let isNumber = terminal.kind == .number
    switch name {
    case "name": return isName(at: index)
    case "quotedName": return terminal.kind == .quotedName
    case "number": return isNumber
    case "currency": return terminal.kind == .currency
    case "segment": return terminal.kind == .textSegment
    case "year": return isNumber && terminal.text.count == 4
    default: return isNumber && terminal.text.count == 2
    }
  }

  /// Fields, labels and members may be any word; other names are not reserved.
  private func isName(at index: Int) -> Bool {
    let kind = all[index].kind
    guard kind.isWord, kind != .quotedName else { return false }
    if !kind.isReserved { return true }
    return index > 0 && all[index - 1].kind == .dot
      || index + 1 < all.count && all[index + 1].kind == .colon
  }
}
