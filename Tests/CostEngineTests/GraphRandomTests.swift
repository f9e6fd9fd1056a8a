import RealModule
import Testing

@testable import CostEngine

/// Random expressions through the graph, against a direct interpreter.
@Suite struct GraphRandomTests {
  /// An expression on its own, with its value by the plain operators of Swift.
  private indirect enum Expression {
    case constant(Double)
    case unary(Int, Expression)
    case binary(Int, Expression, Expression)
    case choice(Expression, Expression, Expression)

    static func random(_ depth: Int, _ generator: inout SplitMix64) -> Expression {
      guard depth > 0 else {
        return .constant((Double.random(in: -8...8, using: &generator) * 4).rounded() / 4)
      }
      switch Int.random(in: 0..<10, using: &generator) {
      case 0: return .constant(Double.random(in: -100...100, using: &generator))
      case 1...2:
        return .unary(Int.random(in: 0..<9, using: &generator), random(depth - 1, &generator))
      case 3:
        return .choice(
          random(depth - 1, &generator), random(depth - 1, &generator),
          random(depth - 1, &generator))
      default:
        return .binary(
          Int.random(in: 0..<14, using: &generator), random(depth - 1, &generator),
          random(depth - 1, &generator))
      }
    }

    var value: Double {
      switch self {
      case .constant(let value): return value == 0 ? 0 : value
      case .unary(let operation, let inner):
        let x = inner.value
        let values = [
          -x, abs(x), x.rounded(.down), x.rounded(.up), x.squareRoot(), x == 0 ? 1 : 0,
          x.rounded(.toNearestOrAwayFromZero), Double.exp(x), Double.log(x),
        ]
        return values[operation]
      case .binary(let operation, let left, let right):
        let (x, y) = (left.value, right.value)
        switch operation {
        case 0: return x + y
        case 1: return x - y
        case 2: return x * y
        case 3: return x / y
        case 4: return x < y ? x : y
        case 5: return x > y ? x : y
        case 6: return x < y ? 1 : 0
        case 7: return x <= y ? 1 : 0
        case 8: return y < x ? 1 : 0
        case 9: return y <= x ? 1 : 0
        case 10: return x == y ? 1 : 0
        case 11: return x != 0 && y != 0 ? 1 : 0
        case 12: return x != 0 || y != 0 ? 1 : 0
        default: return x + y
        }
      case .choice(let condition, let a, let b): return condition.value != 0 ? a.value : b.value
      }
    }

    func term(in builder: GraphBuilder) -> Term {
      switch self {
      case .constant(let value): return builder.constant(value)
      case .unary(let operation, let inner):
        let x = inner.term(in: builder)
        switch operation {
        case 0: return -x
        case 1: return x.magnitude
        case 2: return x.roundedDown
        case 3: return x.roundedUp
        case 4: return x.squareRoot
        case 5: return x.not
        case 6: return x.rounded
        case 7: return x.applying(.exp)
        default: return x.applying(.log)
        }
      case .binary(let operation, let left, let right):
        let (x, y) = (left.term(in: builder), right.term(in: builder))
        switch operation {
        case 0: return x + y
        case 1: return x - y
        case 2: return x * y
        case 3: return x / y
        case 4: return x.minimum(y)
        case 5: return x.maximum(y)
        case 6: return x < y
        case 7: return x <= y
        case 8: return x > y
        case 9: return x >= y
        case 10: return x.isEqual(to: y)
        case 11: return x.and(y)
        case 12: return x.or(y)
        default: return x.named("x") + y.named("y")
        }
      case .choice(let condition, let a, let b):
        return condition.term(in: builder).choose(a.term(in: builder), else: b.term(in: builder))
      }
    }
  }

  /// All in one graph, so that shared nodes are put to the test too.
  @Test func randomExpressionsComputeWhatTheirOperatorsSay() {
    var generator = SplitMix64(state: 7)
    let builder = GraphBuilder()
    let expressions = (0..<3_000).map { Expression.random($0 % 7, &generator) }
    let terms = expressions.map { $0.term(in: builder) }
    let graph = builder.graph
    let evaluation = Evaluation(graph)
    var finite = 0
    for (expression, term) in zip(expressions, terms) {
      let expected = expression.value
      let value = evaluation[term.id]
      // Exponentials and logarithms differ from those of the C library in the last bit.
      #expect(
        value == expected || value.isNaN && expected.isNaN
          || abs(value / expected - 1) < 1e-12)
      let known = builder.value(of: term) ?? 0
      #expect(known == value || (known.isNaN && value.isNaN))
      if value.isFinite {
        finite += 1
        #expect(evaluation.originOfNonFinite(term.id, in: graph) == nil)
      } else if let origin = evaluation.originOfNonFinite(term.id, in: graph) {
        // What it names is at fault itself: it is no number, and what it was taken from is.
        #expect(!evaluation[origin].isFinite)
        if graph[origin].operation != .select {
          #expect(graph[origin].inputs.all.allSatisfy { evaluation[$0].isFinite })
        }
      } else {
        Issue.record("no origin of \(value)")
      }
    }
    #expect(finite > 2_000 && finite < 3_000)
    #expect(builder.faults == [])
  }
}
