/// Cells in columns: the first ones to the left, all others to the right, under a heading.
struct ColumnLayout {
  private let headings: [String]
  private let rows: [[String]]
  /// How many columns are labels.
  private let labels: Int
  private let palette: Palette

  init(headings: [String], rows: [[String]], labels: Int = 1, palette: Palette) {
    self.headings = headings
    self.rows = rows
    self.labels = labels
    self.palette = palette
  }

  var text: String {
    let widths = headings.indices.map { column in
      max(headings[column].displayWidth, rows.map { $0[column].displayWidth }.max() ?? 0)
    }
    func line(_ cells: [String], _ style: (Int) -> Palette.Style?) -> String {
      let parts = cells.indices.map { column -> String in
        let cell =
          column < labels
          ? cells[column].padded(to: widths[column])
          : cells[column].rightAligned(to: widths[column])
        return style(column).map { palette(cell, $0) } ?? cell
      }
      let line = parts.joined(separator: "   ")
      return String(line.reversed().drop { $0 == " " }.reversed()) + "\n"
    }
    return line(headings) { _ in .strong }
      + rows.map { line($0) { $0 < labels ? .accent : nil } }.joined()
  }
}
