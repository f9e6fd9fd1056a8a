import AICLanguage
import Quantities

/// A plan as a table by month, or by year where it is long, with a bar for what is spent so far.
struct PlanLayout {
  private let plan: PlanResult
  private let palette: Palette

  /// Plans of more months are shown by year.
  private static let mostMonths = 36
  /// More lines would not fit beside one another.
  private static let mostLines = 4
  private static let barWidth = 16

  init(_ plan: PlanResult, palette: Palette) {
    self.plan = plan
    self.palette = palette
  }

  var text: String {
    let first = plan.months.first.map(\.description) ?? ""
    let last = plan.months.last.map(\.description) ?? ""
    var text = palette(plan.name, .strong) + "   \(first) to \(last)\n"
    text += palette(String(repeating: "─", count: 78), .faint) + "\n"
    text += table + "\n"
    for (label, value) in summary {
      text += "  " + palette(label.padded(to: 14), .accent) + "   \(value)\n"
    }
    return text
  }

  private var table: String {
    let isLong = plan.months.count > PlanLayout.mostMonths
    let groups = isLong ? years : plan.months.indices.map { $0..<$0 + 1 }
    let lines = plan.lines.count <= PlanLayout.mostLines ? plan.lines : []
    let most = plan.cumulative.map { abs($0.value) }.max() ?? 0
    let rows = groups.map { group -> [String] in
      let end = group.upperBound - 1
      let date = isLong ? "\(plan.months[end].year)" : plan.months[end].description
      return [date] + lines.map { sum($0.amounts[group]) }
        + [
          sum(plan.totals[group]), plan.cumulative[end].text, bar(plan.cumulative[end].value, most),
        ]
    }
    return ColumnLayout(
      headings: [isLong ? "year" : "month"] + lines.map(\.label) + ["total", "so far", ""],
      rows: rows, palette: palette
    ).text
  }

  /// The months of each calendar year.
  private var years: [Range<Int>] {
    var groups: [Range<Int>] = []
    for (index, month) in plan.months.enumerated() {
      if let last = groups.last, plan.months[last.lowerBound].year == month.year {
        groups[groups.count - 1] = last.lowerBound..<index + 1
      } else {
        groups.append(index..<index + 1)
      }
    }
    return groups
  }

  private func sum(_ figures: ArraySlice<ResultFigure>) -> String {
    guard let first = figures.first else { return "" }
    let sum = figures.reduce(0) { $0 + $1.value }
    return sum == 0 ? "–" : ResultFigure(sum, first.dimension).text
  }

  private func bar(_ value: Double, _ most: Double) -> String {
    guard most > 0 else { return "" }
    let eighths = Int((abs(value) / most * Double(8 * PlanLayout.barWidth)).rounded())
    let blocks = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
    let bar = String(repeating: "█", count: eighths / 8) + blocks[eighths % 8]
    return ((value < 0 ? "−" : " ") + bar).padded(to: PlanLayout.barWidth + 1)
  }

  private var summary: [(String, String)] {
    var rows: [(String, String)] = []
    if let total = plan.cumulative.last { rows.append(("total", total.text)) }
    if let value = plan.presentValue { rows.append(("present value", value.text)) }
    let spends = plan.cumulative.contains { $0.value > 0 }
    let earns = plan.totals.contains { $0.value < 0 }
    if spends, earns {
      let even = plan.breakEven.map { "at the end of \($0)" } ?? "not within the plan"
      rows.append(("break-even", even))
    }
    return rows
  }
}
