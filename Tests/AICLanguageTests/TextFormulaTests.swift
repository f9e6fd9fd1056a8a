import CostEngine
import Testing

@testable import AICLanguage

/// The formula of a cell is its own text, with the cells that it speaks of as terms.
@Suite struct TextFormulaTests {
  /// The formula of the cell `x`, each term as `<its name>`.
  private func formula(_ text: String) throws -> String {
    let (program, diagnostics, _) = Checker.check(parse(SourceFile(name: "t", text: text)))
    #expect(diagnostics.map(\.message) == [])
    let graph = try #require(program).graph
    let cell = try #require(program?.cells.first { $0.name == "x" }?.value.term)
    let formula = try #require(graph.annotation(of: cell.id)?.formula)
    return formula.text { "<\(graph.annotation(of: $0)?.label ?? "?")>" }
  }

  @Test(arguments: [
    ("a = 1\nb = 2\nx = a * (b + a) / 3", "<a> * (<b> + <a>) / 3"),
    ("a = 1\nx = a", "<a>"), ("a = 1\nx = max([a, 2 * a])", "max([<a>, 2 * <a>])"),
    ("x = 2 hours + 3 min", "2 hours + 3 min"),
    // Names of fields are no cells, whatever the cells are called.
    ("cost = 1\nr = { cost: 2 }\nx = r.cost + cost", "r.cost + <cost>"),
    ("price = 1\nx = { price: 2 * price }.price", "{ price: 2 * <price> }.price"),
  ])
  func formulas(text: String, expected: String) throws {
    #expect(try formula(text) == expected)
  }

  @Test func namesOfClausesAreNoCells() throws {
    let text =
      things + """
        batch = 8
        x = (deploy m on 1 box with batch batch serving 1 requests/s { prompt: 9 tokens, response: 9 tokens }).cost
        """
    #expect(try formula(text).contains("with batch <batch> serving"))
  }

  @Test func anAssumptionHasNone() throws {
    let (program, _, _) = Checker.check(parse(SourceFile(name: "t", text: "assume x = 3 * 2")))
    let cell = try #require(program?.cells.first?.value.term)
    #expect(program?.graph.annotation(of: cell.id)?.formula == nil)
    #expect(program?.graph.annotation(of: cell.id)?.role == .assumption)
  }
}
