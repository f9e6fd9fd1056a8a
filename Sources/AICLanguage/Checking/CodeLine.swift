/// An expression on one line, without its comments, and where in it each token stands.
struct CodeLine {
  private(set) var text = ""
  private let first: Int
  private var places: [Range<Int>] = []

  init(_ node: SyntaxNode) {
    let tokens = node.tree.tokens
    first = node.tokenRange.lowerBound
    for index in node.tokenRange {
      let token = tokens[index]
      if index > first, CodeLine.isSpaced(tokens[index - 1], token) { text += " " }
      let place = text.utf8.count
      // In a text, a tab is as wide as the terminal likes.
      text += String(node.tree.source.text(token.range).map { $0 == "\t" ? " " : $0 })
      places.append(place..<text.utf8.count)
    }
  }

  /// Brackets that have lines of their own need no blanks on one line.
  private static func isSpaced(_ left: Token, _ right: Token) -> Bool {
    guard right.flags.contains(.startsLine) else { return !right.isGlued }
    return left.kind != .leftParen && left.kind != .leftBracket && right.kind != .rightParen
      && right.kind != .rightBracket
  }

  /// The byte of the line that a token begins at; nil for one of elsewhere.
  func place(of token: Int) -> Int? { range(of: token..<token + 1)?.lowerBound }

  /// The bytes of the line that some tokens take.
  func range(of tokens: Range<Int>) -> Range<Int>? {
    let (lower, last) = (tokens.lowerBound - first, tokens.upperBound - 1 - first)
    guard lower <= last, places.indices.contains(lower), places.indices.contains(last) else {
      return nil
    }
    return places[lower].lowerBound..<places[last].upperBound
  }

  /// A part of the line.
  subscript(range: Range<Int>) -> String {
    String(decoding: text.utf8.dropFirst(range.lowerBound).prefix(range.count), as: UTF8.self)
  }
}
