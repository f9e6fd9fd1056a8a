import AICLanguage

/// Scenarios as rows, for comparisons that are too wide with a column for each: figures as columns, each beside its
/// difference from the first scenario, and as many tables below one another as 80 columns ask for.
struct ComparisonRowsLayout {
  /// One figure over all scenarios.
  struct Figure {
    let name: String
    let values: [String]
    let changes: [String]
  }

  private let scenarios: [String]
  private let figures: [Figure]
  private let palette: Palette

  static let width = 80

  init(scenarios: [String], figures: [Figure], palette: Palette) {
    self.scenarios = scenarios
    self.figures = figures
    self.palette = palette
  }

  var text: String {
    let thing = commonThing
    let columns = figures.map { Column($0, from: thing.isEmpty ? 0 : thing.count + 1) }
    let names = max(thing.displayWidth, scenarios.map(\.displayWidth).max() ?? 0)
    var blocks: [[Column]] = []
    var room = 0
    for column in columns {
      if blocks.isEmpty || column.width > room {
        blocks.append([])
        room = ComparisonRowsLayout.width - names
      }
      blocks[blocks.count - 1].append(column)
      room -= column.width
    }
    return blocks.map { block($0, thing, names) }.joined(separator: "\n")
  }

  private func block(_ columns: [Column], _ thing: String, _ names: Int) -> String {
    var header = palette(thing.padded(to: names), .strong)
    var units = String(repeating: " ", count: names)
    var lines = scenarios.map { palette($0.padded(to: names), .accent) }
    for column in columns {
      header += palette(column.placed(column.heading), .strong)
      units += palette(column.placed(column.unit), .faint)
      for row in lines.indices {
        lines[row] += column.placed(column.values[row], column.changes[row]) { palette($0, .faint) }
      }
    }
    let hasUnits = columns.contains { !$0.unit.isEmpty }
    return ([header] + (hasUnits ? [units] : []) + lines).map { line in
      String(line.reversed().drop { $0 == " " }.reversed()) + "\n"
    }.joined()
  }

  /// What every figure is of, such as `service` of `service.cost` and `service.ttft`; empty where they differ.
  private var commonThing: String {
    let things = Set(figures.map { $0.name.split(separator: ".").dropLast().first ?? "" })
    return things.count == 1 ? things.first.map(String.init) ?? "" : ""
  }
}

extension ComparisonRowsLayout {
  /// A figure without what its heading says of all values: their unit.
  fileprivate struct Column {
    let heading: String
    let unit: String
    let values: [String]
    let changes: [String]
    private let valueWidth: Int
    private let changeWidth: Int

    init(_ figure: Figure, from start: Int) {
      let unit = Column.commonUnit(figure.values)
      heading = String(figure.name.dropFirst(start))
      self.unit = unit
      values = figure.values.map {
        unit.isEmpty ? $0 : String($0.dropLast(unit.count + 1))
      }
      changes = figure.changes
      changeWidth = changes.map(\.displayWidth).max() ?? 0
      let widest = ([heading, unit] + values).map(\.displayWidth).max() ?? 0
      // A heading may stand over the differences, too.
      let own = values.map(\.displayWidth).max() ?? 0
      valueWidth = max(own, widest - (changeWidth > 0 ? changeWidth + 2 : 0))
    }

    /// With the gap before it.
    var width: Int { 3 + valueWidth + (changeWidth > 0 ? changeWidth + 2 : 0) }

    func placed(_ heading: String) -> String { heading.rightAligned(to: width) }

    func placed(_ value: String, _ change: String, faint: (String) -> String) -> String {
      let text = "   " + value.rightAligned(to: valueWidth)
      guard changeWidth > 0 else { return text }
      guard !change.isEmpty else { return text.padded(to: width) }
      return text + "  " + faint(change.rightAligned(to: changeWidth))
    }

    /// The words that every value ends with, after its number.
    private static func commonUnit(_ values: [String]) -> String {
      let words = values.map { $0.split(separator: " ").dropFirst().map(String.init) }
      guard let first = words.first, words.allSatisfy({ $0 == first }) else { return "" }
      return first.joined(separator: " ")
    }
  }
}
