import RealModule

/// Rank correlations between some quantities, as a Gaussian copula makes them.
///
/// Each quantity stands at a share of its distribution. The normal scores of those shares get the correlations that
/// give the ranks theirs: 2 sin(πρ/6) for a rank correlation ρ by Spearman.
///
/// Source: W. H. Kruskal, Ordinal measures of association, J. Am. Stat. Assoc. 53 (1958).
public struct Correlations: Sendable {
  /// Between normal scores; 1 on the diagonal, 0 where nothing was said.
  private var scores: [[Double]]

  /// What rounding may leave of nothing.
  private static let tolerance = 1e-9

  /// - Parameter count: of quantities, none of them correlated.
  public init(count: Int) {
    scores = (0..<count).map { row in (0..<count).map { $0 == row ? 1 : 0 } }
  }

  /// The rank correlation of two quantities, between -1 and 1.
  public subscript(a: Int, b: Int) -> Double {
    get { Correlations.rank(scores[a][b]) }
    set {
      scores[a][b] = 2 * Double.sin(.pi * newValue / 6)
      scores[b][a] = scores[a][b]
    }
  }

  private static func rank(_ score: Double) -> Double {
    6 / Double.pi * Double.asin(min(max(score, -1), 1) / 2)
  }

  /// The lower triangular matrix that turns independent normal scores into correlated ones, row by row; it ends before
  /// the first row that the rows above leave no room for.
  public var factor: [[Double]] { factor(Array(scores.indices)) }

  /// The factor for the quantities in another order.
  private func factor(_ order: [Int]) -> [[Double]] {
    var rows: [[Double]] = []
    for (place, number) in order.enumerated() {
      var row: [Double] = []
      for (column, above) in rows.enumerated() {
        let rest = scores[number][order[column]] - Correlations.product(row, above)
        let pivot = above[column]
        // What follows wholly from the quantities before it leaves nothing to be shared.
        guard pivot > 0 || abs(rest) < Correlations.tolerance else { return rows }
        row.append(pivot > 0 ? rest / pivot : 0)
      }
      let rest = 1 - Correlations.product(row, row)
      guard rest > -Correlations.tolerance else { return rows }
      row.append(rest > Correlations.tolerance ? rest.squareRoot() : 0)
      row += Array(repeating: 0, count: order.count - place - 1)
      rows.append(row)
    }
    return rows
  }

  private static func product(_ a: some Sequence<Double>, _ b: some Sequence<Double>) -> Double {
    zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// The rank correlations that two of the first quantities can have when all others among those stay; nil where there
  /// are none.
  public func possible(_ a: Int, _ b: Int, amongFirst count: Int) -> ClosedRange<Double>? {
    var alone = self
    alone[a, b] = 0
    let others = (0..<count).filter { $0 != a && $0 != b }
    // With either of the two last, what the others leave open of it is its last pivot.
    let (first, second) = (alone.factor(others + [a]), alone.factor(others + [b]))
    guard first.count == count - 1, second.count == count - 1, let x = first.last,
      let y = second.last, let restOfX = x.last, let restOfY = y.last
    else { return nil }
    let middle = Correlations.product(x.dropLast(), y.dropLast())
    let reach = restOfX * restOfY
    return Correlations.rank(middle - reach)...Correlations.rank(middle + reach)
  }
}
