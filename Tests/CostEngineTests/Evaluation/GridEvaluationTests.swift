import Quantities
import Testing

@testable import CostEngine

/// A grid computes at each point what the plain evaluation computes with constants in place of the axes.
@Suite struct GridEvaluationTests {
  private static let unary: [Operation] = [
    .negate, .absolute, .floor, .ceiling, .round, .squareRoot, .exp, .log, .log2, .log10, .not,
  ]
  private static let binary: [Operation] = [
    .add, .subtract, .multiply, .divide, .power, .minimum, .maximum, .less, .lessOrEqual, .equal,
    .and, .or,
  ]

  /// A random graph over some leaves; the same seed gives the same graph over other leaves.
  private func roots(_ leaves: [Term], _ builder: GraphBuilder, seed: UInt64) -> [Term] {
    var random = SplitMix64(state: seed)
    var terms = leaves + [builder.constant(0.5), builder.constant(-3), builder.constant(7)]
    for step in 0..<60 {
      let (a, b, c) = (
        terms.randomElement(using: &random) ?? leaves[0],
        terms.randomElement(using: &random) ?? leaves[0],
        terms.randomElement(using: &random) ?? leaves[0]
      )
      switch Int.random(in: 0..<10, using: &random) {
      case 0..<3:
        let operation = Self.unary.randomElement(using: &random) ?? .negate
        terms.append(builder.apply(operation, a, dimension: .none))
      case 3: terms.append(a.choose(b, else: c))
      case 4: terms.append(builder.named(a, Annotation("t\(step)", role: .figure)))
      default:
        let operation = Self.binary.randomElement(using: &random) ?? .add
        terms.append(builder.apply(operation, a, b, dimension: .none))
      }
    }
    return terms.suffix(12) + leaves
  }

  @Test(arguments: 0..<60)
  func everyPointIsAsComputedAlone(seed: UInt64) throws {
    var random = SplitMix64(state: seed &+ 1_000)
    let axes = (0..<Int.random(in: 1...4, using: &random)).map { _ in
      (0..<Int.random(in: 1...9, using: &random)).map { _ in
        (Double.random(in: -4...4, using: &random) * 8).rounded() / 8
      }
    }
    let builder = GraphBuilder()
    let leaves = axes.indices.map { builder.axis($0, .none) }
    let roots = roots(leaves, builder, seed: seed)
    let grid = Grid(axes)
    let values = try GridEvaluation(builder.graph, roots.map(\.id), over: grid) {
      builder.value(of: $0)
    }
    var checked = 0
    values.forEachBlock { block in
      for point in block.points {
        let alone = GraphBuilder()
        let constants = zip(axes, grid.position(of: point)).map { alone.constant($0[$1]) }
        let same = self.roots(constants, alone, seed: seed)
        for (root, term) in same.enumerated() {
          let (a, b) = (block[root, point], alone.value(of: term) ?? 0)
          #expect(a == b || a.isNaN && b.isNaN, "root \(root) at \(point)")
        }
        checked += 1
      }
    }
    #expect(checked == grid.count)
  }

  @Test func aLongGridComesInBlocksThatCoverIt() throws {
    let builder = GraphBuilder()
    let (x, y) = (builder.axis(0, .none), builder.axis(1, .none))
    let grid = Grid([Array(0..<7).map(Double.init), Array(0..<1_111).map(Double.init)])
    let sum = x * 10_000 + y
    let values = try GridEvaluation(builder.graph, [sum.id, y.id], over: grid) {
      builder.value(of: $0)
    }
    var next = 0
    values.forEachBlock { block in
      #expect(block.points.lowerBound == next)
      next = block.points.upperBound
      for point in block.points {
        #expect(block[0, point] == Double(point / 1_111 * 10_000 + point % 1_111))
        #expect(block[1, point] == Double(point % 1_111))
      }
    }
    #expect(next == 7_777)
  }

  @Test func whatIsTooLargeIsRefused() {
    let builder = GraphBuilder()
    let terms = (0..<3).map { builder.axis($0, .none) }
    let all = terms[0] + terms[1] + terms[2]
    let wide = [Double](repeating: 1, count: 100_000)
    #expect(throws: GridEvaluation.Refusal.tooManyPoints) {
      try GridEvaluation(builder.graph, [all.id], over: Grid([wide, wide, wide])) { _ in nil }
    }
    // 10⁸ points in all, of which 10⁸ ÷ 1 depend on two axes only.
    #expect(throws: GridEvaluation.Refusal.tooMuchKept) {
      try GridEvaluation(
        builder.graph, [all.id],
        over: Grid([Array(wide.prefix(10_000)), Array(wide.prefix(10_000)), [1]])
      ) { _ in nil }
    }
  }

  @Test func stepsAreEvenOrEvenInRatio() {
    #expect(Grid.values(from: 1, to: 3, count: 5, isLogarithmic: false) == [1, 1.5, 2, 2.5, 3])
    let decades = Grid.values(from: 1, to: 1000, count: 4, isLogarithmic: true)
    #expect(decades.first == 1 && decades.last == 1000)
    #expect(zip(decades, [1, 10, 100, 1000]).allSatisfy { abs($0 / $1 - 1) < 1e-14 })
  }
}
