import Quantities

/// A price by tiers, each charged for the part of an amount that lies in it and for nothing below.
///
/// A bound that is an amount, such as 10 TB, holds for each month where what is priced is a rate, such as
/// 60 TB/month: clouds count their tiers anew every month.
public struct PriceTiers {
  /// One step of the price.
  public struct Tier {
    /// Where the tier begins, where the user says so: it must be where the one before ends.
    public var from: Term?
    /// Where the tier ends; nil for one without an end.
    public var upTo: Term?
    /// The price of one unit of the amount.
    public var price: Term

    public init(from: Term? = nil, upTo: Term?, price: Term) {
      self.from = from
      self.upTo = upTo
      self.price = price
    }
  }

  /// A published list that ends, which a user cannot add a tier to.
  public struct Published: Sendable {
    /// In the reader's words, such as `aws data transfer out to internet in us-east-1`.
    let label: String
    /// A list of the like without an end, as a program names it; nil where none is known.
    let alternative: String?

    public init(label: String, alternative: String?) {
      self.label = label
      self.alternative = alternative
    }
  }

  /// The list that the tiers are of; nil for tiers of the user's own.
  public var published: Published?
  /// From the least amount to the greatest; at least one, and only the last without an end.
  public let tiers: [Tier]
  private let builder: GraphBuilder
  /// The dimension of every tier's price.
  public let dimension: Dimension

  /// Nil where there is no tier, where one that is not the last has no end, or where dimensions differ.
  public init?(_ tiers: [Tier]) {
    guard let first = tiers.first else { return nil }
    let bounds = tiers.flatMap { [$0.from, $0.upTo] }.compactMap { $0?.dimension }
    guard tiers.dropLast().allSatisfy({ $0.upTo != nil }), Set(bounds).count <= 1,
      tiers.allSatisfy({ $0.price.dimension == first.price.dimension })
    else { return nil }
    self.tiers = tiers
    builder = first.price.builder
    dimension = first.price.dimension
  }

  /// One price for every amount.
  public init(_ price: Term) {
    tiers = [Tier(upTo: nil, price: price)]
    builder = price.builder
    dimension = price.dimension
  }

  /// A twelfth of a year of 365 days, in seconds: the period that clouds bill.
  static let month = 2_628_000.0

  /// Whether tiers whose bounds are of one dimension can price amounts of another.
  public static func isBound(_ bound: Dimension, of amount: Dimension) -> Bool {
    bound == amount || bound == amount * .time
  }

  /// What an amount, or a rate of it, costs; the amount's dimension must be one that `isBound` allows.
  public func cost(of amount: Term, _ label: String = "cost of tiers") -> Term {
    cost(label, of: amount.dimension) { bound, _ in bound.map(amount.minimum) ?? amount }
  }

  /// The cost of what lies in each tier; `below` is the part of the amount under the end of a tier of some number,
  /// all of it under none.
  func cost(_ label: String, of amount: Dimension, below: (Term?, Int) -> Term) -> Term {
    guard tiers.count > 1 else {
      let (volume, price) = (below(nil, 1), tiers[0].price)
      return (volume * price).named(label, "\(volume) × \(price)")
    }
    var under: Term?
    let parts = tiers.enumerated().map { index, tier in
      let reached = below(bound(tier, in: amount), index + 1)
      let name = "in tier \(index + 1)"
      let volume =
        under.map { (reached - $0).named(name, "\(reached) − \($0)") } ?? reached.part(name)
      under = reached
      return (volume * tier.price).named("tier \(index + 1)", "\(volume) × \(tier.price)")
    }
    return Term.sum(parts, label) ?? builder.constant(0, amount * dimension)
  }

  /// Where a tier ends, by the month where the amount is a rate and the bound is none.
  private func bound(_ tier: Tier, in amount: Dimension) -> Term? {
    tier.upTo.map {
      $0.dimension == amount ? $0 : $0 / builder.constant(PriceTiers.month, .time)
    }
  }

  /// What must hold of the tiers alone: ends that rise, no gaps, and no price below zero.
  public func requirements(as name: String) -> [Requirement] {
    var requirements: [Requirement] = []
    var end: Term?
    for (index, tier) in tiers.enumerated() {
      let least = end ?? tier.upTo.map { builder.constant(0, $0.dimension) }
      if let upTo = tier.upTo, let least {
        requirements.append(
          Requirement(
            "tiers.order", .error, field: name, upTo > least,
            "tier \(index + 1) ends at \(upTo), which is not above \(least)",
            help: "list the tiers from the least amount to the greatest"))
      }
      if let from = tier.from {
        let start = end ?? builder.constant(0, from.dimension)
        requirements.append(
          Requirement(
            "tiers.gap", .error, field: name, from.isEqual(to: start),
            "tier \(index + 1) begins at \(from), but the one before ends at \(start)",
            help: "leave `from` out: a tier begins where the one before ends"))
      }
      let zero = builder.constant(0, dimension)
      requirements.append(
        Requirement(
          "tiers.negative", .error, field: name, tier.price >= zero,
          "the price of tier \(index + 1) cannot be negative, as \(tier.price) is"))
      end = tier.upTo
    }
    return requirements
  }

  /// That an amount is one that the tiers price: not negative, and not beyond the last tier.
  public func requirements(on amount: Term, as name: String) -> [Requirement] {
    let zero = builder.constant(0, amount.dimension)
    var requirements = [
      Requirement(
        "tiers.negative", .error, field: name, amount >= zero,
        "an amount that is priced cannot be negative, as \(amount) is")
    ]
    if let last = tiers.last, let upTo = last.upTo, let end = bound(last, in: amount.dimension) {
      let isMonthly = upTo.dimension != amount.dimension
      let asked = isMonthly ? amount * builder.constant(PriceTiers.month, .time) : amount
      let period = isMonthly ? " a month" : ""
      let other = published?.alternative.map { "another list, such as `\($0)`, or " } ?? ""
      requirements.append(
        Requirement(
          "tiers.end", .error, field: name, amount <= end,
          published.map {
            "no price of \($0.label) beyond \(upTo)\(period) is known, and this is \(asked)\(period)"
          } ?? "the tiers end at \(upTo)\(period), and \(asked)\(period) is beyond",
          help: published == nil
            ? "give a last tier without `up_to`"
            : "take \(other)tiers of your own, the last of them without `up_to`"))
    }
    return requirements
  }
}
