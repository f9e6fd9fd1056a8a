import CostEngine
import Quantities

/// A function that the language brings along.
struct Builtin: Hashable {
  enum Meaning: Hashable {
    /// One figure of any dimension to one of the same.
    case keeping(Operation)
    /// One plain number to another.
    case plain(Operation)
    case squareRoot
    /// One count to a whole one.
    case rounding(Operation)
    /// One list, or several figures of one dimension, folded from left to right.
    case folding(Operation)
    case mean
    case count
    case date
    /// A list walked through with a function.
    case map, fold, scan, sort
    case moneyOverTime
    /// An amount priced tier by tier.
    case tiered
    /// A figure that changes by a share a year.
    case trend, fit
    /// A shape of uncertainty, and what is asked of samples.
    case distribution(Distribution)
    case statistic
  }

  let name: String
  let meaning: Meaning
  let doc: String

  /// The distribution that it makes; nil for every other function.
  var shape: Distribution? {
    if case .distribution(let shape) = meaning { shape } else { nil }
  }

  static let all: [Builtin] = [
    Builtin(
      name: "min", meaning: .folding(.minimum), doc: "the least of some figures or of a list"),
    Builtin(
      name: "max", meaning: .folding(.maximum), doc: "the greatest of some figures or of a list"),
    Builtin(name: "sum", meaning: .folding(.add), doc: "the sum of a list"),
    Builtin(name: "mean", meaning: .mean, doc: "the mean of a list"),
    Builtin(name: "count", meaning: .count, doc: "how many values a list has"),
    Builtin(name: "abs", meaning: .keeping(.absolute), doc: "the figure without its sign"),
    Builtin(name: "round", meaning: .rounding(.round), doc: "the nearest whole number"),
    Builtin(name: "floor", meaning: .rounding(.floor), doc: "the whole number at or below"),
    Builtin(name: "ceil", meaning: .rounding(.ceiling), doc: "the whole number at or above"),
    Builtin(name: "sqrt", meaning: .squareRoot, doc: "the square root"),
    Builtin(name: "exp", meaning: .plain(.exp), doc: "e to the power of a number"),
    Builtin(name: "log", meaning: .plain(.log), doc: "the natural logarithm"),
    Builtin(name: "log2", meaning: .plain(.log2), doc: "the logarithm to base 2"),
    Builtin(name: "log10", meaning: .plain(.log10), doc: "the logarithm to base 10"),
    Builtin(name: "date", meaning: .date, doc: "a date from a year, a month and a day"),
    Builtin(name: "map", meaning: .map, doc: "what a function makes of each value of a list"),
    Builtin(name: "fold", meaning: .fold, doc: "a value carried through a list by a function"),
    Builtin(name: "scan", meaning: .scan, doc: "the same, with every step kept"),
    Builtin(name: "sort", meaning: .sort, doc: "a list, least value first"),
    Builtin(
      name: "npv", meaning: .moneyOverTime,
      doc: "the present value of flows at a rate per period, the first at time 0"),
    Builtin(
      name: "irr", meaning: .moneyOverTime, doc: "the rate at which flows have no present value"),
    Builtin(
      name: "amortize", meaning: .moneyOverTime,
      doc: "the equal payment that repays an amount at a rate per period"),
    Builtin(
      name: "depreciate", meaning: .moneyOverTime,
      doc: "price less salvage value over the life, straight line"),
    Builtin(
      name: "growth", meaning: .moneyOverTime, doc: "a start grown at a rate for some periods"),
    Builtin(
      name: "tiered", meaning: .tiered,
      doc: "what an amount costs by tiers, each charged for the part of it that lies within"),
    Builtin(
      name: "trend", meaning: .trend,
      doc: "a figure that changes by a share a year, asked for by `at DATE`"),
    Builtin(name: "fit", meaning: .fit, doc: "the trend through dated figures, by least squares"),
    Builtin(name: "median", meaning: .statistic, doc: "the value that half the samples lie below"),
    Builtin(name: "sd", meaning: .statistic, doc: "the standard deviation of the samples"),
    Builtin(name: "p5", meaning: .statistic, doc: "the value that 5% of the samples lie below"),
    Builtin(name: "p95", meaning: .statistic, doc: "the value that 95% of the samples lie below"),
    Builtin(
      name: "quantile", meaning: .statistic, doc: "the value that a share of the samples lies below"
    ),
    Builtin(
      name: "chance", meaning: .statistic, doc: "the share of the samples that meet a condition"),
  ]

  static func named(_ name: String) -> Builtin? {
    if let shape = Distribution(rawValue: name) {
      return Builtin(name: name, meaning: .distribution(shape), doc: shape.doc)
    }
    return all.first { $0.name == name }
  }
}
