import Quantities

/// The last replica, which stops when no request is there and starts at the next one.
extension ServingContext {
  /// How the last replica of each hour stops; nil where one always stays up.
  func stops(_ arrivals: [Term], _ needed: [Term], _ residence: Term) -> [Stop]? {
    if let least = builder.value(of: least), least >= 1 { return nil }
    let one = builder.constant(1)
    return zip(arrivals, needed).map { rate, count in
      Stop(
        rate, stay: stay(residence), start: coldStart,
        isPossible: (count <= one).and(least < one))
    }
  }

  /// How long one request keeps the last replica up.
  func stay(_ residence: Term) -> Term {
    let timeout = fields.value("idle_timeout") ?? builder.constant(0, .time)
    return (residence + timeout).named(
      "time that a request keeps a replica up", "\(residence) + \(timeout)")
  }

  /// The last replica in an hour, which stops when no request is there and starts at the next one.
  ///
  /// Requests come at random. Those that meet no replica start one, and so the replica is up for a start and a busy
  /// period of a server that each request keeps for the same time, of (exp(rate × stay) − 1) ÷ rate.
  struct Stop {
    /// Share of the hour that it is up.
    let up: Term
    /// Requests of the hour that wait for a start, and how long the mean request of the hour waits for one.
    let waiting: Term
    let wait: Term

    init(_ arrivals: Term, stay: Term, start: Term, isPossible: Term) {
      let zero = 0 * arrivals * stay
      let none = (-(arrivals * stay)).applying(.exp)
      let starts = arrivals * start
      let all = 1 + starts * none
      up = isPossible.choose((1 - none + starts * none) / all, else: 1 + zero)
      waiting = isPossible.choose(none * (1 + starts) / all, else: zero)
      wait = isPossible.choose(none * (start + starts * start / 2) / all, else: zero * start)
    }
  }

  /// What waiting for starts comes to over all requests of the day.
  func cold(
    _ stops: [Stop], over day: [Term], at rate: Term, _ stay: Term
  ) -> Scaling.Cold {
    let share = (Term.total(zip(day, stops).map { $0 * $1.waiting }) / 24).named(
      "cold_share",
      "(1 + \(rate) × \(coldStart)) ÷ (exp(\(rate) × \(stay)) + \(rate) × \(coldStart)), hour by hour"
    )
    let wait = (Term.total(zip(day, stops).map { $0 * $1.wait }) / 24).named(
      "mean wait for a start", "\(share) of the requests wait, \(coldStart) at most")
    // All but one request in 20: those that wait may wait for all of a start.
    let tail = (share > builder.constant(0.05)).choose(coldStart, else: 0 * coldStart)
    return Scaling.Cold(share: share, wait: wait, tail: tail)
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
