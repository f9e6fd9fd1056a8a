import CostEngine
import Quantities

/// A table of an imported file.
struct ImportedTable {
  let table: Table
  /// The file, as messages call it.
  let file: String
  /// The table as a price list, where it has the columns of one.
  let prices: PriceList?
}

/// `prices["p5.48xlarge"].price`, `sum(prices.price)`, `[r.price for r in prices if r.provider == "aws"]`
extension Checker {
  mutating func table(_ file: ImportedPath, _ node: SyntaxNode) throws(ImportRefusal) -> Value {
    switch try imports.table(file, units) {
    case .success(let table):
      let prices = PriceList(table, file: file.name)
      if let warning = dearSpots(prices?.dearSpots ?? [], file.name, node[0]) { report(warning) }
      return .table(ImportedTable(table: table, file: file.name, prices: prices))
    case .failure(let error):
      return refuse(
        Diagnostic(
          error.id, "\(file.name):\(error.place.line):\(error.place.column): \(error.message)",
          at: .init(node[0].sourceRange), help: error.help))
    }
  }

  /// The row of a number or of a key: the text in the first column of texts.
  mutating func row(_ table: ImportedTable, _ index: SyntaxNode) -> Value {
    let place: Int
    switch expression(index) {
    case .text(let text):
      guard let key = text.words else { return refuse(notKnown(index)) }
      guard let column = table.table.keyColumn else { return refuse(noKeyColumn(table, index)) }
      do throws(TableLookupError) {
        place = try table.table.row(where: column, is: key)
      } catch {
        return refuse(
          Diagnostic(error.id, error.message, at: .init(index.sourceRange), help: error.help))
      }
    case .quantity(let term, _) where term.dimension.isNone:
      guard let position = whole(index) else { return .unknown }
      guard position >= 0, position < Double(table.table.rowCount) else {
        return refuse(outside(position, count: table.table.rowCount, index))
      }
      place = Int(position)
    case .unknown: return .unknown
    case let other: return refuse(expected("a row's key or its number", other, index))
    }
    return .record(record(table, place, index))
  }

  /// A row as a record; an empty cell is a field that the record does not have.
  private mutating func record(
    _ table: ImportedTable, _ row: Int, _ node: SyntaxNode
  ) -> RecordValue {
    var record = RecordValue()
    for column in table.table.columns { record[column.name] = cell(table, row, column, node) }
    return record
  }

  private mutating func cell(
    _ table: ImportedTable, _ row: Int, _ column: TableColumn, _ node: SyntaxNode
  ) -> Value? {
    switch column.cells {
    case .quantities(let cells):
      guard let value = cells[row] else { return nil }
      let place = "\(table.file):\(table.table.line(ofRow: row))"
      let figure = builder.fact(
        "\(column.name), \(place)", value, cells.dimension,
        Citation("the table \(place)", confidence: .sourced))
      var display = Display(isPercent: cells.isPercent)
      if let unit = cells.unit {
        display.written = unit
        display.writtenValue = joined(builder.constant(unit.scale, unit.dimension), node)
      }
      return .quantity(joined(figure, node), display)
    case .dates(let cells): return cells[row].map { .date($0) }
    case .truths(let cells): return cells[row].map { .bool(builder.constant($0 ? 1 : 0)) }
    case .text(let cells): return cells[row].map { .text(TextValue(pieces: [.words($0)])) }
    }
  }

  /// A whole column as a list; every row must have a value in it.
  mutating func column(_ name: SyntaxNode, of table: ImportedTable) -> Value {
    let column: TableColumn
    do throws(TableLookupError) {
      column = try table.table.column(name.identifier)
    } catch {
      return refuse(
        Diagnostic(error.id, error.message, at: .init(name.sourceRange), help: error.help))
    }
    guard let rows = rows(of: table, name) else { return .unknown }
    var values: [Value] = []
    for row in rows {
      guard let value = cell(table, row, column, name) else {
        return refuse(emptyCell(table, row, column, name))
      }
      values.append(value)
    }
    return .list(values)
  }

  /// The rows as a list of records.
  mutating func elements(of table: ImportedTable, _ node: SyntaxNode) -> [Value]? {
    rows(of: table, node)?.map { .record(record(table, $0, node)) }
  }

  private mutating func rows(of table: ImportedTable, _ node: SyntaxNode) -> Range<Int>? {
    let count = table.table.rowCount
    guard count <= Checker.longestList else {
      report(longList(Double(count), Checker.longestList, node))
      return nil
    }
    return 0..<count
  }

  // MARK: - Messages

  private func notKnown(_ node: SyntaxNode) -> Diagnostic {
    Diagnostic(
      "tables.key-text", "a key is known before the run", at: .init(node.sourceRange),
      help: "write it without figures in it")
  }

  private func noKeyColumn(_ table: ImportedTable, _ node: SyntaxNode) -> Diagnostic {
    Diagnostic(
      "tables.no-key", "this table has no column of texts to look a row up by",
      at: .init(node.sourceRange), help: "rows have numbers too, from 0")
  }

  private func emptyCell(
    _ table: ImportedTable, _ row: Int, _ column: TableColumn, _ node: SyntaxNode
  ) -> Diagnostic {
    Diagnostic(
      "tables.empty-cell",
      "`\(column.name)` is empty on line \(table.table.line(ofRow: row)) of \(table.file)",
      at: .init(node.sourceRange), help: "take single rows, or fill the cell")
  }
}

extension Table {
  /// The first column of texts, whose texts are the keys of the rows.
  var keyColumn: String? {
    columns.first { if case .text = $0.cells { true } else { false } }?.name
  }
}
