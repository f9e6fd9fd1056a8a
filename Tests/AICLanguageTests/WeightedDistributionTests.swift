import Testing

@testable import AICLanguage

private func spread(_ expression: String, after text: String = "") -> Spread? {
  figures("\(text)\nx = \(expression)\nshow x").last?.spread
}

/// Distributions of lists, and cut ones.
@Suite struct WeightedDistributionTests {
  struct Expected {
    let expression: String
    let mean: Double
    let deviation: Double
    let p5: Double
    let p95: Double
  }

  /// By SciPy 1.17: `ppf` of the shape between its `cdf` at the bounds, moments by `integrate.quad` of that; those of
  /// measured values by `numpy.quantile`, whose default is type 7; those of mixtures from the parts' moments.
  static let shapes = [
    Expected(
      expression: "discrete(values: [5, 1, 2], weights: [20%, 50%, 30%])", mean: 2.1,
      deviation: 1.5132745950421556, p5: 1, p95: 5),
    Expected(
      expression: "discrete([5, 1, 2], [2, 5, 3])", mean: 2.1, deviation: 1.5132745950421556,
      p5: 1, p95: 5),
    Expected(
      expression: "mixture(of: [1 to 2, 5 to 9], weights: [70%, 30%])", mean: 3.0570121250867883,
      deviation: 2.564126616494321, p5: 1.0385715081956775, p95: 7.973988207904134),
    Expected(
      expression: "empirical(values: [12, 15, 19, 40, 22, 7])", mean: 18.3,
      deviation: 7.748763342191671, p5: 8.25, p95: 35.5),
    Expected(
      expression: "truncate(empirical(values: [12, 15, 19, 40, 22, 7]), low: 10, high: 30)",
      mean: 17.41618497109834, deviation: 4.549472019639441, p5: 10.961115436111111,
      p95: 26.539984429999997),
    Expected(
      expression: "truncate(2 to 9, low: 3, high: 5)", mean: 3.9489861334853567,
      deviation: 0.5656311812365237, p5: 3.094432129473387, p95: 4.875606244079532),
    Expected(
      expression: "truncate(normal(mean: 0, sd: 1), low: 0)", mean: 0.7978845607940545,
      deviation: 0.6028102750106474, p5: 0.06270677794321385, p95: 1.959963984540054),
    Expected(
      expression: "truncate(10 ± 2, high: 14, low: 9)", mean: 10.891487556545039,
      deviation: 1.2273448352225311, p5: 9.185832043612516, p95: 13.175247036679657),
    Expected(
      expression: "truncate(beta(2, 5), low: 0.5)", mean: 0.5918367346922719,
      deviation: 0.074810603577089, p5: 0.5059385697733143, p95: 0.7411476823685745),
    Expected(
      expression: "truncate(triangular(1, 2, 6), low: 2, high: 4)", mean: 2.8888888888888884,
      deviation: 0.5665577237325313, p5: 2.075716625930283, p95: 3.8552389410472774),
    Expected(
      expression: "truncate(pert(1, 2, 6), low: 1.5, high: 4)", mean: 2.528424342843808,
      deviation: 0.6522940185701765, p5: 1.6046711275635115, p95: 3.7107400890816913),
    Expected(
      expression: "truncate(uniform(low: 2, high: 6), low: 1, high: 3)", mean: 2.5,
      deviation: 0.2886751345948139, p5: 2.05, p95: 2.95),
    // Cut twice is cut once.
    Expected(
      expression: "truncate(truncate(2 to 9, low: 3), high: 5)", mean: 3.9489861334853567,
      deviation: 0.5656311812365237, p5: 3.094432129473387, p95: 4.875606244079532),
  ]

  @Test(arguments: shapes.indices)
  func shapesHaveTheirMoments(number: Int) throws {
    let expected = Self.shapes[number]
    let found = try #require(spread(expected.expression))
    let deviation = expected.deviation
    #expect(abs(found.mean - expected.mean) < 0.005 * deviation, "\(found.mean)")
    #expect(abs(found.standardDeviation / deviation - 1) < 0.005)
    #expect(abs(found.p5 - expected.p5) < 0.01 * deviation, "\(found.p5)")
    #expect(abs(found.p95 - expected.p95) < 0.02 * deviation, "\(found.p95)")
  }

  @Test func valuesComeByTheirWeights() {
    let text = "x = discrete(values: [$5, $1, $2], weights: [2, 5, 0])\n"
    let shares = figures(text + "show chance(x == $5), chance(x == $1), chance(x == $2), p95(x)")
    #expect(abs(shares[0].value - 2.0 / 7) < 1e-3 && abs(shares[1].value - 5.0 / 7) < 1e-3)
    #expect(shares[2].value == 0 && shares[3].value == 5)
    // Both bounds of a cut belong to it.
    let cut = "x = truncate(discrete(values: [1, 2, 3], weights: [1, 1, 2]), low: 2, high: 3)\n"
    #expect(abs(figures(cut + "show chance(x == 2)")[0].value - 1.0 / 3) < 1e-3)
  }

  /// What is cut has the draws of the whole, and lies within its bounds in every sample.
  @Test func whatIsCutRisesWithTheWhole() {
    let text = "assume a = $2 to $3 per hour\nb = truncate(a, low: $2.20/hour, high: $2.60/hour)\n"
    let shown = figures(
      text + "show chance(b >= $2.20/hour), chance(b <= $2.60/hour), chance(b - a > $0/hour)")
    #expect(shown[0].value == 1 && shown[1].value == 1)
    // Below a share of its distribution the cut one is the greater: between 0 and 1.
    #expect(shown[2].value > 0.2 && shown[2].value < 0.8)
    let part = figures("x = normal(mean: 0, sd: 1)\ny = truncate(x, low: 0)\nshow mean(sqrt(y))")
    // E √|z| = 2^¼ Γ(¾) / √π.
    #expect(abs(part[0].value - 0.8221789586623883) < 1e-3)
  }

  @Test func thousandsOfMeasurements() throws {
    let found = try #require(spread("empirical(values: [i^2 for i in 1..20000])"))
    // The mean of squares of 1 to n between steps: close to n² / 3.
    #expect(abs(found.mean / (20_000 * 20_000 / 3) - 1) < 1e-3)
    #expect(abs(found.p95 / (19_000 * 19_000) - 1) < 1e-3)
  }

  /// Values of a sweep are walked through, each with the same draws.
  @Test func valuesCanBeSwept() {
    let text = """
      assume low = 1
      assume p = 50%
      x = discrete(values: [low, 3], weights: [p, 1 - p])
      y = truncate(uniform(0 to 10), low: low)
      sweep low in [1, 5] show mean(x), mean(y)
      sweep p in [0%, 100%] show mean(x)
      """
    let tables = run(text).outputs.compactMap { output -> [[Double]]? in
      guard case .sweep(let table) = output else { return nil }
      return (0..<table.count).map { point in
        table.columns.indices.map { table.number($0, point) ?? .nan }
      }
    }
    #expect(tables.count == 2)
    for (row, expected) in zip(tables.joined(), [[2, 5.5], [4, 7.5], [3], [1]]) {
      for (value, expected) in zip(row, expected) { #expect(abs(value - expected) < 0.01) }
    }
  }

  @Test(arguments: [
    ("discrete(values: [])", "ranges.few"), ("empirical(values: [3])", "ranges.few"),
    ("mixture(of: [])", "ranges.few"), ("discrete(values: 1..2000)", "ranges.many"),
    ("discrete(values: [1, $2])", "units.elements"), ("discrete(3)", "types.expected"),
    ("discrete(values: [1, 2], weights: [1])", "ranges.weights"),
    ("discrete(values: [1, 2], weights: [2, -1])", "ranges.weights"),
    ("mixture(of: [1 to 2, 3], weights: [0%, 0%])", "ranges.weights"),
    ("mixture(of: [1 to 2, 3], weights: [$1, $2])", "types.expected"),
    ("discrete(values: [1 to 2, 3])", "ranges.uncertain"),
    ("discrete(values: [1, 2], weights: [1, 1 to 2])", "ranges.uncertain"),
    ("empirical(values: [1, 2], weights: [1, 1])", "ranges.parameters"),
    ("empirical(values: [1, 1 / 0])", "values.not-finite"),
    ("truncate(1 to 2)", "ranges.parameters"), ("truncate(low: 3)", "ranges.parameters"),
    ("truncate(3, low: 1)", "ranges.shape"),
    ("truncate(mixture(of: [1, 2]), low: 1)", "ranges.shape"),
    ("truncate((1 to 2) + 3, low: 4)", "ranges.shape"),
    ("truncate(-1 * (1 to 2), low: -1.5)", "ranges.shape"),
    ("truncate(1 to 2, low: 2, high: 1)", "ranges.order"),
    ("truncate(uniform(1 to 2), low: 3)", "ranges.nothing"),
    ("truncate(1 to 2, low: $1)", "units.mismatch"),
    ("truncate(1 to 2, low: 1 to 2)", "ranges.uncertain"),
    ("truncate(\"a\", low: 1)", "types.expected"),
  ])
  func mistakesAreTold(expression: String, id: String) {
    let told = run("show \(expression)").diagnostics
    #expect(told.map(\.id) == [id], "\(expression)")
  }
}

@Suite struct UncertainCountTests {
  @Test func devicesAreWholeInEverySample() {
    let training = "\(things)u = train m on 20T tokens using "
    for count in ["(4 to 8)", "(normal(mean: 4, sd: 1))"] {
      #expect(
        diagnosed(training + "\(count) box at 40% mfu\nshow u.cost") == [
          "field.bounds: `devices` must be a whole number of at least 1, whatever the sample = "
            + "choose among whole numbers, such as `discrete(values: [4, 8])`, or `round` it"
        ])
    }
    for count in ["(discrete(values: [4, 8]))", "(round(4 to 8))"] {
      #expect(diagnosed(training + "\(count) box at 40% mfu\nshow u.cost") == [])
    }
  }
}
