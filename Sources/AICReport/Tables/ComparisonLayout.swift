import AICLanguage
import Quantities

/// Scenarios as columns, figures as rows, each beside its difference from the first scenario; scenarios as rows where
/// that is too wide.
struct ComparisonLayout {
  private let table: ComparisonResult
  private let palette: Palette

  init(_ table: ComparisonResult, palette: Palette) {
    self.table = table
    self.palette = palette
  }

  var text: String {
    let heading = table.title.map { palette($0, .strong) + "\n" } ?? ""
    return heading + (isWide ? rows : columns) + intervals
  }

  private var isWide: Bool {
    let plain = ComparisonLayout(table, palette: Palette(isColored: false)).columns
    return plain.split(separator: "\n").contains {
      String($0).displayWidth > ComparisonRowsLayout.width
    }
  }

  private var rows: String {
    let figures = table.rows.map { row in
      ComparisonRowsLayout.Figure(
        name: row.name, values: row.values.map(\.text),
        changes: row.values.enumerated().map { index, value in
          index == 0 ? "" : change(row.values[0], value)
        })
    }
    return ComparisonRowsLayout(
      scenarios: table.scenarios, figures: figures, palette: palette
    ).text
  }

  private var columns: String {
    let names = table.rows.map(\.name.displayWidth).max() ?? 0
    var header = String(repeating: " ", count: names)
    var lines = table.rows.map { palette($0.name.padded(to: names), .accent) }
    for (index, scenario) in table.scenarios.enumerated() {
      let values = table.rows.map { $0.values[index].text }
      let changes = table.rows.map { index == 0 ? "" : change($0.values[0], $0.values[index]) }
      let width = changes.map(\.displayWidth).max() ?? 0
      let value = max(values.map(\.displayWidth).max() ?? 0, scenario.displayWidth)
      header += "   " + palette(scenario.rightAligned(to: value), .strong)
      if width > 0 { header += String(repeating: " ", count: width + 2) }
      for row in lines.indices {
        lines[row] += "   " + values[row].rightAligned(to: value)
        if width > 0 { lines[row] += "  " + palette(changes[row].rightAligned(to: width), .faint) }
      }
    }
    return ([header] + lines).map { $0 + "\n" }.joined()
  }

  /// How sure the differences of uncertain figures are.
  private var intervals: String {
    var text = ""
    for row in table.rows {
      for (scenario, difference) in zip(table.scenarios, row.differences) {
        guard let difference else { continue }
        func percent(_ share: Double) -> String {
          (share > 0 ? "+" : "")
            + QuantityFormat.display.text(share, .none, asPercent: true, digits: 2)
        }
        let lower = QuantityFormat.display.text(
          difference.chanceOfLower, .none, asPercent: true, digits: 3)
        text +=
          "  \(row.name), \(scenario): 90% interval \(percent(difference.p5)) to \(percent(difference.p95)); "
          + "lower in \(lower) of samples\n"
      }
    }
    return palette(text, .faint)
  }

  /// How a value differs: whole counts by how many, other figures by what share.
  private func change(_ base: ResultValue, _ other: ResultValue) -> String {
    guard case .figure(let from) = base, case .figure(let to) = other else {
      return base.text == other.text ? "same" : "changed"
    }
    let difference = to.value - from.value
    // The last bits of a figure that was found step by step are no difference.
    if abs(difference) <= 1e-9 * abs(from.value) { return "same" }
    let sign = difference > 0 ? "+" : ""
    let isCount =
      from.dimension.isNone && from.value == from.value.rounded() && to.value == to.value.rounded()
    if isCount || from.value == 0 {
      return sign + ResultFigure(difference, from.dimension, isSampled: from.isSampled).text
    }
    let share = difference / abs(from.value)
    return sign
      + QuantityFormat.display.text(
        share, .none, asPercent: true, digits: abs(share) < 1 ? 2 : 3)
  }
}
