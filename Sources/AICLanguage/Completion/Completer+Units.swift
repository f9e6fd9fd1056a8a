import CostEngine
import Quantities

/// Units, those of the dimension that is wanted first.
extension Completer {
  mutating func units(_ place: UnitPlace) -> [Candidate] {
    let wanted = wanted(place.expectation)
    let words = place.words.map { Candidate($0, .keyword) }
    if case .expression = place.expectation, let dimension = wanted.first {
      let whole = shown(in: dimension)
      if !whole.isEmpty { return whole }
    }
    let parts = Set(wanted.map { place.divides ? $0.below : $0.above })
    let fitting = parts.isEmpty && place.divides ? [.time] : parts
    let all = units(singular: place.divides)
    let first = all.filter { wanted.contains($0.unit.dimension) && !place.divides }
    let second = all.filter { fitting.contains($0.unit.dimension) }
    // Codes of currencies are many, and seldom what is meant.
    let rest = all.filter { !$0.unit.dimension.isMoney } + all.filter { $0.unit.dimension.isMoney }
    return (first + second + rest).map { candidate($0.text, $0.unit) } + words
  }

  /// The codes of the currencies.
  var currencies: [Candidate] {
    units(singular: true).filter { $0.unit.dimension.isMoney }.map { candidate($0.text, $0.unit) }
  }

  private func candidate(_ text: String, _ unit: Unit) -> Candidate {
    Candidate(text, .unit, "\(unit.dimension)")
  }

  /// Every unit once, as it is written after an amount or after `per`; signs are no units of their own.
  private func units(singular: Bool) -> [(text: String, unit: Unit)] {
    scope.units.names.compactMap { name in
      guard let unit = try? scope.units.unit(name), (singular ? unit.singular : unit.text) == name
      else { return nil }
      return (name, unit)
    }.filter { !["$", "€", "£", "¥"].contains($0.text) }
      .sorted { $0.text.lowercased() < $1.text.lowercased() }
  }

  /// The units that a figure of a dimension can be shown in.
  private func shown(in dimension: Dimension) -> [Candidate] {
    let simple = units(singular: false).filter { $0.unit.dimension == dimension }
    var found = simple.map { candidate($0.text, $0.unit) }
    if dimension.isMoney {
      let joined = scope.rates.keys.map(\.code).sorted()
      found = joined.map { Candidate($0, .unit, "Money (\($0))") } + found
    }
    guard found.isEmpty, !dimension.below.isNone else { return found }
    let above =
      dimension.above.isMoney
      ? [("$", "USD")].compactMap { sign in (try? scope.units.unit(sign.0)).map { (sign.0, $0) } }
      : units(singular: false).filter { $0.unit.dimension == dimension.above }.map {
        ($0.text, $0.unit)
      }
    let below = units(singular: true).filter { $0.unit.dimension == dimension.below }
    for (numerator, _) in above {
      for (denominator, _) in below {
        found.append(Candidate("\(numerator)/\(denominator)", .unit, "\(dimension)"))
      }
    }
    return found
  }

  private mutating func wanted(_ expectation: UnitPlace.Expectation) -> [Dimension] {
    switch expectation {
    case .nothing: return []
    case .dimensions(let dimensions): return dimensions
    case .field(let name, let owner):
      return fields(of: owner).first { $0.name == name }?.dimensions ?? []
    case .expression(let bytes):
      let value = scope.value(of: cursor.tree.source.text(bytes)).value
      return value.term.map { [$0.dimension] } ?? []
    }
  }
}

extension Dimension {
  /// The factors above the line, and those below it.
  fileprivate var above: Dimension { product { $0 > 0 } }
  fileprivate var below: Dimension { Dimension.none / product { $0 < 0 } }

  private func product(where isPart: (Int) -> Bool) -> Dimension {
    factors.filter { isPart($0.exponent.numerator) }
      .reduce(.none) { $0 * Dimension($1.base, $1.exponent) }
  }
}
