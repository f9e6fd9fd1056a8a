import Quantities

/// Replicas that follow the load of the day.
extension ServingContext {
  /// What following the load comes to, on average over the day.
  struct Scaling {
    /// Waiting for replicas that start.
    struct Cold {
      /// Requests that wait, over all requests.
      let share: Term
      /// Of the mean request, and of all but one in 20.
      let wait: Term
      let tail: Term
    }

    /// Replicas that are paid for.
    let replicas: Term
    /// Devices that are paid for, where they come in whole nodes; nil where singly.
    let devices: Term?
    /// The rate that is served.
    let rate: Term
    /// Nil where a replica is always up.
    let cold: Cold?
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

  /// That nothing keeps up what may stop, and that serverless devices are rented as such.
  static func checkStops(
    _ run: DeploymentRun, _ fields: Reader<DeploymentRun>
  ) throws(EngineError) {
    if run.scaleToZero == true, !run.isServerless, fields["autoscale.min"] != nil {
      throw EngineError(
        "deployment.autoscale", field: "autoscale.min",
        "`autoscale.min` keeps replicas up that `scale_to_zero` stops",
        help: "leave one of them out: `autoscale min 0` is `scale_to_zero`")
    }
    guard run.isServerless else { return }
    let terms = ["spot": run.spot != nil, "reserve": run.reserve != nil, "rent": run.rent != nil]
    if let field = terms.filter(\.value).keys.min() {
      throw EngineError(
        "deployment.serverless", field: field,
        "serverless devices are rented by the second, and not by `\(field)`",
        help: "leave it out, or deploy `on` devices with `scale_to_zero`")
    }
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
    if let profile = run.profile, !profile.isEmpty {
      let sum = Term.total(profile)
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
  var least: Term {
    fields["autoscale.min"] ?? builder.constant(run.scaleToZero == true ? 0 : 1)
  }

  /// How the replicas follow the load over the day; nil where they do not.
  ///
  /// Each hour takes the replicas that its load needs. One that is added is paid for from when it starts until it
  /// serves, and one that is taken away until it is certain that it can go.
  ///
  /// - Parameters:
  ///   - rate: the mean rate that comes, as plain requests per time.
  ///   - full: the largest rate of a replica, its targets aside.
  ///   - residence: how long one request stays in a replica.
  func scaling(
    _ rate: Term, capacity: Term, full: Term, residence: Term, spares: Term
  ) -> Scaling? {
    guard isAutoscaled, let headroom = fields.value("headroom") else { return nil }
    let size = kept(capacity)
    let day = day?.hours ?? Array(repeating: builder.constant(1), count: 24)
    let needed = day.map { hour in
      let count = (rate * hour * (1 + headroom) / size).roundedUp.maximum(least.maximum(1))
      return fields["autoscale.max"].map { count.minimum($0) } ?? count
    }
    let stops = stops(day.map { rate * $0 }, needed, residence)
    let lag = fields["autoscale.lag"] ?? coldStart
    let cooldown = fields.value("autoscale.cooldown") ?? builder.constant(0, .time)
    func mean(_ counts: [Term], of things: String, _ label: String, _ formula: TermText) -> Term {
      let up = stops.map { zip(counts, $0).map { $0 * $1.up } } ?? counts
      let waiting = ReplicaHours(needed: counts).waiting(lag: lag, cooldown: cooldown).named(
        "\(things) that start or wait to stop",
        "up to \(lag) before their hour and \(cooldown) after")
      let hours = (Term.total(up) / 24).named("\(things) that the hours need", formula)
      return (hours + waiting).named(label, "\(hours) + \(waiting)")
    }
    let bounds: TermText =
      fields["autoscale.max"].map { ", \(least) to \($0)" } ?? ", \(least) at least"
    let each: TermText = "⌈\(rate) × load of the hour × (1 + \(headroom)) ÷ \(size)⌉"
    let replicas = mean(
      needed.map { $0 + spares }, of: "replicas", "replicas.mean",
      "mean of 24 hours: " + each + bounds)
    let served = zip(day, needed).map { hour, count in (rate * hour).minimum(count * full) }
    return Scaling(
      replicas: replicas,
      devices: rentsNodes
        ? mean(
          needed.map { nodes($0 + spares) }, of: "devices", "devices rented, whole nodes",
          "whole nodes, hour by hour") : nil,
      rate: fields["autoscale.max"] == nil
        ? rate
        : (Term.total(served) / 24).named(
          "rate served", "the mean of 24 hours, of each what its replicas can serve"),
      cold: stops.map { cold($0, over: day, at: rate, stay(residence)) })
  }

  var rentsNodes: Bool { run.rent == "nodes" && hardware["node"] != nil }

  /// Devices of some replicas, rented in whole nodes.
  func nodes(_ replicas: Term) -> Term {
    guard let node = hardware["node"] else { return replicas * devices }
    return (replicas * devices / node).roundedUp * node
  }
}
