/// Tables of texts for pages and spreadsheets.
enum Delimited {
  static func markdown(_ headings: [String], _ rows: [[String]]) -> String {
    let table = [headings, headings.map { _ in "---" }] + rows
    return table.map { row in
      "| " + row.map { escaped($0) }.joined(separator: " | ") + " |\n"
    }.joined()
  }

  /// RFC 4180, with LF line ends.
  static func csv(_ headings: [String], _ rows: [[String]]) -> String {
    ([headings] + rows).map { $0.map { quoted($0) }.joined(separator: ",") + "\n" }.joined()
  }

  private static func escaped(_ cell: String) -> String {
    cell.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
  }

  private static func quoted(_ field: String) -> String {
    guard field.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else {
      return field
    }
    let doubled = field.split(separator: "\"", omittingEmptySubsequences: false)
    return "\"" + doubled.joined(separator: "\"\"") + "\""
  }
}
