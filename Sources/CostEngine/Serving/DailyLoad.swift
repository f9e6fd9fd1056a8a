import Quantities
import RealModule

/// The load of each hour of a day, over the mean of the day.
struct DailyLoad {
  /// From midnight to midnight.
  let hours: [Term]

  /// The busiest hour over the mean.
  var peak: Term { Term.largest(hours) }

  /// A day of the user's own: 24 figures of any scale.
  init(profile: [Term]) throws(EngineError) {
    guard profile.count == 24 else {
      throw EngineError(
        "deployment.profile", field: "profile",
        "a profile has the load of each of 24 hours, not of \(profile.count)",
        help: "give 24 numbers, from midnight on; only their ratios count")
    }
    let mean = (Term.total(profile) / 24).named("mean of the profile")
    hours = profile.map { $0 / mean }
  }

  /// A day that rises and falls as a cosine, by its peak.
  init(peak: Term) {
    hours = (0..<24).map { hour in
      1 + (peak - 1) * Double.cos(2 * .pi * Double(hour) / 24)
    }
  }

  private init(hours: [Term]) {
    self.hours = hours
  }

  /// The day with a share of every hour's load put off to the quietest hours: these are filled to one level.
  ///
  /// The level that the k quietest hours reach together is lowest at the k that are filled.
  func levelled(by share: Term) -> DailyLoad {
    let kept = hours.map { $0 * (1 - share) }
    let moved = share * 24
    var filled = moved
    var level: Term?
    for (index, hour) in DailyLoad.sorted(kept).enumerated() {
      filled = filled + hour
      let candidate = filled / Double(index + 1)
      level = level.map { $0.minimum(candidate) } ?? candidate
    }
    guard let level else { return self }
    return DailyLoad(hours: kept.map { $0.maximum(level) })
  }

  /// From the quietest to the busiest, compared pair by pair: which is which may depend on the sample.
  private static func sorted(_ hours: [Term]) -> [Term] {
    var hours = hours
    for end in hours.indices.reversed() {
      for index in hours.indices where index < end {
        let (low, high) = (
          hours[index].minimum(hours[index + 1]), hours[index].maximum(hours[index + 1])
        )
        hours[index] = low
        hours[index + 1] = high
      }
    }
    return hours
  }
}
