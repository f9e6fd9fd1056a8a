import CostEngine
import Quantities

/// Prices by tiers: `[{ up_to: 10 TB, price: $0.09/GB }, { price: $0.07/GB }]`.
extension Checker {
  /// The fields of one tier.
  static let tierFields = ["from", "up_to", "price"]

  /// `tiered(amount, tiers)`: what an amount costs, each tier charged for the part of it that lies within.
  mutating func tiered(_ arguments: [SyntaxNode], _ node: SyntaxNode) -> Value {
    guard arguments.count == 2 else {
      return refuse(
        wrongCount("tiered", takes: "an amount and a list of tiers", arguments.count, node))
    }
    let amount = figure(arguments[0])
    guard let tiers = tiers(arguments[1], priced: nil, as: "tiers"), let amount else {
      return .unknown
    }
    guard (amount.dimension * tiers.dimension).isMoneyOrItsRate else {
      return refuse(notPriced(amount, tiers, arguments))
    }
    if let bound = tiers.bound, !PriceTiers.isBound(bound, of: amount.dimension) {
      return refuse(unlikeBound(amount, bound, arguments))
    }
    for requirement in tiers.requirements(as: "tiers") {
      place(requirement, at: arguments[1].sourceRange)
    }
    for requirement in tiers.requirements(on: amount, as: "tiers") {
      place(requirement, at: arguments[0].sourceRange)
    }
    return .quantity(tiers.cost(of: amount))
  }

  /// The tiers that an expression gives, or one price for every amount; nil where an error was reported.
  mutating func tiers(
    _ node: SyntaxNode, priced dimensions: [Dimension]?, as name: String
  ) -> PriceTiers? {
    let value = expression(node)
    var steps: [PriceTiers.Tier] = []
    switch value {
    case .unknown: return nil
    case .quantity(let price, _): steps = [PriceTiers.Tier(upTo: nil, price: price)]
    case .list(let values):
      guard let read = tiers(values, node) else { return nil }
      steps = read
    case .table(let table):
      guard let rows = elements(of: table, node), let read = tiers(rows, node) else { return nil }
      steps = read
    default:
      report(
        expected("a price or a list of tiers, such as `[{ price: $0.09/GB }]`", value, node))
      return nil
    }
    guard var tiers = PriceTiers(steps) else { return nil }
    tiers.published = published(tiers)
    if let dimensions, !dimensions.contains(tiers.dimension), let first = dimensions.first {
      report(wrongDimension("`\(name)`", expected: first, tiers.tiers[0].price, node))
      return nil
    }
    // What a field prices is data, and so are its tiers' bounds.
    if dimensions != nil, let bound = tiers.bound, bound != .data {
      report(wrongTier("tiers.bound", "the tiers end at \(bound), and not at Data", node))
      return nil
    }
    return tiers
  }

  /// The list of the catalogue that tiers with an end are of; nil for tiers of the user's own.
  private func published(_ tiers: PriceTiers) -> PriceTiers.Published? {
    guard let last = tiers.tiers.last, last.upTo != nil,
      let annotation = builder.graph.annotation(of: last.price.id), annotation.role == .fact,
      let figure = catalogue.figures(of: .storage).first(where: {
        annotation.label.hasPrefix($0.label + ", tier")
      })
    else { return nil }
    let alike = catalogue.figures(under: figure.root, named: figure.name)
    return PriceTiers.Published(
      label: figure.label, alternative: alike.first { $0.tiers.last?.upTo == nil }?.path)
  }

  /// Tiers that are alike; nil where an error was reported.
  private mutating func tiers(_ values: [Value], _ node: SyntaxNode) -> [PriceTiers.Tier]? {
    guard !values.isEmpty else {
      report(
        wrongTier(
          "tiers.empty", "a list of tiers needs at least one", node,
          help: "such as `[{ up_to: 10 TB, price: $0.09/GB }, { price: $0.07/GB }]`"))
      return nil
    }
    var steps: [PriceTiers.Tier] = []
    for (index, value) in values.enumerated() {
      guard let step = tier(value, index, isLast: index == values.count - 1, node) else {
        return nil
      }
      steps.append(step)
    }
    let dimension = steps.map(\.price).first { !isFree($0) }?.dimension
    for index in steps.indices {
      let price = steps[index].price
      if isFree(price), let dimension { steps[index].price = builder.constant(0, dimension) }
      guard steps[index].price.dimension == dimension ?? price.dimension else {
        let found = price.dimension
        report(
          wrongTier(
            "tiers.price",
            "tier \(index + 1) is priced as \(found), the others as \(dimension ?? found)", node))
        return nil
      }
    }
    let bounds = steps.flatMap { [$0.from, $0.upTo] }.compactMap { $0?.dimension }
    if let first = bounds.first, let other = bounds.first(where: { $0 != first }) {
      report(
        wrongTier("tiers.bound", "tiers cannot end at \(first) and at \(other) alike", node))
      return nil
    }
    return steps
  }

  /// `$0` is free, by whatever unit the other tiers are priced.
  private func isFree(_ price: Term) -> Bool {
    (price.dimension == .money || price.dimension.isNone) && builder.value(of: price) == 0
  }

  private mutating func tier(
    _ value: Value, _ index: Int, isLast: Bool, _ node: SyntaxNode
  ) -> PriceTiers.Tier? {
    guard case .record(let record) = value else {
      if case .unknown = value { return nil }
      report(expected("a tier, such as `{ up_to: 10 TB, price: $0.09/GB }`", value, node))
      return nil
    }
    if let other = record.names.first(where: { !Checker.tierFields.contains($0) }) {
      report(unknownField(other, node.sourceRange, of: "a tier", Checker.tierFields))
      return nil
    }
    for name in record.names where record[name]?.term == nil {
      if let found = record[name] { report(expected("a figure as `\(name)`", found, node)) }
      return nil
    }
    guard let price = record["price"]?.term else {
      report(wrongTier("tiers.price", "tier \(index + 1) has no price", node))
      return nil
    }
    let upTo = record["up_to"]?.term
    guard isLast || upTo != nil else {
      report(
        wrongTier(
          "tiers.order", "tier \(index + 1) has no end, and another tier follows", node,
          help: "give it `up_to`: only the last tier has none"))
      return nil
    }
    return PriceTiers.Tier(from: record["from"]?.term, upTo: upTo, price: price)
  }

  // MARK: - Messages

  private func wrongTier(
    _ id: String, _ message: String, _ node: SyntaxNode, help: String? = nil
  ) -> Diagnostic {
    Diagnostic(id, message, at: .init(node.sourceRange), help: help)
  }

  private func notPriced(
    _ amount: Term, _ tiers: PriceTiers, _ arguments: [SyntaxNode]
  ) -> Diagnostic {
    Diagnostic(
      "tiers.amount", "\(amount.dimension) at a price of \(tiers.dimension) is no money",
      at: .init(arguments[0].sourceRange, "this is \(Value.quantity(amount).aType)"),
      notes: [.init(arguments[1].sourceRange, "priced as \(tiers.dimension)")])
  }

  private func unlikeBound(
    _ amount: Term, _ bound: Dimension, _ arguments: [SyntaxNode]
  ) -> Diagnostic {
    Diagnostic(
      "tiers.bound", "tiers that end at \(bound) cannot price \(amount.dimension)",
      at: .init(arguments[0].sourceRange, "this is \(Value.quantity(amount).aType)"),
      notes: [.init(arguments[1].sourceRange, "these end at \(bound)")],
      help: bound == amount.dimension / .time
        ? "say in what time, such as `\(arguments[0].text.onOneLine) / 1 month`" : nil)
  }
}

extension PriceTiers {
  /// The dimension of the bounds; nil where there are none.
  var bound: Dimension? {
    tiers.lazy.compactMap { $0.upTo ?? $0.from }.first?.dimension
  }

  /// Every figure of the tiers.
  var terms: [Term] { tiers.flatMap { [$0.from, $0.upTo, $0.price].compactMap { $0 } } }
}

extension Dimension {
  /// Whether it is money, or money over time, of any one currency.
  fileprivate var isMoneyOrItsRate: Bool {
    factors.allSatisfy { factor in
      switch factor.base {
      case .money: factor.exponent == .one
      case .time: factor.exponent == -.one
      default: false
      }
    } && factors.contains { if case .money = $0.base { true } else { false } }
  }
}

extension Value {
  /// Tiers as a file writes them: one price, or a list of records.
  static func tiers(_ tiers: PriceTiers) -> Value {
    guard tiers.tiers.count > 1 || tiers.bound != nil else {
      return tiers.tiers.first.map { .quantity($0.price) } ?? .unknown
    }
    return .list(
      tiers.tiers.map { tier in
        var record = RecordValue()
        record["up_to"] = tier.upTo.map { .quantity($0) }
        record["price"] = .quantity(tier.price)
        return .record(record)
      })
  }
}
