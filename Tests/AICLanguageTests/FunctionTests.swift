import AICLanguage
import Testing

/// The text of every figure that a script shows.
private func shown(_ text: String) -> [String] {
  let result = Script(SourceFile(name: "t", text: text)).run()
  #expect(result.diagnostics.isEmpty, "\(result.diagnostics.map(\.message))")
  return result.outputs.compactMap {
    if case .figure(let named) = $0 { named.value.text } else { nil }
  }
}

/// What a script's diagnostics say.
private func told(_ text: String) -> [String] {
  Script(SourceFile(name: "t", text: text)).run().diagnostics.map { "\($0.id): \($0.message)" }
}

@Suite struct FunctionTests {
  @Test func oneBodyServesEveryDimension() {
    let text =
      "fn square(x) = x * x\nshow square(3), square(2 hours) / 1 hour in hours, sqrt(square($4))"
    #expect(shown(text) == ["9", "4 hours", "$4"])
  }

  @Test func parametersHaveNamesAndDimensions() {
    let text = "fn bill(price: Money/Time, n) = price * n * 1 month\n"
    #expect(
      shown(text + "show bill($2/hour, 8), bill(n: 2, price: $1/hour)") == ["$11.7k", "$1,460"])
    #expect(
      told(text + "x = bill($3, 8)")
        == ["functions.argument: `price` of `bill` must be Money per Time, not Money"])
    #expect(
      told(text + "x = bill(8)") == ["functions.count: `bill` takes (price, n), not 1 values"])
    #expect(
      told(text + "x = bill($1/hour, m: 2)")
        == ["functions.no-parameter: `bill` has no parameter `m`"])
    #expect(told("fn f(a: Mony) = a") == ["functions.dimension: `Mony` is no dimension"])
    #expect(
      told("fn f(a, a) = a") == ["functions.parameter-twice: `a` stands twice among the parameters"]
    )
  }

  /// A mistake in a body is told at the call, with the place inside as a note.
  @Test func aMistakeInsideIsToldAtTheCall() throws {
    let text = "fn add(a, b) = a + b\nx = add($1, 2 hours)\ny = add(1, 2)"
    let result = Script(SourceFile(name: "t", text: text)).run()
    let diagnostic = try #require(result.diagnostics.first)
    #expect(result.diagnostics.count == 1)
    #expect(diagnostic.message == "cannot add Money and Time")
    // `add($1, 2 hours)` stands at bytes 25 to 41, `b` at 19.
    #expect(diagnostic.primary.range.lower == 25 && diagnostic.primary.range.upper == 41)
    #expect(diagnostic.notes.contains { $0.range.lower == 19 })
  }

  @Test func noFunctionCallsItself() {
    #expect(
      told("fn f(x) = f(x)\ny = f(1)")
        == ["functions.recursion: a function cannot call itself: f → f"])
    #expect(
      told("fn f(x) = g(x)\nfn g(x) = f(x)\ny = f(1)")
        == ["names.below: `g` is used above its definition"])
  }

  /// Functions that call earlier ones twice each would take two to the power of their number.
  @Test func callsAreBounded() {
    var text = "fn f0(x) = x\n"
    for index in 1...40 { text += "fn f\(index)(x) = f\(index - 1)(x) + f\(index - 1)(x)\n" }
    #expect(
      told(text + "y = f40(1)").first == "functions.calls: more than 200000 calls of functions")
  }

  @Test func aFunctionSeesTheNamesAboveIt() {
    #expect(shown("a = 2\nfn f(x) = a * x\nx = 5\nshow f(3), x") == ["6", "5"])
    #expect(
      told("fn f(x) = later * x\nlater = 2\ny = f(1)") == [
        "names.below: `later` is used above its definition"
      ])
  }

  @Test(arguments: [
    ("[x * x for x in 1..4]", "[1, 4, 9, 16]"),
    ("[x for x in 1..6 if x mod 2 == 0]", "[2, 4, 6]"),
    ("[x * y for x in [1, 2] for y in [10, 20]]", "[10, 20, 20, 40]"),
    ("map([1, 2], fn(x) = 2 * x)", "[2, 4]"), ("fold([1, 2, 3], 0, fn(s, x) = s + x)", "6"),
    ("scan([1, 2, 3], $0, fn(s, x) = s + x * $2)", "[$2, $6, $12]"),
    ("fold(1..3, { n: 0, m: 1 }, fn(s, x) = { n: s.n + x, m: s.m * x }).m", "6"),
    ("sort([3 hours, 30 min, 2 hours])", "[30 min, 2 hours, 3 hours]"),
    ("fold([], 7, fn(s, x) = s + x)", "7"),
  ])
  func throughLists(expression: String, expected: String) {
    #expect(shown("show \(expression)") == [expected])
  }

  /// By hand: −100 + 60/1.1 + 60/1.21 = 4.132; 60x² + 60x = 100 gives x = 0.88443 and r = 13.07%;
  /// 1000·0.01 ÷ (1 − 1.01^−12) = 88.85; 100·1.08² = 116.64; $36k ÷ 4 years = $750 a month.
  @Test(arguments: [
    ("npv([-$100, $60, $60], 10%)", "$4.13"), ("irr([-$100, $60, $60])", "13.1%"),
    ("amortize($1000, 1%, 12)", "$88.8"), ("amortize($1200, 0%, 12)", "$100"),
    ("growth($100, 8%, 2) in $", "$117"), ("depreciate($40k, $4k, 4 years)", "$750 per month"),
  ])
  func moneyOverTime(expression: String, expected: String) {
    #expect(shown("show \(expression)") == [expected])
  }
}
