import CostEngine
import Quantities

/// `plot e over x`: a picture of a figure while one cell goes from half of what it is to twice of that, or of a list.
extension Checker {
  private static let steps = 41

  mutating func plot(_ node: SyntaxNode) {
    let title = title(of: node)
    let name = node[0].text.onOneLine
    if node[1].isMissing {
      switch expression(node[0]) {
      case .list(let values): picture(values, name, title ?? name, node)
      case .plan(let plan):
        picture(
          plan.cumulative.map { .quantity($0) }, "so far", title ?? plan.name, node,
          over: plan.totals.indices.map { .date(plan.date(of: $0)) })
      case .unknown: return
      case let other: report(notPlotted(other, node[0]))
      }
      return
    }
    guard let axis = axis(around: node[1]),
      let points = points([axis], [node[0]], node, isTerm: { $0.term != nil })
    else { return }
    actions.append(
      .sweep(
        CheckedProgram.Sweep(
          title: title, names: [name], points: points, isPicture: true, range: node.sourceRange)))
  }

  private mutating func axis(around target: SyntaxNode) -> Axis? {
    guard case .quantity(let term, let display) = expression(target) else {
      report(notVaried(target))
      return nil
    }
    guard let value = builder.value(of: term), value != 0 else {
      report(notVaried(target))
      return nil
    }
    let numbers = Grid.values(
      from: min(value / 2, value * 2), to: max(value / 2, value * 2), count: Checker.steps,
      isLogarithmic: value > 0)
    return Axis(
      path: target.path, range: target.sourceRange, place: target,
      values: numbers.map { .quantity(builder.constant($0, term.dimension), display) },
      labels: numbers.map { _ in nil }, numbers: numbers)
  }

  /// A list as a picture, over the places in it or what stands for them.
  private mutating func picture(
    _ values: [Value], _ name: String, _ title: String, _ node: SyntaxNode,
    over places: [Value]? = nil
  ) {
    let terms = values.compactMap(\.term)
    guard terms.count == values.count, Set(terms.map(\.dimension)).count == 1 else {
      report(notPlotted(.list(values), node[0]))
      return
    }
    let places = places ?? values.indices.map { .quantity(builder.constant(Double($0))) }
    let axis = Axis(
      path: places.first?.term == nil ? "month" : "place", range: node.sourceRange, place: node,
      values: places, labels: places.map { _ in nil }, numbers: nil)
    let cases = values.enumerated().map { index, value in
      SweepPoints.Case(
        position: [index], figures: [value], requirements: [], limits: [], refusal: nil)
    }
    let points = SweepPoints(axes: [axis], gridAxes: [], firstAxis: axisCount, cases: cases)
    actions.append(
      .sweep(
        CheckedProgram.Sweep(
          title: title, names: [name], points: points, isPicture: true, range: node.sourceRange)))
  }

  // MARK: - Messages

  private func notVaried(_ node: SyntaxNode) -> Diagnostic {
    Diagnostic(
      "plots.target", "`over` takes a cell with one figure other than zero",
      at: .init(node.sourceRange), help: "for other values write a `sweep`")
  }

  private func notPlotted(_ value: Value, _ node: SyntaxNode) -> Diagnostic {
    Diagnostic(
      "plots.figure", "there is nothing to draw here", at: .init(node.sourceRange),
      help: value.term == nil
        ? "a list of figures of one dimension, a plan, or a figure `over` a cell"
        : "say over which cell: `plot \(node.text.onOneLine) over users`")
  }
}
