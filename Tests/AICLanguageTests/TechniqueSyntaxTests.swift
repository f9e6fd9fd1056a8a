import Testing

@testable import AICLanguage

/// Techniques and their own fields, however they are written, reach the engine: expected values by plain expressions.
@Suite struct TechniqueSyntaxTests {
  private let ask = "serving 4 requests/s { prompt: 900 tokens, response: 250 tokens }"

  /// Of 259,392 parameters 131,072 are of layers. A year is 365 days.
  @Test(arguments: [
    ("prune 50%", "memory.weights", "(128320 + 131072 / 2) * 2 bytes"),
    ("prune 50% { retraining: $365 }", "cost.retraining", "$1/day"),
    ("prune 50% { retraining: $365, payback: 73 days }", "cost.retraining", "$5/day"),
    ("prune 50%, quantize fp8", "memory.weights", "128320 bytes + 131072 bytes / 2"),
    ("prune 50% { pattern: unstructured }", "memory.weights", "s.memory.weights"),
    ("speculate m accept 80%", "memory.weights", "2 * s.memory.weights"),
    ("speculate m accept 80% { tokens: 3 }", "memory.weights", "2 * s.memory.weights"),
    ("distill to m { cost: $365 }", "cost.distillation", "$1/day"),
    ("distill to m { cost: $365 }", "cost", "s.cost + $1/day"),
    (
      "distill to m { tokens: 1T tokens, mfu: 50% }", "distillation",
      "1T tokens * 8 * 195392 FLOP/token / (1000 TFLOP/s * 50%) * $2/hour"
    ),
  ])
  func clause(technique: String, figure: String, expected: String) {
    let text = things + "x = deploy m on 1 box with \(technique) \(ask)\n"
    expectAlike("x.\(figure)", expected, after: text)
  }

  /// The same in a block, by its path, and as a replacement.
  @Test func pathsOfFields() {
    let text =
      things + "x = s with { prune: 50%, prune.retraining: $365, prune.payback: 73 days }\n"
    expectAlike("x.cost.retraining", "$5/day", after: text)
    expectAlike(
      "s.cost.retraining", "$5/day",
      settings: [
        ("s.prune", "50%"), ("s.prune.retraining", "$365"), ("s.prune.payback", "73 days"),
      ])
    let whole =
      things
      + "x = deploy m on 1 box { prune: 50%, prune.retraining: $365, prompt: 9 tokens, response: 9 tokens }\n"
    expectAlike("x.cost.retraining", "$1/day", after: whole)
  }

  /// Nothing is charged or taken off for what is only said of something else.
  @Test func fieldsOfWhatIsNotThereChangeNothing() {
    let retrained = things + "x = s with { prune.retraining: $20k }\n"
    expectAlike("x.cost", "s.cost", after: retrained)
    #expect(
      diagnosed(retrained).map { $0.prefix(69) } == [
        "warning field.useless: `prune.retraining` changes nothing without `pr"
      ])
    let shares = ["cached: 60%", "off_peak.share: 30%", "batch_discount.share: 30%"]
    for share in shares {
      let bought = things + "x = a with { \(share) }\n"
      expectAlike("x.cost", "a.cost", after: bought)
      #expect(run(bought).diagnostics.map(\.id) == ["field.useless"])
    }
    let discounted = "x = a with { batch_discount: 50%, batch_discount.share: 30% }\n"
    #expect(diagnosed(things + discounted).isEmpty)
  }

  /// The later of a peak and a profile holds, whichever the file has.
  @Test func aProfileTakesThePlaceOfAPeak() {
    let hours = (Array(repeating: "1", count: 12) + Array(repeating: "3", count: 12)).listedPlainly
    let text =
      things
      + "p = s with { peak: 1.5, autoscale: true, rate: 4000 requests/s }\nq = p with { profile: \(hours) }\n"
      + "r = q with { peak: 1.5 }\n"
    // Twelve hours at 3 and twelve at 1 are 1.5 times their mean in the busiest hour.
    expectAlike("q.replicas", "p.replicas", after: text)
    expectAlike("r.cost", "p.cost", after: text)
    let plain =
      things + "u = s with { profile: \(hours), autoscale: true, rate: 4000 requests/s }\n"
    expectAlike(
      "p.cost", "u.cost", after: text + plain.dropFirst(things.count),
      settings: [("p.profile", hours)])
    let compared = text + "scenario other { p.profile = \(hours) }\ncompare base, other on p.cost"
    #expect(diagnosed(compared).isEmpty)
    let both = things + "x = s with { peak: 1.5, profile: \(hours) }\nshow x.cost"
    #expect(run(both).diagnostics.map(\.id) == ["deployment.peak"])
  }

  /// What the clauses say is replaced as any field is.
  @Test(arguments: [
    ("hardware: box with { price: $3/hour }", "cost", "s.cost * 1.5"),
    ("devices: 2", "cost", "s.cost * 2"),
    ("model: m with { vocab: 2000 }", "memory.weights", "s.memory.weights + 2 * 128000 bytes"),
  ])
  func clausesAreFields(field: String, figure: String, expected: String) {
    expectAlike("x.\(figure)", expected, after: things + "x = s with { \(field) }\n")
  }

  @Test(arguments: [
    (
      "x = s with { hardware: m }",
      "types.expected: expected hardware, such as `H100`, found a Model"
    ),
    (
      "x = s with { distill: box }", "types.expected: expected a model, found Hardware"
    ),
    (
      "x = deploy m on 1 box { hardware: cut, prompt: 9 tokens, response: 9 tokens }",
      "fields.twice: `hardware` stands twice in this block"
    ),
    (
      "x = { a.b: 1 }",
      "fields.unknown: a record has no field `a.b` = write a record inside of it: `a: { b: … }`"
    ),
    (
      "x = s with { prune.patern: structured }",
      "fields.unknown: a deployment has no field `prune.patern` = did you mean `prune.pattern` or `prune.payback`?"
    ),
    (
      "x = s with { prune: 50%, prune.pattern: 2:4 }",
      "syntax.unexpected: `:` cannot stand here = a pattern of sparse weights is a text: `\"2:4\"`"
    ),
    (
      "x = s with { prune: 50%, prune.pattern: \"2:4\" }",
      "hardware.sparse: `box` has no `sparse` = give it, such as `sparse: 2`"
    ),
  ])
  func refusals(line: String, expected: String) {
    #expect(diagnosed(things + line) == [expected])
  }

  @Test func hardwareByScenario() throws {
    let text =
      things + """
        scenario dear { s.hardware = box with { price: $3/hour } }
        compare base, dear on s.cost
        """
    let result = run(text)
    #expect(result.diagnostics == [])
    guard case .comparison(let table)? = result.outputs.last else {
      Issue.record("no comparison")
      return
    }
    let values = table.rows.flatMap(\.values).map(\.text)
    #expect(values == ["$1,460 per month", "$2,190 per month"])
  }
}

extension [String] {
  fileprivate var listedPlainly: String { "[\(joined(separator: ", "))]" }
}
