import Quantities

extension OwnershipRun {
  /// What owning one such device costs; fails where the user must still say something.
  public func figures(
    of hardware: Hardware, in builder: GraphBuilder
  ) throws(EngineError) -> Ownership {
    let context = try OwnershipContext(self, hardware, builder)
    var ownership = Ownership()
    ownership.requirements = context.fields.requirements
    if context.fields["utilization"] == nil {
      ownership.notes.append("every hour is taken as used: give `utilization`")
    }
    let depreciation = try context.depreciation(&ownership)
    try context.prices(&ownership, depreciation)
    context.compare(&ownership, depreciation)
    return ownership
  }
}

/// What every formula of owning reads: the statement and the device.
struct OwnershipContext {
  let run: OwnershipRun
  let device: Hardware
  let builder: GraphBuilder
  let fields: Reader<OwnershipRun>
  let hardware: Reader<Hardware>
  /// One year.
  let year: Term

  init(
    _ run: OwnershipRun, _ device: Hardware, _ builder: GraphBuilder
  ) throws(EngineError) {
    self.run = run
    self.device = device
    self.builder = builder
    fields = try Reader(run, in: builder)
    hardware = try Reader(device, in: builder)
    year = builder.constant(OwnershipData.secondsOfYear, .time)
  }

  /// What was paid for one device, all of it, and how it is charged.
  func depreciation(_ ownership: inout Ownership) throws(EngineError) -> Depreciation {
    guard let purchase = fields["purchase"] ?? hardware["purchase"] else {
      throw EngineError(
        "ownership.purchase", field: "purchase",
        "what `\(device.name)` costs to buy is not known",
        help: "give `purchase`, such as `purchase: $30k`")
    }
    let none = builder.constant(0)
    let server = fields.value("server") ?? none
    let network = fields.value("network") ?? none
    let paid = (purchase * (1 + server + network)).named(
      "paid", "\(purchase) × (1 + \(server) + \(network))")
    let salvage = fields["salvage"].map { (paid * $0).named("salvage value", "\(paid) × \($0)") }
    let life = ((fields.value("life") ?? year) / year).named("years of life")
    let method = try method(&ownership)
    let charged = fields["year"]
    let depreciation = Depreciation(
      method: method, paid: paid, salvage: salvage ?? builder.constant(0, .money), life: life,
      decline: fields["decline"]
        ?? (2 / life).minimum(1).named(
          "decline", "2 ÷ \(life)", citation: .ias16),
      wacc: yearly("wacc") ?? none, year: charged)
    ownership.paid = paid
    if let charged {
      ownership.requirements.append(
        Requirement(
          "ownership.year", .error, field: "year", charged < life + 1,
          "year \(charged) is after the life of \(life) years",
          help: "give a year of the life, or leave `year` out for the average"))
      ownership.bookValue = depreciation.value(after: charged).named(
        "book_value", "what is left of \(paid) after \(charged) of \(life) years")
    } else {
      ownership.gaps.append(
        Gap(figures: ["book_value"], help: "give the `year` of the life, such as `year: 2`"))
      if method == .declining {
        ownership.notes.append(
          "over the whole life, declining charges what straight does: give `year` for one of its years"
        )
      }
    }
    return depreciation
  }

  private func method(_ ownership: inout Ownership) throws(EngineError) -> Depreciation.Method {
    let hasCost = fields["wacc"] != nil
    guard let method = run.method.flatMap(Depreciation.Method.init) else {
      let usual = hasCost ? OwnershipData.annuity : OwnershipData.straight
      ownership.wordDefaults.append(usual)
      return hasCost ? .annuity : .straight
    }
    if method == .annuity, !hasCost {
      throw EngineError(
        "ownership.wacc", field: "method", "an annuity needs the cost of capital",
        help: "give `wacc`, such as `wacc: 10%`, or write `method: straight`")
    }
    if method != .annuity, hasCost {
      ownership.notes.append("`wacc` is left out: only `method: annuity` charges it")
    }
    if method != .declining, fields["decline"] != nil {
      ownership.notes.append("`decline` is left out: only `method: declining` reads it")
    }
    return method
  }

  /// A share a year as a plain number, whether it was written with `/year` or without.
  private func yearly(_ field: String) -> Term? {
    fields[field].map { $0.dimension.isNone ? $0 : ($0 * year).named(field, "\($0) in a year") }
  }

  /// Fills in what an hour of use costs, in the order of the figures, and what a year does.
  func prices(
    _ ownership: inout Ownership, _ depreciation: Depreciation
  ) throws(EngineError) {
    let charge = depreciation.charge
    let power = power
    ownership.power = power
    let costs: [(name: String, path: WritableKeyPath<Ownership, Term?>, yearly: Term?)] = [
      ("capital", \.capitalPrice, charge),
      ("energy", \.energyPrice, try energy(power, &ownership)),
      ("colocation", \.colocationPrice, try space(power, &ownership)),
      (
        "maintenance", \.maintenancePrice,
        yearly("maintenance").map {
          (depreciation.paid * $0).named("maintenance of a year", "\(depreciation.paid) × \($0)")
        }
      ),
      (
        "spares", \.sparesPrice,
        fields["spares"].map { (charge * $0).named("spares of a year", "\(charge) × \($0)") }
      ),
      (
        "staff", \.staffPrice, fields["staff"].map { ($0 * year).named("staff of a year", "\($0)") }
      ),
    ]
    let used = used
    for cost in costs {
      ownership[keyPath: cost.path] =
        cost.yearly.map { ($0 / used).named("price.\(cost.name)", "\($0) ÷ \(used)") }
        ?? builder.constant(0, .money / .time)
    }
    let parts = costs.filter { $0.yearly != nil }
    let prices = parts.compactMap { ownership[keyPath: $0.path] }
    ownership.price = Term.sum(prices, "price")
    ownership.priceWithoutEnergy = Term.sum(
      parts.filter { $0.name != "energy" }.compactMap { ownership[keyPath: $0.path] },
      "price without electricity")
    ownership.cost = Term.sum(parts.compactMap(\.yearly), "cost of a year").map {
      ($0 / year).named("cost", "\($0) in a year")
    }
  }

  /// Hours of a year in which a device is used.
  private var used: Term {
    switch (fields["availability"], fields["utilization"]) {
    case (let up?, let use?):
      (year * up * use).named("hours used in a year", "\(year) × \(up) × \(use)")
    case (let share?, nil), (nil, let share?):
      (year * share).named("hours used in a year", "\(year) × \(share)")
    case (nil, nil): year.named("hours used in a year", "\(year)")
    }
  }

  /// What may be drawn for one device; nil where its own power is not known.
  private var power: Term? {
    guard let power = hardware["power"], let host = fields.value("host") else { return nil }
    return (power * (1 + host)).named("power", "\(power) × (1 + \(host))")
  }

  private func energy(
    _ power: Term?, _ ownership: inout Ownership
  ) throws(EngineError) -> Term? {
    guard let price = fields["electricity"] else {
      ownership.notes.append("electricity is left out: give its price as `electricity`")
      return nil
    }
    guard let power else { throw device.missing("power", "power: 700 W") }
    guard let share = fields.value("power_share"), let pue = fields.value("pue") else { return nil }
    return (power * share * pue * year * price).named(
      "electricity of a year", "\(power) × \(share) × \(pue) × \(year) × \(price)")
  }

  private func space(
    _ power: Term?, _ ownership: inout Ownership
  ) throws(EngineError) -> Term? {
    let space = fields["space"].map { ($0 * year).named("space of a year", "\($0)") }
    guard let colo = fields["colo"] else {
      if space == nil {
        ownership.notes.append("space is left out: give `colo` per power or `space` per device")
      }
      return space
    }
    guard let power else { throw device.missing("power", "power: 700 W") }
    let drawn = (power * colo * year).named("colocation of a year", "\(power) × \(colo)")
    return Term.sum([drawn] + [space].compactMap { $0 }, "space of a year")
  }

  /// Fills in when owning costs what renting does, where a rent is given.
  func compare(_ ownership: inout Ownership, _ depreciation: Depreciation) {
    guard let rent = fields["rent"], let cost = ownership.cost else {
      ownership.gaps.append(
        Gap(
          figures: ["breakeven", "breakeven_hours"],
          help: "give the `rent` of such a device, such as `rent: $2.50/hour`"))
      return
    }
    let up = fields["availability"]
    let breakeven =
      up.map { (cost / (rent * $0)).named("breakeven", "\(cost) ÷ (\(rent) × \($0))") }
      ?? (cost / rent).named("breakeven", "\(cost) ÷ \(rent)")
    ownership.breakeven = breakeven
    ownership.requirements.append(
      Requirement(
        "ownership.breakeven", .warning, field: "rent", breakeven <= builder.constant(1),
        breakeven.rank.isSampled
          ? "owning may never pay: it breaks even at \(share: breakeven) use on average, but not in every sample"
          : "owning never pays: even in full use it costs \(cost), and renting \(rent)",
        help: "rent, or own for longer or for less"))
    let running = [
      ownership.energyPrice, ownership.colocationPrice, ownership.maintenancePrice,
      ownership.staffPrice,
    ].compactMap { $0 }
    guard let running = Term.sum(running, "price but for capital") else { return }
    let loss = depreciation.paid - depreciation.salvage
    let hours = (loss / (rent - running)).named(
      "breakeven_hours",
      "(\(depreciation.paid) − \(depreciation.salvage)) ÷ (\(rent) − \(running))")
    let earns = running < rent
    if let known = builder.value(of: earns) {
      ownership.breakevenHours = known != 0 ? hours : nil
      ownership.gaps.append(
        Gap(
          figures: ["breakeven_hours"],
          help: "the `rent` is less than what an owned device takes to run"))
    } else {
      ownership.breakevenHours = earns.choose(hours, else: builder.constant(.infinity, .time))
    }
  }
}
