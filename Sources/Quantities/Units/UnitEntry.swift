/// One line of the unit table: a name, what it measures, and which prefixes it takes.
struct UnitEntry: Sendable {
  /// The families of prefixes that a unit may take.
  enum Prefixes: Sendable {
    case none
    /// n µ m: seconds only.
    case fractions
    /// k M G T.
    case power
    /// k M G T P.
    case decimal
    /// k M G T P, and Ki Mi Gi Ti.
    case data
    /// k M G T P E Z.
    case work

    /// Each prefix with the power by which it multiplies, or divides where it is a fraction.
    var list: [(symbol: String, factor: Double)] {
      switch self {
      case .none: []
      case .fractions: [("m", 1e3), ("µ", 1e6), ("n", 1e9)]
      case .power: [("k", 1e3), ("M", 1e6), ("G", 1e9), ("T", 1e12)]
      case .decimal: Prefixes.power.list + [("P", 1e15)]
      case .data:
        Prefixes.decimal.list + [
          ("Ki", 1024), ("Mi", 1_048_576), ("Gi", 1_073_741_824), ("Ti", 1_099_511_627_776),
        ]
      case .work: Prefixes.decimal.list + [("E", 1e18), ("Z", 1e21)]
      }
    }
  }

  let unit: Unit
  let aliases: [String]
  let prefixes: Prefixes
  /// What stands after a prefix where that is not the name itself: `B` for `bytes`.
  let symbol: String

  /// A unit whose plural is its singular unless given, worth `scale` over `divisor` base units.
  init(
    _ name: String, plural: String? = nil, symbol: String? = nil, also aliases: [String] = [],
    _ dimension: Dimension, _ scale: Double = 1, over divisor: Double = 1,
    prefixes: Prefixes = .none
  ) {
    unit = Unit(
      text: plural ?? name, singular: name, dimension: dimension, multiplier: scale,
      divisor: divisor)
    self.aliases = aliases
    self.prefixes = prefixes
    self.symbol = symbol ?? name
  }

  /// The unit with each of its prefixes.
  var prefixed: [Unit] {
    prefixes.list.map { prefix in
      let text = prefix.symbol + symbol
      return if case .fractions = prefixes {
        Unit(
          text: text, singular: text, dimension: unit.dimension, multiplier: unit.multiplier,
          divisor: unit.divisor * prefix.factor)
      } else {
        Unit(
          text: text, singular: text, dimension: unit.dimension,
          multiplier: unit.multiplier * prefix.factor, divisor: unit.divisor)
      }
    }
  }
}
