import Testing

@testable import AICLanguage

/// Whatever follows from the grammar can be formatted, and is then read as before.
struct FormattingTests {
  @Test func sentencesKeepTheirTree() throws {
    var generator = SentenceGenerator(try EBNF(Repository.text("grammar/aic.ebnf")), seed: 5)
    for _ in 0..<5_000 {
      let sentence = generator.sentence()
      let tree = Repository.tree(sentence)
      guard tree.diagnostics.isEmpty else { continue }
      let result = parse(Formatter().layout(of: tree))
      let again = Formatter().layout(of: result)
      if !result.hasShape(of: tree) || again.bytes != result.source.bytes {
        Issue.record("\(sentence)\nbecomes\n\(result)\nand\n\(again.text(0..<again.bytes.count))")
        return
      }
    }
  }
}
