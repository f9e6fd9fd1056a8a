import Catalogue
import Quantities

/// Reads a table of comma-separated values (RFC 4180) from chunks of bytes, and keeps its cells, not
/// its text.
///
/// Lines end in LF, CRLF or CR. A byte order mark, blank lines, and before the heading lines that
/// begin with `#`, are skipped. The separator is a comma, or `;` or a tab where the heading has more
/// of these. Blanks around a cell do not count, unless quoted; an empty cell is a missing value.
/// After an error, the reader is of no further use.
public struct TableReader: Sendable {
  /// A table's largest number of cells: 400 MB of numbers.
  public static let cellLimit = 50_000_000
  /// A table's largest number of columns.
  public static let columnLimit = 4_096
  /// A row's largest number of bytes, which bounds how far a quote may reach.
  public static let rowLimit = 1_048_576

  private let reader: QuantityReader
  private let cellLimit: Int
  private var finder = RowFinder()
  /// The first bytes of the file until they are enough to tell a byte order mark; then nothing.
  private var opening: [UInt8]? = []
  /// The beginning of a row whose end is in a later chunk.
  private var pending: [UInt8] = []
  private var separator = UInt8(ascii: ",")
  private var columns: [ColumnReader] = []
  private var headingPlace = TablePlace(line: 1, column: 1)
  private var fields: [CSVField] = []
  private var lines = LineRuns()
  private var rowCount = 0
  private var isEmpty = true

  /// Starts a table whose units are those of a file: its own ones and its currencies too.
  public init(units: UnitTable = .standard, cellLimit: Int = TableReader.cellLimit) {
    reader = QuantityReader(units: units)
    self.cellLimit = cellLimit
  }

  /// Reads the next bytes of the file, as many as come.
  public mutating func read(_ chunk: [UInt8]) throws(TableError) {
    try read(chunk.span)
  }

  /// Reads the next bytes of the file, as many as come.
  public mutating func read(_ chunk: ArraySlice<UInt8>) throws(TableError) {
    try read(chunk.span)
  }

  /// Reads the next bytes of the file, as many as come.
  public mutating func read(_ chunk: Span<UInt8>) throws(TableError) {
    guard opening != nil else { return try readRows(chunk) }
    chunk.withUnsafeBufferPointer { opening?.append(contentsOf: $0) }
    if let opening, opening.count >= 3 { try begin() }
  }

  /// Ends the file and gives its table.
  public mutating func finish() throws(TableError) -> Table {
    if opening != nil { try begin() }
    if !pending.isEmpty { try readPending() }
    guard !columns.isEmpty else {
      throw TableError(isEmpty ? .empty : .noHeading(number: nil), at: lineStart)
    }
    var finished: [TableColumn] = []
    for index in columns.indices { finished.append(try columns[index].finish()) }
    return Table(finished, rowCount: rowCount, lines: lines)
  }

  // MARK: - Lines

  /// Reads the first bytes, without a byte order mark.
  private mutating func begin() throws(TableError) {
    let bytes = opening ?? []
    opening = nil
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    isEmpty = text.isEmpty
    try readRows(text.span)
  }

  private mutating func readRows(_ chunk: Span<UInt8>) throws(TableError) {
    var start = 0
    while let end = finder.end(in: chunk, from: &start) {
      if pending.isEmpty {
        try readLine(chunk.extracting(start..<end))
      } else {
        keep(chunk.extracting(start..<end))
        try readPending()
      }
      finder.beginRow()
      start = end + 1
    }
    keep(chunk.extracting(start...))
    finder.endChunk(chunk.count)
    if pending.count > Self.rowLimit { try readPending() }
  }

  private mutating func keep(_ bytes: Span<UInt8>) {
    bytes.withUnsafeBufferPointer { pending.append(contentsOf: $0) }
  }

  private mutating func readPending() throws(TableError) {
    let row = pending
    pending.removeAll(keepingCapacity: true)
    try readLine(row.span)
  }

  private mutating func readLine(_ row: Span<UInt8>) throws(TableError) {
    guard !finder.isComment, !isBlank(row) else { return }
    if !finder.isPlain, let place = Self.firstInvalid(row, from: lineStart) {
      throw TableError(.encoding, at: place)
    }
    if columns.isEmpty { chooseSeparator(row) }
    try split(row)
    guard row.count <= Self.rowLimit else {
      throw TableError(.rowTooLong(limit: Self.rowLimit), at: lineStart)
    }
    if columns.isEmpty {
      try readHeading(row)
      finder.allowsComments = false
    } else {
      try readCells(row)
    }
  }

  private func isBlank(_ row: Span<UInt8>) -> Bool {
    for index in row.indices where !isBlank(row[index]) { return false }
    return true
  }

  private func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") && byte != separator
  }

  /// The place of the first byte that is not UTF-8, or 0.
  private static func firstInvalid(_ row: Span<UInt8>, from start: TablePlace) -> TablePlace? {
    row.withUnsafeBufferPointer { bytes in
      var rest = bytes.makeIterator()
      var parser = Unicode.UTF8.ForwardParser()
      var (line, column) = (start.line, start.column)
      while true {
        switch parser.parseScalar(from: &rest) {
        case .emptyInput: return nil
        case .error: return TablePlace(line: line, column: column)
        case .valid(let scalar):
          if scalar.first == 0 { return TablePlace(line: line, column: column) }
          if scalar.first == .lineFeed { (line, column) = (line + 1, 0) }
          column += 1
        }
      }
    }
  }

  /// A comma, or the sign that stands more often outside of quotes.
  private mutating func chooseSeparator(_ heading: Span<UInt8>) {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for index in heading.indices {
      if heading[index] == .quote { isQuoted.toggle() }
      if !isQuoted { counts[heading[index], default: 0] += 1 }
    }
    for sign in [UInt8(ascii: ";"), UInt8(ascii: "\t")]
    where counts[sign, default: 0] > counts[separator, default: 0] {
      separator = sign
    }
  }

  private var lineStart: TablePlace { TablePlace(line: finder.line, column: 1) }

  /// Splits a row into its fields.
  private mutating func split(_ row: Span<UInt8>) throws(TableError) {
    var scanner = CSVScanner(separator: separator)
    do throws(CSVError) {
      _ = try scanner.nextRow(in: row, into: &fields)
    } catch {
      let kind: TableError.Kind =
        switch error.problem {
        case .unterminatedQuote: .unclosedQuote
        case .textAfterQuote: .textAfterQuote
        case .strayQuote, .ragged: .strayQuote
        }
      throw TableError(kind, at: place(error.position, in: row))
    }
  }

  private func place(_ position: CSVPosition, in row: Span<UInt8>) -> TablePlace {
    var counter = PlaceCounter(firstLine: finder.line, isASCII: finder.isPlain)
    return counter.place(position, in: row)
  }

  // MARK: - Cells

  private mutating func readHeading(_ row: Span<UInt8>) throws(TableError) {
    guard fields.count <= Self.columnLimit else {
      throw TableError(.tooManyColumns(limit: Self.columnLimit), at: lineStart)
    }
    var counter = PlaceCounter(firstLine: finder.line, isASCII: finder.isPlain)
    var firsts: [String: TablePlace] = [:]
    var read: [ColumnReader] = []
    for (index, field) in fields.enumerated() {
      let place = counter.place(field.position, in: row)
      let cell = row.extracting(content(of: field, in: row))
      let text = field.hasDoubledQuotes ? field.text(in: row) : String(cell)
      if let number = PlainNumber(cell, from: 0), number.end == cell.count {
        throw TableError(.noHeading(number: text), at: place)
      }
      let heading = try TableHeading(text, number: index + 1, at: place, reader: reader)
      if let first = firsts.updateValue(place, forKey: heading.name) {
        throw TableError(.duplicate(heading.name, first: first), at: place)
      }
      read.append(ColumnReader(heading, reader: reader))
    }
    columns = read
    headingPlace = lineStart
  }

  private mutating func readCells(_ row: Span<UInt8>) throws(TableError) {
    var counter = PlaceCounter(firstLine: finder.line, isASCII: finder.isPlain)
    guard fields.count == columns.count else {
      let position = fields.count > columns.count ? fields[columns.count].position : nil
      let place = position.map { counter.place($0, in: row) }
      throw TableError(
        .ragged(found: fields.count, expected: columns.count, heading: headingPlace),
        at: place ?? lineStart)
    }
    rowCount += 1
    guard rowCount <= cellLimit / max(1, columns.count) else {
      throw TableError(
        .tooManyCells(limit: cellLimit), at: lineStart)
    }
    lines.append(finder.line)
    for (index, field) in fields.enumerated() {
      let place = counter.place(field.position, in: row)
      let cell = row.extracting(content(of: field, in: row))
      if field.hasDoubledQuotes {
        try columns[index].append(Array(field.text(in: row).utf8).span, at: place)
      } else {
        try columns[index].append(cell, at: place)
      }
    }
  }

  /// The bytes of a cell, without the blanks around an unquoted one.
  private func content(of field: CSVField, in row: Span<UInt8>) -> Range<Int> {
    var (lower, upper) = (field.content.lowerBound, field.content.upperBound)
    guard lower == field.position.offset else { return lower..<upper }
    while lower < upper, isBlank(row[lower]) { lower += 1 }
    while lower < upper, isBlank(row[upper - 1]) { upper -= 1 }
    return lower..<upper
  }
}

extension PlaceCounter {
  fileprivate mutating func place(_ position: CSVPosition, in row: Span<UInt8>) -> TablePlace {
    place(offset: position.offset, line: position.line, column: position.column, in: row)
  }
}
