import CCatalogue

/// A file of catalogue data: bytes that are read anew at each question.
struct DataTable {
  private enum Storage {
    /// In the binary, for as long as the process lives.
    case embedded(UnsafeBufferPointer<UInt8>)
    case own([UInt8])
  }

  let file: String
  private let storage: Storage

  init(_ file: String, _ embedded: CCatalogueFile) {
    self.file = file
    storage = .embedded(UnsafeBufferPointer(start: embedded.bytes, count: embedded.count))
  }

  /// Somebody's own entries.
  init(_ file: String, _ bytes: [UInt8]) {
    self.file = file
    storage = .own(bytes)
  }

  /// Whether the entries are somebody's own.
  var isOwn: Bool { if case .own = storage { true } else { false } }

  /// The headings of the columns; empty where there are none.
  var headings: [Heading] {
    var headings: [Heading] = []
    withText { text in
      var scanner = CSVScanner()
      var row: [CSVField] = []
      guard (try? scanner.nextRow(in: text, into: &row)) == true else { return }
      headings = row.map { Heading(text: $0.text(in: text), position: $0.position) }
    }
    return headings
  }

  /// The first row whose name or aliases fold to `name`.
  func record(named name: FoldedName) -> Record? {
    var found: Record?
    forEachRow(of: ["name", "aliases"]) { headings, row, columns, text in
      let isNamed = columns.contains { column in
        column.map { name.matchesAny(in: row[$0].content, of: text) } ?? false
      }
      guard isNamed else { return true }
      found = record(headings, row, text)
      return false
    }
    return found
  }

  /// The rows whose cells fold to these names, by the heading of the column.
  func records(where wanted: [(column: String, name: FoldedName)]) -> [Record] {
    var records: [Record] = []
    forEachRow(of: wanted.map(\.column)) { headings, row, columns, text in
      let fits = zip(columns, wanted).allSatisfy { column, wanted in
        column.map { wanted.name.matchesAny(in: row[$0].content, of: text) } ?? false
      }
      if fits, let record = record(headings, row, text) { records.append(record) }
      return true
    }
    return records
  }

  /// The names of the rows.
  var names: [String] { texts("name") }

  /// The names, then the aliases, the bars between them taken apart.
  var namesAndAliases: [String] {
    names + texts("aliases").flatMap { $0.split(separator: "|").map(String.init) }
  }

  /// The texts of a column, without its heading; empty where there is no such column.
  func texts(_ column: String) -> [String] {
    var texts: [String] = []
    forEachRow(of: [column]) { _, row, columns, text in
      guard let column = columns.first ?? nil else { return false }
      texts.append(row[column].text(in: text))
      return true
    }
    return texts
  }

  /// Goes over the rows below the headings, with the places of some columns, as long as the answer is true.
  func forEachRow(
    of columns: [String] = [],
    _ body: (_ headings: [CSVField], _ row: [CSVField], _ columns: [Int?], Span<UInt8>) -> Bool
  ) {
    withText { text in
      var scanner = CSVScanner()
      var headings: [CSVField] = []
      var row: [CSVField] = []
      guard (try? scanner.nextRow(in: text, into: &headings)) == true else { return }
      let places = columns.map { name in headings.firstIndex { $0.text(in: text) == name } }
      while (try? scanner.nextRow(in: text, into: &row)) == true {
        // Every row is as long as the headings.
        guard body(headings, row, places, text) else { return }
      }
    }
  }

  /// What is wrong with the data: nothing, as the tests see to it.
  func problems(_ kind: Catalogue.Kind) -> [CatalogueProblem] {
    var problems: [CatalogueProblem] = []
    withText { problems = CatalogueCheck(kind, file: file, bytes: $0).problems }
    return problems
  }

  private func record(
    _ headings: [CSVField], _ row: [CSVField], _ text: Span<UInt8>
  ) -> Record? {
    try? Record(file: file, headings: headings, row: row, bytes: text, isOwn: isOwn)
  }

  private func withText(_ body: (Span<UInt8>) -> Void) {
    switch storage {
    case .embedded(let bytes): body(bytes.span)
    case .own(let bytes): body(bytes.span)
    }
  }
}
