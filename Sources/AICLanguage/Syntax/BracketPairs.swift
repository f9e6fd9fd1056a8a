/// For each opening bracket the token that closes it, found in one pass over the tokens.
struct BracketPairs {
  private var closers: [UInt32]

  /// The closer of the opening bracket at an index, if it has one.
  subscript(opener: Int) -> Int? {
    guard closers.indices.contains(opener), closers[opener] > 0 else { return nil }
    return Int(closers[opener])
  }

  /// Pairs brackets so that one that is never closed spoils no other: a statement at the start
  /// of a line closes all, the end of a line closes the interpolations.
  init(_ tokens: [Token]) {
    closers = Array(repeating: 0, count: tokens.count)
    var open: [Int] = []
    // How many of each kind are open, so that a stray closer is known without a search.
    var counts: [TokenKind: Int] = [:]
    // In the blocks of some statements `name = value` is no statement, wherever it stands.
    var statement = TokenKind.endOfFile
    for index in tokens.indices {
      let token = tokens[index]
      if token.flags.contains(.startsLine), open.isEmpty { statement = token.kind }
      if token.flags.contains(.startsLine), !open.isEmpty {
        if Parser.startsStatement(tokens, at: index),
          !statement.replacesCells || token.kind.beginsStatement
        {
          open.removeAll(keepingCapacity: true)
          counts.removeAll(keepingCapacity: true)
          statement = token.kind
        } else {
          while counts[.interpolationClose, default: 0] > 0, let last = open.popLast(),
            let closer = tokens[last].kind.closer
          {
            counts[closer, default: 0] -= 1
          }
        }
      }
      if let closer = token.kind.closer {
        open.append(index)
        counts[closer, default: 0] += 1
      } else if token.kind.isCloser, counts[token.kind, default: 0] > 0 {
        while let opener = open.popLast(), let closer = tokens[opener].kind.closer {
          counts[closer, default: 0] -= 1
          guard closer == token.kind else { continue }
          closers[opener] = UInt32(truncatingIfNeeded: index)
          break
        }
      }
    }
  }
}

extension TokenKind {
  /// The bracket that closes this one.
  var closer: TokenKind? {
    switch self {
    case .leftParen: .rightParen
    case .leftBracket: .rightBracket
    case .leftBrace: .rightBrace
    case .interpolationOpen: .interpolationClose
    default: nil
    }
  }

  var isCloser: Bool {
    switch self {
    case .rightParen, .rightBracket, .rightBrace, .interpolationClose: true
    default: false
    }
  }
}
