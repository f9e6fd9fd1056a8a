import CostEngine
import Quantities

/// Uncertain quantities: ranges, distributions, and what is asked of their samples.
extension Checker {
  // MARK: - Draws

  /// Numbers between 0 and 1 for the next source of uncertainty of the cell, or field, being computed.
  ///
  /// Its name tells it from every other, so that another assumption, or another scenario, leaves its draws as they are.
  private mutating func share() -> Term {
    let place = (importing.map(\.name) + [drawPlace ?? cell ?? "show"]).joined(separator: "/")
    let number = drawCounts[place, default: 0]
    drawCounts[place] = number + 1
    return builder.draw("\(place)#\(number)")
  }

  /// Standard normal draws.
  private mutating func normal() -> Term { share().applying(.normalQuantile) }

  /// The 95% quantile of the standard normal distribution: a 90% interval reaches so far to both sides.
  private static let z95 = 1.644853626951472714864

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
      guard a < b else { return refuse(backwards(node)) }
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
    return .quantity(middle * (normal() * spread).applying(.exp), display)
  }

  private mutating func logitNormal(_ low: Term, _ high: Term) -> Term {
    let (a, b) = ((low / (1 - low)).applying(.log), (high / (1 - high)).applying(.log))
    let position = (a + b) / 2 + normal() * ((b - a) / (2 * Checker.z95))
    return 1 / (1 + (-position).applying(.exp))
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
    return .quantity(mean + deviation * normal())
  }

  private func notNegative(_ deviation: Term) -> Requirement {
    Requirement(
      "ranges.deviation", .error, deviation >= builder.constant(0, deviation.dimension),
      "a standard deviation cannot be negative")
  }

  /// Whether a parameter of a distribution has no samples itself; reports where it has.
  private mutating func isCertain(_ term: Term, _ node: SyntaxNode) -> Bool {
    guard term.rank.isSampled else { return true }
    report(uncertainParameter(node))
    return false
  }

  // MARK: - Distributions

  /// `normal(3 to 5)`, `triangular(low: 1, mode: 2, high: 4)`
  mutating func distribution(
    _ shape: Distribution, _ arguments: [SyntaxNode], _ node: SyntaxNode
  ) -> Value {
    if let sole = arguments.first, arguments.count == 1, sole.kind == .argument,
      shape == .normal || shape == .uniform || shape == .lognormal,
      case let range = sole[0].unparenthesised, range.kind == .binary, range.token?.kind == .to
    {
      guard case .quantity(let first, let display) = expression(range[0]),
        case .quantity(let high, let upper) = expression(range[1])
      else {
        _ = (figure(range[0]), figure(range[1]))
        return .unknown
      }
      let low = sharingUnit(first, display, upper, range[0])
      guard low.dimension == high.dimension else {
        return refuse(mismatch(low, high, upper, range, range[0], range[1]))
      }
      guard isCertain(low, range[0]), isCertain(high, range[1]) else { return .unknown }
      if let a = builder.value(of: low), let b = builder.value(of: high), a >= b {
        return refuse(backwards(range))
      }
      switch shape {
      case .normal:
        return .quantity((low + high) / 2 + normal() * ((high - low) / (2 * Checker.z95)))
      case .uniform: return .quantity(low + (high - low) * share())
      default: return interval(low, high, upper, range, range[0], range[1])
      }
    }
    guard let parameters = parameters(of: shape, arguments, node) else { return .unknown }
    switch shape {
    case .normal:
      place(notNegative(parameters[1].term), at: parameters[1].node.sourceRange)
      return .quantity(parameters[0].term + parameters[1].term * normal())
    case .lognormal:
      let (mean, deviation) = (parameters[0].term, parameters[1].term)
      place(notNegative(deviation), at: parameters[1].node.sourceRange)
      place(
        Requirement(
          "ranges.positive", .error, mean > builder.constant(0, mean.dimension),
          "the mean of a log-normal quantity is above zero, not \(mean)"),
        at: parameters[0].node.sourceRange)
      let ratio = deviation / mean
      let variance = (1 + ratio * ratio).applying(.log)
      let factor = (normal() * variance.squareRoot - variance / 2).applying(.exp)
      return .quantity(mean * factor)
    case .uniform:
      let (low, high) = (parameters[0].term, parameters[1].term)
      order([low, high], node)
      return .quantity(low + (high - low) * share())
    case .triangular:
      let (low, mode, high) = (parameters[0].term, parameters[1].term, parameters[2].term)
      order([low, mode, high], node)
      let (u, width) = (share(), high - low)
      let turn = (mode - low) / width
      let below = low + (u * (width * (mode - low))).squareRoot
      let above = high - ((1 - u) * (width * (high - mode))).squareRoot
      return .quantity((u < turn).choose(below, else: above))
    case .pert:
      let (low, mode, high) = (parameters[0].term, parameters[1].term, parameters[2].term)
      order([low, mode, high], node)
      guard let a = builder.value(of: low), let m = builder.value(of: mode),
        let b = builder.value(of: high)
      else { return refuse(notFixed(node)) }
      guard a < b, a <= m, m <= b else { return .unknown }
      let beta = BetaDistribution(
        alpha: 1 + 4 * (m - a) / (b - a), beta: 1 + 4 * (b - m) / (b - a))
      return .quantity(low + (high - low) * share().applying(.betaQuantile(beta)))
    case .beta:
      guard let alpha = builder.value(of: parameters[0].term),
        let beta = builder.value(of: parameters[1].term)
      else { return refuse(notFixed(node)) }
      for (value, parameter) in [(alpha, parameters[0]), (beta, parameters[1])] where value <= 0 {
        return refuse(notPositive(parameter.node))
      }
      let distribution = BetaDistribution(alpha: alpha, beta: beta)
      return .quantity(share().applying(.betaQuantile(distribution)))
    }
  }

  /// The parameters of a shape in their order, each certain and all of one dimension; nil where an error was reported.
  private mutating func parameters(
    of shape: Distribution, _ arguments: [SyntaxNode], _ node: SyntaxNode
  ) -> [(term: Term, node: SyntaxNode)]? {
    var found: [String: (term: Term, node: SyntaxNode)] = [:]
    for (index, argument) in arguments.enumerated() {
      let isNamed = argument.kind == .namedArgument
      let name = isNamed ? argument[0].identifier : shape.parameters.dropFirst(index).first
      guard let name, shape.parameters.contains(name), found[name] == nil else {
        report(wrongParameters(shape, node))
        return nil
      }
      let value = argument[isNamed ? 1 : 0]
      guard let term = figure(value), isCertain(term, value) else { return nil }
      found[name] = (term, value)
    }
    let inOrder = shape.parameters.compactMap { found[$0] }
    guard inOrder.count == shape.parameters.count else {
      report(wrongParameters(shape, node))
      return nil
    }
    for parameter in inOrder.dropFirst() where parameter.term.dimension != inOrder[0].term.dimension
    {
      report(
        mismatch(
          inOrder[0].term, parameter.term, Display(), node, inOrder[0].node, parameter.node))
      return nil
    }
    return inOrder
  }

  /// Requires that the parameters of a shape ascend, the first below the last.
  private mutating func order(_ terms: [Term], _ node: SyntaxNode) {
    var condition = terms[0] < terms[terms.count - 1]
    for (a, b) in zip(terms, terms.dropFirst()) { condition = condition.and(a <= b) }
    place(
      Requirement(
        "ranges.order", .error, condition, "the parameters of this distribution do not ascend"),
      at: node.sourceRange)
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

  private func backwards(_ node: SyntaxNode) -> Diagnostic {
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

  private func wrongParameters(_ shape: Distribution, _ node: SyntaxNode) -> Diagnostic {
    let form = shape.parameters.map { "\($0): …" }.joined(separator: ", ")
    return Diagnostic(
      "ranges.parameters", "`\(shape.rawValue)` takes \(shape.parameters.listed)",
      at: .init(node.sourceRange),
      help: "write `\(shape.rawValue)(\(form))`")
  }

  private func notFixed(_ node: SyntaxNode) -> Diagnostic {
    Diagnostic(
      "ranges.fixed", "the parameters of this distribution must be known before the run",
      at: .init(node.sourceRange))
  }

  private func notPositive(_ node: SyntaxNode) -> Diagnostic {
    Diagnostic(
      "ranges.positive", "the parameters of a beta distribution are above zero",
      at: .init(node.sourceRange))
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

/// A shape of uncertainty that is called like a function.
enum Distribution: String {
  case normal, lognormal, uniform, triangular, pert, beta

  var parameters: [String] {
    switch self {
    case .normal, .lognormal: ["mean", "sd"]
    case .uniform: ["low", "high"]
    case .triangular, .pert: ["low", "mode", "high"]
    case .beta: ["alpha", "beta"]
    }
  }

  var doc: String {
    switch self {
    case .normal: "a normal quantity: `normal(3 to 5)` by its 90% interval, or by mean and sd"
    case .lognormal: "a log-normal quantity, by its mean and sd"
    case .uniform: "any value between two is as likely as any other"
    case .triangular: "between two values, one the likeliest"
    case .pert: "between two values, one the likeliest, with thinner tails than triangular"
    case .beta: "a share, by the two parameters of the beta distribution"
    }
  }
}
