import AICLanguage
import Quantities

/// What drives a figure: a bar for each input, by the spread it explains, or by how much it moves the figure.
struct SensitivityLayout {
  private let table: SensitivityResult
  private let palette: Palette

  private static let barWidth = 20
  /// Inputs of less than this are only counted.
  private static let least = 0.01

  init(_ table: SensitivityResult, palette: Palette) {
    self.table = table
    self.palette = palette
  }

  var text: String {
    let interval = table.figure.interval.map { "   90%: \($0)" } ?? ""
    var text = "\(palette(table.name, .strong))   \(table.figure.text)\(interval)\n"
    let shown = table.inputs.filter { weight($0) >= SensitivityLayout.least }
    let most = table.inputs.map { weight($0) }.max() ?? 0
    let width = shown.map(\.name.displayWidth).max() ?? 0
    for input in shown {
      // A share fills its part of the bar, an elasticity its part of the strongest one.
      let whole = input.share == nil ? most : 1
      let full = Int((weight(input) / whole * Double(SensitivityLayout.barWidth)).rounded())
      let bar =
        String(repeating: "█", count: full)
        + String(repeating: "░", count: SensitivityLayout.barWidth - full)
      let share = input.share.map {
        percent($0, digits: 2).rightAligned(to: 4) + " of the spread" + together(input)
      }
      text += "  \(palette(input.name.padded(to: width), .accent))  \(bar)  \(share ?? "")"
      text +=
        "+1% moves it \(input.elasticity < 0 ? "" : "+")\(percent(input.elasticity / 100, digits: 2))\n"
    }
    let rest = table.inputs.count - shown.count
    if rest > 0 { text += palette("  \(rest) more under 1%", .faint) + "\n" }
    if let shares = shared, shares < 0.95, !shown.isEmpty {
      let rest =
        table.isOfAll
        ? "the rest comes from several of them together"
        : "the rest comes from inputs that are not named, or from several together"
      text += palette("  \(rest)", .faint) + "\n"
    }
    return text
  }

  /// Where an input acts on others, what it has a part in.
  private func together(_ input: SensitivityResult.Input) -> String {
    guard table.inputs.contains(where: { ($0.total ?? 0) - ($0.share ?? 0) >= 0.05 }) else {
      return "   "
    }
    return ", " + percent(input.total ?? 0, digits: 2).rightAligned(to: 4) + " with others   "
  }

  private var shared: Double? {
    table.inputs.compactMap(\.share).isEmpty ? nil : table.inputs.compactMap(\.share).reduce(0, +)
  }

  private func weight(_ input: SensitivityResult.Input) -> Double {
    input.share ?? abs(input.elasticity)
  }

  private func percent(_ share: Double, digits: Int) -> String {
    QuantityFormat.display.text(share, .none, asPercent: true, digits: digits)
  }
}
