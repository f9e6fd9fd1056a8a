import CostEngine
import Quantities

/// Uncertain quantities: ranges, distributions, and what is asked of their samples.
extension Checker {
  // MARK: - Draws

  /// Numbers between 0 and 1 for the next source of uncertainty of the cell, or field, being computed.
  ///
  /// Its name tells it from every other, so that another assumption, or another scenario, leaves its draws as they are.
  mutating func share() -> Term {
    let place = drawPlace ?? cell ?? "show"
    let number = drawCounts[place, default: 0]
    drawCounts[place] = number + 1
    return draw(number, of: place)
  }

  /// The draws of the source of uncertainty of that number in a cell or field of this file.
  func draw(_ number: Int, of place: String) -> Term {
    let path = (importing.map(\.name) + [place]).joined(separator: "/")
    return builder.draw("\(path)#\(number)")
  }

  /// A quantity that rises with its share, and follows from no other draw.
  mutating func drawn(_ quantile: (_ share: Term) -> Term) -> Term {
    let share = share()
    let quantity = quantile(share)
    builder.note(quantity, isQuantileAt: share)
    return quantity
  }

  /// The 95% quantile of the standard normal distribution: a 90% interval reaches so far to both sides.
  static let z95 = 1.644853626951472714864

  // MARK: - Ranges

  /// The lower end of `4k to 9k users` or `40 to 60%`, where the unit is written once, at the upper end.
  func sharingUnit(
    _ low: Term, _ display: Display, _ upper: Display, _ node: SyntaxNode
  ) -> Term {
    let literal = node.kind == .unary ? node[0] : node
    guard literal.kind == .quantity, low.dimension.isNone, !display.isPercent,
      display.written == nil
    else { return low }
    if let one = upper.writtenValue { return low * one }
    return upper.isPercent ? low * 0.01 : low
  }

  /// `a to b`: the 90% interval of a log-normal quantity, or of a logit-normal share.
  mutating func interval(
    _ low: Term, _ high: Term, _ display: Display, _ node: SyntaxNode, _ lowNode: SyntaxNode,
    _ highNode: SyntaxNode
  ) -> Value {
    guard low.dimension == high.dimension else {
      return refuse(mismatch(low, high, Display(), node, lowNode, highNode))
    }
    guard isCertain(low, lowNode), isCertain(high, highNode) else { return .unknown }
    if let a = builder.value(of: low), let b = builder.value(of: high) {
      guard a < b else { return refuse(reversedRange(node)) }
      guard a > 0 else { return refuse(touchesZero(node)) }
      if display.isPercent, a < 1, b < 1 {
        return .quantity(logitNormal(low, high), Display(isPercent: true))
      }
    } else {
      let zero = builder.constant(0, low.dimension)
      place(
        Requirement(
          "ranges.order", .error, (low < high).and(low > zero),
          "a range runs from a smaller value above zero to a larger one, not from \(low) to \(high)"
        ),
        at: node.sourceRange)
    }
    let middle = (low * high).squareRoot
    let spread = (high / low).applying(.log) / (2 * Checker.z95)
    return .quantity(
      drawn { middle * ($0.applying(.normalQuantile) * spread).applying(.exp) }, display)
  }

  private mutating func logitNormal(_ low: Term, _ high: Term) -> Term {
    let (a, b) = ((low / (1 - low)).applying(.log), (high / (1 - high)).applying(.log))
    return drawn {
      let position = (a + b) / 2 + $0.applying(.normalQuantile) * ((b - a) / (2 * Checker.z95))
      return 1 / (1 + (-position).applying(.exp))
    }
  }

  /// `x ± s`: normal, with that standard deviation.
  mutating func around(
    _ mean: Term, _ deviation: Term, _ node: SyntaxNode, _ meanNode: SyntaxNode,
    _ deviationNode: SyntaxNode
  ) -> Value {
    guard mean.dimension == deviation.dimension else {
      return refuse(mismatch(mean, deviation, Display(), node, meanNode, deviationNode))
    }
    guard isCertain(deviation, deviationNode) else { return .unknown }
    place(notNegative(deviation), at: deviationNode.sourceRange)
    let share = share()
    let quantity = mean + deviation * share.applying(.normalQuantile)
    if !mean.rank.isSampled { builder.note(quantity, isQuantileAt: share) }
    return .quantity(quantity)
  }

  func notNegative(_ deviation: Term) -> Requirement {
    Requirement(
      "ranges.deviation", .error, deviation >= builder.constant(0, deviation.dimension),
      "a standard deviation cannot be negative")
  }

  /// Whether a parameter of a distribution has no samples itself; reports where it has.
  mutating func isCertain(_ term: Term, _ node: SyntaxNode) -> Bool {
    guard term.rank.isSampled else { return true }
    report(uncertainParameter(node))
    return false
  }

  // MARK: - Statistics

  /// `mean(x)`, `p95(x)`, `quantile(x, 99%)`, `chance(x < y)`
  mutating func statistic(
    _ name: String, _ arguments: [SyntaxNode], _ node: SyntaxNode
  ) -> Value {
    let count = name == "quantile" ? 2 : 1
    guard arguments.count == count else {
      return refuse(
        wrongCount(
          name, takes: count == 2 ? "a value and a share" : "one value", arguments.count, node))
    }
    if name == "chance" {
      guard let truth = truth(arguments[0]) else { return .unknown }
      return .quantity(builder.statistic(.mean, of: truth), Display(isPercent: true))
    }
    guard case .quantity(let term, let display) = expression(arguments[0]) else {
      _ = figure(arguments[0])
      return .unknown
    }
    var statistic = Statistic.mean
    switch name {
    case "sd": statistic = .standardDeviation
    case "median": statistic = .quantile(0.5)
    case "p5": statistic = .quantile(0.05)
    case "p95": statistic = .quantile(0.95)
    case "quantile":
      guard let share = number(arguments[1]) else { return .unknown }
      guard let value = builder.value(of: share), value >= 0, value <= 1 else {
        return refuse(notAShare(arguments[1]))
      }
      statistic = .quantile(value)
    default: break
    }
    return .quantity(builder.statistic(statistic, of: term), display)
  }

  // MARK: - Messages

  func reversedRange(_ node: SyntaxNode) -> Diagnostic {
    Diagnostic(
      "ranges.order", "a range runs from its smaller end to its larger one",
      at: .init(node.sourceRange),
      help: "write `\(node[1].text.onOneLine) to \(node[0].text.onOneLine)`")
  }

  private func touchesZero(_ node: SyntaxNode) -> Diagnostic {
    Diagnostic(
      "ranges.zero", "a range that touches zero needs a shape", at: .init(node.sourceRange),
      help: "write `normal(\(node.text.onOneLine))` or `uniform(\(node.text.onOneLine))`")
  }

  private func uncertainParameter(_ node: SyntaxNode) -> Diagnostic {
    Diagnostic(
      "ranges.uncertain", "the parameters of a distribution are certain",
      at: .init(node.sourceRange, "this is uncertain"),
      help: "take a statistic of it, such as `mean(\(node.text.onOneLine))`")
  }

  private func notAShare(_ node: SyntaxNode) -> Diagnostic {
    Diagnostic(
      "ranges.share", "a quantile is asked for by a share between 0% and 100%",
      at: .init(node.sourceRange), help: "such as `quantile(cost, 99%)`")
  }

  func needsConfidence(_ node: SyntaxNode) -> Diagnostic {
    let text = node.text.onOneLine
    return Diagnostic(
      "ranges.confidence", "whether this holds is uncertain", at: .init(node.sourceRange),
      help: "write `\(text) with 95% confidence`, or ask for a statistic, such as `chance(\(text))`"
    )
  }
}
