import Quantities

/// How many replicas each hour of a day needs, and how many are paid for around it.
struct ReplicaHours {
  /// From midnight to midnight; the day repeats.
  let needed: [Term]

  /// Replicas that are up on average beside those needed: each starts a while before the hour that needs it, and stays
  /// for a while after it.
  ///
  /// What is up at a moment is what the busiest hour needs of those within reach of it. Both reaches are added hour by
  /// hour, and together never more than the busiest hour of the day: the sum is exact where they do not meet.
  ///
  /// - Parameters:
  ///   - lag: how long before its hour a replica starts.
  ///   - cooldown: how long after its hour it stays.
  func waiting(lag: Term, cooldown: Term) -> Term {
    let most = Term.largest(needed)
    let ahead = reach(lag, forward: true)
    let behind = reach(cooldown, forward: false)
    let extra = needed.indices.map { hour in
      (ahead[hour] + behind[hour]).minimum(most - needed[hour])
    }
    return Term.total(extra) / Double(needed.count)
  }

  /// What each hour has up for the hours within a time of it, beyond what it needs itself: hour by hour, as far as the
  /// time goes.
  private func reach(_ time: Term, forward: Bool) -> [Term] {
    let builder = time.builder
    let hours = time / builder.constant(3600, .time)
    let known = builder.value(of: hours).map { Int(min(max($0, 0), 24).rounded(.up)) }
    let count = needed.count
    var most = needed
    var extra = needed.map { _ in builder.constant(0) }
    for step in 0..<min(known ?? count, count) {
      let share = (hours - Double(step)).maximum(0).minimum(1)
      for hour in needed.indices {
        let other = needed[(hour + (forward ? step + 1 : 2 * count - step - 1)) % count]
        let higher = most[hour].maximum(other)
        extra[hour] = extra[hour] + share * (higher - most[hour])
        most[hour] = higher
      }
    }
    return extra
  }
}

extension Term {
  /// The sum of terms of one dimension, of which there is at least one.
  static func total(_ terms: [Term]) -> Term { terms.dropFirst().reduce(terms[0], +) }

  /// The largest of terms of one dimension, of which there is at least one.
  static func largest(_ terms: [Term]) -> Term {
    terms.dropFirst().reduce(terms[0]) { $0.maximum($1) }
  }
}
