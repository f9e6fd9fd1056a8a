/// A place in a text that may be unfinished and wrong: the word before it and the statement around it.
struct Cursor {
  /// The text up to the word, with a name that stands in for what is yet to be written.
  let tree: SyntaxTree
  /// The bytes of the word.
  let replaced: Range<Int>
  /// The word as far as it is written, without a backquote.
  let word: String
  /// The word began with a backquote.
  let isQuoted: Bool
  /// The tokens of the statement before the word.
  let tokens: [Token]
  /// For each of those tokens, and for the word, the bracket that it stands in.
  let brackets: EnclosingBrackets
  /// The statements before that one.
  let above: [SyntaxNode]
  /// What stands between the token before and the word.
  let flags: Token.Flags
  /// The text after the cursor.
  let rest: [UInt8]

  /// Nil in a comment, in a text, behind the digits of a number and in texts too long to be programs.
  init?(_ bytes: [UInt8], _ offset: Int) {
    guard bytes.count <= Parser.sizeLimit else { return nil }
    var end = min(max(offset, 0), bytes.count)
    while end > 0, end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    guard let (start, kind) = Self.word(Array(bytes[..<end])) else { return nil }
    // Glued to its number a unit would not be a token of its own.
    let standIn = kind == .number ? " _" : "_"
    let source = SourceFile(name: "", bytes: bytes[..<start] + Array(standIn.utf8))
    tree = parse(source)
    let place = tree.tokens.count - 2
    guard place >= 0, case let token = tree.tokens[place], token.kind == .name,
      token.range == source.bytes.count - 1..<source.bytes.count
    else { return nil }
    flags = kind == .number ? [] : token.flags
    isQuoted = kind == .quotedName
    let letters = bytes[start..<end].filter { $0 != UInt8(ascii: "`") }
    word = String(decoding: letters, as: UTF8.self)
    // An editor may have closed the name already.
    let isClosed =
      isQuoted && end < bytes.count && bytes[end] == UInt8(ascii: "`")
      && end - start == letters.count + 1
    replaced = start..<(isClosed ? end + 1 : end)
    rest = Array(bytes[replaced.upperBound...])

    let statements = tree.root.children
    let first =
      statements.last { $0.tokenRange.contains(place) }?.tokenRange.lowerBound ?? place
    tokens = Array(tree.tokens[first..<place])
    brackets = EnclosingBrackets(tokens)
    above = statements.filter { $0.tokenRange.upperBound <= first }
  }

  /// Where the word at the end of a text begins, and the token that it is or belongs to.
  private static func word(_ bytes: [UInt8]) -> (start: Int, kind: TokenKind)? {
    var lexer = Lexer(bytes)
    lexer.run()
    guard let last = lexer.tokens.dropLast().last, last.range.upperBound == bytes.count else {
      return (bytes.count, .endOfFile)
    }
    if last.kind.isWord || last.kind == .currency { return (last.range.lowerBound, last.kind) }
    guard last.kind == .number else { return (bytes.count, last.kind) }
    let letters = bytes[last.range].reversed().prefix {
      Lexer.isNameByte($0) && !Lexer.isDigit($0) || $0 >= 0x80
    }
    return letters.isEmpty ? nil : (bytes.count - letters.count, .number)
  }

  func text(_ token: Token) -> String { tree.source.text(token.range) }

  /// The name that a token of a word stands for.
  func name(_ token: Token) -> String {
    token.kind == .quotedName ? String(text(token).filter { $0 != "`" }) : text(token)
  }
}
