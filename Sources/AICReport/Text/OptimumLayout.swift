import AICLanguage
import Quantities

/// The best point of a grid, as a card.
struct OptimumLayout {
  private let optimum: OptimumResult
  private let palette: Palette

  init(_ optimum: OptimumResult, palette: Palette) {
    self.optimum = optimum
    self.palette = palette
  }

  var text: String {
    let count = QuantityFormat.display.number(Double(optimum.points))
    let feasible = QuantityFormat.display.number(Double(optimum.feasible))
    let name = optimum.name == optimum.subject ? "" : palette(optimum.name, .strong) + "   "
    let rows = optimum.record + optimum.conditions
    let width = rows.map(\.name.displayWidth).max() ?? 0
    var text = "\(name)\(optimum.subject)\n"
    text += palette(String(repeating: "─", count: 78), .faint) + "\n"
    for row in rows {
      text += "  \(palette(row.name.padded(to: width), .accent))   \(row.value.text)\n"
    }
    let points =
      optimum.feasible == optimum.points
      ? "the best of \(count) \(optimum.points == 1 ? "point" : "points")"
      : "the best of \(feasible) points that meet every condition, of \(count)"
    return text + palette("  \(points)", .faint) + "\n"
  }
}
