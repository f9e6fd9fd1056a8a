import Quantities

extension TrainingRun {
  /// What the run takes and costs; fails where the user must still say something.
  public func figures() throws(EngineError) -> Training {
    let context = try TrainingContext(self)
    var training = Training()
    training.requirements =
      context.fields.requirements + context.bill.requirements + context.hardware.requirements
      + context.model.requirements + Terms.requirements(context.fields)
    if precision == nil { training.wordDefaults.append(hardware.usualPrecision) }
    try context.time(&training)
    let device = try context.device()
    context.energy(&training, on: device)
    try context.memory(&training)
    try context.money(&training, on: device)
    return training
  }
}

extension TrainingContext {
  /// Fills in the work and how long it takes.
  func time(_ training: inout Training) throws(EngineError) {
    let peak = try run.hardware.peak(of: precision, hardware, field: "precision")
    guard let mfu = fields["mfu"] else { throw missingMFU() }
    let work = try work(&training.notes)
    let rate = (devices * peak * mfu).named(
      "rate", "\(devices) × \(peak) × \(mfu)", citation: .palm)
    let goodput = goodput(&training)
    let busy = (work / rate).named(
      goodput == nil ? "time" : "time of useful steps", "\(work) ÷ \(rate)")
    let time = goodput.map { (busy / $0).named("time", "\(busy) ÷ \($0)") } ?? busy
    training.interruptions = interruptions().map { stops in
      (time * stops.rate).named("interruptions", "\(time) × \(stops.rate)")
    }
    training.flops = work
    training.mfu = mfu
    training.hfu = hardwareUtilization(mfu)
    training.time = time
    training.deviceHours = (time * devices).named("device_hours", "\(time) × \(devices)")
    let pace = (examples / busy).named(
      run.trained.kind.takesTokens ? "tokens_per_second" : "samples_per_second",
      "\(examples) ÷ \(busy)")
    if run.trained.kind.takesTokens {
      training.tokensPerSecond = pace
    } else {
      training.samplesPerSecond = pace
    }
    steps(busy, &training)
  }

  private func missingMFU() -> EngineError {
    let prior = MFUPrior.find(run.hardware.name, precision.name, run.trained.kind)
    return EngineError(
      "training.mfu", field: "mfu", "how much of the peak the run reaches is not known",
      help: prior?.advice ?? "write `at 40% mfu`, the useful share of the peak")
  }

  private func hardwareUtilization(_ mfu: Term) -> Term {
    let recompute = run.recompute.flatMap(Recompute.init) ?? .none
    guard recompute != .none else { return mfu.part("hfu") }
    let fact = TrainingData.recomputation(recompute)
    let factor = builder.constant(fact.value).named(
      "work computed again", citation: fact.citation)
    return (mfu * factor).named("hfu", "\(mfu) × \(factor)", citation: .korthikanti)
  }

  private func steps(_ busy: Term, _ training: inout Training) {
    guard let batch = fields["batch"] else {
      training.gaps.append(
        Gap(figures: ["steps", "step_time"], help: "give the global `batch` of one optimizer step"))
      training.notes.append("steps and their time are left out: they need a `batch`")
      return
    }
    var size = batch
    if batch.dimension != examples.dimension {
      guard let sequence = fields["sequence"], run.trained.kind.takesTokens else {
        training.notes.append("steps are left out: `batch` in samples needs a `sequence`")
        return
      }
      size = (batch * sequence * builder.constant(1, Dimension.samples.inverse)).named(
        "tokens of a batch", "\(batch) × \(sequence)")
    }
    let least = sequence ?? builder.constant(1, size.dimension)
    training.requirements.append(
      Requirement(
        "training.batch", .warning, field: "batch", size >= least,
        sequence == nil
          ? "a batch of \(size) is less than \(least)"
          : "a batch of \(size) is less than one sequence of \(least)",
        help: "`batch` is the global batch of one optimizer step"))
    let steps = (examples / size).named("steps", "\(examples) ÷ \(size)")
    training.steps = steps
    training.stepTime = (busy / steps).named("step_time", "\(busy) ÷ \(steps)")
  }

  /// Fills in electricity and its footprint, where the devices' power is known.
  ///
  /// All compute is counted, that of experiments too, and of owned devices the rest of the server, as in their price.
  func energy(_ training: inout Training, on device: DevicePrice?) {
    guard let full = hardware["power"] else {
      training.leaveEnergyOut(run.hardware.name)
      return
    }
    let owned = device?.ownership
    guard let pue = fields["pue"] ?? owned?.pue ?? fields.value("pue"),
      let last = training.deviceHours
    else { return }
    let hours =
      fields["experiments"].map {
        (last * $0).named("device-hours of all experiments", "\(last) × \($0)")
      } ?? last
    let power = owned?.draw(of: full) ?? full
    let share = owned?.powerShare ?? builder.fallback("power share", EnergyData.powerShare)
    let energy = (hours * power * share * pue).named(
      "energy", "\(hours) × \(power) × \(share) × \(pue)", citation: .patterson)
    training.energy = energy
    training.leave(Footprint(fields, energy: energy, pue: pue, use: hours, life: owned?.life))
  }
}
