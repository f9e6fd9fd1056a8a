import Testing

@testable import AICLanguage

struct LexerTests {
  private func kinds(_ text: String) -> [TokenKind] {
    var lexer = Lexer(Array(text.utf8))
    lexer.run()
    return lexer.tokens.dropLast().map(\.kind)
  }

  @Test func numbersTakeWhatIsGluedOn() {
    for text in ["12", "1_000", "2.5", "1e9", "1E-9", "80GB", "8B", "1.5e3k", "128Ki", "3µs", "2e"]
    {
      #expect(kinds(text) == [.number], "\(text)")
    }
    #expect(kinds("1..8") == [.number, .dotDot, .number])
    #expect(kinds("1.x") == [.number, .dot, .name])
    #expect(kinds("1e+") == [.number, .plus])
  }

  @Test func textsSwitchToExpressionsAndBack() {
    #expect(
      kinds("\"a{b}c\"") == [
        .textOpen, .textSegment, .interpolationOpen, .name, .interpolationClose, .textSegment,
        .textClose,
      ])
    #expect(
      kinds("\"{ {} }\"") == [
        .textOpen, .interpolationOpen, .leftBrace, .rightBrace, .interpolationClose, .textClose,
      ])
    #expect(kinds("\"\\\"\\{\"") == [.textOpen, .textSegment, .textClose])
    #expect(kinds("\"a\n\"") == [.textOpen, .textSegment, .textOpen])
    #expect(kinds("\"{a\n}") == [.textOpen, .interpolationOpen, .name, .rightBrace])
  }

  @Test func pastedCharactersAreReadAsMeant() {
    #expect(
      kinds("a\u{A0}×\u{202F}b − c ± µ μ") == [
        .name, .star, .name, .minus, .name, .plusMinus, .name, .name,
      ])
    #expect(kinds("$ € £ ¥") == [.currency, .currency, .currency, .currency])
    #expect(kinds("größe 模型 _x") == [.name, .name, .name])
    #expect(kinds("\u{FEFF}a \u{FEFF}") == [.name, .unknown])
  }

  @Test func flagsTellWhatStandsBefore() {
    var lexer = Lexer(Array("a b\r\n  c+d # x\n\u{A0}e".utf8))
    lexer.run()
    let flags = lexer.tokens.map(\.flags)
    let deep: Token.Flags = [.spaced, .startsLine, .indented]
    #expect(flags == [[.spaced, .startsLine], .spaced, deep, [], [], deep, []])
  }

  @Test func everyWordIsKnownAndNoOther() {
    for raw in TokenKind.if.rawValue...TokenKind.serverless.rawValue {
      guard let kind = TokenKind(rawValue: raw) else { continue }
      #expect(kinds("\(kind)") == [kind])
      #expect(kinds("\(kind)x") == [.name])
      #expect(kinds("\(kind)".uppercased()) == [.name])
    }
    #expect(kinds("epoch") == [.epochs])
  }
}
