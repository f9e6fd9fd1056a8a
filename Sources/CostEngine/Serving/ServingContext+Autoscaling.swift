import Quantities

/// Replicas that follow the load of the day.
extension ServingContext {
  /// Replicas that are paid for, on average over the day, and how many requests meet none that is up.
  struct Scaling {
    let billed: Term
    /// Share of the requests that start a replica and wait for it; nil where one is always up.
    let coldShare: Term?
  }

  /// Whether replicas come and go with the load.
  static func isAutoscaled(_ run: DeploymentRun) -> Bool {
    run.autoscale == true || run.autoscaleMin != nil || run.autoscaleMax != nil
      || run.scaleToZero == true
  }

  var isAutoscaled: Bool { ServingContext.isAutoscaled(run) }

  /// The load of the day: the user's profile, else a cosine by `peak`; nil where neither is given.
  static func day(
    _ run: DeploymentRun, _ fields: Reader<DeploymentRun>
  ) throws(EngineError) -> DailyLoad? {
    if run.rate == nil, let field = followed(run) {
      throw EngineError(
        "deployment.follow", field: field,
        "`\(field)` needs requests to follow, and no rate is given",
        help: "write `serving 20 requests/s` before the block")
    }
    var day: DailyLoad?
    if let profile = run.profile {
      if run.peak != nil {
        throw EngineError(
          "deployment.peak", field: "peak", "`profile` says what the busiest hour is already",
          help: "leave `peak` out, or leave `profile` out")
      }
      day = try DailyLoad(profile: profile)
    } else if let peak = fields["peak"] {
      day = DailyLoad(peak: peak)
    }
    guard let shifted = fields["off_peak"] else { return day }
    guard let day else {
      throw EngineError(
        "deployment.off_peak", field: "off_peak",
        "without a `peak` or a `profile` there are no quiet hours to put requests off to",
        help: "give `peak: 1.6`, the busiest hour over the mean, or a `profile` of 24 numbers")
    }
    return day.levelled(by: shifted)
  }

  /// The field that makes a run follow the load of the day, if one does.
  private static func followed(_ run: DeploymentRun) -> String? {
    if run.scaleToZero == true { return "scale_to_zero" }
    if isAutoscaled(run) { return "autoscale" }
    if run.offPeak != nil { return "off_peak" }
    return run.profile == nil ? nil : "profile"
  }

  /// That a cosine is no day for a peak of more than twice the mean: at night it would serve less than nothing.
  var dayRequirements: [Requirement] {
    var requirements: [Requirement] = []
    if run.profile == nil, isAutoscaled || fields["off_peak"] != nil, let peak = fields["peak"] {
      requirements.append(
        Requirement(
          "deployment.day", .error, field: "peak", peak <= builder.constant(2),
          "a day with a peak of \(peak) times its mean is no cosine: its night would be below zero",
          help: "give a `profile` of 24 numbers, the load of each hour from midnight on"))
    }
    if let profile = run.profile, let first = profile.first {
      let sum = profile.dropFirst().reduce(first, +)
      requirements.append(
        Requirement(
          "deployment.profile", .error, field: "profile", sum > 0 * sum,
          "a profile needs load in some hour: its sum is \(sum)"))
    }
    if let least = fields["autoscale.min"] {
      requirements.append(
        Requirement(
          "field.bounds", .error, field: "autoscale.min", least.isEqual(to: least.rounded),
          "`autoscale.min` must be a whole number, not \(least)"))
      if let most = fields["autoscale.max"] {
        requirements.append(
          Requirement(
            "deployment.autoscale", .error, field: "autoscale.max", least <= most,
            "at least \(least) replicas cannot be at most \(most)"))
      }
    }
    return requirements
  }

  /// Fewest replicas that stay up.
  private var least: Term {
    if run.scaleToZero == true { return builder.constant(0) }
    return fields["autoscale.min"] ?? builder.constant(1)
  }

  /// Replicas that are paid for over the day; nil where they do not follow the load.
  ///
  /// Each hour takes the replicas that its load needs. One that is added is paid for from when it starts until it
  /// serves, and one that is taken away until it is certain that it can go.
  ///
  /// - Parameters:
  ///   - rate: the mean rate of the day, as plain requests per time.
  ///   - residence: how long one request stays in a replica.
  func scaling(_ rate: Term, capacity: Term, residence: Term, spares: Term) -> Scaling? {
    guard isAutoscaled, let headroom = fields.value("headroom") else { return nil }
    let capacity = kept(capacity)
    let day = day?.hours ?? Array(repeating: builder.constant(1), count: 24)
    let one = builder.constant(1)
    let up = residence + (fields.value("idle_timeout") ?? builder.constant(0, .time))
    var counts: [Term] = []
    var paid: [Term] = []
    var cold: [Term] = []
    for hour in day {
      let arrivals = rate * hour
      var needed = (arrivals * (1 + headroom) / capacity).roundedUp.maximum(least.maximum(1))
      if let most = fields["autoscale.max"] { needed = needed.minimum(most) }
      // An empty replica is up while a request is in it or left it no longer ago than the timeout.
      let none = (-(arrivals * up)).applying(.exp)
      let started = arrivals * coldStart * none
      let share = (1 - none + started) / (1 + started)
      let canStop = (needed <= one).and(least < one)
      counts.append(rented(needed, spares))
      paid.append(counts[counts.endIndex - 1] * canStop.choose(share, else: one))
      cold.append(canStop.choose(hour * none / (1 + started), else: 0 * none))
    }
    let lag = fields["autoscale.lag"] ?? coldStart
    let cooldown = fields.value("autoscale.cooldown") ?? builder.constant(0, .time)
    let hour = builder.constant(3600, .time)
    var added = 0 * counts[0]
    var removed = added
    for (now, next) in zip(counts, counts.dropFirst() + counts.prefix(1)) {
      added = added + (next - now).maximum(0)
      removed = removed + (now - next).maximum(0)
    }
    let hours = (Term.total(paid) / 24).named(
      "mean of the replicas that each hour needs",
      "the mean over 24 hours of ⌈\(rate) × load of the hour × (1 + \(headroom)) ÷ \(capacity)⌉")
    let change = ((added * lag + removed * cooldown) / (24 * hour)).named(
      "replicas that start or wait to stop",
      "(\(added) × \(lag) + \(removed) × \(cooldown)) ÷ 24 hours")
    return Scaling(
      billed: (hours + change).named("replicas.mean", "\(hours) + \(change)"),
      coldShare: builder.value(of: least) == 0
        ? (Term.total(cold) / 24).named(
          "cold_share", "requests that find no replica up, over all requests") : nil)
  }

  /// Replicas as they are paid for: with those that stand by, and in whole nodes where nodes are rented.
  private func rented(_ replicas: Term, _ spares: Term) -> Term {
    let all = replicas + spares
    guard run.rent == "nodes", let node = hardware["node"] else { return all }
    return (all * devices / node).roundedUp * node / devices
  }

  /// Time from asking for a replica until it serves: reading the weights and starting the engine.
  var coldStart: Term {
    if let given = fields["cold_start"] { return given }
    let start = builder.fallback("engine start", ServingData.engineStart, .time)
    guard let size = model.size(inputs.weights) else { return start }
    let speed = builder.fallback("load bandwidth", ServingData.loadBandwidth, .data / .time)
    return (size / speed + start).named("cold_start", "\(size) ÷ \(speed) + \(start)")
  }
}

extension Term {
  /// The sum of terms of one dimension, of which there is at least one.
  static func total(_ terms: [Term]) -> Term { terms.dropFirst().reduce(terms[0], +) }
}
