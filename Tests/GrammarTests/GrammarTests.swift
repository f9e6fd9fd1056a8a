import AICLanguage
import Testing

struct GrammarTests {
  private let grammar: EBNF

  init() throws { grammar = try EBNF(Repository.text("grammar/aic.ebnf")) }

  /// The productions between the tokens and the file.
  private var phrases: Set<String> {
    grammar.reachable(from: "file", without: Terminals.classes)
  }

  @Test func everyNameHasAProduction() {
    let missing = phrases.filter { grammar.productions[$0] == nil }
    #expect(missing.isEmpty, "used and never defined: \(missing.sorted())")
  }

  @Test func everyProductionIsUsed() {
    let lexical: Set = ["trivia", "comment", "letter", "digit", "digits", "escape"]
    let unused = Set(grammar.productions.keys).subtracting(phrases)
      .subtracting(Terminals.classes).subtracting(lexical)
    #expect(unused.isEmpty, "defined and never used: \(unused.sorted())")
  }

  @Test func theParserAcceptsRandomSentences() {
    var generator = SentenceGenerator(grammar, seed: 1)
    var refused = 0
    for _ in 0..<4_000 {
      let text = generator.sentence()
      let messages = Repository.tree(text).diagnostics.map(\.message)
      if messages.isEmpty { continue }
      refused += 1
      // More of them say nothing more.
      if refused <= 20 { Issue.record("\(text)\n\(messages)") }
    }
    #expect(refused == 0)
    let unused = phrases.subtracting(generator.used).subtracting(["file"])
    #expect(unused.isEmpty, "in no sentence: \(unused.sorted())")
    #expect(generator.drawn < 16_000, "too many sentences are left out as doubtful")
  }

  @Test func theRecogniserAcceptsRandomSentences() {
    var generator = SentenceGenerator(grammar, seed: 2)
    let recogniser = Recogniser(grammar)
    for _ in 0..<300 {
      let text = generator.sentence()
      let result = recogniser.recognise(Terminals(Repository.tree(text)))
      #expect(result.isFile, "\(text)")
    }
  }

  @Test(arguments: Repository.examples)
  func everyExampleIsDerivable(path: String) throws {
    let input = Terminals(Repository.tree(try Repository.text(path)))
    let result = Recogniser(grammar).recognise(input)
    let place = input.all[..<result.furthest].suffix(12).map(\.text).joined(separator: " ")
    #expect(result.isFile, "not derivable behind: \(place)")
  }

  @Test(arguments: [
    "a b", "a = ", "1 < x < 5", "a to b to c", "(1", "show 1 +", "x = if a then b",
    "hardware h", "assume x", "x = [1 2]", "{ a 1 }", "2 (x)", "x = 5 hours.y", "train 5 on d",
    "unit = = 3", "a\n  .b", "x = {a: 1 b: 2}", "\"{a b}\"", "x as 2026-03", "in", "a + ",
  ])
  func noMistakeIsDerivable(text: String) {
    let input = Terminals(Repository.tree(text))
    #expect(!Recogniser(grammar).recognise(input).isFile)
    #expect(!Repository.tree(text).diagnostics.isEmpty)
  }

  @Test func leftRecursionAndNothingAreRecognised() throws {
    let text = "file = { statement } ; statement = e ; e = e '+' e | [ name ] n ; n = [ name ] ;"
    let recogniser = Recogniser(try EBNF(text))
    for (text, expected) in [("a + b + a", true), ("a +", true), ("a - b", false), ("+", true)] {
      let result = recogniser.recognise(Terminals(Repository.tree(text)))
      #expect(result.isFile == expected, "\(text)")
    }
  }

  @Test(arguments: ["a", "a = ", "a = b", "a = ( b ;", "a = \"b ;", "(* a", "a = b ; a = c ;"])
  func malformedGrammarsAreRefused(text: String) {
    #expect(throws: EBNF.Malformed.self) { try EBNF(text) }
  }
}
