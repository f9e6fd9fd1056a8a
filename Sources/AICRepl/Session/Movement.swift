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
  /// - Parameters:
  ///   - names: the cells that were defined anew, whose figures are told anyway.
  ///   - watched: the figures of things that were asked for, such as `service.ttft`.
  ///   - isSingle: whether there is one such cell: if it is a thing, all its figures that moved count.
  static func all(
    from old: [CellValue], to new: [CellValue], except names: Set<String> = [],
    watched: Set<String> = [], isSingle: Bool = false
  ) -> [Movement] {
    func figures(_ cell: CellValue) -> [(name: String, figure: ResultFigure)] {
      guard names.contains(cell.name) else { return cell.mainFigures(watched) }
      return isSingle ? cell.cardFigures : []
    }
    let before = Dictionary(old.flatMap { figures($0) }, uniquingKeysWith: { first, _ in first })
    return new.flatMap { figures($0) }.compactMap { name, figure in
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
  /// The figures of a thing but for their parts.
  fileprivate var cardFigures: [(name: String, figure: ResultFigure)] {
    let figures = card?.figures ?? []
    return figures.filter { !$0.name.contains(".") }.map { ("\(name).\($0.name)", $0.figure) }
  }

  /// The figure of the cell; of a thing its cost, and those that were asked for.
  fileprivate func mainFigures(
    _ watched: Set<String>
  ) -> [(name: String, figure: ResultFigure)] {
    guard let card else { return value.figure.map { [(name, $0)] } ?? [] }
    return card.figures.map { ("\(name).\($0.name)", $0.figure) }
      .filter { $0.0 == "\(name).cost" || watched.contains($0.0) }
  }
}
