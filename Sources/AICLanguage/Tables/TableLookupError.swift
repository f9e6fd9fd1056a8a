/// Why something is not found in a table.
public enum TableLookupError: Error, Hashable, Sendable {
  case noColumn(String, suggestions: [String], columns: [String])
  /// A look-up by text in a column of another kind.
  case notText(String, kind: String, heading: String)
  case noKey(String, column: String, suggestions: [String])
  /// So many rows with the key, and the lines of the first two.
  case ambiguous(String, column: String, count: Int, firstLine: Int, secondLine: Int)

  /// A stable name for the kind of problem.
  public var id: String {
    switch self {
    case .noColumn: "tables.column"
    case .notText: "tables.key-kind"
    case .noKey: "tables.key"
    case .ambiguous: "tables.ambiguous"
    }
  }

  /// Names the problem in the reader's words, without a full stop.
  public var message: String {
    switch self {
    case .noColumn(let name, _, _): "this table has no column `\(name)`"
    case .notText(let name, let kind, _): "column `\(name)` holds \(kind), not text"
    case .noKey(let key, let column, _): "no row of this table has `\(key)` in column `\(column)`"
    case .ambiguous(let key, let column, let count, let first, let second):
      "\(count) rows of this table have `\(key)` in column `\(column)`, "
        + (count == 2
          ? "on lines \(first) and \(second)" : "the first on lines \(first) and \(second)")
    }
  }

  /// At most one line that says what to write instead.
  public var help: String? {
    switch self {
    case .noColumn(_, let suggestions, let columns):
      suggestions.isEmpty
        ? "its columns are \(columns.listed)" : "did you mean \(suggestions.alternatives)?"
    case .notText(_, _, let heading): "head the column `\(heading) [text]` to look it up by text"
    case .noKey(_, _, let suggestions):
      suggestions.isEmpty ? nil : "did you mean \(suggestions.alternatives)?"
    case .ambiguous: "look a row up by a column in which each text stands once"
    }
  }
}
