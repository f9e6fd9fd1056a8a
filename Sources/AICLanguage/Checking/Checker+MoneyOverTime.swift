import CostEngine
import Quantities

/// Money over time: present values, rates of return, payments, depreciation, growth.
extension Checker {
  mutating func moneyOverTime(
    _ builtin: Builtin, _ arguments: [SyntaxNode], _ node: SyntaxNode
  ) -> Value {
    switch builtin.name {
    case "npv":
      guard arguments.count == 2 else {
        return refuse(wrong(builtin, "flows and a rate", arguments, node))
      }
      guard let flows = flows(arguments[0]), let rate = number(arguments[1]) else {
        return .unknown
      }
      return .quantity(presentValue(flows, rate))
    case "irr":
      guard arguments.count == 1 else { return refuse(wrong(builtin, "flows", arguments, node)) }
      guard let flows = flows(arguments[0]) else { return .unknown }
      return .quantity(returnRate(flows), Display(isPercent: true))
    case "amortize":
      guard arguments.count == 3 else {
        return refuse(wrong(builtin, "an amount, a rate and a number of payments", arguments, node))
      }
      guard let amount = figure(arguments[0]), let rate = number(arguments[1]),
        let count = number(arguments[2])
      else { return .unknown }
      // The annuity that repays an amount: P·r ÷ (1 − (1 + r)^−n), and P ÷ n without interest.
      let annuity = amount * rate / (1 - (1 + rate).raised(to: -count))
      let isFree = rate.isEqual(to: builder.constant(0))
      return .quantity(isFree.choose(amount / count, else: annuity))
    case "depreciate":
      guard arguments.count == 3 else {
        return refuse(wrong(builtin, "a price, a salvage value and a life", arguments, node))
      }
      guard let price = figure(arguments[0]), let life = figure(arguments[2]),
        let salvage = figure(arguments[1], price.dimension, "the salvage value")
      else { return .unknown }
      return .quantity((price - salvage) / life)
    default:
      guard arguments.count == 3 else {
        return refuse(wrong(builtin, "a start, a rate and a number of periods", arguments, node))
      }
      guard let start = figure(arguments[0]), let rate = number(arguments[1]),
        let count = number(arguments[2])
      else { return .unknown }
      return .quantity(start * (1 + rate).raised(to: count))
    }
  }

  /// The figures of a list of one dimension, at least one; nil where an error was reported.
  private mutating func flows(_ node: SyntaxNode) -> [Term]? {
    let value = expression(node)
    if case .unknown = value { return nil }
    guard case .list(let values) = value, let first = values.first?.term else {
      report(expected("a list of figures", value, node))
      return nil
    }
    let terms = values.compactMap(\.term).filter { $0.dimension == first.dimension }
    guard terms.count == values.count else {
      report(expected("a list of figures of one dimension", value, node))
      return nil
    }
    return terms
  }

  /// Σ flow ÷ (1 + rate)^i, the first flow at time 0, by Horner's rule from the last flow back.
  private func presentValue(_ flows: [Term], _ rate: Term) -> Term {
    guard let last = flows.last else { return builder.constant(0) }
    return flows.dropLast().reversed().reduce(last) { $1 + $0 / (1 + rate) }
  }

  /// Between these rates a rate of return is looked for, by halving the interval so many times.
  private static let rates = (lowest: -0.99, highest: 10.0, halvings: 60)

  /// The rate at which the present value is zero; what has no such rate comes out at an end of the interval.
  private func returnRate(_ flows: [Term]) -> Term {
    var low = builder.constant(Checker.rates.lowest)
    var high = builder.constant(Checker.rates.highest)
    let zero = builder.constant(0, flows.first?.dimension ?? .none)
    let isPositiveBelow = presentValue(flows, low) > zero
    for _ in 0..<Checker.rates.halvings {
      let middle = (low + high) / 2
      let isBelow = (presentValue(flows, middle) > zero).isEqual(to: isPositiveBelow)
      (low, high) = (isBelow.choose(middle, else: low), isBelow.choose(high, else: middle))
    }
    return (low + high) / 2
  }

  private func wrong(
    _ builtin: Builtin, _ takes: String, _ arguments: [SyntaxNode], _ node: SyntaxNode
  ) -> Diagnostic {
    wrongCount(builtin.name, takes: takes, arguments.count, node)
  }
}
