import AICLanguage

/// The assumptions of a script as a table: for a terminal, a page, a spreadsheet or a program.
public struct InputsReport {
  private let inputs: [StatedInput]
  private let file: String

  private static let headings = ["name", "value", "type", "source", "as of", "line", "used on"]

  public init(_ inputs: [StatedInput], file: String) {
    self.inputs = inputs
    self.file = file
  }

  private var rows: [[String]] {
    inputs.map { input in
      [
        input.name, input.value.figure?.interval ?? input.value.text, input.type,
        input.source ?? "", input.asOf ?? "",
        input.file.map { "\($0):\(input.line)" } ?? "\(input.line)",
        input.uses.map { "\($0)" }.joined(separator: " "),
      ]
    }
  }

  /// Columns lined up, without those that are empty throughout.
  public var text: String {
    guard !inputs.isEmpty else { return "" }
    let table = [InputsReport.headings] + rows
    let columns = InputsReport.headings.indices.filter { column in
      rows.contains { !$0[column].isEmpty }
    }
    let widths = columns.map { column in table.map { $0[column].displayWidth }.max() ?? 0 }
    return table.map { row in
      let cells = zip(columns, widths).map { row[$0].padded(to: $1) }.joined(separator: "  ")
      return String(cells.reversed().drop { $0 == " " }.reversed()) + "\n"
    }.joined()
  }

  public var markdown: String { Delimited.markdown(InputsReport.headings, rows) }

  /// RFC 4180, with LF line ends.
  public var csv: String { Delimited.csv(InputsReport.headings, rows) }

  public var json: String {
    var writer = JSONWriter()
    writer.object { report in
      report.member("aic", JSONReport.version)
      report.member("file", file)
      report.member("inputs") { $0.array(inputs) { write($1, &$0) } }
    }
    return writer.text + "\n"
  }

  private func write(_ input: StatedInput, _ writer: inout JSONWriter) {
    writer.object { object in
      object.member("name", input.name)
      if case .figure(let figure) = input.value {
        object.member("value", figure.value)
        object.member("unit", figure.dimension.baseUnit)
      }
      object.member("text", input.value.text)
      object.member("dimension", input.type)
      if let source = input.source { object.member("source", source) }
      if let asOf = input.asOf { object.member("as_of", asOf) }
      if let doc = input.doc { object.member("doc", doc) }
      if let file = input.file { object.member("file", file) }
      object.member("line", input.line)
      object.member("used_on") { $0.array(input.uses) { $0.number(Double($1)) } }
    }
  }
}
