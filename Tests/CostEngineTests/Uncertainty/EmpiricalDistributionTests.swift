import Testing

@testable import CostEngine

@Suite struct EmpiricalDistributionTests {
  /// By numpy 2, whose default is type 7.
  @Test(arguments: [
    (0.0, 7.0), (0.05, 8.25), (0.2, 12), (0.5, 17), (0.9, 31), (0.95, 35.5), (1, 40),
  ])
  func quantiles(share: Double, expected: Double) {
    let distribution = EmpiricalDistribution([12, 15, 19, 40, 22, 7])
    #expect(abs(distribution.quantile(share) - expected) < 1e-12)
  }

  @Test func oddShares() {
    let distribution = EmpiricalDistribution([1, 2])
    #expect(distribution.quantile(-1) == 1 && distribution.quantile(2) == 2)
    #expect(distribution.quantile(.nan).isNaN)
    #expect(EmpiricalDistribution([]).quantile(0.5).isNaN)
    #expect(EmpiricalDistribution([2, 1]) == distribution)
  }
}
