/// Rows that add to the rows of another table, found by a key.
struct Overlay {
  private let key: String
  private let rows: [String: [String: String]]
  private var untaken: Set<String>

  /// Rows whose key is empty are left out.
  init(_ sheet: Sheet, key: String) throws(Conversion.Failure) {
    self.key = key
    var rows: [String: [String: String]] = [:]
    for var record in sheet.records {
      guard let name = record.removeValue(forKey: key), !name.isEmpty else { continue }
      guard rows.updateValue(record, forKey: name) == nil else {
        throw .overlay("two rows for the \(key) \(name)")
      }
    }
    self.rows = rows
    untaken = Set(rows.keys)
  }

  mutating func take(_ name: String?) -> [String: String]? {
    guard let name, let row = rows[name] else { return nil }
    untaken.remove(name)
    return row
  }

  /// A row that adds to nothing is a misspelt key.
  func expectAllTaken() throws(Conversion.Failure) {
    guard untaken.isEmpty else {
      throw .overlay("no such \(key): \(untaken.sorted().joined(separator: ", "))")
    }
  }
}
