import Quantities

extension ServingContext {
  /// Fills in the parts of the cost, in the order of the figures, their sum, and the cost of a request;
  /// none of them without a price.
  ///
  /// - Parameters:
  ///   - devices: those that are paid for where replicas come and go in whole nodes.
  ///   - used: the share of the replicas' time that serves requests.
  func money(
    _ deployment: inout Deployment, replicas: Term, devices rented: Term? = nil, used: Term,
    rate: Term
  ) throws(EngineError) {
    guard let device else {
      try distillation(&deployment, at: nil)
      deployment.leaveMoneyOut(run.hardware.name)
      return
    }
    try distillation(&deployment, at: device.priceOfUse)
    deployment.owned = device.ownership.map { .figures($0) }
    if device.ownership?.utilization != nil {
      deployment.notes.append(
        "`utilization` of `own` is left out: the devices are taken round the clock, and their idle "
          + "hours are counted here")
    }
    let price = device.price
    compareSpot(&deployment)
    let held = (replicas * devices).named("devices in replicas", "\(replicas) × \(devices)")
    let node = try device.node(run.rent, of: run.hardware, hardware)
    var billed = rented ?? held
    let keepsDevices = isAutoscaled && (device.ownership != nil || terms.reservation != nil)
    if keepsDevices, let all = deployment.replicas {
      let had = device.ownership == nil ? "reserved" : "owned"
      billed = (all * devices).named("devices \(had)", "\(all) × \(devices)")
      deployment.notes.append(
        "\(had) devices are paid for whether a replica runs on them or not: following the load frees "
          + "them for other work, and saves electricity alone")
    }
    deployment.requirements += device.requirements(renting: billed, by: node)
    // Replicas that come and go are counted in whole nodes hour by hour.
    if rented == nil || keepsDevices, let node {
      billed = ((billed / node).roundedUp * node).named(
        "devices rented, whole nodes", "⌈\(billed) ÷ \(node)⌉ × \(node)")
    }
    reservation(&deployment, used: keepsDevices ? used * held / billed : used)
    let provisioned = (billed * price).named("cost of the devices", "\(billed) × \(price)")
    let compute = (held * price * used).named("cost.compute", "\(held) × \(price) × \(used)")
    let idle = (provisioned - compute).named("cost.idle", "\(provisioned) − \(compute)")
    let egress = try egress(rate, &deployment)
    let storage = fields["storage"]?.part("cost.storage")
    let energy = device.electricity.flatMap { price in
      deployment.energy.map { ($0 * price).named("cost.energy", "\($0) × \(price)") }
    }
    let distillation = spread(deployment.distillation, over: "distill.payback", "cost.distillation")
    let zero = builder.constant(0, .money / .time)
    // Nothing that is left out need be trained again.
    let once = fields["prune.retraining"].map { cost in
      fields["prune"].map { ($0 > 0 * $0).choose(cost, else: 0 * cost) } ?? cost
    }
    let retraining = spread(once, over: "prune.payback", "cost.retraining")
    deployment.computeCost = compute
    deployment.idleCost = idle
    deployment.egressCost = egress ?? zero
    deployment.storageCost = storage ?? zero
    // Electricity that is priced costs something, though what it costs is not known.
    deployment.energyCost = energy ?? (device.electricity == nil ? zero : nil)
    deployment.distillationCost = distillation ?? zero
    deployment.retrainingCost = retraining ?? zero
    let others = [egress, storage, energy, distillation, retraining].compactMap { $0 }
    let cost = Term.sum([compute, idle] + others, "cost") ?? provisioned
    deployment.cost = cost
    deployment.costUsed = Term.sum([compute] + others, "cost_used")
    let requests = rate * builder.constant(1, .requests)
    deployment.costPerRequest = (cost / requests).named(
      "cost_per_request", "\(cost) ÷ \(rate)")
  }

  /// Fills in what spot costs against on demand, before replicas are rounded up, and warns where that is not less.
  private func compareSpot(_ deployment: inout Deployment) {
    guard let kept = terms.kept, let spot = terms.spot, let up = upOnSpot else { return }
    if fields["replicas"] != nil {
      deployment.notes.append(
        "replicas on spot are away for a part of the time, for which none are added: `replicas` is given"
      )
    }
    guard terms.commitment == nil else { return }
    let factor = (kept / up).named("spot_factor", "\(kept) ÷ \(up)")
    deployment.spotFactor = factor
    deployment.requirements.append(
      Requirement(
        "deployment.spot", .warning, field: "spot", factor.mean < builder.constant(1),
        "on spot a device at work costs \(share: factor) of what it does on demand: it is taken away \(spot.rate), and up \(share: up) of the time",
        help: "rent on demand"))
  }

  /// Fills in what a reservation is worth, and warns where the devices are used too little for it.
  private func reservation(_ deployment: inout Deployment, used: Term) {
    guard let reservation = terms.reservation else { return }
    let breakeven = reservation.breakeven
    deployment.reserveBreakeven = breakeven
    deployment.requirements.append(
      Requirement(
        "deployment.reserve", .warning, field: "reserve", used.mean >= breakeven.mean,
        "the devices are used \(share: used) of the time, but reserving pays from \(share: breakeven)",
        help: "rent on demand as the load asks for, or reserve fewer devices"))
  }

  private func egress(
    _ rate: Term, _ deployment: inout Deployment
  ) throws(EngineError) -> Term? {
    guard let price = run.egress else { return nil }
    guard let bytes = fields.given("response_bytes", in: .data) else {
      throw EngineError(
        "deployment.egress", field: "egress",
        "data sent to users is priced, but not how much is sent",
        help: "give `response_bytes`, such as `response_bytes: 2 kB`")
    }
    let sent = (rate * bytes).named("data sent", "\(rate) × \(bytes)")
    deployment.requirements += price.requirements(on: sent, as: "egress")
    return price.cost(of: sent, "cost.egress")
  }

  /// Fills in electricity and its footprint, where the devices' power is known.
  ///
  /// `batch` is the mean number of requests on a replica: while none is there, it draws idle power. Owned devices
  /// draw the rest of the server too, and on average the share that their owner says, if any.
  func energy(
    _ deployment: inout Deployment, batch: Term, replicas: Term, spares: Term,
    devices rented: Term? = nil, rate: Term
  ) {
    guard let full = hardware["power"] else {
      deployment.leaveEnergyOut(run.hardware.name)
      return
    }
    let owned = device?.ownership
    guard let pue = fields["pue"] ?? owned?.pue ?? fields.value("pue"),
      let idle = owned?.powerShare ?? fields.value("idle_power")
    else { return }
    let power = owned?.draw(of: full) ?? full
    let mean = owned?.powerShare ?? powerShare(batch, idle)
    let running = (devices * power * pue * (replicas * mean + spares * idle)).named(
      "energy", "\(devices) × \(power) × \(pue) × (\(replicas) × \(mean) + \(spares) × \(idle))",
      citation: .patterson)
    // What is only rented with the rest of its node stands idle.
    let held = (replicas + spares) * devices
    let all = rented ?? (rentsNodes ? nodes(replicas + spares) : nil)
    let energy =
      all.map { all in
        (running + (all - held) * power * pue * idle).named(
          "energy", "\(running) + (\(all) − \(held)) × \(power) × \(pue) × \(idle)",
          citation: .patterson)
      } ?? running
    deployment.energy = energy
    deployment.leave(
      Footprint(fields, energy: energy, pue: pue, use: all ?? held, life: owned?.life))
    deployment.energyPerRequest = (energy / (rate * builder.constant(1, .requests))).named(
      "energy_per_request", "\(energy) ÷ \(rate)")
  }

  /// What a replica draws on average, as a share of its full power.
  private func powerShare(_ batch: Term, _ idle: Term) -> Term {
    let curve = ServingData.power(run.hardware.name)
    let base = builder.fact("power share of decoding at batch 0", curve.base)
    let gain = builder.fact("power share gained by batching", curve.gain)
    let scale = builder.fact("batch that gains most of it", curve.batch)
    let share = (base + gain * (1 - (-(batch / scale)).applying(.exp))).named(
      "power share", "\(base) + \(gain) × (1 − exp(−\(batch) ÷ \(scale)))", citation: .fitted)
    let empty = (-batch).applying(.exp).named(
      "share of time with no request", "exp(−\(batch))", citation: .little)
    return (share * (1 - empty) + idle * empty).named(
      "mean power share", "\(share) × (1 − \(empty)) + \(idle) × \(empty)")
  }
}
