/// A piece of the text that means something; what lies between two tokens is trivia.
public struct Token: Hashable, Sendable {
  /// What stands before a token.
  public struct Flags: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8

    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Blanks, a comment or a line's end: the token is not glued to the one before.
    public static let spaced = Flags(rawValue: 1)
    /// It is the first of its line.
    public static let startsLine = Flags(rawValue: 2)
    /// It is the first of a line that begins with blanks.
    public static let indented = Flags(rawValue: 4)
  }

  public let kind: TokenKind
  public let flags: Flags
  let lower: UInt32
  let upper: UInt32

  /// The bytes of the token, without the trivia before it.
  public var range: Range<Int> { Int(lower)..<Int(upper) }

  /// Whether nothing stands between the token before and this one.
  public var isGlued: Bool { !flags.contains(.spaced) }
}
