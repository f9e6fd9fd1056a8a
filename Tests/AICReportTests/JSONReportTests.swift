import AICLanguage
import Testing

@testable import AICReport

@Suite struct JSONReportTests {
  private func json(_ text: String) -> String { JSONReport(run(text), file: "t.aic").text }

  /// The members of a report, by this order and these names: other programs rest on them.
  @Test func aWholeReport() {
    let text = """
      assume price = $2.50/hour
      day = price * 24 hours
      print "a day: {day}"
      show day as "Costs"
      show price in $/month, 40%, 1 < 2
      assert day < $50 "too dear"
      assert day < $70

      """
    #expect(
      json(text) == #"""
        {"aic": 1, "file": "t.aic", "seed": 1, "samples": 16384, "sampler": "digital", "results": [{"name": "day", "value": 60, "unit": "USD", "dimension": "Money", "text": "$60"}, {"name": "price in $/month", "value": 1825, "unit": "$/month", "dimension": "Money per Time", "text": "$1,825/month"}, {"name": "40%", "value": 0.4, "unit": "", "dimension": "Number", "text": "40%"}, {"name": "1 < 2", "value": true, "text": "true"}], "tables": [], "printed": ["a day: $60"], "assertions": [{"text": "day < $50", "holds": false, "message": "too dear", "line": 6, "values": [{"name": "day", "value": 60, "unit": "USD", "dimension": "Money", "text": "$60"}, {"name": "day < $50", "value": false, "text": "false"}]}, {"text": "day < $70", "holds": true, "line": 7, "values": [{"name": "day", "value": 60, "unit": "USD", "dimension": "Money", "text": "$60"}, {"name": "day < $70", "value": true, "text": "true"}]}], "diagnostics": []}

        """#)
  }

  @Test func nothingAtAll() {
    #expect(
      json("") == #"""
        {"aic": 1, "file": "t.aic", "seed": 1, "samples": 16384, "sampler": "digital", "results": [], "tables": [], "printed": [], "assertions": [], "diagnostics": []}

        """#)
  }

  @Test func diagnosticsHaveTheirPlace() {
    #expect(
      json("a = 1\n日 = $3 + 2 hours\nb = nothing") == #"""
        {"aic": 1, "file": "t.aic", "seed": 1, "samples": 16384, "sampler": "digital", "results": [], "tables": [], "printed": [], "assertions": [], "diagnostics": [{"severity": "error", "code": "units.mismatch", "message": "cannot add Money and Time", "file": "t.aic", "line": 2, "column": 10, "help": "to price the time, multiply by a rate, such as `2 hours * $120k/year`"}, {"severity": "error", "code": "names.unknown", "message": "unknown name `nothing`", "file": "t.aic", "line": 3, "column": 5}]}

        """#)
  }

  @Test func aDiagnosticOfAReplacementNamesIt() {
    let report = JSONReport(run("a = 1", settings: [("a", "\n $3")]), file: "t.aic").text
    #expect(report.contains(#""file": "--set a", "line": 2, "column": 2"#))
  }

  /// A price halved for every request costs half, and nothing else changes.
  @Test func techniquesOfACard() {
    let report = json(
      """
      bought = deploy m on api { input: $1 per 1M tokens, output: $1 per 1M tokens } \
      with batch_discount 50% serving 3 requests/s { prompt: 9 tokens, response: 9 tokens }
      bought

      """)
    #expect(
      report.contains(
        #""techniques": [{"thing": "bought", "technique": "batch_discount 50%", "changes": [{"figure": "cost", "share": -0.5}, {"figure": "cost_per_request", "share": -0.5}], "quality": "none, but answers come within hours instead of seconds", "source": "OpenAI, API documentation: Batch API, 24-hour turnaround"}]"#
      ))
  }

  @Test func listsAndRecords() {
    #expect(
      json("show [1, [$2, true], \"x\\\"y\"], { a: 1, b: { c: 2 hours } }, date(2026, 3)").contains(
        #""results": [{"name": "[1, [$2, true], \"x\\\"y\"]", "value": [1, [2, true], "x\"y"], "text": "[1, [$2, true], x\"y]"}, {"name": "{ a: 1, b: { c: 2 hours } }", "value": {"a": 1, "b": {"c": 7200}}, "text": "{ a: 1, b: { c: 2 hours } }"}, {"name": "date(2026, 3)", "value": "2026-03", "text": "2026-03"}]"#
      ))
  }

  /// As a figure of a card and by itself, yes is `true`.
  @Test func yesOrNoIsTrueOrFalse() {
    let script = """
      hardware box { memory: 80 GB, bandwidth: 3 TB/s, peak: { bf16: 1 PFLOP/s } }
      model m = transformer { layers: 2, hidden: 64, heads: 4, ffn: 256, vocab: 1000 }
      s = deploy m on 1 box { prompt: 9 tokens, response: 9 tokens, target: { ttft: 1 ns } }
      show s
      show s.fits

      """
    let report = json(script)
    #expect(report.contains(#"{"name": "s.meets", "value": false, "text": "false"}"#))
    let fits = #"{"name": "s.fits", "value": true, "text": "true"}"#
    #expect(report.ranges(of: fits).count == 2)
  }

  /// Without `in`, base units; with it, the unit asked for.
  @Test(arguments: [
    ("80 GB", #""value": 80000000000, "unit": "byte", "dimension": "Data""#),
    ("80 GB in GB", #""value": 80, "unit": "GB", "dimension": "Data""#),
    ("$36/hour", #""value": 0.01, "unit": "USD/s", "dimension": "Money per Time""#),
    ("-2 hours", #""value": -7200, "unit": "s", "dimension": "Time""#),
    ("0 * -1", #""value": 0, "unit": "", "dimension": "Number""#),
    ("1e300 * 2", #""value": 2e+300, "unit": "", "dimension": "Number""#),
  ])
  func units(expression: String, members: String) {
    #expect(json("show \(expression)").contains(members))
  }

  @Test func aRateTurnsTheValueIntoItsCurrency() {
    #expect(
      json("rate EUR = $1.25 as of 2026-10-01\nshow $10 in EUR").contains(
        #""value": 8, "unit": "EUR", "dimension": "Money", "text": "€8""#))
  }

  @Test func aCardGivesEachOfItsFigures() {
    let report = json(
      """
      model m = transformer { params: 8B }
      rented = deploy m on api { input: $1 per 1M tokens, output: $3 per 1M tokens }
               serving 2 requests/s { prompt: 1000 tokens, response: 500 tokens }
      show rented
      """)
    // 1000 × $1e-6 + 500 × $3e-6 for a request, twice a second.
    #expect(
      report.contains(
        #"{"name": "rented.cost", "value": 0.005, "unit": "USD/s", "dimension": "Money per Time", "text": "$13.1k per month"}"#
      ))
    for name in ["cost.input", "cost.output", "cost_per_request", "cost_per_token"] {
      #expect(report.contains(#"{"name": "rented.\#(name)", "value": "#))
    }
  }
}
