/// Operands before the cursor: where they begin and which units are glued to them.
extension Cursor {
  /// The bytes of the name, call or member chain that ends before a token; nil where none does.
  func operand(endingAt end: Int) -> Range<Int>? {
    operandStart(endingAt: end).map {
      tokens[$0].range.lowerBound..<tokens[end - 1].range.upperBound
    }
  }

  /// The first token of the name, call or member chain that ends before a token.
  func operandStart(endingAt end: Int) -> Int? {
    var place = end - 1
    while place >= 0 {
      // Arguments and indices are glued to what they belong to.
      while let opener = brackets.partner(of: place), opener > 0, tokens[opener].isGlued,
        tokens[opener].kind != .leftBrace,
        tokens[opener - 1].kind.isWord || tokens[opener - 1].kind.isCloser
      {
        place = opener - 1
      }
      if let opener = brackets.partner(of: place) {
        guard tokens[opener].kind == .leftParen || tokens[opener].kind == .leftBracket else {
          return nil
        }
        place = opener
      } else if !tokens[place].kind.isWord || tokens[place].kind.isReserved {
        return nil
      }
      guard place > 1, tokens[place - 1].kind == .dot else { return place }
      place -= 2
    }
    return nil
  }

  /// The operand that ends at the cursor and what binds tighter than `in` before it, as bytes.
  var shownOperand: Range<Int>? {
    guard tokens.count > 1 else { return nil }
    let end = tokens.count - 1
    let inner = segment(before: end)
    let words: Set<TokenKind> = [
      .equal, .colon, .show, .print, .assert, .comma, .if, .then, .else, .and, .or, .not, .on,
      .serving, .using,
    ]
    let start = inner.lastIndex { words.contains(tokens[$0].kind) }.map { $0 + 1 } ?? 0
    guard inner.indices.contains(start) else { return nil }
    return tokens[inner[start]].range.lowerBound..<tokens[end - 1].range.upperBound
  }

  /// Whether the word divides a unit that it is glued to by `/` or `-`, as in `GB/s` and `$2/GPU-hour`;
  /// nil where it is glued to none.
  var continuesUnit: Bool? {
    guard !flags.contains(.spaced), let last = tokens.last, last.isGlued,
      last.kind == .slash || last.kind == .minus
    else { return nil }
    var start = tokens.count - 1
    var divides = last.kind == .slash
    while start > 0, tokens[start].isGlued,
      [.slash, .minus, .number, .currency].contains(tokens[start].kind) || tokens[start].kind.isWord
    {
      divides = divides || tokens[start].kind == .slash
      start -= 1
    }
    let first = tokens[start].kind
    if first == .number || first == .currency {
      // A glued minus after plain digits subtracts.
      return last.kind == .slash || tokens[tokens.count - 2].kind.isWord ? divides : nil
    }
    guard start > 0, first.isWord else { return nil }
    switch tokens[start - 1].kind {
    case .number, .in: return divides
    case .per: return true
    default: return nil
    }
  }

  /// Whether the operand that begins at a token is a target: a cell or field that may be replaced.
  func isTarget(at index: Int) -> Bool {
    guard index > 0 else { return false }
    let before = tokens[index - 1]
    if let opener = brackets.opener[index], tokens[opener].kind == .leftBrace {
      switch owner(of: opener) {
      case .replacements, .imported:
        return segment(before: index).isEmpty
          || index < tokens.count && tokens[index].flags.contains(.startsLine)
      default: break
      }
    }
    let kinds = segment(before: index).map { tokens[$0].kind }
    switch before.kind {
    case .sweep: return index == 1
    case .over: return true
    case .to: return tokens[0].kind == .sensitivity
    case .correlate: return index == 1
    case .comma:
      switch tokens[0].kind {
      case .sweep: return !kinds.contains(.show)
      case .sensitivity: return kinds.contains(.to)
      case .correlate: return true
      default: return kinds.contains(.over) && !kinds.contains(.subject)
      }
    default: return false
    }
  }
}
