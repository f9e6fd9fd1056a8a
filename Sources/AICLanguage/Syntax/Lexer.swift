/// Bytes to tokens, in one pass; any bytes have tokens.
struct Lexer: ~Copyable {
  /// A place where the bytes mean nothing.
  enum Problem {
    case unknown(Range<Int>)
    case escape(Range<Int>)
  }

  /// A text that an interpolation has suspended.
  struct OpenText {
    let quote: Quote
    /// How many braces are open inside the interpolation.
    var braces = 0
  }

  let bytes: [UInt8]
  var position = 0
  /// What stands before the next token.
  var flags: Token.Flags = [.spaced, .startsLine]
  var tokens: [Token] = []
  var openTexts: [OpenText] = []
  /// At most one more than is ever shown.
  var problems: [Problem] = []

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    tokens.reserveCapacity(bytes.count / 4 + 1)
  }

  /// All tokens of the text, the end of the file last.
  mutating func run() {
    if starts(with: 0xEF, 0xBB, 0xBF) { position = 3 }
    skipTrivia()
    while position < bytes.count {
      scanToken()
      skipTrivia()
    }
    emit(.endOfFile, from: position)
  }

  /// The byte some places on; 0 beyond the end, where no token starts.
  @inline(__always)
  func byte(_ ahead: Int = 0) -> UInt8 {
    let index = position + ahead
    return index < bytes.count ? bytes[index] : 0
  }

  @inline(__always)
  func starts(with first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    byte() == first && byte(1) == second && byte(2) == third
  }

  @inline(__always)
  mutating func emit(_ kind: TokenKind, from lower: Int) {
    tokens.append(
      Token(
        kind: kind, flags: flags, lower: UInt32(truncatingIfNeeded: lower),
        upper: UInt32(truncatingIfNeeded: position)))
    flags = []
  }

  @inline(__always)
  mutating func emit(_ kind: TokenKind, length: Int) {
    let lower = position
    position += length
    emit(kind, from: lower)
  }

  mutating func note(_ problem: Problem) {
    if problems.count <= Parser.diagnosticLimit { problems.append(problem) }
  }

  // trivia = { " " | TAB | CR | LF | NBSP | comment } ;
  // comment = "#" { any character but LF } ;
  private mutating func skipTrivia() {
    while true {
      switch byte() {
      case UInt8(ascii: " "), UInt8(ascii: "\t"):
        position += 1
        noteBlank()
      case UInt8(ascii: "\n"):
        position += 1
        flags = [.spaced, .startsLine]
        openTexts.removeAll(keepingCapacity: true)
      case UInt8(ascii: "\r"):
        position += 1
        flags.insert(.spaced)
      case UInt8(ascii: "#"):
        flags.insert(.spaced)
        while position < bytes.count && byte() != UInt8(ascii: "\n") { position += 1 }
      case 0xC2 where byte(1) == 0xA0:
        position += 2
        noteBlank()
      case 0xE2 where byte(1) == 0x80 && byte(2) == 0xAF:
        position += 3
        noteBlank()
      default: return
      }
    }
  }

  @inline(__always)
  private mutating func noteBlank() {
    flags.insert(flags.contains(.startsLine) ? [.spaced, .indented] : .spaced)
  }

  private mutating func scanToken() {
    let first = byte()
    switch first {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "_"):
      scanName()
    case UInt8(ascii: "0")...UInt8(ascii: "9"): scanNumber()
    case UInt8(ascii: "\""): openText(.double, length: 1)
    case UInt8(ascii: "'"): openText(.single, length: 1)
    case UInt8(ascii: "`"): scanQuotedName()
    case UInt8(ascii: "$"): emit(.currency, length: 1)
    case UInt8(ascii: "%"): emit(.percent, length: 1)
    case UInt8(ascii: "("): emit(.leftParen, length: 1)
    case UInt8(ascii: ")"): emit(.rightParen, length: 1)
    case UInt8(ascii: "["): emit(.leftBracket, length: 1)
    case UInt8(ascii: "]"): emit(.rightBracket, length: 1)
    case UInt8(ascii: "{"):
      if !openTexts.isEmpty { openTexts[openTexts.count - 1].braces += 1 }
      emit(.leftBrace, length: 1)
    case UInt8(ascii: "}"): closeBrace()
    case UInt8(ascii: ","): emit(.comma, length: 1)
    case UInt8(ascii: ":"): emit(.colon, length: 1)
    case UInt8(ascii: ";"): emit(.semicolon, length: 1)
    case UInt8(ascii: "+"): emit(.plus, length: 1)
    case UInt8(ascii: "-"): emit(.minus, length: 1)
    case UInt8(ascii: "^"): emit(.caret, length: 1)
    case UInt8(ascii: "."): emit(.dot, or: .dotDot, before: UInt8(ascii: "."))
    case UInt8(ascii: "*"): emit(.star, or: .starStar, before: UInt8(ascii: "*"))
    case UInt8(ascii: "/"): emit(.slash, or: .slashSlash, before: UInt8(ascii: "/"))
    case UInt8(ascii: "="): emit(.equal, or: .equalEqual, before: UInt8(ascii: "="))
    case UInt8(ascii: "<"): emit(.less, or: .lessEqual, before: UInt8(ascii: "="))
    case UInt8(ascii: ">"): emit(.greater, or: .greaterEqual, before: UInt8(ascii: "="))
    case UInt8(ascii: "!"): emit(.bang, or: .notEqual, before: UInt8(ascii: "="))
    case UInt8(ascii: "&"): emit(.ampersands, or: .ampersands, before: UInt8(ascii: "&"))
    case UInt8(ascii: "|"): emit(.bars, or: .bars, before: UInt8(ascii: "|"))
    default: scanRareCharacter()
    }
  }

  /// One kind for the byte alone, another where a given byte follows.
  @inline(__always)
  private mutating func emit(_ kind: TokenKind, or double: TokenKind, before second: UInt8) {
    if byte(1) == second { emit(double, length: 2) } else { emit(kind, length: 1) }
  }

  // name = ( letter | "_" ) { letter | digit | "_" } ;
  mutating func scanName() {
    let lower = position
    skipNameCharacters()
    emit(Self.word(bytes, lower..<position), from: lower)
  }

  // quotedName = "`" { any character but "`" and LF } "`" ;
  private mutating func scanQuotedName() {
    let lower = position
    position += 1
    while position < bytes.count, byte() != UInt8(ascii: "`"), !isAtLineEnd { position += 1 }
    if byte() == UInt8(ascii: "`") { position += 1 }
    emit(.quotedName, from: lower)
  }

  // number = digits [ "." digits ] [ ( "e" | "E" ) [ "+" | "-" ] digits ] [ name ] ;
  private mutating func scanNumber() {
    let lower = position
    skipDigits()
    if byte() == UInt8(ascii: "."), Self.isDigit(byte(1)) {
      position += 1
      skipDigits()
    }
    if byte() | 0x20 == UInt8(ascii: "e") {
      let sign = byte(1) == UInt8(ascii: "+") || byte(1) == UInt8(ascii: "-")
      if Self.isDigit(byte(sign ? 2 : 1)) {
        position += sign ? 2 : 1
        skipDigits()
      }
    }
    skipNameCharacters()
    emit(.number, from: lower)
  }

  private mutating func skipDigits() {
    while Self.isDigit(byte()) || byte() == UInt8(ascii: "_") { position += 1 }
  }

  private mutating func skipNameCharacters() {
    while true {
      let next = byte()
      if Self.isNameByte(next) {
        position += 1
      } else if next >= 0x80, let (scalar, length) = decode(), Self.continuesName(scalar) {
        position += length
      } else {
        return
      }
    }
  }

  /// Whether the line ends here: at LF, CRLF or the end of the text.
  var isAtLineEnd: Bool {
    position >= bytes.count || byte() == UInt8(ascii: "\n")
      || byte() == UInt8(ascii: "\r") && byte(1) == UInt8(ascii: "\n")
  }
}
