import CostEngine
import Quantities

/// The best point of a grid: its value and what stands on each axis there.
struct Optimum {
  /// What was asked for, such as `minimize service.cost`.
  let subject: String
  /// `value`, then each axis by the last part of its name.
  let record: RecordValue
  /// The figures of the conditions at the point.
  let conditions: [(text: String, value: Value)]
  let points: Int
  let feasible: Int
}

extension Checker {
  /// `minimize e over x in …, y in … subject to c`: every point is tried.
  mutating func optimum(_ node: SyntaxNode) -> Value {
    let conditions = (node.child(.subjectClause)?.children ?? []).map { condition in
      let inner = condition.unparenthesised
      let isComparison = inner.kind == .binary && inner.token?.kind.isOrdering == true
      return OptimumSearch.Condition(node: condition, sides: isComparison ? inner.children : [])
    }
    // The objective, the truth of each condition, then the sides of those that compare.
    let figures = [node[0]] + conditions.map(\.node) + conditions.flatMap(\.sides)
    guard let axes = axes(node) else { return .unknown }
    guard let points = points(axes, figures, node, isTerm: { $0.isSwept }) else {
      return .unknown
    }
    guard let search = search(points, conditions, node) else { return .unknown }
    guard let best = search.best else {
      return refuse(infeasible(search, points, conditions, node))
    }
    return found(best.point, search, points, conditions, node)
  }

  private mutating func search(
    _ points: SweepPoints, _ conditions: [OptimumSearch.Condition], _ node: SyntaxNode
  ) -> OptimumSearch? {
    var search = OptimumSearch()
    let sign: Double = node.token?.kind == .maximize ? -1 : 1
    let graph = builder.graph
    for (number, point) in points.cases.enumerated() where point.refusal == nil {
      // What an error was reported on already is not told again.
      if point.figures.contains(where: { if case .unknown = $0 { true } else { false } }) {
        return nil
      }
      guard point.figures.first?.term != nil else {
        report(expected("a quantity", point.figures.first ?? .unknown, node[0]))
        return nil
      }
      for (condition, value) in zip(conditions, point.figures.dropFirst()) {
        if case .bool(let truth) = value {
          guard truth.rank.isSampled else { continue }
          report(needsConfidence(condition.node))
          return nil
        }
        report(expected("a condition, such as `a < b`", value, condition.node))
        return nil
      }
      let terms = point.figures.map(\.answer)
      let outer = AxisSet(rawValue: 1 << UInt32(axisCount) - 1)
      guard terms.allSatisfy({ $0?.rank.axes.isDisjoint(with: outer) != false }) else {
        report(undecided(point.figures[0], node[0]))
        return nil
      }
      let required = point.requirements + point.limits
      let roots = terms.compactMap { $0?.id } + required.map(\.condition)
      guard terms.count == roots.count - required.count else { return nil }
      do throws(GridEvaluation.Refusal) {
        let sides = conditions.map { $0.sides.count }
        let answers = roots.count - required.count..<roots.count
        try graph.forEachBlock(
          of: roots, answers: answers, over: points.grid, sampling: sampling,
          execution: execution,
          constant: { builder.value(of: $0) },
          handOver: { search.consider($0, number, sign, sides, required) })
      } catch {
        report(error.diagnostic(node.sourceRange))
        return nil
      }
    }
    return search
  }

  /// The best point as a value: the file is computed once more with the values of that point.
  private mutating func found(
    _ point: OptimumSearch.Point, _ search: OptimumSearch, _ points: SweepPoints,
    _ conditions: [OptimumSearch.Condition],
    _ node: SyntaxNode
  ) -> Value {
    let position = points.position(of: point.number, point.place)
    var given: [Place: Value] = [:]
    for (axis, place) in zip(points.axes, position) {
      given[Place(axis.place)] = axis.values[place]
    }
    let replacements = points.axes.map {
      Overrides.Replacement(path: $0.path, value: $0.place, range: $0.range)
    }
    var checker = recomputed(
      with: replacements, over: overrides, andWin: true, given: given, as: scenarioName,
      for: [node[0]] + conditions.map(\.node))
    var record = RecordValue()
    record["value"] = checker.expression(node[0])
    for (axis, place) in zip(points.axes, position) {
      // A field of its own under another one, such as `autoscale.min`, says little by its last word.
      let words = axis.path.split(separator: ".")
      let last = words.suffix(max(1, words.count - 1)).joined(separator: ".")
      record[record[last] == nil ? last : axis.path] = axis.values[place]
    }
    let figures = conditions.flatMap { condition in
      condition.sides.prefix(1).map { ($0.text.onOneLine, checker.expression($0)) }
    }
    let word = node.token?.kind == .maximize ? "maximize" : "minimize"
    return .optimum(
      Optimum(
        subject: "\(word) \(node[0].text.onOneLine)", record: record, conditions: figures,
        points: search.points, feasible: search.feasible))
  }

  // MARK: - Messages

  private func infeasible(
    _ search: OptimumSearch, _ points: SweepPoints, _ conditions: [OptimumSearch.Condition],
    _ node: SyntaxNode
  ) -> Diagnostic {
    let place = (node.child(.subjectClause) ?? node).sourceRange
    let count = points.cases.count * (points.grid.count ?? 0)
    let message =
      "none of \(QuantityFormat.display.number(Double(count))) points meets every condition"
    guard let nearest = search.nearest else {
      let why = search.refusal.map { requirement in
        requirement.message.text { node in
          let dimension = builder.graph[node].dimension
          return builder.value(of: node).map { QuantityFormat.display.text($0, dimension) } ?? "…"
        }
      }
      return Diagnostic(
        "optima.infeasible", message, at: .init(place),
        help: (why ?? points.cases.compactMap(\.refusal).first).map { "at each of them: \($0)" })
    }
    let position = points.position(of: nearest.point.number, nearest.point.place)
    let there = zip(points.axes, position).map { axis, place in
      "\(axis.path) \(axis.labels[place] ?? shown(axis.values[place]))"
    }.joined(separator: ", ")
    return Diagnostic(
      "optima.infeasible", message,
      at: .init(
        conditions[nearest.condition].node.sourceRange, "the closest, at \(there), fails this one"),
      help: "it fails by \(QuantityFormat.display.text(nearest.violation, .none, asPercent: true))")
  }

  /// A value that is known before the run, for a message.
  private func shown(_ value: Value) -> String {
    switch value {
    case .quantity(let term, let display):
      let figure = ResultFigure(
        builder.value(of: term) ?? .nan, term.dimension,
        written: display.written.map { (unit: $0, scale: $0.scale) }, isPercent: display.isPercent)
      return figure.text
    case .word(let word): return word
    case .hardware(let hardware): return hardware.name
    case .model(let model): return model.name
    default: return value.type
    }
  }
}

extension Value {
  /// The term of a figure or of an answer.
  var answer: Term? {
    switch self {
    case .quantity(let term, _), .bool(let term): term
    default: nil
    }
  }
}

extension TokenKind {
  /// Whether it compares which of two is greater.
  var isOrdering: Bool {
    switch self {
    case .less, .lessEqual, .greater, .greaterEqual: true
    default: false
    }
  }
}
