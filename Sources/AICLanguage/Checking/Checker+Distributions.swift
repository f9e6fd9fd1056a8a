import CostEngine
import Quantities

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
        let deviation = (high - low) / (2 * Checker.z95)
        return .quantity(
          drawn { (low + high) / 2 + $0.applying(.normalQuantile) * deviation })
      case .uniform: return .quantity(drawn { low + (high - low) * $0 })
      default: return interval(low, high, upper, range, range[0], range[1])
      }
    }
    switch shape {
    case .discrete: return discrete(arguments, node)
    case .mixture: return mixture(arguments, node)
    case .empirical: return empirical(arguments, node)
    case .truncate: return truncated(arguments, node)
    default: break
    }
    guard let parameters = parameters(of: shape, arguments, node) else { return .unknown }
    switch shape {
    case .normal:
      place(notNegative(parameters[1].term), at: parameters[1].node.sourceRange)
      let (mean, deviation) = (parameters[0].term, parameters[1].term)
      return .quantity(drawn { mean + deviation * $0.applying(.normalQuantile) })
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
      return .quantity(
        drawn {
          let position = $0.applying(.normalQuantile) * variance.squareRoot - variance / 2
          return mean * position.applying(.exp)
        })
    case .uniform:
      let (low, high) = (parameters[0].term, parameters[1].term)
      order([low, high], node)
      return .quantity(drawn { low + (high - low) * $0 })
    case .triangular:
      let (low, mode, high) = (parameters[0].term, parameters[1].term, parameters[2].term)
      order([low, mode, high], node)
      let width = high - low
      let turn = (mode - low) / width
      return .quantity(
        drawn { share in
          let below = low + (share * (width * (mode - low))).squareRoot
          let above = high - ((1 - share) * (width * (high - mode))).squareRoot
          return (share < turn).choose(below, else: above)
        })
    case .pert:
      let (low, mode, high) = (parameters[0].term, parameters[1].term, parameters[2].term)
      order([low, mode, high], node)
      guard let a = builder.value(of: low), let m = builder.value(of: mode),
        let b = builder.value(of: high)
      else { return refuse(notFixed(node)) }
      guard a < b, a <= m, m <= b else { return .unknown }
      let beta = BetaDistribution(
        alpha: 1 + 4 * (m - a) / (b - a), beta: 1 + 4 * (b - m) / (b - a))
      return .quantity(drawn { low + (high - low) * $0.applying(.betaQuantile(beta)) })
    case .beta:
      guard let alpha = builder.value(of: parameters[0].term),
        let beta = builder.value(of: parameters[1].term)
      else { return refuse(notFixed(node)) }
      for (value, parameter) in [(alpha, parameters[0]), (beta, parameters[1])]
      where !(value > 0 && value <= Checker.largestShape) {
        return refuse(notPositive(parameter.node))
      }
      let distribution = BetaDistribution(alpha: alpha, beta: beta)
      return .quantity(drawn { $0.applying(.betaQuantile(distribution)) })
    default: return .unknown
    }
  }

  /// The expressions that the parameters of a shape are given, by their names; nil where an error was reported.
  mutating func named(
    _ arguments: [SyntaxNode], of shape: Distribution, _ node: SyntaxNode
  ) -> [String: SyntaxNode]? {
    var found: [String: SyntaxNode] = [:]
    for (index, argument) in arguments.enumerated() {
      let isNamed = argument.kind == .namedArgument
      let name = isNamed ? argument[0].identifier : shape.parameters.dropFirst(index).first
      guard let name, shape.parameters.contains(name), found[name] == nil else {
        report(wrongParameters(shape, node))
        return nil
      }
      found[name] = argument[isNamed ? 1 : 0]
    }
    for needed in shape.parameters.dropLast(shape.optional) where found[needed] == nil {
      report(wrongParameters(shape, node))
      return nil
    }
    return found
  }

  /// The parameters of a shape in their order, each certain and all of one dimension; nil where an error was reported.
  private mutating func parameters(
    of shape: Distribution, _ arguments: [SyntaxNode], _ node: SyntaxNode
  ) -> [(term: Term, node: SyntaxNode)]? {
    guard let found = named(arguments, of: shape, node) else { return nil }
    var inOrder: [(term: Term, node: SyntaxNode)] = []
    for value in shape.parameters.compactMap({ found[$0] }) {
      guard let term = figure(value), isCertain(term, value) else { return nil }
      inOrder.append((term, value))
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

  func wrongParameters(_ shape: Distribution, _ node: SyntaxNode) -> Diagnostic {
    Diagnostic(
      "ranges.parameters", "`\(shape.rawValue)` takes \(shape.takes)",
      at: .init(node.sourceRange), help: "write `\(shape.form)`")
  }

  func notFixed(_ node: SyntaxNode) -> Diagnostic {
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
