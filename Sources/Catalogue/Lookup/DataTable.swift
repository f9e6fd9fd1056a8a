import CCatalogue

/// A file of catalogue data: bytes that are read anew at each question.
struct DataTable {
  private let file: String
  private let bytes: UnsafeBufferPointer<UInt8>

  init(_ file: String, _ embedded: CCatalogueFile) {
    self.file = file
    bytes = UnsafeBufferPointer(start: embedded.bytes, count: embedded.count)
  }

  /// The first row whose name or aliases (the first two columns) fold to `name`.
  func record(named name: FoldedName) -> Record? {
    let text = bytes.span
    var scanner = CSVScanner()
    var headings: [CSVField] = []
    var row: [CSVField] = []
    guard (try? scanner.nextRow(in: text, into: &headings)) == true else { return nil }
    while (try? scanner.nextRow(in: text, into: &row)) == true {
      guard
        row.prefix(2).contains(where: { name.matchesAny(in: $0.content, of: text) })
      else { continue }
      return try? Record(file: file, headings: headings, row: row, bytes: text)
    }
    return nil
  }

  /// The rows whose cells fold to these names, by the place of the column.
  func records(where wanted: [(column: Int, name: FoldedName)]) -> [Record] {
    var records: [Record] = []
    forEachRow { headings, row, text in
      let fits = wanted.allSatisfy { column, name in
        row.indices.contains(column) && name.matchesAny(in: row[column].content, of: text)
      }
      guard fits else { return }
      if let record = try? Record(file: file, headings: headings, row: row, bytes: text) {
        records.append(record)
      }
    }
    return records
  }

  /// The texts of the first column, without its heading.
  var names: [String] { texts(0) }

  /// The texts of the first two columns, the bars between aliases taken apart.
  var namesAndAliases: [String] {
    names + texts(1).flatMap { $0.split(separator: "|").map(String.init) }
  }

  /// The texts of a column, without its heading.
  func texts(_ column: Int) -> [String] {
    var texts: [String] = []
    forEachRow { _, row, text in
      if row.indices.contains(column) { texts.append(row[column].text(in: text)) }
    }
    return texts
  }

  /// Goes over the rows below the headings.
  func forEachRow(_ body: ([CSVField], [CSVField], Span<UInt8>) -> Void) {
    let text = bytes.span
    var scanner = CSVScanner()
    var headings: [CSVField] = []
    var row: [CSVField] = []
    guard (try? scanner.nextRow(in: text, into: &headings)) == true else { return }
    while (try? scanner.nextRow(in: text, into: &row)) == true { body(headings, row, text) }
  }

  /// What is wrong with the data: nothing, as the tests see to it.
  func problems(_ kind: Catalogue.Kind) -> [CatalogueProblem] {
    CatalogueCheck(kind, file: file, bytes: bytes.span).problems
  }
}
