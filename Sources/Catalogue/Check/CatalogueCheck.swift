/// Looks for rows that cannot be true in a file of catalogue data.
public struct CatalogueCheck {
  private let file: String
  /// What a table of somebody's own is added to; nil for the catalogue's own data.
  private let catalogue: Catalogue?
  /// The line that each spelling belongs to.
  private var owners: [FoldedName: Int] = [:]
  /// What was found, in the order of the file.
  public private(set) var problems: [CatalogueProblem] = []

  /// Checks the bytes of a whole file; `file` is its name in the problems.
  public init(_ kind: Catalogue.Kind, file: String, bytes: Span<UInt8>) {
    self.init(kind, file: file, bytes: bytes, addingTo: nil)
  }

  /// - Parameter catalogue: what the rows may speak of besides.
  init(
    _ kind: Catalogue.Kind, file: String, bytes: Span<UInt8>, addingTo catalogue: Catalogue?
  ) {
    self.file = file
    self.catalogue = catalogue
    var scanner = CSVScanner()
    var headings: [CSVField] = []
    var row: [CSVField] = []
    var rows = 0
    do {
      _ = try scanner.nextRow(in: bytes, into: &headings)
      while try scanner.nextRow(in: bytes, into: &row) {
        check(kind, headings: headings, row: row, bytes: bytes)
        rows += 1
      }
    } catch {
      problems.append(CatalogueProblem(file: file, at: error.position, error.description))
    }
    if rows == 0, problems.isEmpty {
      problems.append(CatalogueProblem(file: file, at: .start, "there are no rows"))
    }
  }

  private mutating func check(
    _ kind: Catalogue.Kind, headings: [CSVField], row: [CSVField], bytes: Span<UInt8>
  ) {
    do {
      let record = try Record(
        file: file, headings: headings, row: row, bytes: bytes, isOwn: catalogue != nil)
      let known = catalogue ?? Catalogue()
      let judge: RowCheck
      switch kind {
      case .accelerator:
        let accelerator = try Accelerator(record)
        claim([accelerator.name] + accelerator.aliases, in: record)
        judge = RowCheck(accelerator, record)
      case .model:
        let model = try ModelEntry(record)
        claim([model.name] + model.aliases, in: record)
        judge = RowCheck(model, record)
      case .price: judge = try RowCheck(cloudPrice: record, among: known)
      case .pastPrice: judge = try RowCheck(pastPrice: record, among: known)
      case .api: judge = try RowCheck(tokenPrice: record)
      case .energy: judge = try RowCheck(energy: record)
      case .storage: judge = try RowCheck(storagePrice: record)
      case .convention: judge = try RowCheck(convention: record)
      }
      problems += judge.problems
    } catch {
      problems.append(error)
    }
  }

  /// Every spelling must lead to one row.
  private mutating func claim(_ spellings: [String], in record: Record) {
    for spelling in spellings {
      let line = record.start.line
      guard let owner = owners.updateValue(line, forKey: FoldedName(spelling)), owner != line
      else { continue }
      problems.append(record.problem("name", "\(spelling) is a name in line \(owner) too"))
    }
  }
}
