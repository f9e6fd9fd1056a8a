import AICLanguage
import Testing

@testable import AICReport

/// The expected texts were written by hand and read, each value worked out from the script.
@Suite struct AssertionLayoutTests {
  private func failures(_ text: String) -> [String] {
    let result = run(text)
    #expect(result.diagnostics.map(\.message) == [])
    return TextReport(result, palette: Palette(isColored: false)).failures
  }

  @Test func valuesHangFromTheirExpressions() {
    #expect(
      failures("cost = $4210 per month\nassert cost * 1 year < $45k \"the team's budget\"") == [
        """
        ✗ t.aic:2  assert cost * 1 year < $45k
                          │    │        │
                          │    $50.5k   false
                          $4,210/month
          the team's budget

        """
      ])
  }

  @Test func partsOfAndOrAndNotAreAnswered() {
    #expect(
      failures("a = 1\nok = true\nassert not (a < 2) or a > 3 and ok") == [
        """
        ✗ t.aic:3  assert not (a < 2) or a > 3 and ok
                               │ │       │ │       │
                               │ true    │ false   true
                               1         1

        """
      ])
  }

  @Test func callsIndicesAndConditions() {
    #expect(
      failures(
        "xs = [5, 6]\nok = true\nfn twice(x) = 2 * x\n"
          + "assert twice(xs[1]) + max(1, 3) < (if ok then -xs[0] else 7)") == [
          """
          ✗ t.aic:4  assert twice(xs[1]) + max(1, 3) < (if ok then -xs[0] else 7)
                            │     │ │    │ │         │  │  │        │ │
                            12    │ 6    │ 3         │  │  true     │ 5
                                  │      15          │  −5          [5, 6]
                                  [5, 6]             false

          """
        ])
  }

  @Test func textsAndTruths() {
    #expect(
      failures("gpu = \"A100\"\nempty = \"\"\nassert gpu == \"H100\"\nassert empty == \"{gpu} x\"")
        == [
          """
          ✗ t.aic:3  assert gpu == "H100"
                            │   │
                            │   false
                            A100

          """,
          """
          ✗ t.aic:4  assert empty == "{gpu} x"
                            │     │  │ │
                            ""    │  │ A100
                                  │  A100 x
                                  false

          """,
        ])
    #expect(
      failures("ok = 1 > 2\nassert ok\nassert false") == [
        "✗ t.aic:2  assert ok\n                  │\n                  false\n",
        "✗ t.aic:3  assert false\n",
      ])
  }

  @Test func wideNamesTakeTwoColumns() {
    #expect(
      failures("`日本` = 3 hours\né = 2\nassert `日本` * é > 1 day") == [
        """
        ✗ t.aic:3  assert `日本` * é > 1 day
                          │      │ │ │
                          │      │ │ false
                          │      │ 2
                          │      6 hours
                          3 hours

        """
      ])
  }

  @Test func severalLinesBecomeOne() {
    #expect(
      failures("a = 1\nassert max(   # the larger one\n    a,\n\ta + 1\n  ) > 5") == [
        """
        ✗ t.aic:2  assert max(a, a + 1) > 5
                          │   │  │ │    │
                          2   1  │ 2    false
                                 1

        """
      ])
  }

  @Test func longConditionsAreLists() {
    let name = "a_name_that_goes_on_for_a_while"
    #expect(
      failures("\(name) = $3\nassert \(name) + \(name) < $1 and \(name) * 2 > $50 \"no\"") == [
        """
        ✗ t.aic:2  assert a_name_that_goes_on_for_a_while + a_name_that_goes_on_for_a_while < $1 and
            a_name_that_goes_on_for_a_while * 2 > $50
          no
          a_name_that_goes_on_for_a_while             $3
          a_name_that_goes_on_for_a_while +
            a_name_that_goes_on_for_a_while           $6
          a_name_that_goes_on_for_a_while +
            a_name_that_goes_on_for_a_while < $1      false
          a_name_that_goes_on_for_a_while * 2         $6
          a_name_that_goes_on_for_a_while * 2 > $50   false

        """
      ])
  }

  /// Under a condition they have less room than in a list.
  @Test func longValuesAreCut() {
    let long = "0123456789 0123456789 0123456789 0123456789"
    #expect(
      failures("g = \"\(long)\"\nassert g == \"a\"\nassert g != \"\(long)\" or \"\(long)!\" == g")
        == [
          """
          ✗ t.aic:2  assert g == "a"
                            │ │
                            │ false
                            0123456789 0123456789 012345678…

          """,
          """
          ✗ t.aic:3  assert g != "0123456789 0123456789 0123456789 0123456789" or "0123456789 0123456789
              0123456789 0123456789!" == g
            g                                                     0123456789 0123456789 0123456789 0123456789
            g != "0123456789 0123456789 0123456789 0123456789"    false
            "0123456789 0123456789 0123456789 0123456789!" == g   false

          """,
        ])
  }

  @Test func oneMistakeIsToldOnce() {
    let result = run("assert 2 * nope > 1 and 3 < 4")
    #expect(result.diagnostics.map(\.message) == ["unknown name `nope`"])
    #expect(result.assertions.isEmpty)
  }

  @Test func valuesAreTakenUnderReplacements() {
    let result = run("assume a = 1\nassert a + 1 > 5", settings: [("a", "2")])
    #expect(result.assertions[0].values.map(\.named.value.text) == ["2", "3", "false"])
  }

  // MARK: - Random conditions

  /// Every guide stands under the character it belongs to, every value ends a guide, and nothing overlaps.
  @Test func guidesStandUnderTheirCharacters() throws {
    var generator = ConditionGenerator(seed: 11)
    var pictures = 0
    for _ in 0..<400 {
      let condition = generator.failing()
      let result = run(ConditionGenerator.names + "assert " + condition.text)
      #expect(result.diagnostics.map(\.message) == [])
      let assertion = try #require(result.assertions.first)
      #expect(assertion.text == condition.text)
      let lead = "✗ t.aic:7  assert "
      let layout = AssertionLayout(
        assertion, place: "t.aic:7", palette: Palette(isColored: false))
      let grid = lines(layout.text).map(cells)
      #expect(grid.allSatisfy { $0.count <= 100 })
      guard grid[0].count == lead.count + condition.width else { continue }
      let columns = condition.marks.map { lead.count + $0 }.sorted()
      guard grid.dropFirst().first?.contains("│") == true else { continue }
      pictures += 1
      try #require(assertion.values.count == columns.count)
      #expect(grid[1].indices.filter { grid[1][$0] == "│" } == columns, "\(layout.text)")
      // Wider than any line, so that a wrong one is found and not run over.
      var left = grid.dropFirst(2).map { $0 + Array(repeating: " ", count: 200 - $0.count) }
      for (column, part) in zip(columns, assertion.values) {
        let value = Array(part.named.value.text)
        let row = try #require(left.firstIndex { $0[column] != "│" }, "\(layout.text)")
        for above in 0..<row { left[above][column] = " " }
        let end = column + value.count
        #expect(Array(left[row][column..<end]) == value, "\(layout.text)")
        #expect(left[row][end...].prefix(2).allSatisfy { $0 == " " }, "\(layout.text)")
        left[row].replaceSubrange(column..<end, with: value.map { _ in " " })
      }
      #expect(left.joined().allSatisfy { $0 == " " }, "\(layout.text)")
    }
    #expect(pictures > 200)
  }

  /// A line as the cells of a terminal: a wide character takes a second, empty one.
  private func cells(_ line: String) -> [Character] {
    line.flatMap { "日本".contains($0) ? [$0, "\0"] : [$0] }
  }
}
