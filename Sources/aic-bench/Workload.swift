import AICLanguage
import CReference
import CostEngine

/// One of the three workloads: a script, the same by hand in C, the same with numpy, and what is wanted.
struct Workload {
  let title: String
  /// Of the script, and of the workload in the numpy program.
  let name: String
  /// Samples, or points of the sweep.
  let count: Int
  /// Where it draws samples, how many; nil where there is nothing to draw.
  var samples: Int? { isSampled ? count : nil }
  let isSampled: Bool
  /// What it must find, within what chance allows; of a sweep exactly.
  let expected: [Double]
  /// The standard deviation of the first figure; 0 where nothing is left to chance.
  let deviation: Double
  /// Ways of the numpy program: samples in a chunk, 0 for whole arrays; or 0 for all points, 1 for broadcasting.
  let ways: [(name: String, way: Int)]
  /// At most so many times the time of the C program, at least so many times as fast as numpy at its best.
  let mostOfReference: Double
  let leastOfNumpy: Double
  let reference: @Sendable (_ samples: Int, _ threads: Int) -> [Double]

  static let all = [
    Workload(
      title: "W1, the cost of serving", name: "serving-cost", count: 10_000_000, isSampled: true,
      expected: [46_558, 16_540, 38_199, 103_737], deviation: 31_655, ways: chunks,
      mostOfReference: 1.3, leastOfNumpy: 12,
      reference: { cr_serving_cost($0, $1).figures }),
    Workload(
      title: "W2, training and ownership", name: "ownership", count: 1_000_000, isSampled: true,
      expected: [-2.429e7, -1.0497e8, -4.085e7, 1.0730e8], deviation: 8.6e7, ways: chunks,
      mostOfReference: 1.75, leastOfNumpy: 10,
      reference: { cr_ownership($0, $1).value.figures }),
    Workload(
      title: "W3, a roofline sweep", name: "roofline", count: 1_024_000, isSampled: false,
      expected: [0.121614872, 108_132], deviation: 0,
      ways: [("broadcasting", 1), ("every point", 0)],
      mostOfReference: 1.4, leastOfNumpy: 4,
      reference: { _, threads in
        let best = cr_roofline(threads)
        return [best.cost, Double(best.feasible)]
      }),
  ]

  private static let chunks = [
    ("chunks of 4,096", 4_096), ("chunks of 16,384", 16_384), ("chunks of 65,536", 65_536),
    ("whole arrays", 0),
  ]

  /// Whether figures are those expected: a quantile may miss by four times what a mean may, five errors each.
  func isExpected(_ figures: [Double]) -> Bool {
    let margin = 20 * deviation / Double(count).squareRoot()
    return figures.count == expected.count
      && zip(figures, expected).allSatisfy { abs($0 - $1) <= max(margin, 1e-8 * abs($1)) }
  }
}

extension CRStatistics {
  fileprivate var figures: [Double] { [mean, p5, p50, p95] }
}

extension RunResult {
  /// Mean and quantiles of the first figure, or the value of an optimum and how many points it was found among.
  var figures: [Double] {
    switch outputs.first {
    case .figure(let named):
      let spread = named.value.figure?.spread
      return spread.map { [$0.mean, $0.p5, $0.p50, $0.p95] } ?? []
    case .optimum(let optimum):
      return [optimum.record.first?.value.figure?.value ?? .nan, Double(optimum.feasible)]
    default: return []
    }
  }
}
