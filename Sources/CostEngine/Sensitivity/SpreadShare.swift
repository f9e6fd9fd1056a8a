extension Samples {
  /// The share of this figure's variance that another figure explains alone: its first-order Sobol index.
  ///
  /// The samples are put into classes by the other figure, and the variance between the means of the classes is set
  /// against the whole, less what as many classes of chance would show. No further samples are needed.
  ///
  /// Source: E. Plischke, E. Borgonovo and C. Smith, Global sensitivity measures from given data, European Journal of
  /// Operational Research 226 (2013), section 3.
  public func shareExplained(by other: Samples) -> Double {
    let count = values.count
    guard count == other.values.count, count >= 4 else { return 0 }
    let variance = standardDeviation * standardDeviation
    guard variance > 0 else { return 0 }
    let order = other.values.indices.sorted {
      (other.values[$0], $0) < (other.values[$1], $1)
    }
    let classes = min(64, count / 4)
    let mean = mean
    var between = 0.0
    for number in 0..<classes {
      let members = order[count * number / classes..<count * (number + 1) / classes]
      let level = members.reduce(0) { $0 + values[$1] } / Double(members.count)
      between += Double(members.count) * (level - mean) * (level - mean)
    }
    let share = between / Double(count) / variance
    let chance = Double(classes - 1) / Double(count)
    return min(1, max(0, (share - chance) / (1 - chance)))
  }
}
