/// How a raw table becomes one of the package's: every column is renamed, none is dropped.
struct Conversion {
  /// A raw column and the package's name for it, in the order of the package's file.
  var renamed: [(raw: String, heading: String)]
  /// Columns that come from elsewhere, and the heading they stand before.
  var added: [(heading: String, before: String)]

  enum Failure: Error, CustomStringConvertible {
    case columns(unknown: [String], missing: [String])
    case overlay(String)

    var description: String {
      switch self {
      case .columns(let unknown, let missing):
        "columns not known: \(unknown.joined(separator: ", ")); "
          + "missing: \(missing.joined(separator: ", "))"
      case .overlay(let message): message
      }
    }
  }

  var headings: [String] {
    renamed.flatMap { column in
      added.filter { $0.before == column.heading }.map(\.heading) + [column.heading]
    }
  }

  /// The converted table; `fill` sets the added columns of a row, and may fill in empty ones.
  func callAsFunction(
    _ raw: Sheet, fill: (inout [String: String]) throws(Failure) -> Void
  ) throws(Failure) -> Sheet {
    let expected = renamed.map(\.raw)
    let unknown = raw.headings.filter { !expected.contains($0) }
    let missing = expected.filter { !raw.headings.contains($0) }
    guard unknown.isEmpty, missing.isEmpty else {
      throw .columns(unknown: unknown, missing: missing)
    }
    var sheet = Sheet(headings: headings)
    for record in raw.records {
      var converted: [String: String] = [:]
      for column in renamed { converted[column.heading] = record[column.raw] }
      try fill(&converted)
      sheet.append(headings.map { converted[$0] ?? "" })
    }
    return sheet
  }
}
