import Quantities

/// Where the replicas work in the busiest hour.
struct OperatingPoint {
  /// Replicas that take requests, and those that stand by.
  let replicas: Term
  let spares: Term
  /// Rate that all replicas together serve, on average and in the busiest hour.
  var rate: Term
  let busiest: Term
  /// Largest rate of a replica within its targets.
  let capacity: Term
  /// Requests together on a replica in the busiest hour.
  let batch: Term
  /// The decode step there, and what a token takes with others' prefills.
  let step: Term
  let tpot: Term
  var ttft: Term
  var wait: Term
  /// The 95th percentile of the wait.
  var tail: Term
  /// The replicas keep up in the busiest hour; nil where no rate comes from outside.
  let isStable: Term?

  /// All replicas that are paid for.
  let provisioned: Term
}

extension DeploymentRun {
  /// How requests come.
  enum Arrivals {
    /// A rate, on average and in the busiest hour.
    case open(rate: Term, busiest: Term)
    /// So many requests always in flight.
    case closed(Term)
    /// As many as the replicas can serve.
    case full
  }
}

extension ServingContext {
  func arrivals() throws(EngineError) -> DeploymentRun.Arrivals {
    let rate = fields["rate"].map { rate in
      (rate * builder.constant(1, Dimension.requests.inverse)).named("mean rate", "\(rate)")
    }
    switch (rate, fields.given("concurrency", in: .none)) {
    case (.some, .some):
      throw EngineError(
        "deployment.load", field: "concurrency",
        "a rate and a concurrency cannot both be given",
        help: "`concurrency` keeps so many requests in flight instead of a rate")
    case (let rate?, nil):
      // A peak of the user's own is kept as it is: a cosine through it is that peak but for rounding.
      let isGiven = run.profile == nil && fields["off_peak"] == nil
      let peak =
        isGiven ? fields["peak"] : day?.peak.named("peak", "the busiest hour over the mean")
      let busiest = peak.map { (rate * $0).named("busiest rate", "\(rate) × \($0)") }
      return .open(rate: rate, busiest: busiest ?? rate)
    case (nil, let concurrency?): return .closed(concurrency)
    case (nil, nil): return .full
    }
  }

  /// Replicas that serve a rate, each up to its capacity, with headroom over the busiest hour.
  func replicas(rate: Term, capacity: Term) -> Term {
    if let replicas = fields["replicas"] { return replicas }
    guard let headroom = fields.value("headroom") else { return builder.constant(1) }
    let capacity = kept(capacity)
    let needed = (rate * (1 + headroom) / capacity).roundedUp.maximum(1)
    let least = fields["autoscale.min"].map { needed.maximum($0) } ?? needed
    let replicas = fields["autoscale.max"].map { least.minimum($0) } ?? least
    let bounds = [
      fields["autoscale.min"].map { ", at least \($0)" as TermText },
      fields["autoscale.max"].map { ", at most \($0)" as TermText },
    ].compactMap { $0 }
    return replicas.named(
      fields["availability"] == nil ? "replicas" : "replicas that serve",
      bounds.reduce("⌈\(rate) × (1 + \(headroom)) ÷ \(capacity)⌉", +))
  }

  /// The share of the time that a replica on spot is up; nil on demand.
  var upOnSpot: Term? {
    terms.spot.map { spot in
      (1 / (1 + spot.rate * spot.recovery)).named(
        "share of time up on spot", "1 ÷ (1 + \(spot.rate) × \(spot.recovery))")
    }
  }

  /// What a replica serves of its capacity, the time it is away on spot left out.
  func kept(_ capacity: Term) -> Term {
    guard let up = upOnSpot, fields["availability"] == nil else { return capacity }
    return (capacity * up).named("capacity while it is up", "\(capacity) × \(up)")
  }

  /// Replicas that stand by, so that enough are up with the chance asked for: failures are independent.
  func spares(_ replicas: Term) -> Term {
    guard let target = fields["availability"] else { return builder.constant(0) }
    let away = builder.fact("time to replace a replica", ReliabilityData.recovery, .time)
    let between = builder.fact("time between failures of a device", ReliabilityData.failures, .time)
    let failed = (devices * away / between).named(
      "time away over time up", "\(devices) × \(away) ÷ \(between)")
    let lost =
      terms.spot.map { spot in
        (failed + spot.rate * spot.recovery).named(
          "time away over time up, on spot", "\(failed) + \(spot.rate) × \(spot.recovery)")
      } ?? failed
    let share = (lost / (1 + lost)).named(
      "share of time that a replica is away", "\(lost) ÷ (1 + \(lost))")
    let down = (replicas * share).named(
      "replicas away on average", "\(replicas) × \(share)")
    return builder.failures(before: replicas, chance: share, share: target).named(
      "spare replicas",
      "the fewest with which \(target) of the time \(replicas) are up; \(down) of these are away on average",
      citation: Citation("negative binomial distribution of independent failures"))
  }

  /// The replicas and their load in the busiest hour.
  func operatingPoint(
    _ load: ServingLoad, _ deployment: inout Deployment
  ) throws(EngineError) -> OperatingPoint {
    let one = builder.constant(1)
    let targets = targets
    let full = load.rate(load.slots).named(
      "largest rate of a replica",
      "\(load.slots) ÷ (\(load.slots) × \(load.prefill) + \(load.steps) × time of a step of \(load.slots))",
      citation: .little)
    let largest = load.largestBatch(targets, full: full).named(
      "largest batch within targets",
      "of \(load.slots), by what a step takes: \(load.step.target.weights), \(load.step.target.cache), \(load.step.target.work)"
    )
    let capacity =
      targets.isEmpty
      ? full
      : load.rate(largest).named(
        "capacity of a replica",
        "\(largest) ÷ (\(largest) × \(load.prefill) + \(load.steps) × time of a step of \(largest))",
        citation: .little)
    switch try arrivals() {
    case .open(let rate, let busiest):
      let replicas = replicas(rate: busiest, capacity: capacity)
      let each = (busiest / replicas).named(
        "busiest rate of a replica", "\(busiest) ÷ \(replicas)")
      let use = (each / full).named("share of the largest rate", "\(each) ÷ \(full)")
      let most = full * replicas
      let request = builder.constant(1, .requests)
      deployment.requirements.append(
        Requirement(
          "deployment.rate", .warning,
          field: fields["autoscale.max"] == nil ? "replicas" : "autoscale.max", use < one,
          "\(count: replicas, "replica") can serve \(most * request), but \(busiest * request) come: \(share: use) of it",
          help: "the queue would grow without end: allow more replicas, or leave their number out"))
      let serving = served(busiest, most: most)
      let pace =
        serving.id == busiest.id
        ? each
        : (serving / replicas).named("rate of a replica", "\(serving) ÷ \(replicas)")
      let batch = load.batch(at: pace).named(
        "batch",
        "\(pace) × (batch × \(load.prefill) + \(load.steps) × time of its step), solved for the batch",
        citation: .little)
      let step = load.step.explained(batch)
      let tpot = perToken(load, batch, step)
      let wait = load.wait(use, residence: load.slots / full)
      return point(
        load, replicas: replicas, rate: served(rate, most: most), busiest: serving,
        capacity: capacity, batch: batch, step: step, tpot: tpot, wait: wait,
        isStable: isStable(at: use, of: full, on: replicas))
    case .closed(let concurrency):
      let replicas = fields["replicas"] ?? one
      let share = concurrency / replicas
      let batch = share.minimum(load.slots).named(
        "batch", "the smaller of \(concurrency) ÷ \(replicas) and \(load.slots)")
      let step = load.step.explained(batch)
      let delay = builder.fact("prefills that delay a step", ServingData.closedPrefill)
      let tpot = (step + delay * batch * load.prefill / load.steps).named(
        "tpot", "\(step) + \(delay) × \(batch) × \(load.prefill) ÷ \(load.steps)",
        citation: .fitted)
      let residence = load.first(step) + (load.steps - 1).maximum(0) * tpot
      let pace = batch / residence
      let wait = ((share - batch) / pace).named(
        "wait for a slot", "(\(share) − \(batch)) ÷ \(pace)", citation: .little)
      let rate = (pace * replicas).named(
        "rate", "\(batch) × \(replicas) ÷ \(residence)", citation: .little)
      return point(
        load, replicas: replicas, rate: rate, busiest: rate, capacity: pace, batch: batch,
        step: step, tpot: tpot, wait: (wait, wait))
    case .full:
      deployment.notes.append(
        "no rate is given: figures are those of replicas at their capacity, queueing left out")
      let replicas = fields["replicas"] ?? one
      let batch = largest.named("batch", "\(largest)")
      let step = load.step.explained(batch)
      let zero = builder.constant(0, .time)
      let rate = (capacity * replicas).named("rate", "\(capacity) × \(replicas)")
      return point(
        load, replicas: replicas, rate: rate, busiest: rate, capacity: capacity, batch: batch,
        step: step, tpot: perToken(load, batch, step), wait: (zero, zero))
    }
  }

  var targets: [String: Term] {
    var targets: [String: Term] = [:]
    for key in ["ttft", "tpot", "latency"] { targets[key] = fields["target.\(key)"] }
    return targets
  }

  private func perToken(_ load: ServingLoad, _ batch: Term, _ step: Term) -> Term {
    load.perToken(batch, step).named(
      "tpot", "\(step) + \(batch) × \(load.prefill) ÷ \(load.steps)", citation: .little)
  }

  private func point(
    _ load: ServingLoad, replicas: Term, rate: Term, busiest: Term, capacity: Term, batch: Term,
    step: Term, tpot: Term, wait: (mean: Term, tail: Term), isStable: Term? = nil
  ) -> OperatingPoint {
    let spares = spares(replicas)
    // What is less than a nanosecond is no wait.
    let isWait = wait.mean >= builder.constant(1e-9, .time)
    let queue = isWait.choose(wait.mean, else: builder.constant(0, .time)).named(
      "mean wait for a slot", "of \(load.slots) on each of \(replicas), at \(busiest)",
      citation: .allenCunneen)
    let pass = load.step.pass(of: step)
    return OperatingPoint(
      replicas: replicas, spares: spares, rate: rate, busiest: busiest, capacity: capacity,
      batch: batch, step: step,
      tpot: tpot,
      ttft: (load.first(step) + queue).named(
        "ttft",
        "\(load.ingest) + \(load.reading) + \(load.firstSteps) × \(pass) + \(queue)",
        citation: .fitted),
      wait: queue, tail: wait.tail.named("95th percentile of the wait", citation: .erlang),
      isStable: isStable,
      provisioned: fields["availability"] == nil
        ? replicas
        : (replicas + spares).named("replicas", "\(replicas) + \(spares)"))
  }
}
