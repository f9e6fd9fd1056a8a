import Testing

@testable import CostEngine

@Suite struct CorrelationsTests {
  /// The correlations that a factor makes: the products of its rows.
  private func products(_ factor: [[Double]]) -> [[Double]] {
    factor.map { a in factor.map { b in zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } } }
  }

  @Test func theFactorMakesTheScoresThatTheRanksNeed() {
    var matrix = Correlations(count: 3)
    matrix[0, 1] = 0.6
    matrix[2, 0] = -0.3
    let made = products(matrix.factor)
    // 2 sin(0.6 π / 6) and -2 sin(0.3 π / 6), by Python's math.
    #expect(abs(made[0][1] - 0.6180339887498948) < 1e-12)
    #expect(abs(made[2][0] + 0.31286893008046174) < 1e-12)
    #expect(abs(made[1][2]) < 1e-12)
    #expect(made.indices.allSatisfy { abs(made[$0][$0] - 1) < 1e-12 })
    #expect(abs(matrix[0, 1] - 0.6) < 1e-12)
  }

  /// What is fully correlated leaves nothing to be shared, and is possible.
  @Test func theEndsArePossible() {
    var matrix = Correlations(count: 3)
    matrix[0, 1] = 1
    matrix[0, 2] = -1
    matrix[1, 2] = -1
    #expect(matrix.factor.count == 3)
    matrix[1, 2] = 1
    #expect(matrix.factor.count == 2)
  }

  /// A matrix has a factor exactly where its least eigenvalue is not negative: for three, by the determinant.
  @Test func factorsAndDeterminantsAgree() {
    var random = SplitMix64(state: 5)
    var possible = 0
    for _ in 0..<2_000 {
      var matrix = Correlations(count: 3)
      let ranks = (0..<3).map { _ in Double.random(in: -1...1, using: &random) }
      (matrix[0, 1], matrix[0, 2], matrix[1, 2]) = (ranks[0], ranks[1], ranks[2])
      // The scores, from a pair on its own.
      let scores = ranks.map { rank in
        var pair = Correlations(count: 2)
        pair[0, 1] = rank
        return products(pair.factor)[0][1]
      }
      let (ab, ac, bc) = (scores[0], scores[1], scores[2])
      let determinant = 1 + 2 * ab * ac * bc - ab * ab - ac * ac - bc * bc
      guard abs(determinant) > 1e-6 else { continue }
      #expect((matrix.factor.count == 3) == (determinant > 0))
      if determinant > 0 { possible += 1 }
      // The range that is offered holds the pair exactly where the whole is possible.
      let range = matrix.possible(1, 2, amongFirst: 3)
      #expect((range?.contains(ranks[2]) ?? false) == (determinant > 0))
    }
    #expect(possible > 200 && possible < 1_800)
  }

  /// ab and bc at 80% leave ac between 31.0% and 100%: r² − (1 − r²) of the scores, by Python.
  @Test func theRangeOfAPair() throws {
    var matrix = Correlations(count: 3)
    matrix[0, 1] = 0.8
    matrix[1, 2] = 0.8
    let range = try #require(matrix.possible(0, 2, amongFirst: 3))
    #expect(abs(range.lowerBound - 0.3102612026229889) < 1e-9)
    #expect(abs(range.upperBound - 1) < 1e-9)
  }
}
