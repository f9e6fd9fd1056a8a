import Testing

@testable import AICLanguage

/// Places that need other files, and the lists that completion keeps itself.
@Suite struct CompletionPlaceTests {
  /// One module, `base.aic`.
  private struct OneFile: FileAccess {
    func resolve(
      _ path: String, from importer: ImportedPath?
    ) throws(ImportRefusal) -> ImportedPath {
      guard path == "base.aic" else { throw ImportRefusal(.missing, "no such file") }
      return ImportedPath(id: path, name: path)
    }

    func read(_ path: ImportedPath, _ piece: ([UInt8]) -> Bool) throws(ImportRefusal) {
      _ = piece(Array("assume price = $2/hour\nassume users = 6k users\ncost = price * 3".utf8))
    }
  }

  @Test(arguments: [
    ("import \"base.aic\"\nshow base.p‸", ["price"]),
    ("import \"base.aic\"\nshow b‸", ["base", "beta"]),
    ("import \"base.aic\" with { ‸", ["price", "users", "cost"]),
    ("import \"base.aic\" with {\n  users = 3 users\n  ‸\n}", ["price", "cost"]),
    ("import \"base.aic\"\nscenario s { base.‸", ["price", "users", "cost"]),
    ("import \"base.aic\" ‸", ["as", "with"]),
    ("import \"none.aic\"\nshow none.‸", []),
  ])
  func modules(text: String, expected: [String]) {
    let found = completion(text, access: OneFile()).candidates.map(\.text)
    #expect(found.prefix(expected.count) == expected[...])
    #expect(!expected.isEmpty || found.isEmpty)
  }

  @Test(arguments: [
    ("show service.cost as ‸", []),
    ("assume x = 3 users ‸", ["source", "as"]),
    ("assume x = $3 as ‸", ["of"]),
    ("sensitivity service.cost to us‸", ["users"]),
    ("plot service.cost over gr‸", ["größe"]),
    ("sweep users from 1k users to 9k users in 9 ‸", ["steps"]),
    ("sweep users from 1k users to 9k users in 9 steps ‸", ["log", "show"]),
    ("x = if users > 3 users then 日‸", ["日本"]),
    ("x = [gpus, gp‸", ["gpu_price", "gpus"]),
    ("x = train assistant on corpus using 8 H100 for 2 ‸", ["epochs"]),
    ("x = trend(from: $2, ‸", ["at:", "growing:", "falling:"]),
    ("x = `größ‸", ["`größe`"]),
    ("x = chip with { pow‸", ["power:"]),
    ("x = service with { mem‸: 90% }", ["memory_share"]),
  ])
  func places(tail: String, expected: [String]) {
    let found = offered(completionScript + tail)
    #expect(found.prefix(expected.count) == expected[...])
    #expect(!expected.isEmpty || found.isEmpty)
  }

  /// The words that the lexer knows to begin statements and those offered are the same.
  @Test func everyStatementHasItsKeyword() {
    let offered = Set(Keyword.statements.map { kind(of: $0.text) })
    let first = TokenKind.assume.rawValue
    let last = TokenKind.correlate.rawValue
    let known = (first...last).compactMap { TokenKind(rawValue: $0) }.filter(\.beginsStatement)
    #expect(offered == Set(known))
  }

  @Test func everyKeywordBeginsAnExpression() {
    for keyword in Keyword.expressions { #expect(kind(of: keyword.text) != .name) }
  }

  private func kind(of word: String) -> TokenKind {
    var lexer = Lexer(Array(word.utf8))
    lexer.run()
    return lexer.tokens[0].kind
  }
}
