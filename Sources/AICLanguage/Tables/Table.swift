import Quantities

/// A table that was read: columns of typed cells, by name, and rows, counted from 0.
public struct Table: Sendable {
  /// One cell.
  public enum Cell: Hashable, Sendable {
    /// An amount in base units of its dimension.
    case quantity(Double, Dimension)
    case date(CalendarDate)
    case truth(Bool)
    case text(String)
    /// The cell is empty.
    case missing
  }

  public let columns: [TableColumn]
  public let rowCount: Int
  private let places: [String: Int]
  private let lines: LineRuns

  init(_ columns: [TableColumn], rowCount: Int, lines: LineRuns) {
    self.columns = columns
    self.rowCount = rowCount
    self.lines = lines
    places = Dictionary(
      columns.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The names of the columns, in order.
  public var names: [String] { columns.map(\.name) }

  /// The line of the file, counted from 1, on which a row begins.
  public func line(ofRow row: Int) -> Int { lines[row] }

  /// The column with a name; a title such as `GPU name` names it too.
  public func column(_ name: String) throws(TableLookupError) -> TableColumn {
    guard let place = places[name] ?? places[TableHeading.name(name)] else {
      throw .noColumn(name, suggestions: nearest(to: name, among: names), columns: names)
    }
    return columns[place]
  }

  /// The cell of a row in a column; a row that the table does not have is missing.
  public func cell(_ row: Int, _ name: String) throws(TableLookupError) -> Cell {
    switch try column(name).cells {
    case .quantities(let column): column[row].map { .quantity($0, column.dimension) } ?? .missing
    case .dates(let column): column[row].map { .date($0) } ?? .missing
    case .truths(let truths):
      truths.indices.contains(row) ? truths[row].map { .truth($0) } ?? .missing : .missing
    case .text(let column): column[row].map { .text($0) } ?? .missing
    }
  }

  /// The only row with a text in a column of texts.
  public func row(
    where name: String, is key: String
  ) throws(TableLookupError) -> Int {
    let column = try texts(name)
    guard let (first, second) = column.firstRows(with: key) else {
      // Enough to find a slip of the pen, and no more than a moment's work.
      let known = column.distinct.prefix(10_000)
      throw .noKey(key, column: name, suggestions: nearest(to: key, among: known))
    }
    if let second {
      throw .ambiguous(
        key, column: name, count: column.rows(with: key).count, firstLine: line(ofRow: first),
        secondLine: line(ofRow: second))
    }
    return first
  }

  /// All rows with a text in a column of texts, in order.
  public func rows(where name: String, is key: String) throws(TableLookupError) -> [Int] {
    try texts(name).rows(with: key)
  }

  private func texts(_ name: String) throws(TableLookupError) -> TextColumn {
    let column = try column(name)
    guard case .text(let texts) = column.cells else {
      throw .notText(name, kind: column.kind, heading: column.heading)
    }
    return texts
  }
}
