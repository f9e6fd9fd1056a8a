import AICLanguage
import Testing

private func shown(_ text: String) -> [String] {
  let result = run(text)
  #expect(result.diagnostics.isEmpty, "\(result.diagnostics.map(\.message))")
  return result.outputs.compactMap {
    if case .figure(let named) = $0 { named.value.text } else { nil }
  }
}

private func told(_ text: String) -> [String] {
  run(text).diagnostics.map { "\($0.id): \($0.message)" }
}

private func plan(_ lines: String, months: Int = 12) -> String {
  "plan p from 2026-01 for \(months) months {\n  \(lines)\n}\n"
}

@Suite struct PlanTests {
  /// Worked out by a loop in Python: Σ 8000 × 1.05^(m−3) from April, 120k in February, −40k from May to November,
  /// discounted by 1.08^(m/12).
  @Test func linesAddUpOverTime() {
    let text = plan(
      """
      training: once $120k at 2026-02
        serving: monthly $8k from 2026-04 growing 5%/month
        savings: monthly -$40k/month from 2026-05 until 2026-11
        discount: 8%/year
      """)
    let result = figures(text + "show p.serving, p.total, p.npv, p.break_even in months")
    let expected = [88212.51455656253, -71787.48544343747, -64320.7206689468, 9 * 2_628_000.0]
    for (figure, expected) in zip(result, expected) {
      #expect(abs(figure.value / expected - 1) < 1e-12, "\(figure.value)")
    }
    #expect(result.count == 4)
    #expect(
      shown(text + "show p.cumulative[7], p.monthly[1], p.start, p.end, count(p.monthly)")
        == ["$4,205", "$120k", "2026-01", "2026-12", "12"])
  }

  /// 1000 × 1.1^(m/12) in month m: a yearly rate compounds within the year too.
  @Test func aYearlyRateCompoundsByTheMonth() {
    let text = plan("a: monthly $1k growing 10%/year", months: 24)
    let result = figures(text + "show p.monthly[12], p.monthly[18]")
    #expect(abs(result[0].value / 1100 - 1) < 1e-12)
    #expect(abs(result[1].value / 1153.6897329871667 - 1) < 1e-12)
  }

  /// Quantiles of 2,000,000 samples in numpy: costs so far in December −$6,722, −$406 and $6,869 (p5, p50, p95), even after
  /// 7, 12 and more than 12 months, never in 46.1% of the samples.
  @Test func anUncertainPlanFansOut() throws {
    let text = plan(
      """
      licences: monthly -100 * normal($18 to $22) growing 5%/month
        servers: monthly $2k to $3k
        setup: once $2k at 2026-01
      """)
    let result = run(text + "show p")
    guard case .plan(let table)? = result.outputs.first else {
      Issue.record("\(result.diagnostics.map(\.message))")
      return
    }
    let spread = try #require(table.cumulative.last?.spread)
    #expect(abs(spread.p5 + 6722) < 60 && abs(spread.p50 + 406) < 60 && abs(spread.p95 - 6869) < 60)
    #expect(table.breakEven.month?.description == "2026-12")
    #expect(table.breakEven.interval?.first?.description == "2026-07")
    #expect(table.breakEven.interval != nil && table.breakEven.interval?.last == nil)
    #expect(abs(table.breakEven.chanceOfNone - 0.461) < 0.005)
  }

  @Test func aPlanIsComputedAnewInScenarios() {
    let text = "assume a = $1k\n" + plan("x: monthly a") + "scenario s { a = $2k }\n"
    let result = run(text + "compare base, s on p.total")
    guard case .comparison(let table)? = result.outputs.first else {
      Issue.record("\(result.diagnostics.map(\.message))")
      return
    }
    #expect(table.rows.map { $0.values.map(\.text) } == [["$12k", "$24k"]])
  }

  @Test func mistakesAreTold() {
    #expect(
      told(plan("a: once $5 at 2029")) == ["plans.outside: 2029 is outside of the plan"])
    #expect(
      told(plan("a: monthly $5 at 2026-03")) == ["plans.clause: `at` is for `once` lines"])
    #expect(
      told(plan("a: once $5 growing 5%/month"))
        == ["plans.clause: `growing` is for `monthly` lines"])
    #expect(
      told("plan p from 2026 for 12 days { a: once $5 }") == [
        "plans.length: a plan is between 1 and 1200 whole months long, known before the run"
      ])
    #expect(
      told(plan("a: monthly $5 growing 8%")) == [
        "dates.period: a rate of change says how often: per month or per year"
      ])
    #expect(
      told(plan("a: monthly $5, a: monthly $6")) == ["plans.twice: `a` stands twice in this plan"])
    #expect(
      told(plan("a: monthly $5, b: monthly 5 hours"))
        == ["plans.unlike: the lines of a plan are of one dimension"])
    #expect(
      told(plan("a: monthly $5 from 2026-05 until 2026-03"))
        == ["plans.backwards: this line ends before it begins"])
    #expect(told(plan("")) == ["plans.empty: a plan needs a line"])
    #expect(told(plan("a: monthly $5, d: 3")) == ["fields.unknown: a plan has no field `d`"])
    #expect(
      told(plan("a: monthly $5") + "x = p.npv")
        == ["plans.discount: this plan has no discount rate"])
    #expect(
      told(plan("a: monthly $5") + "x = p.break_even") == [
        "plans.never: what `p` spends does not come back within its 12 months"
      ])
  }
}

@Suite struct TrendTests {
  @Test func aTrendChangesByAShareAYear() {
    // 4.6M × 0.3², × 0.3^½.
    let text = "t = trend(from: $4.6M, at: 2020, falling: 70%/year)\n"
    let result = figures(text + "show t at 2022, t at 2020-07, t.yearly")
    #expect(abs(result[0].value / 414_000 - 1) < 1e-12)
    #expect(abs(result[1].value / 2_519_523.764 - 1) < 1e-9)
    #expect(abs(result[2].value + 0.7) < 1e-12)
    #expect(shown(text + "show t") == ["$4.6M in 2020, −70% a year"])
  }

  /// numpy.polyfit of the logarithms: slope −1.130447, value at 2020 4.5034e6.
  @Test func aFitIsTheLineThroughLogarithms() {
    let result = figures(
      "f = fit([2020: $4.6M, 2022: $450k, 2024: $50k])\nshow f at 2020, f at 2023, f.yearly")
    let expected = [4503401.798608152, 151600.21821613316, -0.677111153756378]
    for (figure, expected) in zip(result, expected) {
      #expect(abs(figure.value / expected - 1) < 1e-9)
    }
  }

  @Test func datesAreCountedWith() {
    #expect(
      shown(
        "d = date(2026, 1)\nshow date(2026, 3) - d, d + 3 months, d + 45 days, d < date(2027),"
          + " date(2028, 2, 29) - 1 year, date(2026, 3, 15) - 20 days")
        == ["59 days", "2026-04", "2026-02-15", "true", "2027-02-28", "2026-02-23"])
  }

  @Test func mistakesAreTold() {
    #expect(
      told("t = trend(from: $3, falling: 3%/year)")
        == ["trends.form: `trend` takes a figure, its date and how it changes"])
    #expect(
      told("t = fit([2020: $3])") == ["trends.dates: a fit needs figures at two dates or more"])
    #expect(
      told("t = fit([$3, $4])") == ["trends.dated: a fit needs dated figures of one dimension"])
    #expect(
      told("t = fit([2020: $3, 2021: -$4])").first
        == "trends.positive: a trend runs through figures above zero, not −$4")
    #expect(told("x = 3\ny = x at 2020").first?.hasPrefix("types.") == true)
  }
}
