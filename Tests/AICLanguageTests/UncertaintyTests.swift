import AICLanguage
import CostEngine
import Testing

/// The spread of the one figure that a script shows.
private func sampled(_ expression: String, after text: String = "", seed: UInt64 = 1) -> Spread? {
  let source = SourceFile(name: "t", text: "\(text)\nx = \(expression)\nshow x")
  let result = Script(source, sampling: Sampling(samples: 16_384, seed: seed)).run()
  #expect(result.diagnostics.isEmpty, "\(result.diagnostics.map(\.message))")
  guard case .figure(let named)? = result.outputs.last else { return nil }
  return named.value.figure?.spread
}

private func told(_ text: String) -> [String] {
  run(text).diagnostics.map { "\($0.id): \($0.message)" }
}

/// Distributions against their closed forms, from SciPy 1.17.
@Suite struct DistributionShapeTests {
  struct Expected {
    let expression: String
    let mean: Double
    let deviation: Double
    let p5: Double
    let p95: Double
  }

  static let shapes = [
    Expected(
      expression: "2 to 3", mean: 2.4681659424547493, deviation: 0.3053669583630933, p5: 2, p95: 3),
    Expected(expression: "normal(3 to 5)", mean: 4, deviation: 0.60795683, p5: 3, p95: 5),
    Expected(
      expression: "10 ± 2", mean: 10, deviation: 2, p5: 6.710292746097, p95: 13.289707253903),
    Expected(
      expression: "uniform(0 to 10)", mean: 5, deviation: 2.886751345948, p5: 0.5, p95: 9.5),
    Expected(
      expression: "triangular(low: 1, mode: 2, high: 6)", mean: 3, deviation: 1.0801234497346435,
      p5: 1.5, p95: 5),
    Expected(
      expression: "pert(1, 2, 6)", mean: 2.5, deviation: 0.8660254037844387,
      p5: 1.2948869380590862, p95: 4.106383620080951),
    Expected(
      expression: "beta(2, 5)", mean: 0.2857142857142857, deviation: 0.15971914124998499,
      p5: 0.06284989170835438, p95: 0.5818034092520259),
    Expected(
      expression: "lognormal(mean: 10, sd: 3)", mean: 10, deviation: 3, p5: 5.9099205641359225,
      p95: 15.523579085443867),
  ]

  /// Stratified draws come far nearer than chance would: by chance the mean of 16,384 misses by 0.8% of a deviation.
  @Test(arguments: shapes.indices)
  func shapesHaveTheirMoments(number: Int) throws {
    let expected = Self.shapes[number]
    for seed in 1...3 as ClosedRange<UInt64> {
      let spread = try #require(sampled(expected.expression, seed: seed))
      let deviation = expected.deviation
      #expect(abs(spread.mean - expected.mean) < 0.002 * deviation)
      #expect(abs(spread.standardDeviation / deviation - 1) < 0.005)
      #expect(abs(spread.p5 - expected.p5) < 0.01 * deviation)
      #expect(abs(spread.p95 - expected.p95) < 0.02 * deviation)
    }
  }

  /// The mean by numerical integration.
  @Test func percentagesStayBetweenTheirLimits() throws {
    let spread = try #require(sampled("10% to 30%"))
    #expect(abs(spread.mean - 0.18681892767375854) < 2e-4)
    #expect(abs(spread.p5 - 0.1) < 1e-3 && abs(spread.p95 - 0.3) < 2e-3)
    #expect(told("show min(1, 10% to 99.9%)") == [])
  }

  @Test func theUnitMayStandOnce() throws {
    for text in ["4k to 9k users", "4k users to 9k users"] {
      let spread = try #require(sampled(text))
      #expect(abs(spread.p5 - 4_000) < 10 && abs(spread.p95 - 9_000) < 25)
    }
    let hour = try #require(sampled("$2.00 to $3.20 per hour"))
    #expect(abs(hour.p95 * 3600 - 3.2) < 0.01)
    let normal = try #require(sampled("normal(-5 to 10 hours)"))
    #expect(abs(normal.p5 / 3600 + 5) < 0.05)
  }
}

@Suite struct UncertaintyTests {
  /// Samples of one assumption belong together: a sum of it and its opposite is nothing.
  @Test func samplesStayAligned() {
    let result = run("a = 2 to 3\nshow a - a, (a + 1) - a")
    let texts = result.outputs.compactMap { output in
      if case .figure(let named) = output { named.value.text } else { nil }
    }
    #expect(texts == ["0", "1"])
  }

  /// Draws go by the name of the assumption: others beside it, comments and order change nothing.
  @Test func drawsGoByTheName() throws {
    let alone = try #require(sampled("a * 2", after: "assume a = 2 to 3"))
    let beside = try #require(
      sampled(
        "a * 2",
        after: "# note\nb = 5 to 9\nc = b ± 1\nassume a = 2 to 3"))
    #expect(alone.mean == beside.mean && alone.p95 == beside.p95)
    let other = try #require(sampled("b * 2", after: "assume b = 2 to 3"))
    #expect(alone.mean != other.mean)
  }

  /// The variance of a product of independent log-normals is that of the sum of their logarithms.
  @Test func independentAssumptionsMultiply() throws {
    let spread = try #require(
      sampled("a * b", after: "assume a = 1 to 4\nassume b = 2 to 32"))
    // ln a: mean ln 2, sd ln(4)/2z; ln b: mean ln 8, sd ln(16)/2z.
    let z = 1.6448536269514722
    let deviation =
      (0.6931471805599453 * 0.6931471805599453 + 1.3862943611198906 * 1.3862943611198906)
      .squareRoot() / z
    #expect(abs(spread.p50 / 16 - 1) < 0.02)
    #expect(abs(spread.p95 / spread.p50 / Self.exp(z * deviation) - 1) < 0.03)
  }

  private static func exp(_ x: Double) -> Double {
    (1...40).reversed().reduce(1) { 1 + $0 * x / Double($1) }
  }

  @Test func statisticsAreFigures() {
    let text = "a = normal(3 to 5)\n"
    let result = figures(
      text + "show mean(a), median(a), p5(a), p95(a), sd(a), quantile(a, 50%), chance(a < 4)")
    let expected = [4, 4, 3, 5, 0.60795683, 4, 0.5]
    for (figure, expected) in zip(result, expected) {
      #expect(abs(figure.value - expected) < 0.01, "\(figure.value)")
      #expect(figure.spread == nil)
    }
    #expect(
      figures(text + "b = if a < 4 then 1 else 0\nshow mean(b), p95(a) - p5(a) + 0 * mean(a)").map {
        ($0.value * 100).rounded() / 100
      } == [0.5, 2])
  }

  @Test func conditionsNeedAConfidence() {
    let text = "a = normal(3 to 5)\n"
    #expect(told(text + "assert a < 6") == ["ranges.confidence: whether this holds is uncertain"])
    #expect(told(text + "show a < 6") == ["ranges.confidence: whether this holds is uncertain"])
    let result = run(text + "assert a < 5 with 90% confidence\nassert a < 5 with 99% confidence")
    #expect(result.assertions.map(\.holds) == [true, false])
    #expect(result.assertions.allSatisfy { abs(($0.chance ?? 0) - 0.95) < 0.002 })
  }

  /// A scenario's figures differ by the scenario, and not by the dice.
  @Test func scenariosShareTheirDraws() {
    let text =
      "assume a = 2 to 3\nassume b = 10\nc = a * b\nscenario s { b = 11 }\ncompare base, s on c"
    guard case .comparison(let table)? = run(text).outputs.first,
      let difference = table.rows.first?.differences.last ?? nil,
      let base = table.rows[0].values[0].figure, let other = table.rows[0].values[1].figure
    else {
      Issue.record("no table")
      return
    }
    #expect(abs(other.value / base.value - 1.1) < 1e-12)
    #expect(difference.chanceOfLower == 0 && difference.p5 > 0.07 && difference.p95 < 0.13)
  }

  @Test func sweepsAndOptimaTakeTheMean() {
    let text = "assume a = normal(3 to 5)\nassume n = 1\nf = (n - a)^2\n"
    guard case .sweep(let table)? = run(text + "sweep n in [1, 4] show f").outputs.first else {
      Issue.record("no table")
      return
    }
    // The mean of (n − a)² is (n − 4)² and the variance.
    let variance = 0.60795683 * 0.60795683
    #expect(abs((table.number(0, 0) ?? 0) - 9 - variance) < 0.01)
    #expect(abs((table.number(0, 1) ?? 0) - variance) < 0.01)
    let best = figures(text + "b = minimize f over n in 1..8\nshow b.n")
    #expect(best.map(\.value) == [4])
  }

  @Test func mistakesAreTold() {
    #expect(
      told("show 5 to 3") == ["ranges.order: a range runs from its smaller end to its larger one"])
    #expect(told("show -1 to 3") == ["ranges.zero: a range that touches zero needs a shape"])
    #expect(told("show 0 to 3") == ["ranges.zero: a range that touches zero needs a shape"])
    #expect(
      told("a = 1 to 2\nshow a to 3")
        == ["ranges.uncertain: the parameters of a distribution are certain"])
    #expect(
      told("show 3 ± (0 - 1)") == ["ranges.deviation: a standard deviation cannot be negative"])
    #expect(
      told("show beta(-1, 2)")
        == [
          "ranges.positive: the parameters of a beta distribution are above zero, and at most 10,000"
        ])
    #expect(told("show beta(1000000000, 2)").first?.hasPrefix("ranges.positive") == true)
    #expect(
      told("x = 1\nsweep x in [1 to 2, 3] show x") == [
        "axes.uncertain: the values of an axis are certain"
      ])
    #expect(
      told("a = normal(mean: 0, sd: 1)\nshow sqrt(a)")
        == ["values.not-finite: square root of a negative number in 50% of the samples"])
    #expect(told("show normal(3)") == ["ranges.parameters: `normal` takes mean, sd"])
    #expect(told("show triangular(3, 2, 4)").first?.hasPrefix("ranges.order") == true)
    #expect(told("show quantile(1 to 2, 3)").first?.hasPrefix("ranges.share") == true)
    #expect(told("n = 1 to 3\nx = [1, 2, 3][n]").first?.hasPrefix("types.whole") == true)
    #expect(told("show $1 to 3 hours").first?.hasPrefix("units.mismatch") == true)
  }

  @Test func theSameSeedGivesTheSameBits() throws {
    let text = "assume a = 2 to 3\nassume b = beta(2, 3)"
    let (one, same, other) = (
      try #require(sampled("a * b", after: text)), try #require(sampled("a * b", after: text)),
      try #require(sampled("a * b", after: text, seed: 2))
    )
    #expect(one.mean == same.mean && one.p5 == same.p5 && one.p95 == same.p95)
    #expect(one.mean != other.mean)
    // Far nearer to one another than chance would leave them: that is one part in 150.
    #expect(abs(one.mean / other.mean - 1) < 0.002)
  }

  /// Half of what is uniform from 0.8 to 1.2 is below 1, and 0.8 is the least.
  @Test func boundsAreToldOfTheWorstSample() {
    let text = things + "x = t with { experiments: uniform(0.8 to 1.2) }\nshow x.cost"
    #expect(
      diagnosed(text) == [
        "field.bounds: `experiments` must be at least 1, not 0.800"
          + " (in 50% of the samples, of which this is the worst)"
      ])
    let never =
      things + "x = t with { experiments: discrete(values: [0.5, 0.8, 0.9]) }\nshow x.cost"
    #expect(
      diagnosed(never) == [
        "field.bounds: `experiments` must be at least 1, not 0.50"
          + " (in all samples, of which this is the worst)"
      ])
  }
}
