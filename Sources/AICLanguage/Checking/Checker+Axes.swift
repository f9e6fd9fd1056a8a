import CostEngine
import Quantities

/// What a sweep or an optimum varies, and the values it takes.
struct Axis {
  /// The cell or field that is replaced, such as `service.batch`.
  let path: String
  let range: SourceRange
  /// The expression that stands for the values: each of them is given in its place.
  let place: SyntaxNode
  let values: [Value]
  /// What a report calls each value; nil where the value says it.
  let labels: [String?]
  /// Values in base units, where all are quantities of one dimension that are known before the run.
  let numbers: [Double]?

  var dimension: Dimension { values.first?.term?.dimension ?? .none }
}

extension Checker {
  /// No sweep has more.
  private static let mostAxes = 5

  /// The axes that a statement writes; nil where an error was reported.
  mutating func axes(_ node: SyntaxNode) -> [Axis]? {
    let nodes = node.children.filter { $0.kind == .axis || $0.kind == .gridAxis }
    guard nodes.count <= Checker.mostAxes else {
      report(tooManyAxes(Checker.mostAxes, nodes[Checker.mostAxes]))
      return nil
    }
    var axes: [Axis] = []
    for axis in nodes {
      guard let axis = axis.kind == .axis ? listAxis(axis) : gridAxis(axis) else { return nil }
      if axes.contains(where: { $0.path == axis.path }) {
        report(axisTwice(axis))
        return nil
      }
      axes.append(axis)
    }
    return axes.isEmpty ? nil : axes
  }

  /// `x in [1, 2, 4]`, `x in 1..8`, `hw in [H100, A100]`
  private mutating func listAxis(_ node: SyntaxNode) -> Axis? {
    switch expression(node[1]) {
    case .list(let values) where !values.isEmpty:
      if values.contains(where: { if case .unknown = $0 { true } else { false } }) { return nil }
      if let first = values.first, let other = values.first(where: { $0.type != first.type }) {
        report(unlikeValues(first, other, node[1]))
        return nil
      }
      if values.contains(where: { $0.answer?.rank.isSampled == true }) {
        report(uncertainAxis(node[1]))
        return nil
      }
      let elements = node[1].kind == .list ? node[1].children : []
      let labels = values.indices.map { index -> String? in
        if case .quantity = values[index] { return nil }
        return elements.indices.contains(index) ? elements[index].text.onOneLine : nil
      }
      return Axis(
        path: node[0].path, range: node[0].sourceRange, place: node[1], values: values,
        labels: labels, numbers: numbers(values))
    case .list:
      report(emptyAxis(node[1]))
      return nil
    case .unknown: return nil
    case let other:
      report(notAList(other, node[1]))
      return nil
    }
  }

  /// `x from a to b in n steps`: n values, both ends among them; even steps, or even ratios with `log`.
  private mutating func gridAxis(_ node: SyntaxNode) -> Axis? {
    guard case .quantity(let first, let display) = expression(node[1]),
      let last = figure(node[2], first.dimension, "the end of the axis"),
      let count = whole(node[3])
    else { return nil }
    guard let low = builder.value(of: first), let high = builder.value(of: last) else {
      report(notWhole(node[1]))
      return nil
    }
    guard count >= 2, count <= Double(Checker.longestList) else {
      report(stepCount(count, Checker.longestList, node[3]))
      return nil
    }
    let isLog = node.token?.kind == .log
    if isLog, low <= 0 || high <= 0 {
      report(notLogarithmic(low <= 0 ? node[1] : node[2]))
      return nil
    }
    let numbers = Grid.values(from: low, to: high, count: Int(count), isLogarithmic: isLog)
    return Axis(
      path: node[0].path, range: node[0].sourceRange, place: node,
      values: numbers.map { .quantity(builder.constant($0, first.dimension), display) },
      labels: numbers.map { _ in nil }, numbers: numbers)
  }

  private func numbers(_ values: [Value]) -> [Double]? {
    guard let first = values.first?.term else { return nil }
    let numbers = values.compactMap { value in
      value.term.flatMap { $0.dimension == first.dimension ? builder.value(of: $0) : nil }
    }
    return numbers.count == values.count ? numbers : nil
  }

  // MARK: - Messages

  private func tooManyAxes(_ limit: Int, _ node: SyntaxNode) -> Diagnostic {
    Diagnostic("axes.many", "more than \(limit) axes", at: .init(node.sourceRange))
  }

  private func axisTwice(_ axis: Axis) -> Diagnostic {
    Diagnostic("axes.twice", "`\(axis.path)` is an axis already", at: .init(axis.range))
  }

  private func unlikeValues(_ first: Value, _ other: Value, _ node: SyntaxNode) -> Diagnostic {
    Diagnostic(
      "axes.unlike", "the values of an axis are of one kind", at: .init(node.sourceRange),
      help: "here stand \(first.aType) and \(other.aType)")
  }

  private func uncertainAxis(_ node: SyntaxNode) -> Diagnostic {
    Diagnostic(
      "axes.uncertain", "the values of an axis are certain", at: .init(node.sourceRange),
      help: "list single values; other assumptions stay uncertain at each of them")
  }

  private func emptyAxis(_ node: SyntaxNode) -> Diagnostic {
    Diagnostic("axes.empty", "an axis needs at least one value", at: .init(node.sourceRange))
  }

  private func stepCount(_ count: Double, _ limit: Int, _ node: SyntaxNode) -> Diagnostic {
    Diagnostic(
      "axes.steps",
      "an axis has between 2 and \(limit) steps, not \(QuantityFormat.display.number(count))",
      at: .init(node.sourceRange))
  }

  private func notLogarithmic(_ node: SyntaxNode) -> Diagnostic {
    Diagnostic(
      "axes.log", "a logarithmic axis runs between values above zero",
      at: .init(node.sourceRange), help: "leave `log` out, or begin above zero")
  }
}
