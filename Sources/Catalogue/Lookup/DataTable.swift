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

  /// The texts of the first column, without its heading.
  var names: [String] { column(0) }

  /// The texts of the first two columns, the bars between aliases taken apart.
  var namesAndAliases: [String] {
    names + column(1).flatMap { $0.split(separator: "|").map(String.init) }
  }

  private func column(_ place: Int) -> [String] {
    let text = bytes.span
    var scanner = CSVScanner()
    var row: [CSVField] = []
    var texts: [String] = []
    while (try? scanner.nextRow(in: text, into: &row)) == true {
      if row.indices.contains(place) { texts.append(row[place].text(in: text)) }
    }
    return Array(texts.dropFirst())
  }

  /// What is wrong with the data: nothing, as the tests see to it.
  func problems(_ kind: Catalogue.Kind) -> [CatalogueProblem] {
    CatalogueCheck(kind, file: file, bytes: bytes.span).problems
  }
}
