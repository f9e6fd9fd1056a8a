import Testing

@testable import AICLanguage

/// Datasets with a bill, and teams, as programs write them.
@Suite struct DatasetAndTeamTests {
  private static let data = """
    dataset corpus {
      tokens: 1T tokens
      size: 8 TB
      copies: 2
      retention: 1 year
      tier: [{ up_to: 10 TB, price: $0.02/GB/month }, { price: $0.01/GB/month }]
      labels: 1k, votes: 3, price_per_label: $0.10
      egress: 2 TB/month
      egress_price: [{ up_to: 1 TB, price: $0 }, { price: $0.08/GB }]
    }
    team research { people: 4, salary: $120k/year, share: 50% }

    """

  /// 16 TB: 10,000 × 0.02 + 6,000 × 0.01 = $260 a month; 1,000 GB × 0.08 = $80 a month; 3,000 × $0.10 = $300.
  @Test(arguments: [
    ("corpus.cost.storage", 3_120.0), ("corpus.cost.network", 960), ("corpus.cost.labels", 300),
    ("corpus.cost.ingest", 0), ("corpus.cost", 4_380), ("corpus.run_rate * 1 month", 340),
    ("corpus.copies", 2), ("corpus.tokens / 1 token", 1e12),
    // 4 × 120,000 × 50% and 30% of that.
    ("research.cost * 1 year", 312_000), ("research.cost.salary * 1 year", 240_000),
    ("research.cost.overhead * 1 year", 72_000), ("research.people", 4),
    ("(corpus with { copies: 1 }).cost.storage", 1_920),
    ("(research with { overhead: 0% }).cost * 1 year", 240_000),
  ])
  func results(expression: String, expected: Double) throws {
    let figure = try #require(figures(Self.data + "show \(expression)").first)
    #expect(abs(figure.value - expected) <= 1e-9 * expected)
  }

  /// The bill is in `cost.data`, and the team in `cost.staff` for as long as the run takes.
  @Test func aTrainingPaysForBoth() throws {
    let text =
      things + Self.data + """
        r = train m on corpus using 8 box at 40% mfu { staff: research }
        q = train m on corpus using 8 box at 40% mfu { data_share: 25%, data: $5 }

        """
    expectAlike("r.cost.data", "corpus.cost", after: text)
    expectAlike("r.cost.staff", "research.cost * r.time", after: text)
    expectAlike("q.cost.data", "corpus.cost / 4 + $5", after: text)
    expectAlike("r.cost", "r.cost.compute + r.cost.data + r.cost.staff", after: text)
    expectAlike("q.cost", "q.cost.compute + q.cost.data", after: text)
  }

  @Test func fieldsAreReplacedAndSwept() {
    let replaced = figures(
      Self.data + "show corpus.cost.storage", settings: [("corpus.copies", "1")])
    #expect(replaced.map { $0.value.rounded() } == [1_920])
    #expect(
      diagnosed(Self.data + "sweep corpus.copies in [1, 2] show corpus.cost").isEmpty)
    #expect(
      diagnosed(
        Self.data + "scenario big { research.people = 9 }\ncompare base, big on research.cost"
      ).isEmpty)
  }

  /// Cards name what was taken, the overhead among it.
  @Test func cards() throws {
    let cards = run(Self.data + "show corpus, research").outputs.compactMap { output in
      if case .card(let card) = output { card } else { nil }
    }
    #expect(cards.map(\.kind) == [.dataset, .team])
    #expect(cards.map { $0["cost"]?.text } == ["$4,380", "$26k per month"])
    #expect(cards[0].defaults.isEmpty)
    #expect(cards[1].defaults.map(\.name) == ["overhead"])
  }

  /// `team` is a name like any other where nothing is declared.
  @Test func aCellMayBeCalledTeam() {
    #expect(figures("team = 3\nshow team * 2").map(\.value) == [6])
  }

  /// A training that reads a dataset says nothing of its fields again.
  @Test func oneMistakeIsToldOnce() {
    let text = "dataset d { tokens: 1T tokens, copies: 0.5 }\n"
    let use = "r = train m on d using 8 box at 40% mfu"
    #expect(run(things + text + use).diagnostics.map(\.id) == ["field.bounds"])
  }

  @Test(arguments: [
    ("dataset d { size: 3 TB, retention: 0 days, tier: $1/GB/month }", "field.bounds"),
    ("dataset d { size: 3 TB, retention: 1 year, copies: 0.5, tier: $1/GB/month }", "field.bounds"),
    ("dataset d { tokens: 1T tokens, preprocess: $1/GB }", "datasets.size"),
    ("dataset d { size: 3 TB, tier: $1/GB/month }", "datasets.period"),
    ("dataset d { size: 3 TB, write_price: $1/request }", "datasets.amount"),
    ("dataset d { size: 3 TB, tier: $1/GB }", "units.expected"),
    ("dataset d { size: 3 TB, retention: 1 year, tier: \"cold\" }", "types.expected"),
    (
      "dataset d { size: 3 TB, retention: 1 year, tier: [{ up_to: 1 TB, price: $1/GB/month }] }",
      "tiers.end"
    ),
    (
      "dataset d { size: 3 TB, egress: 1 TB, egress_price: [{ up_to: 1 TB/day, price: $1/GB }] }",
      "tiers.bound"
    ),
    ("dataset d { tokens: 1T tokens }\nshow d.cost", "fields.none"),
    ("team t { people: 3 }", "teams.incomplete"),
    ("team t { salary: $1/year }", "teams.incomplete"),
    ("team t { people: 0, salary: $1/year }", "field.bounds"),
    ("team t { people: 3, salary: $1/year, share: 120% }", "field.bounds"),
    ("team t { people: 3, salary: $1 }", "units.expected"),
    ("team t { persons: 3 }", "fields.unknown"), ("team t", "syntax.missing-block"),
  ])
  func refusals(text: String, id: String) {
    #expect(run(text).diagnostics.map(\.id) == [id])
  }
}
