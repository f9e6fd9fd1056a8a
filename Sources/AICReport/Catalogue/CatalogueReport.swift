import Catalogue

/// What a search of the catalogue found: for a terminal, a page, a spreadsheet or a program.
public struct CatalogueReport {
  private let hits: CatalogueHits
  private let palette: Palette

  private static let headings = ["name", "kind", "figures", "as of"]
  private static let width = 80
  /// Room for the first figure, where names leave none.
  private static let leastFigures = 18

  public init(_ hits: CatalogueHits, palette: Palette) {
    self.hits = hits
    self.palette = palette
  }

  /// A line for each entry, or every field where there is one.
  public var text: String {
    hits.isExact
      ? hits.entries.map { whole($0) }.joined(separator: "\n")
      : table(hits.entries.map { row($0) })
  }

  private func row(_ entry: CatalogueEntry) -> [String] {
    [
      entry.name, entry.kind.rawValue, entry.figures,
      entry.date + (entry.mark.map { " \($0)" } ?? ""),
    ]
  }

  // MARK: - For a terminal

  private func table(_ rows: [[String]]) -> String {
    guard !rows.isEmpty else { return "" }
    let all = [CatalogueReport.headings] + rows
    var widths = CatalogueReport.headings.indices.map { column in
      all.map { $0[column].displayWidth }.max() ?? 0
    }
    // What does not fit is cut, but never a name: it is what one writes.
    let room = CatalogueReport.width - widths[1] - widths[3] - 6
    widths[2] = min(widths[2], max(room - widths[0], CatalogueReport.leastFigures))
    let lines = all.enumerated().map { index, row in
      let cells = zip(row, widths).map { $0.cut(to: $1).padded(to: $1) }
      let line = String(cells.joined(separator: "  ").reversed().drop { $0 == " " }.reversed())
      return (index == 0 ? palette(line, .faint) : line) + "\n"
    }
    return lines.joined()
  }

  private func whole(_ entry: CatalogueEntry) -> String {
    let mark = entry.mark.map { "  " + palette($0, .warning) } ?? ""
    let title =
      palette(entry.name, .strong) + "  " + entry.kind.rawValue + mark + "\n"
      + (entry.unnamed.map { palette("  has no name in a program: \($0)", .faint) + "\n" } ?? "")
    let labels = entry.fields.map { label($0) }
    let indent = labels.map(\.displayWidth).max() ?? 0
    return title
      + zip(labels, entry.fields).map { label, field in
        let lines = field.text.wrapped(to: CatalogueReport.width - indent - 4)
        let rest = "\n" + String(repeating: " ", count: indent + 4)
        return "  " + palette(label.padded(to: indent), .faint) + "  "
          + lines.joined(separator: rest) + "\n"
      }.joined()
  }

  private func label(_ field: CatalogueEntry.Field) -> String {
    field.name + (field.unit.map { " [\($0)]" } ?? "")
  }

  // MARK: - For pages and programs

  private var fullRows: [[String]] {
    hits.entries.map {
      [$0.name, $0.kind.rawValue, $0.figures, $0.date, $0.mark ?? "", $0["source"] ?? ""]
    }
  }

  private static let fullHeadings = ["name", "kind", "figures", "as of", "mark", "source"]

  public var markdown: String {
    Delimited.markdown(CatalogueReport.fullHeadings, fullRows)
  }

  /// RFC 4180, with LF line ends.
  public var csv: String {
    Delimited.csv(CatalogueReport.fullHeadings, fullRows)
  }

  public var json: String {
    var writer = JSONWriter()
    writer.object { report in
      report.member("aic", JSONReport.version)
      report.member("entries") { $0.array(hits.entries) { write($1, &$0) } }
    }
    return writer.text + "\n"
  }

  private func write(_ entry: CatalogueEntry, _ writer: inout JSONWriter) {
    writer.object { object in
      object.member("name", entry.name)
      object.member("kind", entry.kind.rawValue)
      object.member("figures", entry.figures)
      if let reason = entry.unnamed { object.member("unnamed", reason) }
      if let mark = entry.mark { object.member("mark", mark) }
      object.member("fields") { fields in
        fields.object { object in
          for field in entry.fields {
            object.member(label(field)) { value in
              if let number = Double(field.text), number.isFinite, field.name != "name" {
                value.number(number)
              } else {
                value.string(field.text)
              }
            }
          }
        }
      }
    }
  }
}

extension String {
  /// The text, cut to a width with an ellipsis where it is wider.
  fileprivate func cut(to width: Int) -> String {
    guard displayWidth > width else { return self }
    var kept = ""
    for character in self where kept.displayWidth + character.displayWidth < width {
      kept.append(character)
    }
    return kept + "…"
  }
}
