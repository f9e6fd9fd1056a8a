/// What the layout moves as a whole: a token, or the tokens of a literal.
struct Piece {
  /// The kind of its first token.
  let kind: TokenKind
  /// The innermost node that it belongs to.
  let owner: SyntaxKind
  let tokens: Range<Int>
  let bytes: [UInt8]

  /// How many columns it takes.
  var width: Int { bytes.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) } }

  /// Whether a blank stands between this and the next piece of the line.
  func isSpaced(from next: Piece) -> Bool { !clings && !next.clingsBack && !isEmptyBlock(next) }

  private func isEmptyBlock(_ next: Piece) -> Bool {
    kind == .leftBrace && next.kind == .rightBrace
  }

  /// Whether what follows on the line stands directly behind it.
  private var clings: Bool {
    switch kind {
    case .leftParen, .leftBracket, .dot, .dotDot, .textOpen, .textSegment, .interpolationOpen,
      .interpolationClose:
      true
    case .minus: owner == .unary || owner == .dimension
    case .slash, .caret: owner == .dimension
    default: false
    }
  }

  /// Whether it stands directly behind what comes before it on the line.
  private var clingsBack: Bool {
    switch kind {
    case .comma, .colon, .rightParen, .rightBracket, .dot, .dotDot, .textSegment, .textClose,
      .interpolationOpen, .interpolationClose:
      true
    case .leftParen: owner == .call || owner == .parameterList
    case .leftBracket: owner == .index
    case .slash, .caret: owner == .dimension
    default: false
    }
  }
}

extension Piece {
  /// The pieces of a tree, the end of the file left out.
  static func all(of tree: SyntaxTree, _ outline: Outline) -> [Piece] {
    let spelling = Spelling(tree)
    let tokens = tree.tokens
    var pieces: [Piece] = []
    pieces.reserveCapacity(tokens.count)
    var index = 0
    while index < tokens.count - 1 {
      let leaf = index..<max(outline.leafEnds[index], index + 1)
      let bytes =
        switch outline.owners[index] {
        case _ where outline.leafEnds[index] == 0: spelling.token(index)
        case .quantity:
          spelling.quantity(leaf, isInTechnique: outline.isInTechnique[index])
        case .unit: spelling.unit(leaf)
        default: spelling.date(leaf)
        }
      pieces.append(
        Piece(kind: tokens[index].kind, owner: outline.owners[index], tokens: leaf, bytes: bytes))
      index = leaf.upperBound
    }
    return pieces
  }
}
