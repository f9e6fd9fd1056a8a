/// Blocks: whose fields they list and which of those are written already.
extension Cursor {
  /// Whose fields the block opened at a token lists.
  func owner(of opener: Int, isPart: Bool = false) -> BlockOwner {
    guard opener > 0 else { return .record }
    let last = tokens[opener - 1]
    let outer = brackets.opener[opener]
    if last.kind == .colon, opener > 1, let outer, tokens[outer].kind == .leftBrace, !isPart {
      return .part(of: owner(of: outer, isPart: true), field: name(tokens[opener - 2]))
    }
    if last.kind == .with {
      if tokens[0].kind == .import, outer == nil {
        return .imported(tokens[0].range.lowerBound..<last.range.lowerBound)
      }
      return operand(endingAt: opener - 1).map { .copy($0) } ?? .record
    }
    if outer == nil, let declared = declared(upTo: opener) { return declared }
    guard let cost = cost(of: opener) else { return .record }
    return technique(before: opener).map { .technique(of: cost, name: $0) } ?? cost
  }

  /// The technique that a block stands behind; nil where it stands behind another clause.
  private func technique(before opener: Int) -> String? {
    let segment = segment(before: opener)
    let clauses: Set<TokenKind> = [.on, .using, .with, .at, .for, .serving]
    guard let clause = segment.last(where: { clauses.contains(tokens[$0].kind) }),
      tokens[clause].kind == .with,
      let head = segment.last(where: {
        $0 == clause + 1 || $0 > clause && tokens[$0 - 1].kind == .comma
      })
    else { return nil }
    return name(tokens[head])
  }

  /// Whose fields the block of a declaration lists.
  private func declared(upTo opener: Int) -> BlockOwner? {
    guard opener > 1, tokens[1].kind.isWord else { return nil }
    switch tokens[0].kind {
    case .hardware where opener == 2: return .hardware
    case .dataset where opener == 2: return .dataset
    case .team where opener == 2: return .team
    case .model where opener == 4: return .model(name(tokens[3]))
    case .scenario: return .replacements
    case .plan: return .plan
    default: return nil
    }
  }

  /// Whose fields the block of a training or deployment lists, or their techniques set.
  func cost(of index: Int) -> BlockOwner? {
    guard let start = costWord(before: index) else { return nil }
    if tokens[start].kind == .own { return .ownership }
    if tokens[start].kind != .deploy { return .training }
    let isBought = (start..<index).contains {
      tokens[$0].kind == .api && tokens[$0 - 1].kind == .on
    }
    return isBought ? .api : .deployment
  }

  /// The last `train`, `finetune`, `deploy` or `own` before a token, in the same bracket and field.
  func costWord(before index: Int) -> Int? {
    segment(before: index).last {
      [.train, .finetune, .deploy, .own].contains(tokens[$0].kind)
        && ($0 + 1 == tokens.count || tokens[$0 + 1].kind.isWord
          || tokens[$0 + 1].kind == .leftParen
          || tokens[$0].kind == .own && tokens[$0 + 1].kind == .leftBrace)
    }
  }

  /// The tokens before one, in the same bracket and, inside of brackets, between the same commas.
  func segment(before index: Int) -> [Int] {
    let opener = brackets.opener[index]
    var result: [Int] = []
    for place in (opener.map { $0 + 1 } ?? 0)..<index where brackets.opener[place] == opener {
      if opener != nil, tokens[place].kind == .comma {
        result = []
      } else {
        if opener != nil, startsField(place) { result = [] }
        result.append(place)
      }
    }
    return result
  }

  /// Whether a token on a line of its own begins a field or a replacement.
  private func startsField(_ place: Int) -> Bool {
    guard tokens[place].flags.contains(.startsLine), tokens[place].kind.isWord,
      place + 1 < tokens.count
    else { return false }
    return [.colon, .equal, .dot].contains(tokens[place + 1].kind)
  }

  /// Whether the cursor is where a block wants the next field.
  var isAtFieldName: Bool {
    guard let opener = brackets.opener[tokens.count], tokens[opener].kind == .leftBrace,
      let last = tokens.last
    else { return false }
    return last.kind == .leftBrace || last.kind == .comma
      || flags.contains(.startsLine) && !last.kind.needsOperand
  }

  /// The names of the fields or targets of the block around the cursor, also of those behind it.
  var writtenFields: Set<String> {
    guard let opener = brackets.opener[tokens.count] else { return [] }
    var names: Set<String> = []
    for place in opener + 1..<tokens.count where brackets.opener[place] == opener {
      if place + 1 < tokens.count, tokens[place].kind.isWord,
        tokens[place + 1].kind == .colon || tokens[place + 1].kind == .equal,
        tokens[place - 1].kind != .dot
      {
        names.insert(name(tokens[place]))
      }
    }
    return names.union(fieldsBehind)
  }

  private var fieldsBehind: Set<String> {
    var lexer = Lexer(rest)
    lexer.run()
    let source = SourceFile(name: "", bytes: rest)
    var names: Set<String> = []
    var depth = 0
    for (place, token) in lexer.tokens.enumerated().dropLast() {
      if place > 0, Parser.startsStatement(lexer.tokens, at: place) { break }
      if token.kind.closer != nil { depth += 1 }
      if token.kind.isCloser { depth -= 1 }
      if depth < 0 { break }
      // What is glued to the cursor is the end of the word there.
      if depth == 0, place > 0 || token.range.lowerBound > 0, token.kind.isWord,
        lexer.tokens[place + 1].kind == .colon
      {
        names.insert(source.text(token.range))
      }
    }
    return names
  }

  /// Whether the colon of the field or parameter at the cursor is there already.
  var hasColon: Bool {
    rest.first { $0 != UInt8(ascii: " ") } == UInt8(ascii: ":")
  }
}

extension TokenKind {
  /// Whether an operand must follow, on the next line if need be.
  var needsOperand: Bool {
    switch self {
    case .colon, .equal, .plus, .minus, .star, .slash, .caret, .plusMinus, .less, .lessEqual,
      .greater, .greaterEqual, .equalEqual, .notEqual, .dot, .dotDot, .on, .using, .with, .serving:
      true
    default: isReserved
    }
  }
}
