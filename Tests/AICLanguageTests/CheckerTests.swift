import AICLanguage
import Testing

/// What a script's diagnostics say: `id: message`, then the help line where there is one.
private func told(_ text: String, settings: [(path: String, value: String)] = []) -> [String] {
  Script(SourceFile(name: "t", text: text), settings: settings).run().diagnostics.map {
    "\($0.id): \($0.message)" + ($0.help.map { " = \($0)" } ?? "")
  }
}

/// The text of every figure that a script shows.
private func shown(_ text: String, settings: [(path: String, value: String)] = []) -> [String] {
  let result = Script(SourceFile(name: "t", text: text), settings: settings).run()
  #expect(result.diagnostics.isEmpty, "\(result.diagnostics.map(\.message))")
  return result.outputs.compactMap { output in
    switch output {
    case .figure(let named): named.value.text
    case .line(let line): line
    default: nil
    }
  }
}

@Suite struct CheckerTests {
  @Test(arguments: [
    ("1 + 2 * 3", "7"), ("(1 + 2) * 3", "9"), ("2 ^ 3 ^ 2", "512"), ("-2 ^ 2", "−4"),
    ("7 mod 3", "1"), ("-7 mod 3", "2"), ("10% of $200", "$20"), ("10 / 4", "2.5"),
    ("3 hours + 30 min", "3.5 hours"), ("8B params * 2 bytes in GB", "16 GB"),
    ("$2.50/GPU-hour * 8 * 1 month in $", "$14.6k"), ("$15 per 3M tokens", "$5 per 1M tokens"),
    ("if 1 < 2 then $3 else $4", "$3"), ("min(3, 1, 2)", "1"),
    ("max([3 hours, 90 min])", "3 hours"),
    ("sum([1, 2, 3])", "6"), ("mean([1, 2, 6])", "3"), ("count([1, 2])", "2"), ("sum(1..4)", "10"),
    ("[10, 20, 30][1]", "20"), ("{ a: 1, b: $2 }.b", "$2"), ("({ a: 1 } with { a: 5 }).a", "5"),
    ("abs(-3)", "3"), ("ceil(2.1)", "3"), ("sqrt(16)", "4"), ("log10(1000)", "3"),
    ("sqrt(4 hours * 9 hours) in hours", "6 hours"), ("1 < 2 and not 2 < 1", "true"),
    ("\"{1 + 1} GPUs\"", "2 GPUs"), ("2 hours == 120 min", "true"),
    ("date(2026, 3) == date(2026, 3)", "true"),
    ("40%", "40%"), ("1 - 0.3 in %", "70%"), ("[0.25, $3 / $4] in %", "[25%, 75%]"),
    ("$450/$4.5k in %", "10%"), ("[90 min, 3 hours] in hours", "[1.5 hours, 3 hours]"),
  ])
  func expressions(expression: String, expected: String) {
    #expect(shown("show \(expression)") == [expected])
  }

  @Test func cellsFollowFromCells() {
    #expect(shown("assume price = $2/hour\nday = price * 24 hours\nshow day") == ["$48"])
  }

  @Test func aRateJoinsTwoCurrencies() {
    let rate = "rate EUR = $1.25 as of 2026-10-01\n"
    #expect(shown(rate + "show €100 + $25 in EUR") == ["€120"])
    #expect(shown(rate + "show €8/hour + $0/hour") == ["$7,300 per month"])
  }

  @Test func aFileAddsUnits() {
    #expect(
      shown("unit seat\nunit wafer = 300 chips\nshow 2 wafers * 1, $30/seat * 4 seats") == [
        "600", "$120",
      ])
  }

  @Test func replacingACell() {
    let text = "assume users = 10 users\nshow users * $2/user"
    #expect(shown(text, settings: [("users", "25 users")]) == ["$50"])
    // The last one wins.
    #expect(shown(text, settings: [("users", "25 users"), ("users", "3 users")]) == ["$6"])
    #expect(
      told(text, settings: [("users", "$3")]) == [
        "units.replacement: cannot replace Users by Money"
      ])
    #expect(
      told(text, settings: [("usres", "3 users")])
        == ["names.unknown-cell: there is no cell `usres` to replace = did you mean `users`?"])
  }

  @Test(arguments: [
    (
      "show $3 + 2 hours",
      "units.mismatch: cannot add Money and Time = to price the time, multiply by a rate, such as `2 hours * $120k/year`"
    ),
    (
      "x = $3\nshow x + 10%",
      "units.mismatch: cannot add Money and Number = a share of it is `x * (1 + 10%)`"
    ),
    (
      "show €3 + $2",
      "units.mismatch: cannot add Money (EUR) and Money = say what one EUR is worth above: `rate EUR = … USD as of DATE`"
    ),
    (
      "show 1 < 2 hours",
      "units.mismatch: cannot compare Number and Time = if the number is meant as Time, write its unit, such as `1 s`"
    ),
    (
      "$3 in %",
      "units.in: only a plain number is shown in % = divide it by a whole of the same kind first"
    ),
    (
      "show 80 GB in hours",
      "units.in: cannot show Data in `hours` = this can be shown in a unit such as `bytes`"
    ),
    ("prcie = 3\nshow price", "names.unknown: unknown name `price` = did you mean `prcie`?"),
    (
      "a = b\nb = 1",
      "names.below: `b` is used above its definition = move the definition above this line"
    ), ("a = a + 1", "names.itself: `a` is defined by itself"),
    (
      "x = 1\nx = 2",
      "names.twice: `x` is defined twice = a cell keeps one value; give this one a name of its own"
    ),
    ("show true + 1", "types.operator: `+` cannot take a Bool and a Number"),
    ("show not 3", "types.expected: expected a condition, such as `a < b`, found a Number"),
    (
      "show [1, 2][2]",
      "lists.outside: the list has no value at 2 = lists count from 0: the last is `1`"
    ),
    ("show min(1, 2 hours)", "units.elements: `min` needs values of one dimension"),
    ("show sqrt(1, 2)", "calls.count: `sqrt` takes one value, not 2"),
    ("show exp(2 hours)", "types.expected: expected a plain number, found a Time"),
    (
      "show round(3.2 hours)",
      "units.rounding: `round` of Time needs a unit to round to = divide by one: `round(3.2 hours / 1 s) * 1 s`"
    ),
    ("show if true then 1 else $2", "types.branches: both sides of a choice must be alike"),
    ("x = 3\nshow x(2)", "types.function: `x` is not a function = to multiply, write `*`"),
    ("show 1 / 0", "values.not-finite: division by zero"),
    ("show sqrt(-1)", "values.not-finite: square root of a negative number"),
    ("show 10 ^ 400", "values.not-finite: the result is too large for a number"),
    (
      "show -1 to 2",
      "ranges.zero: a range that touches zero needs a shape = write `normal(-1 to 2)` or `uniform(-1 to 2)`"
    ),
    (
      "show 2 hours ^ sqrt(2)",
      "units.exponent: a power of Time needs a fixed exponent, such as `2`"
    ),
    (
      "rate ABC = $2",
      "rates.currency: `ABC` is not a currency = a rate names an ISO 4217 code: `rate EUR = $1.09 as of 2026-10-01`"
    ),
    (
      "show €1\nrate EUR = $1.09",
      "rates.late: EUR is used above its rate = move the `rate` line above its first use"
    ),
    ("show date(2026, 13)", "date.unreadable: there is no month 13 = months are 01 to 12"),
    ("show 1..1000000000", "lists.long: a list of 1B values is too long: the limit is 100000"),
  ])
  func refusals(text: String, expected: String) {
    #expect(told(text) == [expected])
  }

  /// The refusals of literals that the language promises.
  @Test(arguments: [
    ("8 B", "literals.magnitude-space"), ("989 TFLOPs", "units.flops"), ("5m", "literals.million"),
    ("1.5e3k", "literals.exponent-magnitude"), ("2 x", "units.unknown"),
    ("3 gigs", "units.unknown"),
    ("1,000", "syntax.thousands"), ("1 < 2 < 3", "syntax.chained-comparison"),
    ("8b", "literals.magnitude"),
  ])
  func literalRefusals(literal: String, id: String) {
    let ids = Script(SourceFile(name: "t", text: "x = \(literal)")).check().diagnostics.map(\.id)
    #expect(ids == [id])
  }

  @Test(arguments: [
    "train Llama-3.1-8B on 1T tokens using 8 H100 at 40% mfu { price: $2/hour }",
    "deploy llama_3_1_8b on 8 TPU-v4 serving 1 request/s", "model m = Llama-3.1-8B { layers: 3 }",
  ])
  func aPublishedNameIsOneMistake(text: String) {
    let told = told(text)
    #expect(told.count == 1)
    #expect(told.first?.hasPrefix("syntax.bare-name: ") ?? false)
  }

  @Test func aPublishedNameInBackquotesIsFound() {
    #expect(shown("show `Llama-3.1-8B`.layers, `meta-llama/Llama-3.1-8B`.heads") == ["32", "32"])
  }

  @Test func lintsHideNoFigure() {
    let text = """
      assume idle = 3
      assume old = $2/hour as of 2024-01
      assume new = $2000/hour as of 2026-02
      show old * 1 hour
      show deploy llama_3_1_8b on 1 H100 serving 1 request/s {
        price: new, prompt: 50 tokens, response: 10 tokens
      }
      """
    let result = Script(SourceFile(name: "t", text: text)).run()
    #expect(
      result.diagnostics.map(\.message) == [
        "nothing follows from the assumption `idle`",
        "the price `old` is more than a year older than the newest date here",
        "a device for more than $1,000 an hour",
      ])
    #expect(result.diagnostics.allSatisfy { $0.severity == .warning })
    #expect(result.outputs.count == 2)
  }

  @Test func oneMistakeIsToldOnce() {
    let text = "a = $1 + 1 hour\nb = a * 2\nc = b + a\nshow c, b in hours"
    #expect(told(text).count == 1)
  }

  @Test func independentMistakesAreAllTold() {
    let lines = [
      "a = $1 + 1 hour", "b = nothing", "c = 5m", "d = 80 GB in hours", "e = not 3", "f = [1][3]",
      "g = sqrt(1, 2)", "h = \"a\" + 1", "i = min(1, $1)", "j = 1 < 2 < 3",
    ]
    #expect(told(lines.joined(separator: "\n")).count == 10)
  }

  @Test func theFirstPlaceThatLeftTheNumbersIsNamed() {
    let result = Script(SourceFile(name: "t", text: "a = 0\nb = 5 / a\nc = b + 1\nshow c * 2"))
      .run()
    #expect(result.diagnostics.count == 1)
    // `5 / a` stands at bytes 10 to 15.
    #expect(result.diagnostics.first?.primary.range.lower == 10)
    #expect(result.diagnostics.first?.primary.range.upper == 15)
    #expect(result.outputs.isEmpty)
  }
}
