import Quantities

extension TrainingContext {
  /// What one device costs; nil without a price.
  func device() throws(EngineError) -> DevicePrice? {
    try DevicePrice.find(
      rent: fields["price"], owned: run.owned, of: run.hardware, hardware,
      electricity: fields["electricity"], terms: terms, isProvisioned: false)
  }

  /// Fills in the parts of the cost, in the order of the figures, and their sum; none of them without a price.
  func money(_ training: inout Training, on device: DevicePrice?) throws(EngineError) {
    guard let time = training.time else { return }
    guard let device else {
      training.leaveMoneyOut(run.hardware.name)
      return
    }
    training.owned = device.ownership.map { .figures($0) }
    let node = try device.node(run.rent, of: run.hardware, hardware)
    training.requirements += device.requirements(renting: devices, by: node)
    let price = device.price
    reservation(&training, price: price)
    let hours = rented(training.deviceHours, time, node)
    let compute = (hours * price).named("cost.compute", "\(hours) × \(price)")
    let energy = device.electricity.flatMap { price in
      training.energy.map { ($0 * price).named("cost.energy", "\($0) × \(price)") }
    }
    let parts: [(name: String, path: WritableKeyPath<Training, Term?>, cost: Term?)] = [
      ("cost.compute", \.computeCost, compute),
      ("cost.energy", \.energyCost, energy),
      ("cost.storage", \.storageCost, charge("storage", over: time)),
      ("cost.data", \.dataCost, dataCost()),
      ("cost.network", \.networkCost, charge("network", over: time)),
      ("cost.staff", \.staffCost, charge("staff", over: time)),
      ("cost.experiments", \.experimentsCost, experiments(compute)),
    ]
    for part in parts {
      training[keyPath: part.path] = part.cost ?? builder.constant(0, .money)
    }
    // Electricity that is priced costs something, though what it costs is not known.
    if training.energy == nil, device.electricity != nil { training.energyCost = nil }
    if bill.cost != nil, let name = run.dataset.name, fields["data_share"] == nil {
      training.notes.append(
        "the whole bill of `\(name)` is in cost.data: where others use it too, "
          + "`data_share` is the part that this run pays")
    }
    let cost = Term.sum(parts.compactMap(\.cost), "cost") ?? compute
    training.cost = cost
    let per = (cost / examples).named(
      run.trained.kind.takesTokens ? "cost_per_token" : "cost_per_sample", "\(cost) ÷ \(examples)")
    if run.trained.kind.takesTokens {
      training.costPerToken = per
    } else {
      training.costPerSample = per
    }
  }

  /// Device-hours that are paid for: whole nodes where nodes are rented.
  private func rented(_ deviceHours: Term?, _ time: Term, _ node: Term?) -> Term {
    guard let node else { return deviceHours ?? (devices * time) }
    let billed = ((devices / node).roundedUp * node).named(
      "devices rented", "⌈\(devices) ÷ \(node)⌉ × \(node)")
    return (billed * time).named("device-hours rented", "\(billed) × \(time)")
  }

  /// Money once, or per time for as long as the run takes.
  private func charge(_ field: String, over time: Term) -> Term? {
    guard let charge = fields[field] else { return nil }
    guard charge.dimension != .money else { return charge.part("cost.\(field)") }
    return (charge * time).named("cost.\(field)", "\(charge) × \(time)")
  }

  private func dataCost() -> Term? {
    var parts: [Term] = []
    if let data = fields["data"] { parts.append(data) }
    if let bill = bill.cost {
      let name = run.dataset.name ?? "the dataset"
      parts.append(
        fields["data_share"].map { share in
          (bill * share).named("share of \(name)", "\(bill) × \(share)")
        } ?? bill.part("bill of \(name)"))
    }
    return Term.sum(parts, "cost.data")
  }

  /// What the devices of further runs cost; their electricity is in that of all.
  private func experiments(_ compute: Term) -> Term? {
    fields["experiments"].map {
      (compute * ($0 - 1)).named("cost.experiments", "\(compute) × (\($0) − 1)")
    }
  }
}

extension Term {
  /// The sum under a name, in the order given; nil where there is nothing to add.
  static func sum(_ terms: [Term], _ label: String) -> Term? {
    guard let first = terms.first else { return nil }
    let rest = terms.dropFirst()
    var pieces: [TermText.Piece] = [.node(first.id)]
    for term in rest { pieces += [.words(" + "), .node(term.id)] }
    return rest.reduce(first, +).named(label, TermText(pieces: pieces))
  }

  /// A figure that is another's value under a name of its own.
  func part(_ label: String) -> Term {
    named(label, "\(self)")
  }
}
