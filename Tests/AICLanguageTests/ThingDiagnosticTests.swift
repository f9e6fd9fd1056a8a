import Testing

@testable import AICLanguage

/// Where a mistake is shown, how many are told, and what follows from one.
@Suite struct ThingDiagnosticTests {
  // MARK: - At the field that was given

  @Test(arguments: [
    ("x = train m on 3M tokens using 8 box at 140% mfu", "140%"),
    ("x = train m on 3M tokens using 8 box { mfu: -1% }", "-1%"),
    ("x = train m on 3M tokens using 0 box at 40% mfu", "0"),
    ("x = train m on 3M tokens using 8 box at 40% mfu { parallel: { tp: 3 } }", "{ tp: 3 }"),
    ("x = train m on 3M tokens using 8 box at 40% mfu { parallel: { tp: -8, zero: 3 } }", "-8"),
    ("x = deploy m on 1 box with batch 0.5 { \(ask) }", "0.5"),
    ("x = deploy m on 1 box serving 0 requests/s { \(ask) }", "0 requests/s"),
    ("x = deploy m on 1 box { \(ask), target: { ttft: 1 s, tpot: 0 s } }", "0 s"),
    ("x = deploy m on 1 cut with quantize fp8 { \(ask) }", "fp8"),
    ("x = deploy m on 1 cut { \(ask), precision: fp8 }", "fp8"),
    ("x = deploy llama_3_1_70b on 1 box { \(ask) }", "1"),
    ("x = deploy m on 1 box { \(ask), pue: 0.5 }", "0.5"),
    ("model x = transformer { params: 8B, layers: 0 }", "0"),
    ("model x = mlp { layers: [784, 0] }", "[784, 0]"),
    ("hardware x { peak: { bf16: 0 FLOP/s } }", "0 FLOP/s"),
    ("x = m with { layers: 2.5 }", "2.5"),
    ("x = deploy m on 1 H100 { \(ask) }\nshow x.cost", "cost"),
    // What no field is to blame for is shown at the thing without its block.
    ("x = deploy m on 2 cut { \(ask) }", "deploy m on 2 cut "),
    (
      "x = train m on 3 samples using 8 box at 40% mfu { price: $1/hour }",
      "train m on 3 samples using 8 box at 40% mfu "
    ),
  ])
  func placed(line: String, place: String) {
    #expect(pointedAt(things + line) == place)
  }

  // MARK: - Several mistakes

  @Test func everyMistakeInABlockIsTold() {
    let ids = diagnosed(
      things
        + "x = deploy m on 1 box with quantise fp8, batch $3 serving 3 { prompt: 9, answer: 3, kv: int3 }"
    )
    #expect(
      ids.map { String($0.prefix { $0 != ":" }) } == [
        "techniques.unknown", "units.expected", "units.expected", "units.expected",
        "fields.unknown", "fields.word",
      ])
  }

  /// `0 tokens > 0` is one node of the graph for both, and still two mistakes.
  @Test func equalConditionsOfTwoFieldsAreTwoMistakes() {
    let told = diagnosed(
      things
        + "x = deploy m on 1 box { prompt: 0 tokens, response: 0 tokens, batch: 0, replicas: 0, target: { ttft: 0 s, tpot: 0 s } }"
    )
    #expect(
      told == [
        "field.bounds: `prompt` must be at least 1, not 0 tokens",
        "field.bounds: `response` must be at least 1, not 0 tokens",
        "field.bounds: `batch` must be a whole number of at least 1, not 0",
        "field.bounds: `replicas` must be a whole number of at least 1, not 0",
        "field.bounds: `target.ttft` must be more than zero, not 0 s",
        "field.bounds: `target.tpot` must be more than zero, not 0 s",
      ])
  }

  /// What follows from a name that was refused is not refused again.
  @Test(arguments: [
    "x = train m on 3M tokens using 8 H100 at 40% mfu { price: p }",
    "x = train m on p using 8 box at 40% mfu", "x = train m on 3M tokens using p box at 40% mfu",
    "x = train m on 3M tokens using 8 box at p mfu", "x = t with { price: p }",
    "x = deploy m on 1 box serving p { prompt: p, response: p }",
    "x = deploy m on api { input: p, output: p } serving p { prompt: p, response: p }",
    "model x = transformer { layers: p }", "x = m with { params: p }", "hardware x { memory: p }",
    "x = deploy p on p p", "x = train p on p using p p at p mfu { price: p }",
    "x = p with { a: p }",
    "x = p.a.b.c(p)", "x = m.size(p)", "x = m.size(p) + p.size(fp8)", "x = [p, { a: p }.a][p]",
  ])
  func oneMistakeIsToldOnce(line: String) {
    #expect(
      diagnosed(things + "p = nothing\n\(line)\nshow x") == [
        "names.unknown: unknown name `nothing`"
      ])
  }

  @Test func whatIsOfALaterVersionIsToldOnce() {
    let text =
      things + "calibrate serving from \"m.csv\"\nshow t.time"
    #expect(diagnosed(text) == ["syntax.later: `calibrate` is not part of this version yet"])
  }

  /// A field that makes every figure meaningless is one mistake: no overflow and no warning follows from it.
  @Test func figuresThatMeanNothingAreNotTraced() {
    let text =
      things
      + "x = deploy m on 1 box { prompt: 0 tokens, response: 9 tokens, target: { ttft: 1 ns } }\nshow x.cost"
    #expect(diagnosed(text) == ["field.bounds: `prompt` must be at least 1, not 0 tokens"])
  }

  @Test func aMemberOfAnUnknownNameIsOneMistake() {
    #expect(diagnosed("show nothing.size(fp8)") == ["names.unknown: unknown name `nothing`"])
    #expect(diagnosed("show nothing.a.b") == ["names.unknown: unknown name `nothing`"])
  }

  // MARK: - Cells in the place of things and words

  @Test(arguments: [
    (
      "deploy m on 1 c { \(ask) }", "types.expected: expected hardware, such as `H100`, found Money"
    ),
    ("deploy c on 1 box { \(ask) }", "types.expected: expected a model, found Money"),
    (
      "train m on c using 8 box at 40% mfu",
      "units.data: a training reads tokens or samples, not Money"
    ),
    (
      "deploy m on 1 box with quantize c { \(ask) }", "types.expected: expected a word, found Money"
    ),
    ("deploy m on c box { \(ask) }", "types.expected: expected a plain number, found Money"),
    ("m.size(c)", "types.expected: expected a word, found Money"),
  ])
  func aCellOfAnotherKind(expression: String, expected: String) {
    #expect(diagnosed(things + "c = $3\nx = \(expression)") == [expected])
  }

  @Test func aCellMayHoldAWordOrAThing() {
    let text = things + "d = fp8\nh = if true then box else cut\nn = 2\n"
    expectAlike(
      "(deploy m on n h with quantize d { \(ask) }).memory.weights", "m.size(d) / 2", after: text)
  }

  // MARK: - Long chains

  /// Each dot and call is checked once: in a doubling per dot, forty would outlast any patience.
  @Test func chainsOfDotsAndCallsTakeTimeByTheirLength() {
    #expect(diagnosed("show x" + String(repeating: ".a(1)", count: 40)).count == 1)
    #expect(diagnosed("show x" + String(repeating: ".a", count: 40)).count == 1)
    let records = (1..<60).map { "r\($0) = { a: r\($0 - 1) }\n" }.joined()
    let shown = figures("r0 = { a: 7 }\n\(records)show r59" + String(repeating: ".a", count: 60))
    #expect(shown.map(\.value) == [7])
  }

  // MARK: - Warnings and errors

  @Test func warningsDoNotHideFigures() {
    let text =
      things
      + "x = deploy m on 1 box serving 4 requests/s { \(ask), target: { ttft: 1 ns } }\nshow x.cost, x.meets"
    let result = run(text)
    #expect(result.diagnostics.map(\.id) == ["deployment.target"])
    #expect(result.diagnostics.map(\.severity) == [.warning])
    #expect(result.outputs.count == 2)
    #expect(pointedAt(text) == "{ ttft: 1 ns }")
  }

  @Test func errorsDo() {
    let result = run(things + "show 3\nx = deploy m on 1 box { \(ask), batch: 0 }\nshow x")
    #expect(result.hasErrors && result.outputs.isEmpty)
  }

  // MARK: - Cards

  @Test func aCardListsTheDefaultsItTook() throws {
    let result = run(things + "show s")
    guard case .card(let card)? = result.outputs.first else { throw Missing() }
    #expect(card.kind == .deployment)
    #expect(card.subject == "m (bf16) on 1 × box · vllm")
    #expect(
      Set(card.defaults.map(\.name)) == [
        "precision", "memory_share", "batch", "headroom", "pue", "idle_power",
        "carbon_intensity",
      ])
    #expect(card.defaults.allSatisfy { !$0.citation.text.isEmpty && $0.citation.asOf != nil })
    let pue = try #require(card.defaults.first { $0.name == "pue" })
    #expect(pue.text == "1.15")
    #expect(pue.citation.asOf == "2023")
  }

  @Test func whatIsGivenIsNoDefault() throws {
    let fields =
      "precision: bf16, pue: 1.3, batch: 8, headroom: 10%, memory_share: 80%, idle_power: 20%, carbon_intensity: 100 gCO2e/kWh"
    let result = run(things + "show deploy m on 1 box serving 4 requests/s { \(ask), \(fields) }")
    guard case .card(let card)? = result.outputs.first else { throw Missing() }
    #expect(card.defaults.isEmpty)
  }

  @Test func aCardSaysWhatWasLeftOut() throws {
    let result = run(
      "model big = transformer { params: 8B }\n" + things
        + "show train big on 3T tokens using 8 box at 40% mfu")
    guard case .card(let card)? = result.outputs.first else { throw Missing() }
    #expect(card.notes.contains("attention over the context is left out: no shape is given"))
  }

  private struct Missing: Error {}
}

private let ask = "prompt: 9 tokens, response: 9 tokens"
