import Testing

@testable import AICLanguage

struct ParserDiagnosticsTests {
  /// A text, the id of its one mistake, the bytes it points at and what its help or title says.
  static let all: [(text: String, id: String, place: String, says: String)] = [
    ("a = b ? c", "character", "?", "if condition then a else b"),
    ("a = @@@ 3", "character", "@@@", "has no meaning"),
    ("a = \"\\q\"", "escape", "\\q", "not an escape"),
    ("a = “x”", "quotes", "“x”", "write `\"x\"`"),
    ("a = 'x'", "quotes", "'x'", "write `\"x\"`"),
    ("a = \"x\nb = 3", "unclosed-text", "\"x", "ends with `\"`"),
    ("a = `x", "unclosed-name", "`x", "backquote"),
    ("print \"a {b\"", "unclosed", "{", "\\{"),
    ("a = $/hour", "currency", "$", "$2.50/hour"),
    ("a = .5", "leading-dot", ".5", "write `0.5`"),
    ("a = 1,000", "thousands", "1,000", "`1_000` or `1k`"),
    ("a = 12,345,678.5 tokens", "thousands", "12,345,678.5", "`12_345_678.5`"),
    ("show 1,000", "thousands", "1,000", "1_000"),
    ("a = { b: 1,000 }", "thousands", "1,000", "1_000"),
    ("a = 2026-03-15", "date-here", "2026-03-15", "date(2026, 3, 15)"),
    ("assume a = 3 as of May", "date", "", "2026-03-15"),
    ("assume a = 3 as of 26-3", "date", "", "2026-03-15"),
    ("a =\nb = 3", "missing-value", "", "after `=`"),
    ("a = 3 +\nb = 3", "missing-value", "", "after `+`"),
    ("a = x + * 3", "missing-value", "", "after `+`"),
    ("show", "missing-value", "", "after `show`"),
    ("a = \"x {}\"", "missing-value", "", "after `{`"),
    ("a = train m on using 8 H100", "missing-value", "", "after `on`"),
    ("assume 3a = 4", "missing-name", "3a", "backquotes"),
    ("to = 3", "reserved-name", "to", "cannot be a name"),
    ("assume per = 3", "reserved-name", "per", "cannot be a name"),
    ("assume a 3", "missing-equal", "", "name = value"),
    ("assume a == 3", "not-equal", "==", "write `=`"),
    ("hardware h = H100 with { a: 3 }", "missing-block", "", "original with"),
    ("dataset d", "missing-block", "", "dataset name {"),
    ("model m = llama-3.1-8b { x: 3 }", "bare-name", "llama-3.1-8b", "`llama-3.1-8b`"),
    ("a = if b then c", "missing-word", "", "`else`"),
    ("a = train m on d using 8 H100 at 40%", "missing-word", "", "mfu"),
    ("a = train m on d for 3", "missing-word", "", "3 epochs"),
    ("assert a < b with 95%", "missing-word", "", "95% confidence"),
    ("assume a = 3 source x", "missing-text", "", "quotes"),
    ("a = b in 3", "missing-unit", "", "in EUR"),
    ("a = b.", "missing-member", "", "after `.`"),
    ("a = deploy m on 8 serving 3", "missing-hardware", "", "8 H100"),
    ("a = { b 3 }", "missing-colon", "", "b: value"),
    ("a = { b = 3 }", "field-equal", "=", "write `:`"),
    ("a = { \"b\": 3 }", "field-name", "\"", "without quotes"),
    ("a = (3 + 4\nb = 2", "unclosed", "(", "never closed"),
    ("a = [1, 2\nb = 2", "unclosed", "[", "never closed"),
    ("hardware h {\n  a: 3\nb = 2", "unclosed", "{", "never closed"),
    ("a = b % c", "modulo", "%", "`mod`"),
    ("a = 7% 3", "modulo", "%", "`mod`"),
    ("a = b %", "percent", "%", "40%"),
    ("a = b // c", "slashes", "//", "`#`"),
    ("// words", "slashes", "//", "`#`"),
    ("a = b && c", "operator", "&&", "`and`"),
    ("a = b || c", "operator", "||", "`or`"),
    ("a = !b", "operator", "!", "`not`"),
    ("a = b ** 2", "operator", "**", "`^`"),
    ("a = 1 + if b then c else d", "parentheses", "if", "(if …)"),
    ("a = 1 + not b", "parentheses", "not", "(not …)"),
    ("assert 1 < x < 5", "chained-comparison", "<", "1 < x and x < 5"),
    ("a = 1 to 2 to 3", "chained-range", "to", "one `to`"),
    ("a = [1..2..3]", "chained-range", "..", "1..8"),
    ("a = b per hour * 3", "after-unit", "*", "parentheses"),
    ("a = b in USD per hour", "after-unit", "per", "USD/hour"),
    ("a = 3\n  + 4", "operator-first", "+", "end the line above"),
    ("a = 3\n  - 4", "operator-first", "-", "end the line above"),
    ("sweep x in [1, 2]\nshow y\n", "missing-word", "", "show cost"),
    ("sweep x from 1 to 9 steps show y", "missing-word", "", "in 10 steps"),
    ("sweep x show y", "missing-word", "", "batch in [1, 8, 64]"),
    ("scenario s {\n  a: 3\n}", "not-equal", ":", "write `=`"),
    ("scenario s {\na = 3\nshow a", "unclosed", "{", "never closed"),
    ("scenario s\n{\n  a = 3\n}\n", "brace", "{", "the line above"),
    ("a = deploy m on 1 h\n{\n  price: 3\n}\n", "brace", "{", "the line above"),
    ("plan p from 2026 for 3 months\n{\n  a: once x\n}\n", "brace", "{", "the line above"),
    ("scenario s { 3 }", "replacement", "3", "service.batch = 32"),
    ("scenario s { a }", "missing-equal", "", "name = value"),
    ("scenario s extends { a = 3 }", "missing-name", "{", "a name begins"),
    ("scenario s", "missing-block", "", "users = 20k users"),
    ("compare base s on x", "missing-word", "", "compare base, fast on cost"),
    ("compare base, s on", "missing-value", "", "after `on`"),
    ("plan p for 3 months { a: once x }", "missing-word", "", "from 2026-01"),
    ("plan p from 2026-01 { a: once x }", "missing-word", "", "for 24 months"),
    ("plan p from 2026-1 for 3 months { }", "date", "", "2026-03-15"),
    ("plan p from 2026-01 for 3 months", "missing-block", "", "`plan name {"),
    ("import prices", "missing-text", "", "in quotes"),
    ("import \"a.aic\" with x", "missing-block", "", "users = 20k users"),
    ("correlate a b at 60%", "missing-word", "", "price, demand"),
    ("fn f = 3", "missing-parameters", "", "fn f(a, b: Money)"),
    ("fn f(a)", "missing-equal", "", "name = value"),
    ("fn f(a) =", "missing-value", "", "after `=`"),
    ("fn f(a) { a }", "missing-equal", "", "name = value"),
    ("fn f(a b) = a", "juxtaposed", "b", "a comma or an operator"),
    ("fn f(3) = 3", "missing-name", "3", "backquotes"),
    ("fn f(a: ) = a", "missing-dimension", "", "Money/Time"),
    ("fn f(a: 3) = a", "missing-dimension", "", "Money/Time"),
    ("fn f(a, b = 3) = a", "default-value", "=", "every call"),
    ("fn f(a\nb = 3", "unclosed", "(", "never closed"),
    ("fn to(a) = 3", "reserved-name", "to", "cannot be a name"),
    ("a = 1 + fn(x) = x", "parentheses", "fn", "(fn …)"),
    ("a = f(fn(x) x)", "missing-equal", "", "name = value"),
    ("a = minimize b", "missing-word", "", "over batch in"),
    ("a = minimize b over c in [1] subject d < 3", "missing-word", "", "subject to"),
    ("a = 1 + minimize b over c in [1]", "parentheses", "minimize", "(minimize …)"),
    ("a = [x for x of xs]", "missing-word", "", "[x * 2 for x in xs]"),
    ("a = [x for in xs]", "missing-name", "in", "backquotes"),
    ("a = [x for x in]", "missing-value", "", "after `in`"),
    ("a = [x for x in xs if]", "missing-value", "", "after `if`"),
    ("a = [x for x in xs, 3]", "unexpected", ",", "cannot stand here"),
    ("a = [x, y for x in xs]", "clause", "for", "cannot follow"),
    ("a = 3;", "semicolon", ";", "a line of its own"),
    ("a = 3)", "stray", ")", "closes nothing"),
    ("]", "stray", "]", "closes nothing"),
    (": 3", "statement", ":", "no statement begins"),
    ("a = 3, 4", "comma", ",", "[1, 2]"),
    ("a = (3, 4)", "comma", ",", "[1, 2]"),
    ("a: 3", "colon", ":", "write `=`"),
    ("a = 3 source \"x\"", "clause", "source", "cannot follow"),
    ("assert a = 3", "equal", "=", "write `==`"),
    ("a = if b = c then 1 else 2", "equal", "=", "write `==`"),
    ("a = f(x = 3)", "argument-equal", "=", "write `:`"),
    ("2 = a", "assign-target", "2", "only a name"),
    ("a.b = 3", "assign-target", "a.b", "only a name"),
    ("f(x) = 3", "assign-target", "f(x)", "fn f(x)"),
    ("let a = 3", "keyword", "let", "write `a = …`"),
    ("a = 2 (b)", "juxtaposed", "(", "2 * (…)"),
    ("a = (b) c", "juxtaposed", "c", "(…) * c"),
    ("a = b c", "juxtaposed", "c", "side by side"),
    ("a = 2 f(b)", "juxtaposed", "f", "2 * f"),
    ("a = [1 2]", "juxtaposed", "2", "a comma or an operator"),
    ("a = { b: 3 c: 4 }", "juxtaposed", "c", "a comma or an operator"),
    ("a = [1 : 2]", "unexpected", ":", "cannot stand here"),
    ("a = f(1 2)", "juxtaposed", "2", "a comma or an operator"),
  ]

  @Test(arguments: all.indices)
  func aMistakeHasOneMessageAtItsPlace(number: Int) {
    let (text, id, place, says) = Self.all[number]
    let tree = parsed(text)
    #expect(tree.diagnostics.map(\.id) == ["syntax." + id], "\(text)")
    guard let found = tree.diagnostics.first else { return }
    let range = found.primary.range
    #expect(tree.source.text(range.lower..<range.upper) == place, "\(text)")
    #expect((found.message + " " + (found.help ?? "")).contains(says), "\(text): \(found)")
  }

  @Test func fixesMendTheMistake() {
    for (text, id, _, _) in Self.all {
      guard let fix = parsed(text).diagnostics.first?.fix else { continue }
      var bytes = Array(text.utf8)
      bytes.replaceSubrange(fix.range.lower..<fix.range.upper, with: Array(fix.replacement.utf8))
      let mended = parse(SourceFile(name: "x", bytes: bytes))
      #expect(!mended.diagnostics.contains { $0.id == "syntax." + id }, "\(text)")
    }
  }

  @Test func mistakesOnStatementsAreAsManyMessages() {
    let texts = Self.all.map(\.text).filter { !$0.contains("\n") }
    let ids = Self.all.filter { !$0.text.contains("\n") }.map(\.id)
    #expect(texts.count > 60)
    for half in [0..<texts.count / 2, texts.count / 2..<texts.count] {
      #expect(mistakes(texts[half].joined(separator: "\n")) == Array(ids[half]))
      #expect(mistakes(texts[half].joined(separator: "\nok = 3\n")) == Array(ids[half]))
    }
  }

  @Test func fieldsHaveMessagesOfTheirOwn() {
    let text = "hardware h {\n  a: 3 +\n  b = 4\n  c: 5 6\n  d: (1\n  e: 7\n  f 8\n}\ng = 1 2"
    #expect(
      mistakes(text)
        == [
          "missing-value", "field-equal", "juxtaposed", "unclosed", "missing-colon", "juxtaposed",
        ])
  }

  @Test func aListWithThreeDigitsIsAList() {
    #expect(dump("a = [1,000]") == "(cellDeclaration a (list 1 000))")
    #expect(mistakes("a = f(1,200)") == [])
  }

  @Test func aMistakeInAnIndentedLineEndsWithTheStatement() {
    let text = "a = deploy m on 8 H100 with = batch 8\n  serving x (= {\n  }\nb = 3"
    #expect(mistakes(text).count == 1)
    #expect(dump(parsed(text).root[1]) == "(cellDeclaration b 3)")
  }
}
