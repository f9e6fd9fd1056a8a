import Quantities

/// What stops a run: how often, and what each stop costs beside the work since the last checkpoint.
struct Interruptions {
  /// Stops of the whole run per time.
  let rate: Term
  /// Time lost to stops, per time, beside work that is done again.
  let recovering: Term
  /// Time that a checkpoint stalls the run.
  let checkpoint: Term
  /// Time between checkpoints; nil for the best.
  let every: Term?

  /// Mean time between stops.
  var between: Term {
    (1 / rate).named("time between interruptions", "1 ÷ \(rate)")
  }

  /// Time of useful work between checkpoints: Young's, where the user says none.
  var interval: Term {
    if let every { return every.part("checkpoint_interval") }
    let between = between
    return (2 * checkpoint * between).squareRoot.named(
      "checkpoint_interval", "√(2 × \(checkpoint) × \(between))", citation: .young)
  }

  /// The share of the time that does useful work, to first order in what is lost.
  func goodput(_ interval: Term) -> Term {
    let saving = (checkpoint / interval).named(
      "share lost to checkpoints", "\(checkpoint) ÷ \(interval)", citation: .daly)
    let redone = (interval / 2 * rate).named(
      "share lost to work done again", "\(interval) ÷ 2 × \(rate)", citation: .daly)
    return (1 / (1 + saving + redone + recovering)).named(
      "goodput", "1 ÷ (1 + \(saving) + \(redone) + \(recovering))", citation: .daly)
  }
}

extension TrainingContext {
  /// What stops the run; nil where nothing is said of it.
  func interruptions() -> Interruptions? {
    guard fields["goodput"] == nil,
      fields["failures"] != nil || fields["checkpoint"] != nil,
      let failures = fields.value("failures"), let checkpoint = fields.value("checkpoint"),
      let recovery = fields.value("recovery")
    else { return nil }
    let rate = (devices / failures).named(
      "interruptions of the run per time", "\(devices) ÷ \(failures)")
    return Interruptions(
      rate: rate,
      recovering: (recovery * rate).named("share lost to recovery", "\(recovery) × \(rate)"),
      checkpoint: checkpoint, every: fields["checkpoint_every"])
  }

  /// Fills in the share of the time that does useful work, and what stops the run.
  func goodput(_ training: inout Training) -> Term? {
    guard let interruptions = interruptions() else {
      let goodput = fields["goodput"]
      training.goodput = goodput
      training.gaps.append(
        Gap(
          figures: goodput == nil
            ? ["goodput", "checkpoint_interval", "interruptions"]
            : ["checkpoint_interval", "interruptions"],
          help: goodput == nil
            ? "give `failures`, such as `failures: 50_677 GPU-hours`"
            : "leave `goodput` out and give `failures`, such as `failures: 50_677 GPU-hours`"))
      for field in ["failures", "checkpoint", "checkpoint_every", "recovery"]
      where fields[field] != nil {
        training.notes.append(
          "`\(field)` is left out: \(goodput == nil ? "no `failures` are" : "`goodput` is") given")
      }
      return goodput
    }
    let interval = interruptions.interval
    let goodput = interruptions.goodput(interval)
    training.checkpointInterval = interval
    training.goodput = goodput
    let between = interruptions.between
    training.requirements.append(
      Requirement(
        "training.checkpoint", .error, field: "checkpoint",
        interruptions.checkpoint < 2 * between,
        "a checkpoint takes \(interruptions.checkpoint), but the run stops every \(between): it gets nowhere",
        help: "save faster, or on fewer or more reliable devices"))
    training.requirements.append(
      Requirement(
        "training.interruptions", .warning, field: "failures",
        goodput >= builder.constant(0.5),
        "only \(share: goodput) of the time does useful work: the run stops every \(between)",
        help: "the formula holds where little is lost: take the figures for what they are"))
    return goodput
  }
}
