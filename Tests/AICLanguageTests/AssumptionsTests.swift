import CostEngine
import Testing

@testable import AICLanguage

/// What the results rest on; elasticities are checked against the quotient of differences, shares against variances.
@Suite struct AssumptionsTests {
  private func assumptions(
    _ text: String, moving figures: [String] = [],
    settings: [(path: String, value: String)] = [], scenario: String? = nil,
    files: [SourceFile] = []
  ) throws -> AssumptionsResult {
    let script = Script(
      SourceFile(name: "t.aic", text: text), settings: settings, scenario: scenario,
      access: ExampleFolder(files: files))
    let (assumptions, result) = script.assumptions(moving: figures)
    #expect(result.diagnostics.filter { $0.severity == .error }.map(\.message) == [])
    return try #require(assumptions)
  }

  private static let training = """
    rate EUR = $1.25 as of 2026-09
    assume price = €2/hour source "quote" as of 2025-06
    assume goal = 20T tokens
    assume unused = 3
    t = train llama_3_1_8b on goal using 2048 H100 at 40% mfu { price: price, sequence: 8192 tokens }
    show t.cost, t.energy

    """

  @Test func everyKindIsListedInOrder() throws {
    let found = try assumptions(Self.training)
    #expect(found.figures.map(\.name) == ["t.cost"])
    let moving = found.inputs.prefix { !($0.moves?.allSatisfy(\.isNothing) ?? false) }
    let users = moving.filter { $0.kind.isUsers }.map { "\($0.kind) \($0.name)" }
    #expect(
      users == [
        "rate rate EUR", "assumption price", "assumption goal", "literal t.mfu",
        "literal t.sequence",
      ])
    // The user's first, then facts, then defaults, each by name; then the same of what moves nothing.
    for part in [Array(moving), Array(found.inputs.dropFirst(moving.count))] {
      let kinds = part.map { $0.kind.isUsers ? 0 : $0.kind == .fact ? 1 : 2 }
      #expect(kinds == kinds.sorted())
      for kind in [AssumptionsResult.Input.Kind.fact, .default] {
        let names = part.filter { $0.kind == kind }.map(\.name)
        #expect(names == names.sorted())
      }
    }
    let last = found.inputs.dropFirst(moving.count)
    #expect(last.contains { $0.name == "unused" } && last.contains { $0.name == "pue" })
    #expect(moving.contains { $0.name == "H100-SXM peak bf16" && $0.confidence == .vendor })
    #expect(moving.contains { $0.name == "t.precision" && $0.value.text == "bf16" })
  }

  @Test func eachInputTellsWhereItStandsAndHowOldItIs() throws {
    let found = try assumptions(Self.training)
    let named = Dictionary(found.inputs.map { ($0.name, $0) }) { first, _ in first }
    let (price, goal) = (try #require(named["price"]), try #require(named["goal"]))
    #expect(price.place?.line == 2 && price.place?.file == "t.aic" && price.uses == [5])
    #expect(price.confidence == .sourced && price.source == "quote" && price.asOf == "2025-06")
    // 457 days before the newest date.
    #expect(price.age == 1)
    #expect(goal.confidence == .stated && goal.source == nil && goal.age == 0)
    #expect(named["pue"]?.place == nil && named["pue"]?.age == 0)
  }

  /// By a percent of a percent more and less, put in by `--set`.
  @Test(arguments: [
    ("price", "€", 2.0, "/hour"), ("goal", "", 20e12, " tokens"), ("t.mfu", "", 0.4, ""),
    ("t.sequence", "", 8192, " tokens"),
  ])
  func elasticitiesAreQuotientsOfDifferences(
    path: String, before: String, value: Double, after: String
  ) throws {
    let found = try assumptions(Self.training)
    let input = try #require(found.inputs.first { $0.name == path })
    let at = { (factor: Double) in
      let text = "\(before)1\(after) * \(value * factor)"
      return figures(Self.training, settings: [(path: path, value: text)])[0].value
    }
    // A sequence has a whole number of tokens.
    let step = path == "t.sequence" ? 1 / value : 1e-4
    let expected = (at(1 + step) - at(1 - step)) / (2 * step) / at(1)
    let elasticity = try #require(input.moves?.first).elasticity
    #expect(abs(elasticity - expected) < 1e-6 * max(1, abs(expected)))
    #expect(abs(expected) > 0.01)
  }

  /// A default against the same put in by `--set`, a fact against another one in its table.
  @Test func factsAndDefaultsMoveToo() throws {
    let text = """
      import "own.csv" as catalogue
      s = deploy llama_3_1_8b on 1 X1 serving 3 requests/s {
        prompt: 900 tokens, response: 250 tokens, price: $2/hour
      }
      show s.energy, s.tpot

      """
    func table(_ bandwidth: Double) -> [SourceFile] {
      let headings =
        "name,vendor,class,year,memory [GB],bandwidth [GB/s],peak_bf16 [TFLOP/s],power [W]"
      return [
        SourceFile(name: "own.csv", text: "\(headings)\nX1,us,gpu,2026,80,\(bandwidth),900,700\n")
      ]
    }
    /// Energy and time of a token.
    func shown(pue: Double = 1.15, bandwidth: Double = 3000) -> [Double] {
      Script(
        SourceFile(name: "t", text: text), settings: [(path: "s.pue", value: "\(pue)")],
        access: ExampleFolder(files: table(bandwidth))
      ).run().outputs.compactMap { output in
        if case .figure(let named) = output { named.value.figure?.value } else { nil }
      }
    }
    let found = try assumptions(text, moving: ["s.energy", "s.tpot"], files: table(3000))
    let step = 1e-4
    let (more, less) = (1 + step, 1 - step)
    let base = shown()
    for (name, up, down) in [
      ("pue", shown(pue: 1.15 * more), shown(pue: 1.15 * less)),
      ("X1 bandwidth", shown(bandwidth: 3000 * more), shown(bandwidth: 3000 * less)),
    ] {
      let moves = try #require(found.inputs.first { $0.name == name }?.moves)
      for (figure, move) in moves.enumerated() {
        let expected = (up[figure] - down[figure]) / (2 * step) / base[figure]
        #expect(abs(move.elasticity - expected) < 1e-6, "\(name)")
      }
    }
    let bandwidth = try #require(found.inputs.first { $0.name == "X1 bandwidth" }?.moves?[1])
    #expect(bandwidth.elasticity < -0.1)
  }

  /// An assumption that follows from another one: both move what follows, each as `--set` would move it.
  @Test func whatAnAssumptionFollowsFromMovesIt() throws {
    let text = "assume a = 2\nassume b = a^3\nx = a * b\nshow x * $1"
    let found = try assumptions(text)
    #expect(found.inputs.map(\.name) == ["a", "b"])
    // x = a · b and b = a³: 1 + 3, and 1.
    #expect(found.inputs.map { $0.moves?.first?.elasticity } == [4, 1])
  }

  /// y = a + 2b of two standard normals: a fifth of the variance is a's.
  @Test func sharesAreThoseOfTheVariances() throws {
    let found = try assumptions(
      "assume a = normal(mean: $10, sd: $1)\nassume b = normal(mean: $10, sd: $1)\nc = $3\n"
        + "y = a + 2 * b + c\nshow y")
    #expect(found.inputs.map(\.name) == ["a", "b", "c"])
    let moves = found.inputs.compactMap { $0.moves?.first }
    #expect(abs((moves[0].share ?? 0) - 0.2) < 0.02 && abs((moves[1].share ?? 0) - 0.8) < 0.02)
    // 10 of 33, 20 of 33, 3 of 33.
    for (move, part) in zip(moves, [10.0, 20, 3]) {
      #expect(abs(move.elasticity - part / 33) < 1e-4)
    }
    #expect(moves[2].share == nil)
  }

  @Test(arguments: [
    ("a = 2\nb = $3\nshow a, b", "b"), ("assume p = $2\nx = p * 2\nshow p, x", "x"),
    ("a = 2\nb = $3 * a\nc = a * 4", "b"), ("a = 2\nc = a * 4", "c"),
    ("a = $2\nb = a * 3\nscenario s { a = $3 }\ncompare base, s on b", "b"),
    ("assume a = 2\nb = a * $3\nsweep a from 1 to 9 in 3 steps show b", "b"),
    ("plan p from 2027-01 for 2 months { x: once $3 at 2027-01 }\nshow p", "p.total"),
  ])
  func theFigureIsTheFirstMoneyThatIsShown(text: String, name: String) throws {
    let found = try assumptions(text)
    #expect(found.figures.map(\.name) == [name])
    #expect(found.figures.first?.value.figure?.value.isFinite == true)
  }

  @Test func settingsAndScenariosAreSeen() throws {
    let text = "assume a = 2 source \"x\"\nb = a * $1\nscenario s { a = 5 }\nshow b"
    for found in [
      try assumptions(text, settings: [("a", "5")]), try assumptions(text, scenario: "s"),
    ] {
      let input = try #require(found.inputs.first)
      #expect(input.name == "a" && input.value.text == "5" && input.confidence == .replaced)
    }
  }

  @Test func importedAssumptionsAndTablesHaveTheirPlaces() throws {
    let files = [
      SourceFile(name: "base.aic", text: "\nassume price = $2/hour"),
      SourceFile(name: "own.csv", text: "name,fee [$]\na,7\n"),
    ]
    let found = try assumptions(
      "import \"base.aic\"\nimport \"own.csv\"\nx = base.price * 1 hour + own[\"a\"].fee\nshow x",
      files: files)
    #expect(found.inputs.map(\.name) == ["base.price", "fee, own.csv:2"])
    #expect(found.inputs[0].place?.file == "base.aic" && found.inputs[0].place?.line == 2)
    #expect(found.inputs[1].confidence == .sourced && found.inputs[1].kind == .fact)
    // $2 and $7 of $9.
    let elasticities = found.inputs.compactMap { $0.moves?.first?.elasticity }
    #expect(abs(elasticities[0] - 2.0 / 9) < 1e-12 && abs(elasticities[1] - 7.0 / 9) < 1e-12)
  }

  @Test func whatIsNoFigureIsRefused() {
    let script = Script(SourceFile(name: "t", text: "a = 2\nb = \"x\""))
    let (assumptions, result) = script.assumptions(moving: ["a", "b"])
    #expect(assumptions == nil && result.diagnostics.map(\.id) == ["explain.figure"])
    #expect(result.diagnostics.first.map { result.files[$0.primary.range.file].text(0..<1) } == "b")
    #expect(Script(SourceFile(name: "t", text: "a = c")).assumptions().assumptions == nil)
    #expect(Script(SourceFile(name: "t", text: "")).assumptions().assumptions?.inputs.count == 0)
  }

  /// What the engine's authors judged or fitted says so as data, not only in words.
  @Test func wordsAndConfidenceAgree() throws {
    let fallbacks =
      DeploymentRun.fields.compactMap(\.fallback) + TrainingRun.fields.compactMap(\.fallback)
    #expect(fallbacks.count > 5)
    for citation in fallbacks.map(\.citation) where citation.text.hasPrefix("aic, ") {
      #expect(citation.confidence != .published, "\(citation.text)")
    }
  }
}
