import AICLanguage
import Testing

private func run(_ text: String, scenario: String? = nil, set: [(String, String)] = []) -> RunResult
{
  Script(
    SourceFile(name: "t", text: text), settings: set.map { (path: $0.0, value: $0.1) },
    scenario: scenario
  ).run()
}

private func told(_ text: String, scenario: String? = nil, set: [(String, String)] = []) -> [String]
{
  run(text, scenario: scenario, set: set).diagnostics.map { "\($0.id): \($0.message)" }
}

/// The tables of a comparison, a row each.
private func compared(_ text: String, scenario: String? = nil, set: [(String, String)] = [])
  -> [[String]]
{
  let result = run(text, scenario: scenario, set: set)
  #expect(result.diagnostics.isEmpty, "\(result.diagnostics.map(\.message))")
  return result.outputs.flatMap { output -> [[String]] in
    if case .comparison(let table) = output { table.rows.map { $0.values.map(\.text) } } else { [] }
  }
}

/// The rows of a sweep: what stands on the axes, then the figures.
private func swept(_ text: String) -> [[String]] {
  let result = run(text)
  #expect(!result.hasErrors, "\(result.diagnostics.map(\.message))")
  return result.outputs.flatMap { output -> [[String]] in
    guard case .sweep(let table) = output else { return [] }
    return (0..<table.count).map { point in
      zip(table.axes, table.position(of: point)).map { $0.values[$1].text }
        + table.columns.indices.map { table.value($0, point)?.text ?? "–" }
    }
  }
}

private func shown(_ text: String) -> [String] {
  let result = run(text)
  #expect(result.diagnostics.isEmpty, "\(result.diagnostics.map(\.message))")
  return result.outputs.compactMap {
    if case .figure(let named) = $0 { named.value.text } else { nil }
  }
}

private let shop = """
  assume price = $2
  assume count = 3
  total = price * count

  """

@Suite struct ScenarioTests {
  @Test func cellsAreReplacedAndWhatFollowsFromThem() {
    let text = shop + "scenario dear { price = $5 }\nscenario many { count = 10 }\n"
    #expect(
      compared(text + "compare base, dear, many on total, price")
        == [["$6", "$15", "$20"], ["$2", "$5", "$2"]])
  }

  /// A scenario replaces cells of the whole file, also where what follows from them stands below it.
  @Test func whatStandsBelowTheScenarioFollowsToo() {
    let text = "assume a = 1\nscenario s { a = 2 }\nb = a * 10\ncompare base, s on b, a + b"
    #expect(compared(text) == [["10", "20"], ["11", "22"]])
  }

  @Test func oneExtendsAnotherAndTheLastWins() {
    let text =
      shop + "scenario a { price = $5, count = 4 }\nscenario b extends a { count = 5 }\n"
      + "scenario c extends b { price = $1, price = $7 }\ncompare a, b, c on total"
    #expect(compared(text) == [["$20", "$25", "$35"]])
  }

  @Test func replacementsMayUseOtherCells() {
    let text = shop + "scenario s { count = 2 * old }\nold = 8\ncompare base, s on total"
    #expect(told(text) == ["names.below: `old` is used above its definition"])
    #expect(
      compared("old = 8\n" + shop + "scenario s { count = 2 * old }\ncompare base, s on total")
        == [["$6", "$32"]])
  }

  @Test func fieldsOfThingsAreReplaced() {
    let text = """
      hardware box { memory: 8 GB, price: $1/hour }
      h = box with { price: $2/hour }
      scenario s { box.price = $3/hour, h.memory = 9 GB }
      compare base, s on box.price in $/hour, h.price in $/hour, h.memory

      """
    #expect(
      compared(text) == [["$1/hour", "$3/hour"], ["$2/hour", "$2/hour"], ["8 GB", "9 GB"]])
  }

  @Test func settingsWinOverScenarios() {
    let text = shop + "scenario s { price = $5 }\ncompare base, s on total"
    #expect(compared(text, set: [("price", "$1")]) == [["$3", "$3"]])
    #expect(compared(text, set: [("count", "1")]) == [["$2", "$5"]])
  }

  @Test func aFileIsComputedUnderAScenario() {
    let text = shop + "scenario s { price = $5 }\n"
    let result = run(text + "show total", scenario: "s")
    guard case .figure(let total)? = result.outputs.first else {
      Issue.record("no figure")
      return
    }
    #expect(total.value.text == "$15")
    #expect(compared(text + "compare base, s on total", scenario: "s") == [["$6", "$15"]])
    #expect(
      told(text, scenario: "t") == ["scenarios.unknown: there is no scenario `t`"])
  }

  @Test func mistakesAreToldAtTheReplacement() {
    func mistake(_ line: String) -> [String] { told(shop + line) }
    #expect(
      mistake("scenario s { prise = $5 }")
        == ["names.unknown-cell: there is no cell `prise` to replace"])
    #expect(
      mistake("scenario s { price = 5 hours }")
        == ["units.replacement: cannot replace a Money by a Time"]
        || mistake("scenario s { price = 5 hours }")
          == ["units.replacement: cannot replace Money by a Time"]
    )
    #expect(
      mistake("scenario base { price = $5 }")
        == ["scenarios.twice: `base` is the file as it stands"])
    #expect(
      mistake("scenario s extends t { price = $5 }")
        == ["scenarios.unknown: there is no scenario `t` above"])
    #expect(
      mistake("compare base, s on total") == ["scenarios.unknown: there is no scenario `s` above"])
    #expect(
      mistake("scenario s { price = $5 }\nscenario s { }")
        == ["scenarios.twice: the scenario `s` is defined twice"])
  }
}

@Suite struct SweepTests {
  @Test func everyPointIsComputed() {
    #expect(swept(shop + "sweep count in [1, 4] show total") == [["1", "$2"], ["4", "$8"]])
    #expect(
      swept(shop + "sweep price from $1 to $3 in 3 steps, count in 1..2 show total, total > $3")
        == [
          ["$1", "1", "$1", "false"], ["$1", "2", "$2", "false"], ["$2", "1", "$2", "false"],
          ["$2", "2", "$4", "true"], ["$3", "1", "$3", "false"], ["$3", "2", "$6", "true"],
        ])
    #expect(
      swept(shop + "sweep count from 1 to 100 in 3 steps log show total")
        == [["1", "$2"], ["10", "$20"], ["100", "$200"]])
    #expect(
      swept(
        "rate_of_pay = $2 per hour\nsweep rate_of_pay from $1 per hour to $3 per hour in 2 steps show rate_of_pay * 4 hours"
      )
        == [["$1/hour", "$4"], ["$3/hour", "$12"]])
  }

  /// What must be known before the run is known at each point.
  @Test func axesMayDecideLists() {
    #expect(
      swept("n = 1\nx = sum([i^2 for i in 1..n])\nsweep n in 1..3 show x")
        == [["1", "1"], ["2", "5"], ["3", "14"]])
  }

  @Test func axesMayBeThingsAndWords() {
    let text = """
      hardware a { memory: 8 GB, price: $1/hour }
      hardware b { memory: 9 GB, price: $3/hour }
      box = a
      word = fp8
      hours = 2 hours
      sweep box in [a, b], hours from 1 hour to 3 hours in 2 steps, word in [fp8, int4]
        show box.price * hours, box.memory, word
      """
    let rows = swept(text)
    #expect(rows.count == 8)
    #expect(rows.first == ["a", "1 hour", "fp8", "$1", "8 GB", "fp8"])
    #expect(rows.last == ["b", "3 hours", "int4", "$9", "9 GB", "int4"])
  }

  /// Points where the thing cannot be are empty, with the reason; the others stand.
  @Test func pointsThatCannotBeAreLeftOut() {
    let text = things + "sweep box.memory in [80 GB, 1 kB] show s.tpot"
    let result = run(text)
    guard case .sweep(let table)? = result.outputs.first else {
      Issue.record("\(result.diagnostics.map(\.message))")
      return
    }
    #expect(table.value(0, 0) != nil && table.value(0, 1) == nil)
    #expect(table.refusals.map(\.count) == [1] && table.refusals.first?.point == 1)
  }

  @Test func mistakesInAxesAreTold() {
    func mistake(_ line: String) -> [String] { told(shop + line) }
    #expect(
      mistake("sweep n in [1] show total")
        == ["names.unknown-cell: there is no cell `n` to replace"])
    #expect(
      mistake("sweep count in [] show total") == ["axes.empty: an axis needs at least one value"])
    #expect(
      mistake("sweep count in [1, $2] show total")
        == ["axes.unlike: the values of an axis are of one kind"])
    #expect(
      mistake("sweep count in [1], count in [2] show total")
        == ["axes.twice: `count` is an axis already"])
    #expect(
      mistake("sweep count from 0 to 9 in 3 steps log show total")
        == ["axes.log: a logarithmic axis runs between values above zero"])
    #expect(
      mistake("sweep count from 1 to 9 in 1 steps show total")
        == ["axes.steps: an axis has between 2 and 100000 steps, not 1"])
    #expect(
      mistake("sweep count from 1 to $9 in 3 steps show total").map { $0.prefix(6) } == ["units."])
    #expect(
      mistake("sweep count from 1 to 9 in 2000 steps, price from $1 to $2 in 2000 steps show total")
        == ["axes.points: a table of more than 1M points"])
    #expect(
      mistake("sweep count in [1] show [total]") == [
        "axes.figure: a sweep shows figures, not a List"
      ])
  }
}

@Suite struct PrecedenceTests {
  private let bill = """
    users = 10 users
    cost = users * $1/user
    scenario big { users = 500 users }
    sweep users in [1 users, 2 users] show cost
    best = minimize cost over users in [1 users, 2 users]
    compare base, big on cost, best.value

    """

  /// The values of an axis win over a scenario and over settings, and settings over scenarios.
  @Test func axesWinOverScenariosAndSettings() {
    for (scenario, setting) in [(nil, nil), ("big", nil), (nil, "99 users"), ("big", "99 users")] {
      let result = run(bill, scenario: scenario, set: setting.map { [("users", $0)] } ?? [])
      for output in result.outputs {
        switch output {
        case .sweep(let table):
          #expect([table.number(0, 0), table.number(0, 1)] == [1, 2])
        case .comparison(let table):
          let base = setting == nil ? "$10" : "$99"
          let big = setting == nil ? "$500" : "$99"
          #expect(table.rows.map { $0.values.map(\.text) } == [[base, big], ["$1", "$1"]])
        default: Issue.record("another output")
        }
      }
    }
  }

  /// A field of its own under another one goes by its whole name.
  @Test func axesAreNamedTellingly() {
    let text =
      things
      + "p = s with { peak: 1.5, autoscale: true }\n"
      + "b = minimize p.cost over p.autoscale.min in [1, 2], p.batch in [8]\n"
    #expect(shown(text + "show b.autoscale.min, b.batch") == ["1", "8"])
  }

  /// One optimum does not pin the cells of another, nor of a sweep or a scenario.
  @Test func optimaStandBesideOneAnother() {
    let text =
      "x = 1\na = minimize x over x in [1, 5] subject to x > 3\nb = minimize x over x in [1, 5]\n"
    #expect(shown(text + "show a.value, b.value") == ["5", "1"])
    #expect(
      swept(text + "sweep x in [1, 5] show x * 2, a.value") == [
        ["1", "2", "5"], ["5", "10", "5"],
      ])
    #expect(
      compared(text + "scenario s { x = 2 }\ncompare base, s on x, a.value") == [
        ["1", "2"], ["5", "5"],
      ])
  }

  /// Only what follows from a replaced cell is computed again: a chain of optima takes time by its length.
  @Test func aChainOfOptimaIsComputedInTime() {
    let chain = (0..<40).map { "best_\($0) = minimize x + \($0) over x in 1..3" }
    #expect(shown("x = 1\n" + chain.joined(separator: "\n") + "\nshow best_39.value") == ["40"])
  }

  @Test func tiesGoToTheFirstPoint() {
    #expect(
      shown("n = 1\nf = 0.1 * n / n + 0.2\nb = minimize f over n in 1..30\nshow b.n") == ["1"])
  }

  @Test func whatIsReplacedHasAnotherSource() throws {
    let text = "assume a = $100 source \"contract A\"\nb = a * 2\nscenario s { a = $60 }\n"
    func source(_ script: Script) -> String? { script.explain("b").figure?.parts.first?.source }
    let file = SourceFile(name: "t", text: text)
    #expect(source(Script(file)) == "contract A")
    #expect(source(Script(file, settings: [("a", "$9")])) == "replaced")
    #expect(source(Script(file, scenario: "s")) == "the scenario `s`")
  }
}

@Suite struct OptimumTests {
  @Test func theBestPointIsFound() {
    // (x − 3)² + (y − 2)² over whole numbers is least at 3, 2; subject to x + y ≤ 4 at 2, 2 or 3, 1.
    let text = "x = 0\ny = 0\nf = (x - 3)^2 + (y - 2)^2\n"
    #expect(
      shown(text + "b = minimize f over x in 0..9, y in 0..9\nshow b.value, b.x, b.y")
        == ["0", "3", "2"])
    #expect(
      shown(
        text + "b = minimize f over x in 0..9, y in 0..9 subject to x + y <= 4, not (x > 2)\n"
          + "show b.value, b.x, b.y") == ["1", "2", "2"])
    #expect(
      shown(
        text + "b = maximize f over x in 0..9, y from 0 to 9 in 4 steps\nshow b.value, b.x, b.y")
        == ["85", "9", "9"])
  }

  @Test func aThousandTimesAThousandPoints() {
    // The parabola's vertex lies on a step of each axis: 0.25 × 999 is not whole, 333 × 1/999 is ⅓.
    let text =
      "x = 0\ny = 0\nf = (x - 1/3)^2 + (y - 2/3)^2\n"
      + "b = minimize f over x from 0 to 1 in 1000 steps, y from 0 to 1 in 1000 steps\n"
      + "show abs(b.x - 1/3) < 1e-12, abs(b.y - 2/3) < 1e-12"
    #expect(shown(text) == ["true", "true"])
  }

  @Test func nothingFeasibleSaysWhatIsClosest() throws {
    let text = "x = 1\nb = minimize x over x in 1..5 subject to x < 100, x > 8"
    let diagnostic = try #require(run(text).diagnostics.first)
    #expect(diagnostic.id == "optima.infeasible")
    #expect(diagnostic.message == "none of 5 points meets every condition")
    #expect(diagnostic.primary.text == "the closest, at x 5, fails this one")
    // 5 misses 8 by 3/8.
    #expect(diagnostic.help == "it fails by 37.5%")
  }

  @Test func anOptimumIsComputedAnewInScenarios() {
    let text =
      "a = 2\nx = 0\nf = (x - a)^2\nb = minimize f over x in 0..9\nscenario s { a = 7 }\n"
      + "compare base, s on b.x"
    #expect(compared(text) == [["2", "7"]])
    #expect(swept(text + "\nsweep a in [1, 4] show b.x") == [["1", "1"], ["4", "4"]])
  }

  @Test func mistakesAreTold() {
    #expect(
      told("x = 1\nb = minimize x over x in 1..5 subject to x + 1").map { $0.prefix(6) }
        == ["types."])
    #expect(told("x = 1\nb = minimize x over z in 1..5").first?.prefix(18) == "names.unknown-cell")
  }

  /// One replica serves 18 requests a second at most, so that four is the fewest for 60 with 20% kept free, and three
  /// would be overrun.
  @Test func theBestServesWhatComes() {
    #expect(
      shown(
        """
        s = deploy llama_3_1_8b on 1 H100 serving 60 requests/s {
          prompt: 900 tokens, response: 250 tokens, price: $2/hour
        }
        best = minimize s.cost over s.replicas in [1, 2, 3, 4, 5]
        show best.replicas, s.capacity > 15 requests/s, s.capacity < 20 requests/s

        """) == ["4", "true", "true"])
  }
}
