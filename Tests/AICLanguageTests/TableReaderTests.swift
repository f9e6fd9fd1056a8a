import Quantities
import Testing

import struct Foundation.Data
import struct Foundation.URL
import struct Quantities.Dimension

@testable import AICLanguage

/// Expected values are worked out by hand; sums of generated tables are closed forms.
@Suite struct TableReaderTests {
  static let tricky =
    "\u{FEFF}# prices \"as listed\r\n\r\n# µ\r\n"
    + "GPU name,price [$/hour],memory,as of,\"spot\r\n\"\"offer\"\" [%]\",on sale\r\n"
    + "\"H100, \"\"SXM\"\"\",2.50,80 GB,2026-03,40,true\r\n"
    + "  \r\n"
    + "\"two\r\nlines\",1_000,1.5 TB,2026-03-15,,false\r\n"
    + " Größe µ , 1e-1 ,\"0 bytes\",2025,-12.5,\r\n"
    + "\"\",,,,,TRUE"

  /// Compares everything but the numbers that texts have.
  static func text(_ table: Table) throws -> String {
    var lines = ["\(table.rowCount)"]
    for column in table.columns {
      lines.append("\(column.name) \(column.heading) \(column.kind)")
      for row in 0..<table.rowCount {
        lines.append("\(table.line(ofRow: row)) \(try table.cell(row, column.name))")
      }
    }
    return lines.joined(separator: "\n")
  }

  @Test func readsEveryKindOfColumn() throws {
    let table = try table(Self.tricky)
    #expect(table.names == ["gpu_name", "price", "memory", "as_of", "spot_offer", "on_sale"])
    #expect(table.rowCount == 4)
    #expect((0..<4).map { table.line(ofRow: $0) } == [6, 8, 10, 11])
    #expect(
      table.columns.map(\.kind) == ["Text", "Money per Time", "Data", "Date", "Number", "Truth"])

    let cells: [String: [Table.Cell]] = [
      "gpu_name": [.text("H100, \"SXM\""), .text("two\r\nlines"), .text("Größe µ"), .missing],
      // $2.50, $1000 and $0.1 an hour, in dollars a second.
      "price": [2.5, 1000, 0.1].map { .quantity($0 / 3600, .money / .time) } + [.missing],
      "memory": [80e9, 1.5e12, 0].map { .quantity($0, .data) } + [.missing],
      "as_of": [
        .date(try CalendarDate(year: 2026, month: 3)),
        .date(try CalendarDate(year: 2026, month: 3, day: 15)),
        .date(try CalendarDate(year: 2025)), .missing,
      ],
      "spot_offer": [
        .quantity(0.4, .none), .missing, .quantity(-0.125, .none), .missing,
      ],
      "on_sale": [.truth(true), .truth(false), .missing, .truth(true)],
    ]
    for (name, expected) in cells {
      #expect(try (0..<4).map { try table.cell($0, name) } == expected, "\(name)")
    }
    #expect(try table.cell(4, "price") == .missing)
    #expect(try table.cell(-1, "on_sale") == .missing)
  }

  @Test func chunksMakeNoDifference() throws {
    let bytes = Array(Self.tricky.utf8)
    let whole = try Self.text(table(Self.tricky))
    for cut in 0...bytes.count {
      var reader = TableReader()
      try reader.read(bytes[..<cut])
      try reader.read([UInt8]())
      try reader.read(bytes[cut...])
      #expect(try Self.text(reader.finish()) == whole, "cut at \(cut)")
    }
    for size in 1...7 {
      #expect(try Self.text(table(Self.tricky, chunk: size)) == whole, "chunks of \(size)")
    }
  }

  @Test func chunksMakeNoDifferenceToErrors() {
    for text in ["a,b\r\n\"x\r\ny\",\"1\n\n", "a,b\n1,2\nµ\"x,3\n", "a\n\u{FF}µ\nb,\"c\nd\"\n"] {
      let whole = error(text)
      #expect(whole != nil)
      for size in 1...9 { #expect(error(text, chunk: size) == whole, "chunks of \(size)") }
    }
  }

  @Test(arguments: [
    ("a\n1\n2\n", 2), ("a\n1\n2", 2), ("a\r1\r2\r", 2), ("a\r\n1\r\n\r\n2\r\n", 2),
    ("a", 0), ("a\n", 0), ("\n\n# x\n \t\na\n\n1\n\n", 1), ("\u{FEFF}a\n1", 1),
    ("\u{FEFF}#\"\na\n1", 1), ("a\n\"\"\n", 1), ("a,b\n,\n", 1), ("a\n#1\n", 1),
  ])
  func countsRows(text: String, rows: Int) throws {
    for chunk in [1, 2, 3, 1000] { #expect(try table(text, chunk: chunk).rowCount == rows) }
  }

  @Test(arguments: [
    ("a;b\n1,5;2", ["a", "b"]), ("a\tb\n\t2", ["a", "b"]), ("a,b;c\n1,2", ["a", "b_c"]),
    ("\"a;;\",b\n1,2", ["a", "b"]),
  ])
  func choosesTheSeparator(text: String, names: [String]) throws {
    #expect(try table(text).names == names)
  }

  @Test(arguments: [
    ("GPU name", "gpu_name"), ("price [$/hour]", "price"), ("  as  of [ date ]", "as_of"),
    ("$/hour", "hour"), ("2025 price", "_2025_price"), ("Größe (m²)", "größe_m"), ("a__b_", "a_b"),
    ("価格", "価格"), ("R&D-cost", "r_d_cost"),
  ])
  func namesColumns(heading: String, name: String) throws {
    #expect(try table("\"\(heading)\"\n").names == [name])
  }

  /// By hand: a GB is 1e9 bytes, an hour 3600 s, a euro stays one.
  @Test(arguments: [
    ("$/1M tokens", "2", 2e-6, Dimension.money / .tokens), ("GB", "80", 80e9, .data),
    ("$ per hour", "36", 0.01, .money / .time), ("%", "7", 0.07, .none),
    ("EUR", "-5", -5, Dimension(.money(Currency(code: "EUR")))), ("GB/s", "3", 3e9, .data / .time),
    ("pallets", "2", 600, Dimension(.custom("crate"))),
    ("%/hour", "36", 0.36 / 3600, Dimension.none / .time),
  ])
  func readsUnitsOfHeadings(unit: String, cell: String, value: Double, dimension: Dimension) throws
  {
    var units = UnitTable.standard
    try units.define("crate")
    try units.define("pallet", as: 300, of: Dimension(.custom("crate")))
    let table = try table("x [\(unit)]\n\(cell)\n", units: units)
    #expect(try table.cell(0, "x") == .quantity(value, dimension))
  }

  @Test(arguments: [
    ("12\n40%", "Number"), ("$2.50/hour\n$3/day", "Money per Time"), ("80 GB\n1.5TB", "Data"),
    ("true\nFalse", "Truth"), ("2026-03\n2026", "Date"), ("2025\n2026", "Number"),
    ("2026-02-29\n2026-03", "Text"), ("7B\n70B\n8x7B", "Text"), ("\n\"\"", "Text"),
    ("$2\n80 GB\nfast", "Text"), ("-4%\n-12", "Number"), ("-$4\n$2", "Money"),
  ])
  func decidesOverTheWholeColumn(cells: String, kind: String) throws {
    #expect(try table("x\n\(cells)\n").columns[0].kind == kind)
  }

  @Test func marksKeepTextAndDates() throws {
    let table = try table("model [text],year [date]\n7B,2025\n70B,\n")
    #expect(try table.cell(0, "model") == .text("7B"))
    #expect(try table.cell(0, "year") == .date(CalendarDate(year: 2025)))
    #expect(try table.row(where: "model", is: "70B") == 1)
  }

  @Test func saysWhichCellMadeAColumnText() throws {
    let table = try table("x,y\n$2/hour,a\n\"$1,000/hour\",b\n")
    let obstacle = try #require(try table.column("x").obstacle)
    #expect(obstacle.message == "`$1,000/hour` in column `x` is not a quantity")
    #expect(obstacle.place == TablePlace(line: 3, column: 1))
    #expect(try table.column("y").obstacle == nil)
  }

  /// Read off the file: $88.49 an hour for a3-highgpu-8g.
  @Test func readsTheExample() throws {
    let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let file = try Data(contentsOf: package.appending(path: "examples/data/prices.csv"))
    let table = try table(bytes: [UInt8](file))
    #expect(
      table.names == [
        "instance", "provider", "region", "gpu", "gpus", "price", "spot_price", "as_of", "source",
      ])
    #expect(table.rowCount == 12)
    let row = try table.row(where: "instance", is: "a3-highgpu-8g")
    #expect(try table.cell(row, "price") == .quantity(88.49 / 3600, .money / .time))
    #expect(try table.cell(row, "gpus") == .quantity(8, .none))
    #expect(try table.cell(row, "as_of") == .date(CalendarDate("2026-08-03")))
    #expect(try table.cell(0, "spot_price") == .missing)
  }

  // MARK: - Looking up

  static let prices = "gpu,price [$/hour]\nH100,2\nH200,3\nL4,1\nH100,4\n"

  @Test func looksRowsUp() throws {
    let table = try table(Self.prices)
    #expect(try table.row(where: "gpu", is: "H200") == 1)
    #expect(try table.rows(where: "gpu", is: "H100") == [0, 3])
    #expect(try table.rows(where: "gpu", is: "B200").isEmpty)
    #expect(try table.column("GPU").name == "gpu")
  }

  @Test(arguments: [
    (
      "gpu", "H300", "tables.key", "no row of this table has `H300` in column `gpu`",
      "did you mean `H100` or `H200`?"
    ),
    (
      "gpu", "H100", "tables.ambiguous",
      "2 rows of this table have `H100` in column `gpu`, on lines 2 and 5",
      "look a row up by a column in which each text stands once"
    ),
    ("pric", "x", "tables.column", "this table has no column `pric`", "did you mean `price`?"),
    (
      "zzzzzzzz", "x", "tables.column", "this table has no column `zzzzzzzz`",
      "its columns are gpu, price"
    ),
    ("price", "2", "tables.key-kind", "column `price` holds Money per Time, not text", nil),
  ])
  func saysWhatIsNotFound(
    column: String, key: String, id: String, message: String, help: String?
  ) throws {
    let table = try table(Self.prices)
    let error = #expect(throws: TableLookupError.self) { try table.row(where: column, is: key) }
    #expect(error?.id == id)
    #expect(error?.message == message)
    if let help { #expect(error?.help == help) }
  }

  // MARK: - Errors

  @Test(arguments: [
    ("", "tables.empty", 1, 1, "this table is empty"),
    ("\u{FEFF}", "tables.empty", 1, 1, "this table is empty"),
    ("# a\n\n", "tables.no-heading", 3, 1, "this table has no heading"),
    ("# a", "tables.no-heading", 1, 1, "this table has no heading"),
    (
      "H100,2.50\nL4,1\n", "tables.no-heading", 1, 6,
      "this table has no heading: `2.50` in its first row is a number"
    ),
    ("a,,b\n", "tables.heading", 1, 3, "heading 2 of this table is empty"),
    ("a,%\n", "tables.heading", 1, 3, "the heading `%` leaves no name"),
    (
      "a,b [GB\n", "tables.heading", 1, 3,
      "the heading `b [GB` has a bracket without its other half"
    ),
    ("GPU name,µ,gpu_name\n", "tables.duplicate", 1, 12, "this table has two columns `gpu_name`"),
    ("a,b [GBx]\n", "tables.unit", 1, 3, "there is no unit `GBx`"),
    ("a,b []\n", "tables.unit", 1, 3, "`` is not a unit"),
    ("a,b\n1,2\n3\n", "tables.ragged", 3, 1, "this row has 1 cell, the heading has 2"),
    ("a,b\n\"x\ny\",2,4\n", "tables.ragged", 3, 6, "this row has 3 cells, the heading has 2"),
    ("a,b\n\"x\ny\",\"2\n\n\n", "tables.quote", 3, 4, "this quote is never closed"),
    (
      "a,b\n1,24\" x\n", "tables.quote", 2, 5,
      "there is a quote within a cell that does not begin with one"
    ),
    ("a,b\n1,\"2\" x\n", "tables.quote", 2, 6, "there is text behind a closing quote"),
    ("a,b [GB]\n\"µ\nµé\",8O\n", "tables.number", 3, 5, "`8O` in column `b` is not a plain number"),
    ("a [$/hour]\n$2\n", "tables.number", 2, 1, "`$2` in column `a` is not a plain number"),
    ("a [GB]\n1e400\n", "tables.number", 2, 1, "`1e400` in column `a` is not a plain number"),
    (
      "a [date]\n2026-02-30\n", "tables.date", 2, 1,
      "February 2026 has 28 days, not 30, in a column of dates, `a`"
    ),
    (
      "a\n$2/hour\n\n80 GB\n", "tables.mixed", 4, 1,
      "column `a` mixes Data on line 4 with Money per Time on line 2"
    ),
    ("a\nb\u{0}c\n", "tables.encoding", 2, 2, "this table is not text in UTF-8"),
  ])
  func saysWhatIsWrong(
    text: String, id: String, line: Int, column: Int, message: String
  ) throws {
    for chunk in [1, 1000] {
      let error = try #require(self.error(text, chunk: chunk))
      #expect(error.id == id)
      #expect(error.place == TablePlace(line: line, column: column))
      #expect(error.message == message)
      #expect(error.help != nil || id == "tables.date")
    }
  }

  @Test func refusesOtherEncodings() {
    let latin: [UInt8] = Array("name\nGr".utf8) + [0xF6, 0xDF, 0x65]
    #expect(error(bytes: latin)?.place == TablePlace(line: 2, column: 3))
    let wide: [UInt8] = [0xFF, 0xFE] + Array("a,b\n1,2".utf8).flatMap { [$0, 0] }
    #expect(error(bytes: wide)?.id == "tables.encoding")
    for bytes in [[0xEF], [0xEF, 0xBB], [0xEF, 0xBB, 0x61], [0xEF, 0xBB, 0x23, 0x0A]] as [[UInt8]] {
      for chunk in 1...4 { #expect(error(bytes: bytes, chunk: chunk)?.id == "tables.encoding") }
    }
  }

  @Test func saysWhatToWrite() {
    #expect(
      error("a [$/hour]\n$2/hour\n")?.help == "its unit, `$/hour`, stands in the heading already")
    #expect(error("a [GB]\n\"1,000\"\n")?.help == "write `1_000` or `1k`")
    #expect(error("a [GBs]\n")?.help?.hasPrefix("did you mean `GB") == true)
    #expect(
      error("a,b\n1\n")?.help
        == "leave a cell empty, between separators, where its value is unknown")
    #expect(error("a,b\n1,2,3\n")?.help == "a separator within a cell needs quotes around the cell")
    #expect(
      error("a [GB]\n\"x\ny\"\n")?.message == "`x y` in column `a` is not a plain number")
    #expect(error("x,x\n")?.related?.place == TablePlace(line: 1, column: 1))
    #expect(error("#\nx,y\n1\n")?.related?.place == TablePlace(line: 2, column: 1))
  }

  @Test func limitsWhatATableMayHold() throws {
    var reader = TableReader(cellLimit: 4)
    try reader.read(Array("a,b\n1,2\n3,4\n".utf8))
    let error = #expect(throws: TableError.self) { try reader.read(Array("5,6\n".utf8)) }
    #expect(error?.message == "this table has more than 4 cells")
    #expect(error?.place == TablePlace(line: 4, column: 1))

    let wide = (0...TableReader.columnLimit).map { "c\($0)" }.joined(separator: ",")
    #expect(self.error(wide)?.kind == .tooManyColumns(limit: TableReader.columnLimit))
  }

  @Test func limitsHowFarAQuoteReaches() {
    let long = String(repeating: "abcdefg\n", count: TableReader.rowLimit / 8)
    for chunk in [4096, 1 << 24] {
      let open = error("a\n1\n\"\(long)", chunk: chunk)
      #expect(open?.kind == .unclosedQuote)
      #expect(open?.place == TablePlace(line: 3, column: 1))
      let closed = error("a\n1\n\"\(long)\"\n", chunk: chunk)
      #expect(closed?.id == "tables.limit" || closed?.kind == .unclosedQuote)
    }
  }

  @Test func holdsAColumnToWhatItsFirstCellsAre() throws {
    let numbers = "x\n" + String(repeating: "1\n", count: ColumnReader.undecidedCells)
    let late = try #require(error(numbers + "fast\n"))
    #expect(late.id == "tables.number")
    #expect(late.place == TablePlace(line: ColumnReader.undecidedCells + 2, column: 1))
    #expect(late.help == "put `[text]` behind the heading `x` to read all as text")
    #expect(error(numbers + "2 GB\n")?.id == "tables.mixed")
    #expect(try table(numbers + "2\n\n\"\"\n").columns[0].kind == "Number")
    #expect(try table("x\nfast\n" + numbers.dropFirst(2) + "2 GB\n").columns[0].kind == "Text")
  }

  /// The sum of i/4 for i < n is n(n − 1)/8, exact in binary; texts go round in sevens.
  @Test func streamsALargeTable() throws {
    let count = 150_000
    var reader = TableReader()
    var chunk = Array("key,amount [GB],rate,day\n".utf8)
    var size = 0
    for i in 0..<count {
      chunk += "item-\(i % 7),\(i),$\(Double(i) / 4)/day,2026-01-\(i % 18 + 10)\n".utf8
      if chunk.count > 65_536 || i == count - 1 {
        size += chunk.count
        try reader.read(chunk)
        chunk.removeAll(keepingCapacity: true)
      }
    }
    let table = try reader.finish()
    #expect(size > 5_000_000)
    #expect(table.rowCount == count)
    guard case .quantities(let amounts) = try table.column("amount").cells,
      case .quantities(let rates) = try table.column("rate").cells,
      case .text(let keys) = try table.column("key").cells
    else {
      Issue.record("kinds \(table.columns.map(\.kind))")
      return
    }
    let sum = Double(count) * Double(count - 1) / 2
    #expect(amounts.values.reduce(0) { $0 + $1 / 1e9 } == sum)
    let perDay = rates.values.reduce(0) { $0 + $1 * 86_400 }
    #expect(abs(perDay / (sum / 4) - 1) < 1e-12)
    #expect(keys.distinctCount == 7)
    #expect(try table.rows(where: "key", is: "item-3").count == 21_429)
    #expect(try table.cell(count - 1, "day") == .date(CalendarDate("2026-01-15")))
  }

  /// Whatever the bytes, a table or an error, and the same one for every size of chunk.
  @Test func survivesAnyBytes() {
    var generator = SplitMix64(state: 11)
    let signs = Array("a1,;\t\"\"\n\r#[]%$ .-_eµ\u{0}G".utf8) + [0xFF]
    for _ in 0..<3000 {
      let bytes = (0..<Int.random(in: 0...40, using: &generator)).compactMap { _ in
        signs.randomElement(using: &generator)
      }
      let whole = outcome(bytes, chunk: 1000)
      #expect(outcome(bytes, chunk: 1) == whole, "\(bytes)")
      #expect(outcome(bytes, chunk: 3) == whole, "\(bytes)")
    }
  }

  /// The same as the reader of literals, to the last bit.
  @Test func readsNumbersAsLiteralsAreRead() throws {
    var generator = SplitMix64(state: 12)
    let reader = QuantityReader()
    var cells = QuantityCells(reader: reader)
    for _ in 0..<3000 {
      var number = String(
        UInt64.random(
          in: 0...(.max >> UInt64.random(in: 0..<64, using: &generator)), using: &generator))
      if Bool.random(using: &generator) {
        number += ".\(UInt32.random(in: 0...9999, using: &generator))"
      }
      if Int.random(in: 0..<4, using: &generator) == 0 {
        number += "e\(Int.random(in: -30...30, using: &generator))"
      }
      let frame = [("", ""), ("$", "/hour"), ("", " GB"), ("", "%"), ("", "k")].randomElement(
        using: &generator)
      let text = (frame?.0 ?? "") + number + (frame?.1 ?? "")
      let expected = try? reader.read(text)
      let found = try? cells.read(Array(text.utf8).span)
      #expect(found?.value.bitPattern == expected?.value.bitPattern, "\(text)")
      #expect(found?.dimension == expected?.dimension, "\(text)")
    }
  }

  // MARK: - Support

  private func table(
    _ text: String, chunk: Int = 1 << 20, units: UnitTable = .standard
  ) throws(TableError) -> Table {
    try table(bytes: Array(text.utf8), chunk: chunk, units: units)
  }

  private func table(
    bytes: [UInt8], chunk: Int = 1 << 20, units: UnitTable = .standard
  ) throws(TableError) -> Table {
    var reader = TableReader(units: units)
    for start in stride(from: 0, to: bytes.count, by: chunk) {
      try reader.read(bytes[start..<min(start + chunk, bytes.count)])
    }
    return try reader.finish()
  }

  private func error(_ text: String, chunk: Int = 1 << 20) -> TableError? {
    error(bytes: Array(text.utf8), chunk: chunk)
  }

  private func error(bytes: [UInt8], chunk: Int = 1 << 20) -> TableError? {
    do throws(TableError) {
      _ = try table(bytes: bytes, chunk: chunk)
      return nil
    } catch {
      return error
    }
  }

  private func outcome(_ bytes: [UInt8], chunk: Int) -> String {
    do {
      return try Self.text(table(bytes: bytes, chunk: chunk))
    } catch {
      return "\(error)"
    }
  }
}
