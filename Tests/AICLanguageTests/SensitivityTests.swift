import AICLanguage
import Testing

@Suite struct SensitivityTests {
  private func table(_ text: String) -> SensitivityResult? {
    let result = run(text)
    #expect(!result.hasErrors, "\(result.diagnostics.map(\.message))")
    for output in result.outputs {
      if case .sensitivity(let table) = output { return table }
    }
    return nil
  }

  /// d ln x ÷ d ln a by hand: x = a²b + c = 12.5, so 2 × 12 ÷ 12.5, 12 ÷ 12.5 and 0.5 ÷ 12.5.
  @Test func elasticitiesAreThoseOfTheFormula() throws {
    let text = "assume a = 2\nassume b = 3\nassume c = 0.5\nassume d = 9\nx = a^2 * b + c + 0 * d\n"
    let found = try #require(table(text + "sensitivity x"))
    #expect(found.inputs.map(\.name) == ["a", "b", "c", "d"])
    for (input, expected) in zip(found.inputs, [1.92, 0.96, 0.04, 0]) {
      #expect(abs(input.elasticity - expected) < 1e-12 && input.share == nil)
    }
    let named = try #require(table(text + "sensitivity x to c, b"))
    #expect(named.inputs.map(\.name) == ["b", "c"])
  }

  /// Every smooth function, against the quotient of differences.
  @Test(arguments: [
    "sqrt(a) * log(b)", "exp(a / b) + log2(b) - log10(a)", "a^b / (a + b)", "max(a, b) * min(a, 3)",
    "if a < b then a^3 else b", "abs(-a) * b^-1.5", "npv([a, b, a * b], 8%)",
  ])
  func elasticitiesAreDerivatives(expression: String) throws {
    let text = "assume a = 2\nassume b = 3\nx = \(expression)\n"
    let found = try #require(table(text + "sensitivity x"))
    for input in found.inputs {
      let step = 1e-6
      let base = input.name == "a" ? 2.0 : 3.0
      let moved = { (factor: Double) in
        figures(text + "show x", settings: [(path: input.name, value: "\(base * factor)")])[0].value
      }
      let (up, down) = (moved(1 + step), moved(1 - step))
      let expected = (up - down) / (2 * step) / moved(1)
      #expect(abs(input.elasticity - expected) < 1e-6 * max(1, abs(expected)), "\(input.name)")
    }
  }

  /// y = a + b of deviations 1 and 2: a fifth of the variance is a's, four fifths are those of the range in its place.
  @Test func rangesWrittenInPlaceAreInputsToo() throws {
    let text = "assume a = normal(mean: 10, sd: 1)\nb = normal(mean: 10, sd: 2)\ny = a + b\n"
    let found = try #require(table(text + "sensitivity y"))
    #expect(found.inputs.map(\.name) == ["b", "a"])
    for (input, expected) in zip(found.inputs, [0.8, 0.2]) {
      #expect(abs((input.share ?? 0) - expected) < 0.02)
    }
    let inFields = things + "x = s with { price: $2 to $3 per hour }\nsensitivity x.cost"
    #expect(try #require(table(inFields)).inputs.map(\.name) == ["x.price"])
    #expect(try #require(table(text + "sensitivity y to a")).inputs.map(\.name) == ["a"])
  }

  /// y = a + 2b of two standard normals: a fifth of the variance is a's, four fifths are b's.
  @Test func sharesOfASumAreThoseOfItsVariances() throws {
    let found = try #require(
      table(
        "assume a = normal(mean: 10, sd: 1)\nassume b = normal(mean: 10, sd: 1)\n"
          + "assume c = normal(mean: 10, sd: 5)\ny = a + 2 * b\nsensitivity y"))
    #expect(found.inputs.map(\.name) == ["b", "a"])
    #expect(abs((found.inputs[0].share ?? 0) - 0.8) < 0.02)
    #expect(abs((found.inputs[1].share ?? 0) - 0.2) < 0.02)
  }

  /// y = (a − 1)(b − 1) of two uniform shares around 1: neither explains anything alone.
  @Test func whatActsTogetherIsNoOnesShare() throws {
    let found = try #require(
      table(
        "assume a = uniform(0 to 2)\nassume b = uniform(0 to 2)\ny = (a - 1) * (b - 1)\nsensitivity y"
      ))
    #expect(found.inputs.allSatisfy { ($0.share ?? 1) < 0.02 })
  }

  @Test func mistakesAreTold() {
    #expect(
      diagnosed("assume a = 2\nx = 3\ny = a\nshow y\nsensitivity y to x") == [
        "sensitivity.target: `y` does not follow from `x` = name cells that it follows from, or leave `to` out"
      ])
    #expect(
      diagnosed("x = 3\nsensitivity x") == [
        "sensitivity.none: `x` follows from no assumption = state its inputs with `assume`"
      ])
    #expect(diagnosed("sensitivity true").first?.hasPrefix("types.") == true)
  }
}
