import Quantities

/// What is paid: once, by the size, and for as long as the data are kept.
extension DatasetContext {
  /// Fills in the parts of the cost, in the order of the figures, and their sum; none of them without a price.
  func money(_ bill: inout DatasetBill) {
    let network = network
    if let egress = fields["egress"], let price = dataset.egressPrice {
      bill.requirements += price.requirements(on: egress, as: "egress")
    }
    let parts: [(path: WritableKeyPath<DatasetBill, Term?>, cost: Term?)] = [
      (\.ingestCost, bySize("ingest_price", "cost.ingest")),
      (\.preprocessCost, bySize("preprocess", "cost.preprocess")),
      (\.labelsCost, labels),
      (\.storageCost, storage),
      (\.requestsCost, requests),
      (\.networkCost, network),
    ]
    guard let cost = Term.sum(parts.compactMap(\.cost), "cost") else {
      bill.gaps = [
        Gap(
          figures: ["cost", "run_rate"],
          help: "give it a price, such as `tier: aws.s3_standard` with a `retention`")
      ]
      return
    }
    for part in parts { bill[keyPath: part.path] = part.cost ?? builder.constant(0, .money) }
    bill.cost = cost
    bill.runRate = runRate
  }

  private func bySize(_ price: String, _ label: String) -> Term? {
    guard let price = fields[price], let ingested else { return nil }
    return (ingested * price).named(label, "\(ingested) × \(price)")
  }

  private var labels: Term? {
    guard let labels = fields["labels"], let price = fields["price_per_label"] else { return nil }
    let each = builder.constant(1, .money / (labels.dimension * price.dimension))
    guard let votes = fields["votes"] else {
      return (labels * price * each).named("cost.labels", "\(labels) × \(price)")
    }
    return (labels * votes * price * each).named("cost.labels", "\(labels) × \(votes) × \(price)")
  }

  private var storage: Term? {
    guard let tier = dataset.tier, let period else { return nil }
    let average = tier.cost("storage", of: .data) { bound, tier in
      averageStored(below: bound).named(bound == nil ? "stored" : "stored up to tier \(tier)'s end")
    }
    return (average * period).named("cost.storage", "\(average) × \(period)")
  }

  private var requests: Term? {
    let parts = [("reads", "read_price"), ("writes", "write_price")].compactMap { name, price in
      fields[name].flatMap { amount in
        fields[price].map { overPeriod(amount * $0, "\(amount) × \($0)", "cost of \(name)") }
      }
    }
    return Term.sum(parts, "cost.requests")
  }

  private var network: Term? {
    guard let egress = fields["egress"], let price = dataset.egressPrice else { return nil }
    let cost = price.cost(of: egress, "network")
    return overPeriod(cost, "\(cost)", "cost.network")
  }

  /// Money once, or per time for the whole period.
  private func overPeriod(_ cost: Term, _ formula: TermText, _ label: String) -> Term {
    guard isRate(cost), let period else { return cost.named(label, formula) }
    return (cost * period).named(
      label, TermText(pieces: formula.pieces + [.words(" × "), .node(period.id)]))
  }

  /// What is paid per time at the end of the period; nil where nothing is.
  private var runRate: Term? {
    var parts: [Term] = []
    if let ingest = fields["ingest"] {
      parts += ["ingest_price", "preprocess"].compactMap { fields[$0] }.map { ingest * $0 }
    }
    if let tier = dataset.tier, let end { parts.append(tier.cost(of: end, "storage at the end")) }
    for (amount, price) in [("reads", "read_price"), ("writes", "write_price")] {
      if let amount = fields[amount], let price = fields[price], isRate(amount) {
        parts.append(amount * price)
      }
    }
    if let egress = fields["egress"], let price = dataset.egressPrice, isRate(egress) {
      parts.append(price.cost(of: egress, "network"))
    }
    return Term.sum(parts, "run_rate")
  }

  /// Says which amounts cost nothing for want of a price.
  func note(_ bill: inout DatasetBill) {
    let pairs = [
      ("labels", "price_per_label"), ("reads", "read_price"), ("writes", "write_price"),
    ]
    for (amount, price) in pairs where fields[amount] != nil && fields[price] == nil {
      bill.notes.append("`\(amount)` cost nothing here: they need a `\(price)`")
    }
    if fields["egress"] != nil, dataset.egressPrice == nil {
      bill.notes.append("`egress` costs nothing here: it needs an `egress_price`")
    }
    if dataset.tier == nil, period != nil, bill.ingested != nil {
      bill.notes.append("storage is left out: it needs a `tier`")
    }
  }
}
