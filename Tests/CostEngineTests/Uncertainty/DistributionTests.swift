import CKernels
import RealModule
import Testing

@testable import CostEngine

/// Quantiles and shares against SciPy 1.17.
@Suite struct DistributionTests {
  @Test(arguments: [
    (1e-12, -7.034483825301131), (1e-05, -4.264890793922825), (0.01, -2.3263478740408408),
    (0.05, -1.6448536269514729), (0.3, -0.5244005127080409), (0.5, 0), (0.9, 1.2815515655446004),
    (0.999999, 4.753424308817087),
  ])
  func normalQuantiles(share: Double, expected: Double) {
    let value = NormalDistribution.quantile(share)
    #expect(abs(value - expected) <= 1e-14 * max(1, abs(expected)), "\(value)")
    #expect(abs(NormalDistribution.cumulative(value) / share - 1) < 1e-12)
  }

  @Test func normalQuantilesAtTheEnds() {
    #expect(NormalDistribution.quantile(0) == -.infinity)
    #expect(NormalDistribution.quantile(1) == .infinity)
    #expect(NormalDistribution.quantile(0.95) == -NormalDistribution.quantile(1 - 0.95))
  }

  @Test(arguments: [
    (2.0, 5.0, 0.1, 0.11426500000000002), (2, 5, 0.5, 0.890625),
    (0.5, 0.5, 0.3, 0.36901011956554536), (4, 6, 0.41, 0.5423548764880494),
    (30, 3, 0.9, 0.36668351908062025), (200, 100, 0.7, 0.8911569343550899),
  ])
  func betaShares(alpha: Double, beta: Double, x: Double, expected: Double) {
    let distribution = BetaDistribution(alpha: alpha, beta: beta)
    #expect(abs(distribution.cumulative(x) / expected - 1) < 1e-12)
    #expect(abs(distribution.quantile(expected) / x - 1) < 1e-11)
  }

  @Test(arguments: [
    (2.0, 5.0, 0.05, 0.06284989170835438), (0.5, 0.5, 1e-06, 2.46740110027031e-12),
    (4, 6, 0.999, 0.8371397803523718), (30, 3, 0.5, 0.9173098400475259),
  ])
  func betaQuantiles(alpha: Double, beta: Double, share: Double, expected: Double) {
    let value = BetaDistribution(alpha: alpha, beta: beta).quantile(share)
    #expect(abs(value / expected - 1) < 1e-10, "\(value)")
  }

  /// What samples are looked up in, against the exact quantiles.
  @Test(arguments: [
    (4.0, 6.0), (0.5, 0.5), (1, 1), (2, 18), (1, 40), (1_000, 3_000), (0.2, 7), (3, 0.7),
  ])
  func tablesHoldQuantiles(alpha: Double, beta: Double) {
    let distribution = BetaDistribution(alpha: alpha, beta: beta)
    let table = QuantileTable(distribution)
    var shares = (1..<2_000).map { Double($0) / 2_000 + 1e-5 }
    shares += (1...40).map { Double.exp2(-Double($0)) * 1.37 } + [0.5, 1 - 1e-9]
    let found = kernel(CK_TABLE_QUANTILE, shares, table: table.coefficients)
    for (share, value) in zip(shares, found) where share < 1 {
      let exact = distribution.quantile(share)
      let distance = min(exact, 1 - exact)
      #expect(abs(value - exact) <= 3e-8 * distance + 1e-15, "at \(share): \(value), not \(exact)")
    }
  }
}
