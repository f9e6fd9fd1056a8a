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
  }

  let name: String
  let meaning: Meaning
  let doc: String

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
  ]

  static func named(_ name: String) -> Builtin? { all.first { $0.name == name } }
}
