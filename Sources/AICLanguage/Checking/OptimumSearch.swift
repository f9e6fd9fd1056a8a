import CostEngine

/// The best of some points, found by looking at each.
struct OptimumSearch {
  /// A condition of an optimum, with the two sides it compares where it does.
  struct Condition {
    let node: SyntaxNode
    let sides: [SyntaxNode]
  }

  /// A point of all the points, by its case and its place in the grid.
  struct Point {
    let number: Int
    let place: Int
  }

  /// The best point so far, and the one that fails the conditions by the least.
  private(set) var best: (point: Point, value: Double)?
  private(set) var nearest: (point: Point, violation: Double, condition: Int)?
  private(set) var feasible = 0
  private(set) var points = 0
  /// What the engine's conditions said first.
  private(set) var refusal: Requirement?

  /// Looks at the points of a block: whether every condition holds, and whether one is better than those before.
  ///
  /// - Parameters:
  ///   - sign: -1 where the greatest value is the best.
  ///   - sides: how many sides of each condition follow the objective and the conditions among the roots.
  mutating func consider(
    _ block: GridBlock, _ number: Int, _ sign: Double, _ sides: [Int], _ requirements: [Requirement]
  ) {
    let objective = block.column(0)
    let conditions = sides.indices.map { block.column(1 + $0) }
    let first = 1 + sides.count + sides.reduce(0, +)
    let demands = requirements.indices.map { block.column(first + $0) }
    points += block.points.count
    points: for (offset, place) in block.points.enumerated() {
      for (index, demand) in demands.enumerated() where demand[offset] == 0 {
        if refusal == nil { refusal = requirements[index] }
        continue points
      }
      for condition in conditions where condition[offset] == 0 {
        if best == nil { noteViolation(block, Point(number: number, place: place), sides, offset) }
        continue points
      }
      let value = objective[offset]
      guard value.isFinite else { continue }
      feasible += 1
      // The last bits of figures that were found step by step make no point better than another.
      if let best, sign * value >= sign * best.value - 1e-9 * abs(best.value) { continue }
      best = (Point(number: number, place: place), value)
    }
  }

  /// Remembers the point that fails its conditions by the least, and the condition it fails by the most.
  private mutating func noteViolation(
    _ block: GridBlock, _ point: Point, _ sides: [Int], _ offset: Int
  ) {
    var worst = (violation: -1.0, condition: 0)
    var side = 1 + sides.count
    for (index, count) in sides.enumerated() {
      if block.column(1 + index)[offset] == 0 {
        var violation = Double.infinity
        if count == 2 {
          let (a, b) = (block.column(side)[offset], block.column(side + 1)[offset])
          violation = abs(a - b) / max(abs(b), .leastNormalMagnitude)
        }
        if violation > worst.violation { worst = (violation, index) }
      }
      side += count
    }
    if let nearest, worst.violation >= nearest.violation { return }
    nearest = (point, worst.violation, worst.condition)
  }
}
