import AICLanguage
import Testing

@testable import AICReport

@Suite struct ComparisonLayoutTests {
  /// So many scenarios, each a dollar dearer than the one before.
  private func text(_ count: Int) -> String {
    let names = (1...count).map { "scenario_\($0)" }
    let script =
      "price = $2/hour\nthing = { cost: price * 730 hours, bill: price * 1 year, users: 12 users }\n"
      + names.enumerated().map { "scenario \($1) { price = $\($0 + 3)/hour }\n" }.joined()
      + "compare base, \(names.joined(separator: ", ")) on thing.cost, thing.bill, thing.users\n"
    let result = run(script)
    #expect(result.diagnostics == [])
    return TextReport(result, palette: Palette(isColored: false)).text
  }

  @Test func fewScenariosAreColumns() {
    let lines = text(1).split(separator: "\n")
    #expect(lines.count == 4)
    #expect(lines.dropFirst().first == "thing.cost      $1,460       $2,190  +50%")
  }

  /// Five scenarios do not fit beside one another: they are rows, under the thing and the unit of each figure.
  @Test func manyScenariosAreRows() {
    #expect(
      text(5) == """
        thing                 cost            bill      users
                                                        users
        base         $1,460          $17.5k          12
        scenario_1   $2,190   +50%   $26.3k   +50%   12  same
        scenario_2   $2,920  +100%   $35.0k  +100%   12  same
        scenario_3   $3,650  +150%   $43.8k  +150%   12  same
        scenario_4   $4,380  +200%   $52.6k  +200%   12  same
        scenario_5   $5,110  +250%   $61.3k  +250%   12  same

        """)
  }

  /// Figures that do not fit beside one another stand below.
  @Test func noLineIsWiderThanATerminal() {
    let names = (1...6).map { "a_rather_long_figure_\($0)" }
    let script =
      names.map { "\($0) = $2k\n" }.joined() + "scenario other { \(names[0]) = $3k }\n"
      + "compare base, other on \(names.joined(separator: ", "))\n"
      + "compare base, other, other, other, other on \(names.joined(separator: ", "))\n"
    let text = TextReport(run(script), palette: Palette(isColored: false)).text
    for line in text.split(separator: "\n") { #expect(line.count <= 80) }
    for name in names { #expect(text.split(separator: name).count == 3) }
  }
}
