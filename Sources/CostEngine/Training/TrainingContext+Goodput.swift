import Quantities

extension TrainingContext {
  private static let fields = ["failures", "checkpoint", "checkpoint_every", "recovery"]

  /// What stops the run; nil where nothing is said of it, or the goodput is given.
  func interruptions(onSpot isOnSpot: Bool = true) -> Interruptions? {
    guard fields["goodput"] == nil else { return nil }
    var causes: [Interruptions.Cause] = []
    if fields["failures"] != nil || fields["checkpoint"] != nil,
      let failures = fields.value("failures"), let recovery = fields.value("recovery")
    {
      let rate = (devices / failures).named(
        "failures of the run per time", "\(devices) ÷ \(failures)")
      causes.append(Interruptions.Cause(rate: rate, recovery: recovery))
    }
    var checkpoint = fields["checkpoint"]
    if isOnSpot, let spot = terms.spot {
      causes.append(Interruptions.Cause(rate: spot.rate, recovery: spot.recovery))
      checkpoint = fields["spot.checkpoint"] ?? checkpoint
    }
    return (checkpoint ?? fields.value("checkpoint")).flatMap {
      Interruptions(causes, checkpoint: $0, every: fields["checkpoint_every"])
    }
  }

  /// Fills in the share of the time that does useful work, and what stops the run; nil where nothing does.
  func goodput(_ training: inout Training) -> Term? {
    guard let interruptions = interruptions() else {
      leaveInterruptionsOut(&training)
      training.goodput = fields["goodput"]
      compare(fields["goodput"], &training)
      return fields["goodput"]
    }
    let goodput = interruptions.goodput
    training.checkpointInterval = interruptions.interval
    training.goodput = goodput
    let between = interruptions.between
    training.requirements.append(
      Requirement(
        "training.checkpoint", .error, field: "checkpoint",
        interruptions.checkpoint < 2 * between,
        "a checkpoint takes \(interruptions.checkpoint), but the run stops every \(between): it gets nowhere",
        help: "save faster, or train on fewer or more reliable devices"))
    training.requirements.append(
      Requirement(
        "training.interruptions", .warning, field: "failures",
        goodput.mean >= builder.constant(0.5),
        "only \(share: goodput) of the time does useful work: the run stops every \(between)",
        help: "save faster, or train on fewer or more reliable devices"))
    compare(goodput, &training)
    return goodput
  }

  /// Fills in what spot costs against on demand, and warns where that is not less.
  private func compare(_ goodput: Term?, _ training: inout Training) {
    guard let spot = terms.spot, let kept = terms.kept, terms.commitment == nil else { return }
    let plain = fields["goodput"] ?? interruptions(onSpot: false)?.goodput
    let one = builder.constant(1)
    let factor = (kept * (plain ?? one) / (goodput ?? one)).named(
      "spot_factor",
      plain.map { "\(kept) × \($0) ÷ \(goodput ?? one)" } ?? "\(kept) ÷ \(goodput ?? one)")
    training.spotFactor = factor
    training.requirements.append(
      Requirement(
        "training.spot", .warning, field: "spot", factor.mean < one,
        "on spot the devices cost \(share: factor) of what they do on demand: they are taken away \(spot.rate), and only \(share: goodput ?? one) of the time does useful work",
        help: "rent on demand, or save faster"))
  }

  private func leaveInterruptionsOut(_ training: inout Training) {
    let isGiven = fields["goodput"] != nil
    let example = "give `failures`, such as `failures: 50_677 GPU-hours`"
    training.gaps.append(
      Gap(
        figures: ["goodput", "checkpoint_interval", "interruptions"],
        help: isGiven ? "leave `goodput` out and \(example)" : example))
    for field in Self.fields where fields[field] != nil {
      training.notes.append(
        "`\(field)` is left out: \(isGiven ? "`goodput` is" : "no `failures` are") given")
    }
    if isGiven, terms.spot != nil {
      training.notes.append("interruptions on spot are left out: `goodput` is given")
    }
  }

  /// Fills in what a reservation is worth, and tells what of it the run does not use.
  func reservation(_ training: inout Training, price: Term) {
    guard let reservation = terms.reservation, let time = training.time else { return }
    training.reserveBreakeven = reservation.breakeven
    let rest = (reservation.term - time) * devices * price
    training.requirements.append(
      Requirement(
        "training.reserve", .warning, field: "reserve", reservation.term.mean <= time.mean,
        "the reservation of \(reservation.term) goes beyond the run of \(time): another \(rest) is paid for the rest of it",
        help: "count it where the devices are used, or rent on demand"))
  }
}
