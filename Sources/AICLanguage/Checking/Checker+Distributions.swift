import CostEngine
import Quantities

/// A shape of uncertainty that is called like a function.
enum Distribution: String, CaseIterable {
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

extension Checker {
  /// Beta distributions of larger parameters are as good as normal, and slow to invert.
  private static let largestShape = 10_000.0

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
        return refuse(reversedRange(range))
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
      for (value, parameter) in [(alpha, parameters[0]), (beta, parameters[1])]
      where !(value > 0 && value <= Checker.largestShape) {
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

  // MARK: - Messages

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
      "ranges.positive", "the parameters of a beta distribution are above zero, and at most 10,000",
      at: .init(node.sourceRange))
  }
}
