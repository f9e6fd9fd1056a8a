import CKernels

/// The quantiles of a distribution as pieces of cubic polynomials, found by the bits of the share.
///
/// Below a half, each octave of shares has as many pieces as the others, so the error is small beside the distance to
/// the end of the distribution; above, the pieces mirror those below. The pieces join the quantiles and slopes of
/// wider ones of degree five, whose ends are exact: the error is below 3e-8 of the distance to the nearer end.
final class QuantileTable: Sendable {
  /// Four coefficients for each piece, as the kernel reads them.
  nonisolated(unsafe) let coefficients: UnsafePointer<Double>

  private static let octaves = Int(CK_TABLE_OCTAVES)
  private static let pieces = Int(CK_TABLE_PIECES)
  /// Exact quantiles in each octave.
  private static let nodes = 8

  init(_ distribution: BetaDistribution) {
    let lower = QuantileTable.half(distribution)
    // What lies above the share is what lies below it in the mirrored distribution.
    let upper = QuantileTable.half(distribution.mirrored).enumerated().map { index, coefficient in
      index % 4 == 0 ? 1 - coefficient : -coefficient
    }
    let memory = UnsafeMutablePointer<Double>.allocate(capacity: lower.count + upper.count)
    for (index, coefficient) in (lower + upper).enumerated() { memory[index] = coefficient }
    coefficients = UnsafePointer(memory)
  }

  deinit { coefficients.deallocate() }

  private static func half(_ distribution: BetaDistribution) -> [Double] {
    var coefficients: [Double] = []
    coefficients.reserveCapacity((octaves * pieces + 1) * 4)
    var near: Double? = nil
    var left = node(at: share(octave: 0, 0), distribution, &near)
    for octave in 0..<octaves {
      for step in 1...nodes {
        let right = node(
          at: share(octave: octave, Double(step) / Double(nodes)), distribution, &near)
        let piece = Quintic(left, right)
        let count = pieces / nodes
        for part in 0..<count {
          let ends = [part, part + 1].map { piece.value(at: Double($0) / Double(count)) }
          let scale = 1 / Double(count)
          let (a, b) = (ends[0].value, ends[1].value)
          let (slopeA, slopeB) = (ends[0].slope * scale, ends[1].slope * scale)
          let rise = b - a
          coefficients.append(a)
          coefficients.append(slopeA)
          coefficients.append(3 * rise - 2 * slopeA - slopeB)
          coefficients.append(slopeA + slopeB - 2 * rise)
        }
        left = right
      }
    }
    return coefficients + [left.quantile, 0, 0, 0]
  }

  /// The share that lies a part of the way through an octave; octaves end at one half.
  private static func share(octave: Int, _ part: Double) -> Double {
    Double(sign: .plus, exponent: octave - octaves - 1, significand: 1 + part)
  }

  /// An exact quantile with its first two derivatives by the share.
  private struct Node {
    let share: Double
    let quantile: Double
    let slope: Double
    let curvature: Double
  }

  private static func node(
    at share: Double, _ distribution: BetaDistribution, _ near: inout Double?
  ) -> Node {
    let x = distribution.quantile(share, near: near)
    near = x
    // The derivatives of an inverse function, from the density and its own derivative.
    let slope = 1 / distribution.density(x)
    // A quantile too small for a number is 0, and flat.
    guard slope.isFinite else {
      return Node(share: share, quantile: x, slope: 0, curvature: 0)
    }
    let change = (distribution.alpha - 1) / x - (distribution.beta - 1) / (1 - x)
    return Node(share: share, quantile: x, slope: slope, curvature: -change * slope * slope)
  }

  /// The polynomial of degree five through two nodes, over the way from one to the other.
  private struct Quintic {
    private let terms: [Double]

    init(_ left: Node, _ right: Node) {
      let width = right.share - left.share
      let (a, b) = (left.quantile, right.quantile)
      let (da, db) = (left.slope * width, right.slope * width)
      let (ca, cb) = (left.curvature * width * width, right.curvature * width * width)
      let rise = b - a
      terms = [
        a, da, ca / 2,
        10 * rise - 6 * da - 4 * db - 1.5 * ca + 0.5 * cb,
        -15 * rise + 8 * da + 7 * db + 1.5 * ca - cb,
        6 * rise - 3 * da - 3 * db - 0.5 * ca + 0.5 * cb,
      ]
    }

    func value(at t: Double) -> (value: Double, slope: Double) {
      var (value, slope) = (0.0, 0.0)
      for term in terms.reversed() {
        slope = slope * t + value
        value = value * t + term
      }
      return (value, slope)
    }
  }
}
