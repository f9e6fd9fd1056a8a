import RealModule
import Testing

@testable import CostEngine

@Suite struct SpreadSharesTests {
  /// The Ishigami function, whose indices are known in closed form: with a = 7 and b = 0.1 the first-order ones are
  /// 0.3139, 0.4424, 0, the total ones 0.5576, 0.4424, 0.2437.
  ///
  /// Source: T. Ishigami and T. Homma, ISUMA 1990; figures from A. Saltelli et al., Global Sensitivity Analysis: The
  /// Primer (Wiley 2008), section 4.9. The sine is built from its series, good to 1e-9 on the interval.
  @Test func ishigami() {
    let builder = GraphBuilder()
    func sine(_ x: Term) -> Term {
      var (term, sum) = (x, x)
      for n in 1...14 {
        term = -(term * x * x) / Double(2 * n * (2 * n + 1))
        sum = sum + term
      }
      return sum
    }
    let x = ["a", "b", "c"].map { (builder.draw($0) - 0.5) * (2 * Double.pi) }
    let s = sine(x[1])
    let fourth = x[2] * x[2] * x[2] * x[2]
    let figure = sine(x[0]) + s * s * 7 + fourth * sine(x[0]) * 0.1
    let evaluation = Evaluation(builder.graph)
    let shares = SpreadShares(
      of: figure.id, by: x.map(\.id), in: builder.graph, evaluation,
      Sampling(samples: 16_384, seed: 1))
    for (found, expected) in zip(shares.alone, [0.3139, 0.4424, 0]) {
      #expect(abs(found - expected) < 0.02, "\(shares.alone)")
    }
    for (found, expected) in zip(shares.total, [0.5576, 0.4424, 0.2437]) {
      #expect(abs(found - expected) < 0.02, "\(shares.total)")
    }
  }

  @Test func certainFiguresHaveNoShares() {
    let builder = GraphBuilder()
    let a = builder.assume("a", 3)
    let shares = SpreadShares(
      of: (a * 2).id, by: [a.id], in: builder.graph, Evaluation(builder.graph), .standard)
    #expect(shares.alone == [0] && shares.total == [0])
  }
}
