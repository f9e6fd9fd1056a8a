import CostEngine
import Quantities

/// Figures over the points of some axes.
///
/// An axis of numbers becomes an axis of the graph, which is then computed over all its values at once. Axes of other
/// things, such as hardware, and of numbers that must be known before the run are walked through: each combination
/// of their values is a case with terms of its own.
struct SweepPoints {
  /// One combination of the values that are walked through.
  struct Case {
    /// The place on each axis; nil on those of the graph.
    let position: [Int?]
    /// The figures as terms, one for each that was asked for; empty where the case cannot be.
    let figures: [Value]
    /// What must hold at each point, the engine's conditions.
    let requirements: [Requirement]
    /// Warnings that no best point may have, such as a rate beyond what the replicas can serve.
    let limits: [Requirement]
    /// Why the case cannot be; nil where it can.
    let refusal: String?
  }

  let axes: [Axis]
  /// The axes of the graph, in the order of their numbers there.
  let gridAxes: [Int]
  /// The axes of the graph before them stand for values outside.
  let firstAxis: Int
  let cases: [Case]

  /// What stands outside has one value here, which nothing may depend on.
  var grid: Grid {
    Grid(Array(repeating: [.nan], count: firstAxis) + gridAxes.map { axes[$0].numbers ?? [] })
  }

  /// Where a point lies on every axis.
  func position(of number: Int, _ place: Int) -> [Int] {
    var position = cases[number].position.map { $0 ?? 0 }
    for (axis, index) in zip(gridAxes, grid.position(of: place).dropFirst(firstAxis)) {
      position[axis] = index
    }
    return position
  }
}

extension Checker {
  /// So many combinations may be walked through.
  private static let mostCases = 2_000

  mutating func sweep(_ node: SyntaxNode) {
    let figures = node.child(.figuresClause)?.children ?? []
    guard let axes = axes(node),
      let points = points(axes, figures, node, isTerm: { $0.isSwept })
    else { return }
    let title = title(of: node)
    actions.append(
      .sweep(
        CheckedProgram.Sweep(
          title: title, names: figures.map(\.text.onOneLine), points: points,
          range: node.sourceRange)))
  }

  /// The figures at every point; nil where an error was reported.
  mutating func points(
    _ axes: [Axis], _ figures: [SyntaxNode], _ node: SyntaxNode, isTerm: (Value) -> Bool
  ) -> SweepPoints? {
    let grid = gridAxes(axes, figures)
    let walked = axes.indices.filter { !grid.contains($0) }
    let count = walked.reduce(1.0) { $0 * Double(axes[$1].values.count) }
    guard count <= Double(Checker.mostCases) else {
      report(tooManyCases(axes[walked.max { axes[$0].values.count < axes[$1].values.count } ?? 0]))
      return nil
    }
    var cases: [SweepPoints.Case] = []
    var failure: [Diagnostic] = []
    for number in 0..<Int(count) {
      var rest = number
      var position = [Int?](repeating: nil, count: axes.count)
      for axis in walked.reversed() {
        position[axis] = rest % axes[axis].values.count
        rest /= axes[axis].values.count
      }
      let (point, told) = at(position, axes, grid, figures)
      for (figure, value) in zip(figures, point.figures) where !isTerm(value) {
        report(notSwept(value, figure))
        return nil
      }
      if failure.isEmpty { failure = told }
      cases.append(point)
    }
    if cases.allSatisfy({ $0.refusal != nil }) {
      for diagnostic in failure where !diagnostics.contains(diagnostic) { report(diagnostic) }
      return nil
    }
    return SweepPoints(axes: axes, gridAxes: grid, firstAxis: axisCount, cases: cases)
  }

  /// The axes that can be axes of the graph: all of numbers, less those that some check must know.
  private mutating func gridAxes(_ axes: [Axis], _ figures: [SyntaxNode]) -> [Int] {
    let numeric = axes.indices.filter { axes[$0].numbers != nil }
    // Deeper nests of optima walk through their values instead.
    guard axisCount + numeric.count <= AxisSet.RawValue.bitWidth else { return [] }
    let attempts = [numeric] + numeric.map { left in numeric.filter { $0 != left } } + [[]]
    for attempt in attempts {
      let position = axes.indices.map { attempt.contains($0) ? nil : 0 }
      if at(position, axes, attempt, figures).told.isEmpty { return attempt }
    }
    return []
  }

  /// The file with one value on each axis, or with the graph's own axis where the position is nil.
  private mutating func at(
    _ position: [Int?], _ axes: [Axis], _ grid: [Int], _ figures: [SyntaxNode]
  ) -> (point: SweepPoints.Case, told: [Diagnostic]) {
    var given: [Place: Value] = [:]
    for (index, axis) in axes.enumerated() {
      if let place = position[index] {
        given[Place(axis.place)] = axis.values[place]
      } else if let number = grid.firstIndex(of: index) {
        var display = Display()
        if case .quantity(_, let own)? = axis.values.first { display = own }
        given[Place(axis.place)] = .quantity(
          builder.axis(axisCount + number, axis.dimension), display)
      }
    }
    let replacements = axes.map {
      Overrides.Replacement(path: $0.path, value: $0.place, range: $0.range)
    }
    let outer = axisCount
    axisCount += grid.count
    var checker = recomputed(
      with: replacements, over: overrides, andWin: true, given: given, as: scenarioName,
      for: figures)
    axisCount = outer
    let values = figures.map { checker.expression($0) }
    used.formUnion(checker.used)
    let told = checker.diagnostics.filter { $0.severity == .error }
    return (
      SweepPoints.Case(
        position: position, figures: told.isEmpty ? values : [],
        requirements: checker.requirements.map(\.requirement).filter { $0.severity == .error },
        limits: checker.requirements.map(\.requirement).filter { $0.id == "deployment.rate" },
        refusal: told.first?.message),
      told
    )
  }

  // MARK: - Messages

  private func tooManyCases(_ axis: Axis) -> Diagnostic {
    Diagnostic(
      "axes.cases",
      "these axes have more than \(Checker.mostCases) combinations to walk through",
      at: .init(axis.range, "\(axis.values.count) values"),
      help: "axes of numbers that only enter formulas have no such limit")
  }

  private func notSwept(_ value: Value, _ node: SyntaxNode) -> Diagnostic {
    Diagnostic(
      "axes.figure", "a sweep shows figures, not \(value.aType)", at: .init(node.sourceRange),
      help: value.card == nil
        ? nil : "name one of its figures, such as `\(node.text.onOneLine).cost`")
  }
}

extension Value {
  /// Whether it is one figure or yes-or-no answer.
  var isSwept: Bool {
    switch self {
    case .quantity, .bool, .word, .text, .unknown: true
    default: false
    }
  }

  /// The word for a thing with figures of its own; nil for other values.
  var card: String? {
    switch self {
    case .training, .deployment, .api, .ownership, .model, .hardware: type
    default: nil
    }
  }
}
