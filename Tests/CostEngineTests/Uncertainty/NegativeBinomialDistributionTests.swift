import Testing

@testable import CostEngine

/// Counts of failures, against sums of the probabilities in python: with 60 decimal digits for the smaller counts, in
/// doubles for the two largest.
@Suite struct NegativeBinomialDistributionTests {
  @Test(arguments: [
    (988.0, 0.0123, 0.999, 25.0), (4, 0.5, 0.999, 17), (1, 0.9, 0.99, 43),
    (8, 0.000_026, 0.9999, 1), (100_000, 0.01, 0.9999, 1131), (11, 0.909, 0.999, 248),
    (5, 0, 0.9, 0), (3e6, 0.4, 0.999, 2_005_645), (1e8, 0.02, 0.99, 2_044_174),
  ])
  func quantiles(successes: Double, chance: Double, share: Double, failures: Double) {
    let found = NegativeBinomialDistribution.quantile(
      share, successes: successes, failing: chance)
    #expect(found == failures)
  }

  @Test(arguments: [(0.0, 0.1, 0.9), (4, 1, 0.9), (4, 0.1, 1), (.infinity, 0.1, 0.9), (.nan, 0, 0)])
  func whatCannotBe(successes: Double, chance: Double, share: Double) {
    let found = NegativeBinomialDistribution.quantile(
      share, successes: successes, failing: chance)
    #expect(found.isNaN)
  }
}
