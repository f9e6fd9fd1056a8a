import CostEngine
import Testing

@testable import AICLanguage

/// The samples of some assumptions of a script.
private func samples(
  _ text: String, _ names: String..., files: [SourceFile] = [], seed: UInt64 = 1
) -> [[Double]] {
  let sampling = Sampling(samples: 16_384, seed: seed)
  let (program, diagnostics, _) = Checker.check(
    parsed(text), imports: Imports(ExampleFolder(files: files), firstFile: 1), sampling: sampling)
  #expect(diagnostics.filter { $0.severity == .error }.map(\.message) == [])
  guard let program else { return [] }
  let terms = names.compactMap { name in
    program.cells.first { $0.name == name }?.value.term?.id
  }
  return Evaluation(program.graph, sampling: sampling).columns(of: terms, sampling)
}

/// Spearman's correlation: that of the ranks.
private func rankCorrelation(_ a: [Double], _ b: [Double]) -> Double {
  func ranks(_ values: [Double]) -> [Double] {
    var ranks = values
    for (rank, index) in values.indices.sorted(by: { values[$0] < values[$1] }).enumerated() {
      ranks[index] = Double(rank) - Double(values.count - 1) / 2
    }
    return ranks
  }
  let (x, y) = (ranks(a), ranks(b))
  func product(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }
  return product(x, y) / (product(x, x) * product(y, y)).squareRoot()
}

/// The standard error of a rank correlation of 16,384 pairs is about (1 − ρ²) / 128: three of them at most are 0.024.
private let tolerance = 0.024

@Suite struct CorrelationTests {
  @Test(arguments: [-100, -90, -40, 0, 30, 60, 95, 100])
  func ranksAreCorrelatedAsAsked(percent: Int) throws {
    let shapes = [
      ("$2 to $3 per hour", "uniform(0 to 1)"), ("10% to 40%", "normal(-5 to 5)"),
      ("triangular(1, 2, 6)", "beta(2, 5)"), ("pert(1, 2, 6)", "empirical(values: [1, 3, 9, 27])"),
      ("truncate(1 to 9, low: 2)", "lognormal(mean: 10, sd: 3)"),
    ]
    for (first, second) in shapes {
      let found = samples(
        "assume a = \(first)\nassume b = \(second)\ncorrelate a, b at \(percent)%", "a", "b")
      try #require(found.count == 2)
      let expected = Double(percent) / 100
      let miss = abs(rankCorrelation(found[0], found[1]) - expected)
      #expect(miss < max(1e-6, 3 * (1 - expected * expected) / 128), "\(first), \(second)")
    }
  }

  /// What is correlated keeps its own distribution; the first keeps its draws, and so do all others.
  @Test func nothingElseChanges() throws {
    let text = "assume a = 1 to 4\nassume b = uniform(0 to 1)\nassume c = 2 to 3\n"
    let alone = samples(text, "a", "b", "c")
    let tied = samples(text + "correlate a, b at 70%", "a", "b", "c")
    try #require(alone.count == 3 && tied.count == 3)
    #expect(alone[0] == tied[0] && alone[2] == tied[2] && alone[1] != tied[1])
    let sorted = tied[1].sorted()
    for share in [0.05, 0.25, 0.5, 0.75, 0.95] {
      #expect(abs(sorted[Int(share * Double(sorted.count))] - share) < 0.01)
    }
    #expect(abs(rankCorrelation(tied[1], tied[2])) < tolerance)
    // Where the statement stands changes nothing.
    #expect(samples("correlate a, b at 70%\n" + text, "a", "b", "c") == tied)
  }

  @Test func groups() throws {
    let text = """
      correlate a, b at 60%
      assume c = 1 to 2
      assume b = 1 to 2
      assume a = 1 to 2
      assume d = 1 to 2
      assume e = 1 to 2
      correlate c, b at -30%
      correlate d, e at 80%
      """
    let found = samples(text, "a", "b", "c", "d", "e")
    try #require(found.count == 5)
    let expected: [[Double]] = [
      [1, 0.6, 0, 0, 0], [0.6, 1, -0.3, 0, 0], [0, -0.3, 1, 0, 0], [0, 0, 0, 1, 0.8],
      [0, 0, 0, 0.8, 1],
    ]
    for i in 0..<5 {
      for j in 0..<i {
        #expect(abs(rankCorrelation(found[i], found[j]) - expected[i][j]) < tolerance, "\(i), \(j)")
      }
    }
    let each = samples(
      "assume a = 1 to 2\nassume b = 1 to 2\nassume c = 1 to 2\ncorrelate a, b, c at 40%", "a", "b",
      "c")
    try #require(each.count == 3)
    for (i, j) in [(0, 1), (0, 2), (1, 2)] {
      #expect(abs(rankCorrelation(each[i], each[j]) - 0.4) < tolerance)
    }
  }

  /// Of uniform quantities on 0 to 1, the rank correlation is 12 E(ab) − 3.
  private let uniform = """
    assume r = 60%
    assume a = uniform(0 to 1)
    assume b = uniform(0 to 1)
    correlate a, b at r
    rho = 12 * mean(a * b) - 3

    """

  @Test func itHoldsInScenariosAndSweeps() throws {
    let text =
      uniform + """
        scenario wide { b = uniform(0 to 2) }
        scenario fixed { a = 0.5 }
        scenario loose { r = 0% }
        compare base, wide, fixed, loose on rho, mean(b), sd(a - b)
        sweep r from -80% to 80% in 3 steps show rho
        """
    let outputs = run(text)
    #expect(outputs.diagnostics.filter { $0.severity == .error }.map(\.message) == [])
    guard case .comparison(let table)? = outputs.outputs.first,
      case .sweep(let sweep)? = outputs.outputs.last
    else {
      Issue.record("no tables")
      return
    }
    func row(_ number: Int) -> [Double] {
      table.rows[number].values.compactMap { $0.figure?.value }
    }
    // Twice b makes 12 E(2ab) − 3 = 2ρ + 3; of ½, 12 E(b/2) − 3 = 0.
    for (value, expected) in zip(row(0), [0.6, 4.2, 0, 0]) {
      #expect(abs(value - expected) < 2 * tolerance)
    }
    // With a certain, b keeps the draws that it had.
    #expect(row(1)[2] == row(1)[0] && abs(row(1)[1] - 2 * row(1)[0]) < 1e-9)
    // Var(a − b) = (1 − ρ) / 6.
    #expect(abs(row(2)[0] * row(2)[0] - 0.4 / 6) < 2e-3)
    #expect(abs(row(2)[3] * row(2)[3] - 1.0 / 6) < 2e-3)
    for (point, expected) in [-0.8, 0, 0.8].enumerated() {
      #expect(abs((sweep.number(0, point) ?? 0) - expected) < tolerance)
    }
  }

  @Test func itHoldsForWhatIsReplacedFromOutside() {
    let ranges = figures(
      uniform + "show rho, mean(a)", settings: [("a", "uniform(0 to 1)"), ("r", "-50%")])
    #expect(abs(ranges[0].value + 0.5) < tolerance)
    let certain = figures(uniform + "show mean(b)", settings: [("a", "0.3")])
    #expect(abs(certain[0].value - 0.5) < 0.01)
    let told = diagnosed(
      uniform + "show rho", settings: [("b", "uniform(0 to 1) * uniform(0 to 1)")])
    #expect(told.first?.hasPrefix("correlations.draw: `b` cannot be correlated") == true)
  }

  @Test func itHoldsInModules() throws {
    let file = SourceFile(name: "base.aic", text: uniform)
    let found = samples(
      "import \"base.aic\"\nassume a = uniform(0 to 1)", "base.a", "base.b", "a", files: [file])
    try #require(found.count == 3)
    #expect(abs(rankCorrelation(found[0], found[1]) - 0.6) < tolerance)
    #expect(abs(rankCorrelation(found[0], found[2])) < tolerance)
    let replaced = samples(
      "import \"base.aic\" with { b = uniform(3 to 9), r = -30% }", "base.a", "base.b",
      files: [file])
    try #require(replaced.count == 2)
    #expect(abs(rankCorrelation(replaced[0], replaced[1]) + 0.3) < tolerance)
  }

  private static let two = "assume a = 1 to 2\nassume b = 1 to 2\nassume c = 1 to 2\nd = a * b\n"

  @Test(arguments: [
    ("correlate a, b at 120%", "correlations.strength"),
    ("correlate a, b at -150%", "correlations.strength"),
    ("correlate a, b at 60", "correlations.strength"),
    ("correlate a, b at 10% to 20%", "correlations.strength"),
    ("correlate a, b at $3", "types.expected"),
    ("correlate a, a at 60%", "correlations.itself"),
    ("correlate a, b at 60%\ncorrelate b, a at 60%", "correlations.twice"),
    ("correlate a, x at 60%", "correlations.target"),
    ("correlate a, d at 60%", "correlations.target"),
    ("correlate a, b.c at 60%", "correlations.target"),
    ("assume e = 3\ncorrelate a, e at 60%", "correlations.draw"),
    ("assume e = a\ncorrelate a, e at 60%", "correlations.draw"),
    ("assume e = 9 - (1 to 2)\ncorrelate a, e at 60%", "correlations.draw"),
    ("assume e = mixture(of: [1 to 2, 3])\ncorrelate a, e at 60%", "correlations.draw"),
    ("assume e = true\ncorrelate a, e at 60%", "correlations.draw"),
    ("correlate a, b at s\ns = 60%", "names.below"),
    ("correlate a, b at unknown", "names.unknown"),
    ("correlate a, b, c at -80%", "correlations.impossible"),
  ])
  func mistakesAreTold(text: String, id: String) {
    let told = run(Self.two + text + "\nshow d * c").diagnostics.filter { $0.severity == .error }
    #expect(told.map(\.id) == [id], "\(text): \(told.map(\.message))")
  }

  /// The pair is named that was stated last, and what is possible for it holds.
  @Test func theImpossiblePairIsNamed() {
    let text = Self.two + "show d * c\ncorrelate a, b at 80%\ncorrelate b, c at 80%\n"
    #expect(
      diagnosed(text) == [
        "correlations.impossible: `b` and `c` cannot be correlated at 80% beside the other "
          + "correlations = −56% to 56% is possible; pairs that no statement names count as 0%"
      ])
    #expect(
      diagnosed(text + "correlate a, c at -90%") == [
        "correlations.impossible: `a` and `c` cannot be correlated at -90% beside the other "
          + "correlations = 32% to 100% is possible; pairs that no statement names count as 0%"
      ])
    for possible in ["32%", "100%", "60%"] {
      #expect(diagnosed(text + "correlate a, c at \(possible)") == [])
    }
    #expect(diagnosed(text + "correlate a, c at 31%").count == 1)
  }

  @Test func whatIsCorrelatedStillNeedsAUse() {
    let told = diagnosed("assume a = 1 to 2\nassume b = 1 to 2\ncorrelate a, b at 1%\nshow a")
    #expect(told == ["warning lints.unused: nothing follows from the assumption `b`"])
  }

  /// However many statements stand there, each is looked at once.
  @Test(.timeLimit(.minutes(1)))
  func manyStatementsEnd() {
    let names = (0..<90).map { "x_\($0)" }
    let text =
      names.map { "assume \($0) = 1 to 2\n" }.joined()
      + "correlate \(names.joined(separator: ", ")) at 20%\nshow sum([\(names.joined(separator: ", "))])"
    #expect(diagnosed(text) == [])
    let repeated = text + String(repeating: "\ncorrelate x_1, x_2 at 20%", count: 2_000)
    #expect(run(repeated).diagnostics.count == 100)
  }
}
