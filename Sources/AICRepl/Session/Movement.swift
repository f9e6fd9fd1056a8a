import AICLanguage
import AICReport
import Quantities

/// A figure that another statement changed.
struct Movement {
  let name: String
  let old: ResultFigure
  let new: ResultFigure

  /// The figures that differ between two states of the session, in the order of the script.
  ///
  /// - Parameter names: the cells that were defined anew, whose figures are told anyway.
  static func all(
    from old: [CellValue], to new: [CellValue], except names: Set<String> = []
  ) -> [Movement] {
    let before = Dictionary(
      old.flatMap { $0.mainFigures }, uniquingKeysWith: { first, _ in first })
    return new.filter { !names.contains($0.name) }.flatMap(\.mainFigures).compactMap {
      name, figure in
      guard let earlier = before[name], earlier.dimension == figure.dimension,
        earlier.text != figure.text || earlier.interval != figure.interval
      else { return nil }
      return Movement(name: name, old: earlier, new: figure)
    }
  }

  /// `$1.20M → $1.34M`
  var change: String { "\(old.text) → \(new.text)" }

  /// `+12%`; nil where there is no such share.
  var share: String? {
    guard old.value != 0, old.value.isFinite, new.value.isFinite else { return nil }
    let share = (new.value - old.value) / abs(old.value)
    guard abs(share) >= 1e-4 else { return nil }
    return (share > 0 ? "+" : "")
      + QuantityFormat.display.text(share, .none, asPercent: true, digits: abs(share) < 1 ? 2 : 3)
  }
}

extension CellValue {
  /// The figure of the cell, or the cost of a thing, by the names that the user writes.
  fileprivate var mainFigures: [(name: String, figure: ResultFigure)] {
    if let card { return card["cost"].map { [("\(name).cost", $0)] } ?? [] }
    return value.figure.map { [(name, $0)] } ?? []
  }
}
