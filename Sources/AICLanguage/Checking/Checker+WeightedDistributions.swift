import CostEngine
import Quantities

/// `discrete`, `mixture` and `empirical`: distributions that are made of lists.
extension Checker {
  /// Measurements go into a table instead, which takes no choice for each of them.
  private static let mostChoices = 1_000

  /// `discrete(values: [$1, $2, $5], weights: [50%, 30%, 20%])`
  mutating func discrete(_ arguments: [SyntaxNode], _ node: SyntaxNode) -> Value {
    guard let found = named(arguments, of: .discrete, node), let list = found["values"],
      let values = knownValues(of: .discrete, list),
      let weights = weights(found["weights"], count: values.figures.count, list)
    else { return .unknown }
    guard values.figures.count <= Checker.mostChoices else {
      return refuse(tooManyChoices(Checker.mostChoices, list))
    }
    // A quantity that rises with its share keeps its rank, whatever it is correlated with.
    let order = values.numbers.indices.sorted {
      (values.numbers[$0], $0) < (values.numbers[$1], $1)
    }
    let choices = order.map { (values.figures[$0], weights[$0]) }
    return .quantity(drawn { Checker.chosen(choices, by: $0) }, values.display)
  }

  /// `mixture(of: [1 to 2, 5 to 9], weights: [70%, 30%])`
  mutating func mixture(_ arguments: [SyntaxNode], _ node: SyntaxNode) -> Value {
    guard let found = named(arguments, of: .mixture, node), let list = found["of"],
      let parts = figures(of: .mixture, list),
      let weights = weights(found["weights"], count: parts.figures.count, list)
    else { return .unknown }
    guard parts.figures.count <= Checker.mostChoices else {
      return refuse(tooManyChoices(Checker.mostChoices, list))
    }
    // The parts keep draws of their own, so that which of them is meant is one more draw.
    return .quantity(
      Checker.chosen(Array(zip(parts.figures, weights)), by: share()), parts.display)
  }

  /// `empirical(values: prices.price)`
  mutating func empirical(_ arguments: [SyntaxNode], _ node: SyntaxNode) -> Value {
    guard let found = named(arguments, of: .empirical, node), let list = found["values"],
      let values = knownValues(of: .empirical, list)
    else { return .unknown }
    guard values.numbers.count > 1 else { return refuse(soleMeasurement(list)) }
    let distribution = EmpiricalDistribution(values.numbers)
    let dimension = values.figures.first?.dimension ?? .none
    let quantity = drawn {
      $0.builder.apply(.empiricalQuantile(distribution), $0, dimension: dimension)
    }
    return .quantity(quantity, values.display)
  }

  /// The figure whose part of the whole weight a share falls into.
  private static func chosen(
    _ choices: [(figure: Term, weight: Double)], by share: Term
  ) -> Term {
    let choices = choices.filter { $0.weight > 0 }
    let total = choices.reduce(0) { $0 + $1.weight }
    var sum = 0.0
    let ends = choices.map { choice in
      sum += choice.weight
      return sum / total
    }
    var chosen = choices.last?.figure ?? share
    for (choice, end) in zip(choices, ends).dropLast().reversed() {
      chosen = (share < share.builder.constant(end)).choose(choice.figure, else: chosen)
    }
    return chosen
  }

  // MARK: - Lists

  private typealias Figures = (figures: [Term], display: Display)

  /// The figures of a list, at least one and all of one dimension; nil where an error was reported.
  private mutating func figures(of shape: Distribution, _ node: SyntaxNode) -> Figures? {
    let values: [Value]
    switch expression(node) {
    case .list(let list): values = list
    case .unknown: return nil
    case let other:
      report(notAList(other, node))
      return nil
    }
    let elements = node.unparenthesised.kind == .list ? node.unparenthesised.children : []
    var figures: [Term] = []
    for (index, value) in values.enumerated() {
      let place = elements.indices.contains(index) ? elements[index] : node
      switch value {
      case .quantity(let term, _) where term.dimension != figures.first?.dimension ?? term.dimension:
        report(unlikeValues(shape, figures[0], term, place))
        return nil
      case .quantity(let term, _): figures.append(term)
      case .unknown: return nil
      default:
        report(expected("a quantity", value, place))
        return nil
      }
    }
    guard case .quantity(_, let display)? = values.first else {
      report(noValues(shape, node))
      return nil
    }
    return (figures, display)
  }

  private typealias KnownValues = (figures: [Term], numbers: [Double], display: Display)

  /// The figures of a list with their values in base units; nil where an error was reported.
  private mutating func knownValues(of shape: Distribution, _ node: SyntaxNode) -> KnownValues? {
    guard let list = figures(of: shape, node) else { return nil }
    guard !list.figures.contains(where: \.rank.isSampled) else {
      report(uncertainValues(shape, node))
      return nil
    }
    guard let numbers = numbers(list.figures, node) else { return nil }
    return (list.figures, numbers, list.display)
  }

  private mutating func numbers(_ figures: [Term], _ node: SyntaxNode) -> [Double]? {
    var numbers: [Double] = []
    for figure in figures {
      guard isCertain(figure, node) else { return nil }
      guard let number = builder.value(of: figure) else {
        report(notFixed(node))
        return nil
      }
      guard number.isFinite else {
        report(notFinite(node))
        return nil
      }
      numbers.append(number)
    }
    return numbers
  }

  /// As many weights as there are values, equal ones where none are written; nil where an error was reported.
  private mutating func weights(
    _ node: SyntaxNode?, count: Int, _ values: SyntaxNode
  ) -> [Double]? {
    guard let node else { return Array(repeating: 1, count: count) }
    guard case .list(let list) = expression(node) else {
      if let term = figure(node) { report(notAList(.quantity(term), node)) }
      return nil
    }
    guard list.count == count else {
      report(wrongWeights(list.count, count, node, values))
      return nil
    }
    var figures: [Term] = []
    for value in list {
      guard let term = value.term, term.dimension.isNone else {
        if case .unknown = value { return nil }
        report(expected("weights that are plain numbers", value, node))
        return nil
      }
      figures.append(term)
    }
    guard let weights = numbers(figures, node) else { return nil }
    let total = weights.reduce(0, +)
    guard weights.allSatisfy({ $0 >= 0 }), total > 0, total.isFinite else {
      report(badWeights(node))
      return nil
    }
    return weights
  }

  // MARK: - Messages

  private func noValues(_ shape: Distribution, _ node: SyntaxNode) -> Diagnostic {
    Diagnostic(
      "ranges.few", "`\(shape.rawValue)` needs at least one value", at: .init(node.sourceRange),
      help: "such as `\(shape.form)`")
  }

  private func uncertainValues(_ shape: Distribution, _ node: SyntaxNode) -> Diagnostic {
    Diagnostic(
      "ranges.uncertain", "the values of `\(shape.rawValue)` are certain",
      at: .init(node.sourceRange), help: "ranges and distributions are parts of `mixture(of: …)`")
  }

  private func soleMeasurement(_ node: SyntaxNode) -> Diagnostic {
    Diagnostic(
      "ranges.few", "one measured value does not say how far values lie apart",
      at: .init(node.sourceRange), help: "give at least two, or write a range around the one")
  }

  private func tooManyChoices(_ limit: Int, _ node: SyntaxNode) -> Diagnostic {
    Diagnostic(
      "ranges.many", "a choice between more than \(limit) values", at: .init(node.sourceRange),
      help: "many measured values are `empirical(values: …)`")
  }

  private func unlikeValues(
    _ shape: Distribution, _ first: Term, _ other: Term, _ node: SyntaxNode
  ) -> Diagnostic {
    Diagnostic(
      "units.elements", "`\(shape.rawValue)` needs values of one dimension",
      at: .init(node.sourceRange, "this is \(Value.quantity(other).aType)"),
      help: "the first is \(Value.quantity(first).aType)")
  }

  private func wrongWeights(
    _ count: Int, _ values: Int, _ node: SyntaxNode, _ list: SyntaxNode
  ) -> Diagnostic {
    Diagnostic(
      "ranges.weights", "there must be one weight for each value, not \(count) for \(values)",
      at: .init(node.sourceRange),
      notes: [.init(list.sourceRange, values == 1 ? "1 value" : "\(values) values")],
      help: "leave `weights` out where all are equally likely")
  }

  private func badWeights(_ node: SyntaxNode) -> Diagnostic {
    Diagnostic(
      "ranges.weights", "weights are not negative, and at least one is above zero",
      at: .init(node.sourceRange), help: "write how likely each value is, such as `[70%, 30%]`")
  }

  private func notFinite(_ node: SyntaxNode) -> Diagnostic {
    Diagnostic("values.not-finite", "a value here is not a number", at: .init(node.sourceRange))
  }
}
