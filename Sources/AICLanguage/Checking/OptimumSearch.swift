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

  /// Looks at one point of a block: whether every condition holds, and whether it is better than those before.
  mutating func consider(
    _ block: GridBlock, _ place: Int, _ point: Point, _ sign: Double, _ sides: [Int],
    _ requirements: [Requirement]
  ) {
    points += 1
    let figures = 1 + sides.count + sides.reduce(0, +)
    for (index, requirement) in requirements.enumerated() where block[figures + index, place] == 0 {
      if refusal == nil { refusal = requirement }
      return
    }
    var worst: (violation: Double, condition: Int)?
    var side = 1 + sides.count
    for (index, count) in sides.enumerated() {
      if block[1 + index, place] == 0 {
        var violation = Double.infinity
        if count == 2 {
          let (a, b) = (block[side, place], block[side + 1, place])
          violation = abs(a - b) / max(abs(b), .leastNormalMagnitude)
        }
        if violation > worst?.violation ?? -1 { worst = (violation, index) }
      }
      side += count
    }
    if let worst {
      if worst.violation < nearest?.violation ?? .infinity || nearest == nil {
        nearest = (point, worst.violation, worst.condition)
      }
      return
    }
    let value = sign * block[0, place]
    guard value.isFinite else { return }
    feasible += 1
    if value < best.map({ sign * $0.value }) ?? .infinity { best = (point, block[0, place]) }
  }
}
