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
    ownership.parts = [
      Ownership.Part(name: "capital", path: \.capitalPrice, yearly: charge),
      Ownership.Part(
        name: "energy", path: \.energyPrice, yearly: try energy(power, &ownership)),
      Ownership.Part(
        name: "colocation", path: \.colocationPrice, yearly: try space(power, &ownership)),
      Ownership.Part(
        name: "maintenance", path: \.maintenancePrice,
        yearly: yearly("maintenance").map {
          (depreciation.paid * $0).named("maintenance of a year", "\(depreciation.paid) × \($0)")
        }),
      Ownership.Part(
        name: "spares", path: \.sparesPrice,
        yearly: fields["spares"].map {
          (charge * $0).named("spares of a year", "\(charge) × \($0)")
        }),
      Ownership.Part(
        name: "staff", path: \.staffPrice,
        yearly: fields["staff"].map { ($0 * year).named("staff of a year", "\($0)") }),
    ]
    ownership.electricity = fields["electricity"]
    ownership.host = fields.value("host")
    ownership.powerShare = fields["power_share"]
    ownership.pue = fields["pue"]
    ownership.life = fields.value("life")
    ownership.utilization = fields["utilization"]
    ownership.up = hours([fields["availability"]], "hours up in a year")
    let shares = [fields["availability"], fields["utilization"]]
    let used = hours(shares, "hours used in a year")
    ownership.spread(over: used)
    if shares.contains(where: { $0 != nil }), fields["electricity"] != nil {
      ownership.idleEnergyPrice = ownership.energyPrice.map {
        ($0 * (1 - used / year)).named(
          "electricity of idle hours", "\($0) × (1 − \(used) ÷ \(year))")
      }
    }
    ownership.cost = Term.sum(ownership.parts.compactMap(\.yearly), "cost of a year").map {
      ($0 / year).named("cost", "\($0) in a year")
    }
  }

  /// Hours of a year that shares of it leave.
  private func hours(_ shares: [Term?], _ label: String) -> Term {
    let given = shares.compactMap { $0 }
    var pieces: [TermText.Piece] = [.node(year.id)]
    for share in given { pieces += [.words(" × "), .node(share.id)] }
    return given.reduce(year, *).named(label, TermText(pieces: pieces))
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
    guard let share = meanShare, let pue = fields.value("pue") else { return nil }
    return (power * share * pue * year * price).named(
      "electricity of a year", "\(power) × \(share) × \(pue) × \(year) × \(price)")
  }

  /// The share of its power that a device draws on average: what the owner says, else less while it stands idle.
  private var meanShare: Term? {
    guard let share = fields.value("power_share") else { return nil }
    guard fields["power_share"] == nil, let use = fields["utilization"] else { return share }
    let idle = use.builder.fallback("idle_power", EnergyData.idlePower)
    return (use * share + (1 - use) * idle).named(
      "mean power share", "\(use) × \(share) + (1 − \(use)) × \(idle)")
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
    ownership.displays[rent.id] = .unit("$/hour")
    let up = fields["availability"]
    let breakeven =
      up.map { (cost / (rent * $0)).named("breakeven", "\(cost) ÷ (\(rent) × \($0))") }
      ?? (cost / rent).named("breakeven", "\(cost) ÷ \(rent)")
    ownership.breakeven = breakeven
    let life = (depreciation.life * year).named("life")
    let hours =
      up.map { (breakeven * $0 * life).named("breakeven_hours", "\(breakeven) × \($0) × \(life)") }
      ?? (breakeven * life).named("breakeven_hours", "\(breakeven) × \(life)")
    let one = builder.constant(1)
    let pays = breakeven <= one
    ownership.breakevenHours = builder.value(of: pays) == 0 ? nil : hours
    ownership.gaps.append(
      Gap(
        figures: ["breakeven_hours"],
        help: "owning costs more than the `rent` even in full use: no hours of the life are enough")
    )
    ownership.requirements.append(
      Requirement(
        "ownership.breakeven", .warning, field: "rent", pays.mean >= builder.constant(0.5),
        breakeven.rank.isSampled
          ? "owning hardly pays: even in full use it costs less than renting in \(share: pays.mean) of the samples only"
          : "owning never pays: even in full use it costs \(cost), and renting \(rent)",
        help: "rent, or own for longer or for less"))
    guard let use = fields["utilization"], let price = ownership.price else { return }
    let hour = builder.constant(3600, .time)
    ownership.requirements.append(
      Requirement(
        "ownership.breakeven", .warning, field: "utilization",
        (price.mean <= rent.mean).or(breakeven.mean > one),
        "owning does not pay at \(share: use) use: an hour of it costs \(price * hour), and \(rent * hour) rented",
        help: "owning pays from \(share: breakeven) use on: rent, or use the devices more"))
  }
}

extension Ownership {
  /// Fills in what an hour costs of those that pay for a year.
  fileprivate mutating func spread(over hours: Term) {
    displays[hours.id] = .unit("hours")
    for part in parts {
      self[keyPath: part.path] =
        part.yearly.map { ($0 / hours).named("price.\(part.name)", "\($0) ÷ \(hours)") }
        ?? hours.builder.constant(0, .money / .time)
    }
    let charged = parts.filter { $0.yearly != nil }
    price = Term.sum(charged.compactMap { self[keyPath: $0.path] }, "price")
    priceWithoutEnergy = Term.sum(
      charged.filter { $0.name != "energy" }.compactMap { self[keyPath: $0.path] },
      "price without electricity")
  }

  /// The same by the hour that a device is up, for who has it round the clock: it stands idle by hours of theirs.
  var provisioned: Ownership {
    guard let up else { return self }
    var provisioned = self
    provisioned.spread(over: up)
    provisioned.idleEnergyPrice = nil
    return provisioned
  }

  /// What a device draws at full power with its share of the server and the network.
  func draw(of power: Term) -> Term {
    host.map { (power * (1 + $0)).named("power", "\(power) × (1 + \($0))") } ?? power
  }
}
