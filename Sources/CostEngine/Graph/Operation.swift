import CKernels
import RealModule

/// What a node computes from its inputs. Truth is 1, falsehood 0.
public enum Operation: Hashable, Sendable {
  case constant(Double)
  /// Its one input under a name; the annotation says which.
  case named(Int)
  /// The value of a point on a sweep's axis of that number.
  case axis(Int)

  /// A number between 0 and 1 for each sample, drawn for the source of uncertainty of that identity.
  case draw(UInt64)
  /// What is said of the samples of its one input.
  case statistic(Statistic)
  /// The value below which a share of a distribution lies: of the standard normal one, of a beta distribution, or of
  /// measured values.
  case normalQuantile
  case betaQuantile(BetaDistribution)
  case empiricalQuantile(EmpiricalDistribution)
  /// The share of the standard normal distribution below a value.
  case normalShare
  /// The fewest failures that are enough in a share of the cases, the third input, before as many successes as the
  /// first says, each trial failing with the chance of the second.
  case failuresQuantile

  case negate, absolute, floor, ceiling, round, squareRoot, exp, log, log2, log10, not
  case add, subtract, multiply, divide, power, minimum, maximum
  case less, lessOrEqual, equal, and, or
  /// The second input where the first holds, else the third.
  case select

  /// Whether it answers a question.
  var isTruth: Bool {
    switch self {
    case .not, .less, .lessOrEqual, .equal, .and, .or: true
    default: false
    }
  }

  /// The value of one application; unused inputs are ignored.
  func apply(_ a: Double, _ b: Double, _ c: Double) -> Double {
    switch self {
    case .constant(let value): value
    case .named: a
    case .axis, .draw, .statistic: .nan
    case .normalQuantile: ck_apply(CK_NORMAL_QUANTILE, a, 0)
    case .betaQuantile(let distribution): distribution.quantile(a)
    case .empiricalQuantile(let distribution): distribution.quantile(a)
    case .normalShare: NormalDistribution.cumulative(a)
    case .failuresQuantile:
      NegativeBinomialDistribution.quantile(c, successes: a, failing: b)
    case .negate: -a
    case .absolute: Swift.abs(a)
    case .floor: a.rounded(.down)
    case .ceiling: a.rounded(.up)
    case .round: a.rounded(.toNearestOrAwayFromZero)
    case .squareRoot: a.squareRoot()
    case .exp: ck_apply(CK_EXP, a, 0)
    case .log: ck_apply(CK_LOG, a, 0)
    case .log2: Double.log2(a)
    case .log10: Double.log10(a)
    case .not: a == 0 ? 1 : 0
    case .add: a + b
    case .subtract: a - b
    case .multiply: a * b
    case .divide: a / b
    case .power: ck_apply(CK_POWER, a, b)
    case .minimum: a < b ? a : b
    case .maximum: a > b ? a : b
    case .less: a < b ? 1 : 0
    case .lessOrEqual: a <= b ? 1 : 0
    case .equal: a == b ? 1 : 0
    case .and: a != 0 && b != 0 ? 1 : 0
    case .or: a != 0 || b != 0 ? 1 : 0
    case .select: a != 0 ? b : c
    }
  }
}
