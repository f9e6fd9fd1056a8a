import Catalogue

/// A table of texts under headings.
struct Sheet {
  private(set) var headings: [String] = []
  private(set) var rows: [[String]] = []

  init(headings: [String]) {
    self.headings = headings
  }

  init(csv: [UInt8]) throws(CSVError) {
    var scanner = CSVScanner()
    var row: [CSVField] = []
    let bytes = csv.span
    if try scanner.nextRow(in: bytes, into: &row) { headings = row.map { $0.text(in: bytes) } }
    while try scanner.nextRow(in: bytes, into: &row) {
      rows.append(row.map { $0.text(in: bytes) })
    }
  }

  mutating func append(_ row: [String]) {
    rows.append(row)
  }

  /// The rows as texts by heading.
  var records: [[String: String]] {
    rows.map { Dictionary(zip(headings, $0), uniquingKeysWith: { first, _ in first }) }
  }

  var csv: String {
    ([headings] + rows).map { $0.map(quoted).joined(separator: ",") + "\n" }.joined()
  }

  private func quoted(_ field: String) -> String {
    guard field.utf8.contains(where: { ",\"\r\n".utf8.contains($0) }) else { return field }
    return "\""
      + field.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }
}
