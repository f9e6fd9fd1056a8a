import AICLanguage
import CostEngine
import Testing

@testable import AICReport

@Suite struct DiagnosticRendererTests {
  private func render(
    _ files: [SourceFile], _ primary: (Int, Range<Int>, String),
    notes: [(Int, Range<Int>, String)] = [], help: String? = nil,
    severity: Diagnostic.Severity = .error
  ) -> String {
    func label(_ part: (Int, Range<Int>, String)) -> Diagnostic.Label {
      .init(SourceRange(file: part.0, lower: part.1.lowerBound, upper: part.1.upperBound), part.2)
    }
    let diagnostic = Diagnostic(
      "a.b", "something is wrong", severity: severity, at: label(primary), notes: notes.map(label),
      help: help)
    return DiagnosticRenderer(files: files, palette: Palette(isColored: false)).block(diagnostic)
  }

  private func render(
    _ text: String, _ range: Range<Int>, _ words: String = "here",
    notes: [(Int, Range<Int>, String)] = []
  ) -> [String] {
    lines(render([SourceFile(name: "t.aic", text: text)], (0, range, words), notes: notes))
  }

  // MARK: - The block form

  @Test func aWholeBlock() {
    #expect(
      block("# a budget\ntraining = $40k\ntotal = training + 3 weeks") == [
        "error: cannot add Money and Time",
        "  ┌─ t.aic:3:20",
        "  │",
        "3 │ total = training + 3 weeks",
        "  │         ────────   ^^^^^^^ this is a Time",
        "  │         this is Money",
        "  │",
        "  = help: to price the time, multiply by a rate, such as `3 weeks * $120k/year`",
      ])
  }

  @Test func labelsOnSeveralLines() {
    #expect(
      block("x = 1\ny = 2\nz = 3\nx = 4") == [
        "error: `x` is defined twice",
        "  ┌─ t.aic:4:1",
        "  │",
        "1 │ x = 1",
        "  │ ─ first defined here",
        "  ·",
        "4 │ x = 4",
        "  │ ^",
        "  │",
        "  = help: a cell keeps one value; give this one a name of its own",
      ])
    // Nothing is left out between neighbours.
    #expect(!block("x = 1\nx = 4").contains("  ·"))
  }

  @Test func labelsInSeveralFiles() {
    #expect(
      block("y = 3\nusers = 3 users", settings: [("users", "$3")]) == [
        "error: cannot replace Users by Money",
        "  ┌─ --set users:1:1",
        "  │",
        "1 │ $3",
        "  │ ^^ this is Money",
        "  ├─ t.aic:2:1",
        "  │",
        "2 │ users = 3 users",
        "  │ ───── `users` is Users",
      ])
  }

  @Test func manyLabelsOnOneLine() {
    let shown = render(
      "alpha beta gamma", 6..<10, "two", notes: [(0, 0..<5, "one"), (0, 11..<16, "three")])
    #expect(
      shown.dropFirst(3) == [
        "1 │ alpha beta gamma",
        "  │ ───── ^^^^ ───── three",
        "  │       two",
        "  │ one",
      ])
  }

  @Test func theProblemStaysVisibleUnderANote() {
    let shown = render("alpha beta", 2..<4, "inner", notes: [(0, 0..<10, "outer")])
    #expect(
      shown.dropFirst(3) == [
        "1 │ alpha beta", "  │ ──^^────── inner", "  │ outer",
      ])
  }

  @Test func numbersOfLinesShareOneColumn() {
    let text = (1...12).map { "x\($0) = \($0)" }.joined(separator: "\n") + "\nx9 = 1"
    let shown = block(text)
    #expect(shown[1] == "   ┌─ t.aic:13:1")
    #expect(shown[3] == " 9 │ x9 = 9")
    #expect(shown.contains("13 │ x9 = 1"))
  }

  @Test func aLabelOverSeveralLinesMarksTheFirst() {
    let shown = render("x = [\n  1,\n  2]\n", 4..<15)
    #expect(shown.dropFirst(3) == ["1 │ x = [", "  │     ^ here"])
  }

  @Test func aWarningSaysSo() {
    let file = SourceFile(name: "t", text: "x")
    let shown = render([file], (0, 0..<1, ""), help: "try y", severity: .warning)
    #expect(
      shown == """
        warning: something is wrong
          ┌─ t:1:1
          │
        1 │ x
          │ ^
          │
          = help: try y

        """)
  }

  // MARK: - Columns

  @Test func tabsTakeOneColumn() {
    #expect(render("\ta\t= b", 5..<6).dropFirst(3) == ["1 │  a = b", "  │      ^ here"])
  }

  @Test func wideCharactersTakeTwoColumns() {
    // Six bytes of 日本, and `x` at byte 9.
    #expect(render("日本 = x", 9..<10).dropFirst(3) == ["1 │ 日本 = x", "  │        ^ here"])
    #expect(render("日本 = x", 0..<6).dropFirst(3) == ["1 │ 日本 = x", "  │ ^^^^ here"])
    #expect(render("日本 = x", 9..<10)[1] == "  ┌─ t.aic:1:6")
  }

  @Test func combiningMarksTakeNoColumn() {
    // `e` and U+0301, three bytes.
    #expect(render("e\u{301} = x", 6..<7).dropFirst(3) == ["1 │ e\u{301} = x", "  │     ^ here"])
    #expect(render("e\u{301} = x", 0..<3).dropFirst(4) == ["  │ ^ here"])
  }

  @Test func invisibleCharactersAreShown() {
    #expect(render("a\u{0}\u{7}\u{202E}b", 0..<1)[3] == "1 │ a\u{FFFD}\u{FFFD}\u{FFFD}b")
    #expect(!render("a\u{1B}[31mb", 0..<1)[3].contains("\u{1B}"))
  }

  @Test func bytesThatAreNoTextAreShown() {
    let file = SourceFile(name: "t", bytes: [0x78, 0xFF, 0xFE, 0x79])
    let shown = lines(render([file], (0, 3..<4, "here")))
    #expect(shown.dropFirst(3) == ["1 │ x\u{FFFD}\u{FFFD}y", "  │    ^ here"])
  }

  // MARK: - Ends

  @Test func theEndOfALineIsMarkedBehindIt() {
    #expect(render("x =\ny", 3..<3).dropFirst(3) == ["1 │ x =", "  │    ^ here"])
  }

  @Test func carriageReturnsAreNotShown() {
    let shown = render("a\r\nx = y\r\nb", 7..<8)
    #expect(shown.dropFirst(1) == ["  ┌─ t.aic:2:5", "  │", "2 │ x = y", "  │     ^ here"])
    // A label of the line end itself stands behind the line.
    #expect(render("ab\r\nc", 2..<4).dropFirst(3) == ["1 │ ab", "  │   ^ here"])
  }

  @Test func theEndOfTheFile() {
    #expect(
      render("x = 1\n", 6..<6).dropFirst(1) == ["  ┌─ t.aic:2:1", "  │", "2 │ ", "  │ ^ here"])
    #expect(render("", 0..<0).dropFirst(1) == ["  ┌─ t.aic:1:1", "  │", "1 │ ", "  │ ^ here"])
    // A place outside the file is no reason to stop.
    #expect(render("x", 50..<90).dropFirst(3) == ["1 │ x", "  │  ^ here"])
  }

  @Test func aPlaceInNoFileIsLeftOut() {
    #expect(
      render([], (3, 0..<1, "here"), notes: []) == "error: something is wrong\n")
  }

  // MARK: - Long lines

  @Test func aLongLineIsCutAroundItsLabels() {
    let text = String(repeating: "a", count: 500) + "X" + String(repeating: "b", count: 500)
    let shown = render(text, 500..<501)
    #expect(shown[1] == "  ┌─ t.aic:1:501")
    let a = String(repeating: "a", count: 65)
    #expect(shown[3] == "1 │ …\(a)X\(String(repeating: "b", count: 8))…")
    #expect(shown[4] == "  │ \(String(repeating: " ", count: 66))^ here")
  }

  @Test func aLongLabelStopsWhereTheLineIsCut() {
    let shown = render(String(repeating: "a", count: 1000), 0..<1000)
    #expect(shown[3] == "1 │ \(String(repeating: "a", count: 74))…")
    #expect(shown[4] == "  │ \(String(repeating: "^", count: 74)) here")
  }

  @Test func aLongLineIsCutBetweenCharacters() {
    // Each is three bytes, so that no cut at a fixed number of bytes falls between two by chance.
    for shift in 0..<3 {
      let text = String(repeating: "x", count: shift) + String(repeating: "日", count: 300)
      let shown = render(text, (450 + shift)..<(453 + shift))
      #expect(!shown[3].contains("\u{FFFD}"))
      #expect(shown[4].hasSuffix("^^ here"))
    }
  }

  @Test func aLongLineOfNoTextIsCutToo() {
    let bytes = [UInt8(ascii: "x"), 10] + [UInt8](repeating: 0xBF, count: 400)
    for place in [2, 100, 401] {
      let shown = lines(
        render([SourceFile(name: "t", bytes: bytes)], (0, place..<place + 1, "here")))
      #expect(shown.count == 5)
      #expect(shown[4].hasSuffix("^ here"))
    }
  }

  // MARK: - The short form and colours

  @Test func theShortFormIsOneLine() {
    let result = run("日 = $3 + 2 hours")
    let renderer = DiagnosticRenderer(files: result.files, palette: Palette(isColored: true))
    #expect(
      result.diagnostics.map { renderer.short($0) } == [
        "t.aic:1:10: error: cannot add Money and Time\n"
      ])
    let nowhere = DiagnosticRenderer(files: [], palette: Palette(isColored: false))
    #expect(
      result.diagnostics.map { nowhere.short($0) } == ["error: cannot add Money and Time\n"])
  }

  @Test func coloursChangeNoText() {
    for text in ["x = $3 + 2 hours", "x = 1\nx = 2", "show 5m", "日 = \"", "a = (\n1 2", "\t$"] {
      let result = run(text)
      #expect(!result.diagnostics.isEmpty)
      for diagnostic in result.diagnostics {
        let renderers = [true, false].map {
          DiagnosticRenderer(files: result.files, palette: Palette(isColored: $0))
        }
        let colored = renderers[0].block(diagnostic)
        #expect(colored.contains("\u{1B}[1;31m"))
        #expect(plain(colored) == renderers[1].block(diagnostic))
      }
    }
  }
}
