/// What a token is: punctuation, a literal's part, a name or one of the language's words.
///
/// The words stand in groups, and in that order: whether a word is in a group goes by its place.
public enum TokenKind: UInt8, Sendable {
  /// The end of the text; it owns the trivia before it.
  case endOfFile
  /// A run of bytes that mean nothing here.
  case unknown

  // Literals and names.

  /// Digits with what is glued on: `12`, `1_000`, `2.5e3`, `80GB`, `128Ki`.
  case number
  /// `$`, `€`, `£` or `¥`.
  case currency
  case percent
  case textOpen, textSegment, textClose
  case interpolationOpen, interpolationClose
  case name
  /// A name in backquotes.
  case quotedName

  // Punctuation.
  case leftParen, rightParen, leftBracket, rightBracket, leftBrace, rightBrace
  case comma, colon, dot, dotDot, equal

  // Operators; `×` is a `star` and U+2212 a `minus`.
  case plus, minus, star, slash, caret, plusMinus
  case less, lessEqual, greater, greaterEqual, equalEqual, notEqual

  // What other languages write; each has a message of its own.
  case semicolon, ampersands, bars, bang, starStar, slashSlash

  // Reserved words: never names.
  case `if`, then, `else`, and, or, not, mod, of, to, per, `in`

  // Words that begin a statement, and names elsewhere.
  case assume, rate, unit, hardware, dataset, team, model, show, print, assert

  // Words that begin an expression, and names elsewhere.
  case train, finetune, deploy, own, minimize, maximize
  /// Begins a statement or an expression, and is a name elsewhere.
  case fn

  // Words that begin a statement about the whole file, and names elsewhere.
  case scenario, compare, sweep, sensitivity, plan, plot, `import`, calibrate, correlate

  // Words that begin a clause, also on an indented line of its own.
  case on, using, with, at, serving, `for`, over, subject, source, `as`

  // Words inside a clause: never the unit of a number before them.
  case from, until, growing, falling, once, steps, log, mfu, epochs, accept, off, rank
  case confidence, extends, monthly

  // Words inside a clause that may be units elsewhere, or nothing but names.
  case min, max, api, serverless

  /// Whether this is a name or any of the language's words.
  public var isWord: Bool { self == .name || self == .quotedName || rawValue >= Self.if.rawValue }

  /// Whether this word can never be a name.
  public var isReserved: Bool {
    rawValue >= Self.if.rawValue && rawValue <= Self.in.rawValue
  }

  /// Whether an indented line that begins with this word continues the statement above.
  public var isClauseWord: Bool {
    rawValue >= Self.on.rawValue && rawValue <= Self.as.rawValue
  }

  /// Whether this word can be the unit of the number before it.
  var canBeUnit: Bool {
    isWord && !isReserved && self != .quotedName && self != .show
      && !(rawValue >= Self.on.rawValue && rawValue <= Self.monthly.rawValue)
  }
}
