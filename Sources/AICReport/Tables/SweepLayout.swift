import AICLanguage
import Quantities

/// A sweep as a table: a row for each point, or a row and a column for each axis of two, and a chart of one axis.
struct SweepLayout {
  private let table: SweepResult
  private let palette: Palette

  /// Longer tables are shown by their beginning and end; `--format json` has them whole.
  private static let mostRows = 60
  /// Wider ones are a row for each point.
  private static let mostColumns = 8

  init(_ table: SweepResult, palette: Palette) {
    self.table = table
    self.palette = palette
  }

  var text: String {
    let heading = table.title.map { palette($0, .strong) + "\n" } ?? ""
    if table.isPicture { return heading + chart }
    let isMatrix =
      table.axes.count == 2 && table.columns.count == 1
      && table.axes[1].values.count <= SweepLayout.mostColumns
    return heading + (isMatrix ? matrix : list) + refusals + chart + crossings
  }

  private func cell(_ column: Int, _ point: Int) -> String {
    table.value(column, point)?.text ?? "–"
  }

  /// A row for each point.
  private var list: String {
    let shown = SweepLayout.mostRows
    let points = 0..<table.count
    let isWhole = points.count <= shown
    let first = isWhole ? points : 0..<shown / 2
    let last = isWhole ? 0..<0 : points.count - shown / 2..<points.count
    func row(_ point: Int) -> [String] {
      zip(table.axes, table.position(of: point)).map { $0.values[$1].text }
        + table.columns.indices.map { cell($0, point) }
    }
    var rows = first.map(row)
    if !isWhole {
      let rest = QuantityFormat.display.number(Double(points.count - first.count - last.count))
      rows.append(
        ["… \(rest) more"] + table.axes.dropFirst().map { _ in "" } + table.columns.map { _ in "" })
    }
    rows += last.map(row)
    return ColumnLayout(
      headings: table.axes.map(\.name) + table.columns.map(\.name), rows: rows,
      labels: table.axes.count, palette: palette
    ).text
  }

  /// The first axis downwards, the second across.
  private var matrix: String {
    let (down, across) = (table.axes[0], table.axes[1])
    let rows = down.values.indices.map { row in
      [down.values[row].text]
        + across.values.indices.map { cell(0, row * across.values.count + $0) }
    }
    return palette(table.columns[0].name, .strong) + " by \(down.name) and \(across.name)\n"
      + ColumnLayout(
        headings: [down.name] + across.values.map(\.text), rows: rows, palette: palette
      ).text
  }

  private var refusals: String {
    table.refusals.map { refusal in
      let count = QuantityFormat.display.number(Double(refusal.count))
      let place = zip(table.axes, table.position(of: refusal.point)).map {
        "\($0.name) \($0.values[$1].text)"
      }
      let points = refusal.count == 1 ? "point" : "points"
      let words =
        "  – \(count) \(points), first at \(place.joined(separator: ", ")): \(refusal.reason)"
      return words.wrapped(to: 76).map { palette("  \($0)", .faint) + "\n" }.joined()
    }.joined()
  }

  // MARK: - The picture

  /// The values on the one axis, where it is of numbers.
  private var places: [Double]? {
    guard table.axes.count == 1 else { return nil }
    let places = table.axes[0].values.compactMap { value -> Double? in
      if case .figure(let figure) = value { figure.value } else { nil }
    }
    // The months of a plan lie apart evenly.
    if places.isEmpty, table.isPicture { return table.axes[0].values.indices.map(Double.init) }
    let isOrdered = zip(places, places.dropFirst()).allSatisfy { $0 < $1 }
    return places.count == table.count && isOrdered ? places : nil
  }

  /// The columns that can share a picture: those of the first one's dimension.
  private var drawn: [Int] {
    guard let first = table.columns.first(where: { $0.figure != nil })?.figure else { return [] }
    return table.columns.indices.filter { table.columns[$0].figure?.dimension == first.dimension }
  }

  private var chart: String {
    guard let places, places.count >= 5, let first = drawn.first,
      let figure = table.columns[first].figure
    else { return "" }
    let axis = table.axes[0]
    let series = drawn.map { column in
      LineChart.Series(
        name: table.columns[column].name,
        values: places.indices.map { table.number(column, $0) })
    }
    guard
      let chart = LineChart(
        places: places, ends: (axis.values[0].text, axis.values[places.count - 1].text),
        series: series,
        label: {
          ResultFigure(
            $0, figure.dimension, unit: figure.unit, isPercent: figure.isPercent,
            isSampled: figure.isSampled
          ).text
        })
    else { return "" }
    let scales = chart.scales.isEmpty ? "" : ", \(chart.scales)"
    return (table.isPicture ? "" : "\n") + palette("  over \(axis.name)\(scales)", .faint) + "\n"
      + chart.text
  }

  /// Where two lines cross, read off between the points by their ratios.
  private var crossings: String {
    guard let places, case .figure(let axis)? = table.axes[0].values.first else { return "" }
    var text = ""
    for (index, a) in drawn.enumerated() {
      for b in drawn.dropFirst(index + 1) {
        for place in places.indices.dropFirst() {
          guard let a0 = table.number(a, place - 1), let a1 = table.number(a, place),
            let b0 = table.number(b, place - 1), let b1 = table.number(b, place),
            (a0 - b0) * (a1 - b1) < 0
          else { continue }
          let share = (a0 - b0) / ((a0 - b0) - (a1 - b1))
          let at = places[place - 1] + (places[place] - places[place - 1]) * share
          let figure = ResultFigure(
            at, axis.dimension, unit: axis.unit, written: axis.written, isPercent: axis.isPercent)
          let names = (table.columns[a].name, table.columns[b].name)
          text += "  \(names.0) and \(names.1) cross at \(table.axes[0].name) = \(figure.text)\n"
        }
      }
    }
    return text
  }
}
