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
  /// Beside intervals.
  private static let mostLinesOfUncertain = 2
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
    let isUncertain = plan.cumulative.contains { $0.spread != nil }
    let mostLines = isUncertain ? PlanLayout.mostLinesOfUncertain : PlanLayout.mostLines
    let lines = plan.lines.count <= mostLines ? plan.lines : []
    let most =
      plan.cumulative.map { max(abs($0.value), abs($0.spread?.p95 ?? 0), abs($0.spread?.p5 ?? 0)) }
      .max() ?? 0
    let rows = groups.map { group -> [String] in
      let end = group.upperBound - 1
      let date = isLong ? "\(plan.months[end].year)" : plan.months[end].description
      return [date] + lines.map { sum($0.amounts[group]) }
        + [sum(plan.totals[group]), plan.cumulative[end].text]
        + (isUncertain ? [plan.cumulative[end].interval ?? ""] : [])
        + [fan(plan.cumulative[end], most)]
    }
    return ColumnLayout(
      headings: [isLong ? "year" : "month"] + lines.map(\.label) + ["total", "so far"]
        + (isUncertain ? ["90%"] : []) + [""],
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
    return sum == 0 ? "–" : ResultFigure(sum, first.dimension, isSampled: first.isSampled).text
  }

  /// A bar up to the nearer end of the 90% interval, lighter up to the median, and lightest up to the farther end.
  private func fan(_ figure: ResultFigure, _ most: Double) -> String {
    guard most > 0, let spread = figure.spread, spread.p5 * spread.p95 > 0 else {
      return bar(figure.value, most)
    }
    let isNegative = spread.p95 < 0
    let ends = [
      isNegative ? spread.p95 : spread.p5, spread.p50, isNegative ? spread.p5 : spread.p95,
    ]
    let places = ends.map { Int((abs($0) / most * Double(PlanLayout.barWidth)).rounded()) }
    let fan =
      String(repeating: "█", count: places[0])
      + String(repeating: "▓", count: max(0, places[1] - places[0]))
      + String(repeating: "░", count: max(0, places[2] - places[1]))
    return ((isNegative ? "−" : " ") + fan).padded(to: PlanLayout.barWidth + 1)
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
    func add(_ label: String, _ figure: ResultFigure?) {
      guard let figure else { return }
      let interval = figure.interval.map { "   " + palette("(90%: \($0))", .faint) } ?? ""
      rows.append((label, figure.text + interval))
    }
    add("total", plan.cumulative.last)
    add("present value", plan.presentValue)
    let spends = plan.cumulative.contains { $0.value > 0 }
    let earns = plan.totals.contains { $0.value < 0 }
    if spends, earns {
      rows.append(("break-even", breakEven))
      let isPossible = plan.breakEven.month != nil || plan.breakEven.interval?.first != nil
      if isPossible, plan.breakEven.chanceOfNone > 0 {
        let share = QuantityFormat.display.text(
          plan.breakEven.chanceOfNone, .none, asPercent: true)
        rows.append(("", "\(PlanLayout.never) in \(share) of samples"))
      }
    }
    return rows
  }

  private static let never = "not within the plan"

  private var breakEven: String {
    let even = plan.breakEven
    let month = even.month.map { "at the end of \($0)" } ?? PlanLayout.never
    guard let interval = even.interval, let first = interval.first else { return month }
    let range = interval.last.map { "\(first) to \($0)" } ?? "from \(first) on"
    return month + "   " + palette("(90%: \(range))", .faint)
  }
}
