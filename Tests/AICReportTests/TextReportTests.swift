import AICLanguage
import Testing

@testable import AICReport

@Suite struct TextReportTests {
  private func report(_ text: String) -> TextReport {
    let result = run(text)
    #expect(result.diagnostics.map(\.message) == [])
    return TextReport(result, palette: Palette(isColored: false))
  }

  // MARK: - Figures, titles, lines

  @Test func namesAndValuesAreAligned() {
    #expect(
      report("a = 1\nlonger_name = $2\n`日本` = 3 hours\nshow a, longer_name, `日本`").text
        == "a             1\nlonger_name   $2\n`日本`        3 hours\n")
  }

  @Test func figuresGroupUntilSomethingElseComes() {
    let text = report(
      """
      a = 1
      print "one"
      print "two"
      show a
      show 2 + 2
      print "three"
      show a, 3 as "More"
      assert a == 1
      show 10
      """
    ).text
    #expect(
      text == """
        one
        two

        a       1
        2 + 2   4

        three

        More
        a    1
        3    3
        10   10

        """)
  }

  @Test func nothingToShow() {
    #expect(report("a = 1").text == "")
    #expect(report("").text == "")
  }

  @Test func aSingleValueNeedsNoName() {
    #expect(report("show 2 * 3").valueText == "6\n")
    #expect(report("show 2, 3").valueText == "2   2\n3   3\n")
    #expect(report("print \"a\"").valueText == "a\n")
  }

  @Test func coloursChangeNoText() {
    let result = run(deployment + "print \"x\"\nshow s, t, m\nshow 1 as \"T\"\nassert 1 > 2 \"no\"")
    #expect(result.diagnostics.isEmpty)
    let colored = TextReport(result, palette: Palette(isColored: true))
    let bare = TextReport(result, palette: Palette(isColored: false))
    #expect(colored.text.contains("\u{1B}[36m"))
    #expect(plain(colored.text) == bare.text)
    #expect(colored.failures.map(plain) == bare.failures)
    #expect(!bare.text.contains("\u{1B}"))
  }

  // MARK: - Budgets

  @Test func failuresShowWhatTheyCompare() {
    let report = report(
      """
      cost = $500/month
      months = 3
      assert cost * months * 1 month < $1k "over by {cost * months * 1 month - $1k}"
      assert cost < $1/month
      assert cost > $1/month
      assert 1 > 2 and 2 > 1
      assert not (1 < 2)
      """)
    #expect(
      report.failures == [
        """
        ✗ t.aic:3  assert cost * months * 1 month < $1k
                          │    │ │      │         │
                          │    │ 3      $1,500    false
                          │    $1,500 per month
                          $500/month
          over by $500

        """,
        """
        ✗ t.aic:4  assert cost < $1/month
                          │    │
                          │    false
                          $500/month

        """,
        """
        ✗ t.aic:6  assert 1 > 2 and 2 > 1
                            │         │
                            false     true

        """,
        """
        ✗ t.aic:7  assert not (1 < 2)
                                 │
                                 true

        """,
      ])
  }

  @Test func budgetsThatHoldAreQuiet() {
    #expect(report("assert 1 < 2").failures.isEmpty)
  }

  // MARK: - Cards

  @Test(arguments: [
    "show s", "show t", "show a", "show s, t, a",
    "show deploy m on 1 box serving 4 requests/s { prompt: 900 tokens, response: 250 tokens }",
    "show t with { storage: $3k, network: $2k, staff: $1/hour, electricity: $0.10/kWh, sequence: 4096 tokens }",
    "show s with { electricity: $0.10/kWh, storage: $1/hour, availability: 99.99%, peak: 100 }",
    "show deploy llama_3_1_70b on 4 H100 serving 12 requests/s { prompt: 900 tokens, response: 250 tokens, price: $2.50/hour }",
    "model `a model of a rather long name that says what it is about, for whom and why` = transformer { params: 8B }\nx = train `a model of a rather long name that says what it is about, for whom and why` on 3T tokens using 8 box at 40% mfu\nshow x",
  ])
  func cardsFitTheTerminal(line: String) {
    let result = run(deployment + line)
    #expect(!result.hasErrors)
    let text = TextReport(result, palette: Palette(isColored: false)).text
    #expect(!text.isEmpty)
    for line in lines(text) {
      #expect(line.displayWidth <= 80 || !line.drop { $0 == " " }.contains(" "), "\(line)")
      #expect(line.last != " ", "no blanks at the end: \(line)")
    }
  }

  /// Where sources are long they stand below, and are not wider than a terminal; nor are lists without intervals.
  @Test func assumptionsFitTheTerminal() throws {
    let text =
      deployment + "assume p = $2 to $3 per hour source \"a\"\nx = s with { price: p }\nshow x.cost"
    let script = Script(SourceFile(name: "t.aic", text: text))
    let told = AssumptionsReport(try #require(script.assumptions(moving: []).0), file: "t.aic").text
    #expect(lines(told).filter { $0.hasPrefix("    ") && $0.displayWidth > 80 } == [])
    let certain = try #require(
      Script(SourceFile(name: "t.aic", text: deployment + "show s.cost")).assumptions(moving: []).0)
    let all = AssumptionsReport(certain, file: "t.aic").text
    #expect(lines(all).filter { $0.displayWidth > 80 } == [])
    #expect(told.contains("\n    sourced · t.aic:"))
  }

  /// Every part of the cost that is not zero has a bar as long as its share, to half a block.
  @Test(arguments: [
    "s", "t", "a", "s with { storage: $1/hour, electricity: $0.10/kWh }",
    "t with { data: $3k, staff: $5k, experiments: 1.3 }",
  ])
  func barsAreAsLongAsTheirShares(thing: String) throws {
    let result = run(deployment + "show \(thing)")
    guard case .card(let card)? = result.outputs.first, let cost = card["cost"] else {
      throw Missing()
    }
    let parts = card.figures.filter { $0.name.hasPrefix("cost.") && $0.figure.value != 0 }
    let sum = parts.reduce(0) { $0 + $1.figure.value }
    #expect(abs(sum / cost.value - 1) < 1e-12)
    let bars = lines(CardLayout(card, palette: Palette(isColored: false)).text)
      .filter { $0.contains("█") || $0.contains("░") }
    #expect(bars.count == (parts.count > 1 ? parts.count : 0))
    for (bar, part) in zip(bars, parts) {
      let filled = bar.filter { $0 == "█" }.count
      #expect(filled + bar.filter { $0 == "░" }.count == 20)
      #expect(abs(Double(filled) - 20 * part.figure.value / cost.value) <= 0.5)
      #expect(bar.contains(part.name.dropFirst("cost.".count)))
      #expect(bar.contains(part.figure.text))
    }
  }

  @Test func everyDefaultOfACardIsShown() throws {
    let result = run(deployment + "show s")
    guard case .card(let card)? = result.outputs.first else { throw Missing() }
    let text = CardLayout(card, palette: Palette(isColored: false)).text
    #expect(card.defaults.count > 3)
    #expect(text.contains("\(card.defaults.count) defaults taken"))
    let words = text.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
    for taken in card.defaults {
      #expect(
        words.contains(
          "\(taken.name) \(taken.text) \(taken.citation.text.split(separator: " ")[0])"))
    }
  }

  private struct Missing: Error {}
}

private let deployment = """
  model m = transformer { layers: 2, hidden: 64, heads: 4, ffn: 256, vocab: 1000 }
  hardware box {
    memory: 80 GB, bandwidth: 3 TB/s, peak: { bf16: 1000 TFLOP/s, fp8: 2000 TFLOP/s }
    price: $2/hour, link: 450 GB/s, power: 700 W, node: 8
  }
  t = train m on 20T tokens using 8 box at 40% mfu { data: $3k }
  s = deploy m on 1 box serving 4 requests/s { prompt: 900 tokens, response: 250 tokens }
  a = deploy m on api { input: $1 per 1M tokens, output: $3 per 1M tokens }
      serving 4 requests/s { prompt: 900 tokens, response: 250 tokens }

  """
