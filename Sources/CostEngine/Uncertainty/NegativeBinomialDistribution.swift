import RealModule

/// How many trials fail before so many have succeeded, each failing with the same chance.
enum NegativeBinomialDistribution {
  /// Counts that spread wider than this are told by their moments.
  private static let widest = 1e6

  /// The fewest failures that are enough in a share of the cases; not a number where there is no such count.
  ///
  /// Source of the approximation for large counts: E. A. Cornish and R. A. Fisher, Moments and cumulants in the
  /// specification of distributions, Revue de l'Institut International de Statistique 5 (1938), to the skewness.
  static func quantile(_ share: Double, successes: Double, failing chance: Double) -> Double {
    guard successes > 0, successes.isFinite, chance >= 0, chance < 1, share < 1 else { return .nan }
    guard chance > 0, share > 0 else { return 0 }
    let mean = successes * chance / (1 - chance)
    let variance = mean / (1 - chance)
    let deviation = variance.squareRoot()
    guard variance <= widest else {
      let skewness = (1 + chance) / (successes * chance).squareRoot()
      let z = NormalDistribution.quantile(share)
      let bound = mean + deviation * (z + skewness * (z * z - 1) / 6)
      return max(0, (bound - 0.5).rounded(.up))
    }
    // Weights are relative to that of the first count; what lies below is less than any share can tell.
    let first = max(0, (mean - 10 * deviation).rounded(.down))
    func growth(_ count: Double) -> Double { (count + successes) / (count + 1) * chance }
    var (count, weight, total) = (first, 1.0, 0.0)
    while count <= mean || weight > total * 1e-17 {
      total += weight
      weight *= growth(count)
      count += 1
    }
    let wanted = share * total
    (count, weight) = (first, 1)
    var sum = weight
    while sum < wanted {
      weight *= growth(count)
      count += 1
      sum += weight
    }
    return count
  }
}
