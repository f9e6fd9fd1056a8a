/// A shape of uncertainty that is called like a function.
enum Distribution: String, CaseIterable {
  case normal, lognormal, uniform, triangular, pert, beta
  case discrete, mixture, empirical, truncate

  /// In their order, those that must be given first.
  var parameters: [String] {
    switch self {
    case .normal, .lognormal: ["mean", "sd"]
    case .uniform: ["low", "high"]
    case .triangular, .pert: ["low", "mode", "high"]
    case .beta: ["alpha", "beta"]
    case .discrete: ["values", "weights"]
    case .mixture: ["of", "weights"]
    case .empirical: ["values"]
    case .truncate: ["of", "low", "high"]
    }
  }

  /// How many of the parameters may be left out.
  var optional: Int {
    switch self {
    case .discrete, .mixture: 1
    case .truncate: 2
    default: 0
    }
  }

  /// What it takes, in words.
  var takes: String {
    switch self {
    case .discrete: "its values, and weights where they are not equally likely"
    case .mixture: "its parts, and weights where they are not equally likely"
    case .truncate: "a distribution and a bound, low, high or both"
    default: parameters.listed
    }
  }

  /// A call as it may be written.
  var form: String {
    let parameters =
      switch self {
      case .discrete: "values: [$1, $2], weights: [70%, 30%]"
      case .mixture: "of: [1 to 2, 5 to 9], weights: [70%, 30%]"
      case .empirical: "values: [12, 15, 19]"
      case .truncate: "2 to 9, low: 1, high: 10"
      default: parameters.map { "\($0): …" }.joined(separator: ", ")
      }
    return "\(rawValue)(\(parameters))"
  }

  var doc: String {
    switch self {
    case .normal: "a normal quantity: `normal(3 to 5)` by its 90% interval, or by mean and sd"
    case .lognormal: "a log-normal quantity, by its mean and sd"
    case .uniform: "any value between two is as likely as any other"
    case .triangular: "between two values, one the likeliest"
    case .pert: "between two values, one the likeliest, with thinner tails than triangular"
    case .beta: "a share, by the two parameters of the beta distribution"
    case .discrete: "one of some values, by their weights"
    case .mixture: "one of some ranges or distributions, by their weights"
    case .empirical: "as some measured values are, straight from each to the next"
    case .truncate: "a range or distribution as it is between two bounds"
    }
  }
}
