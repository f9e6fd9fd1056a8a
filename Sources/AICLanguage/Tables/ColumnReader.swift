import Quantities

/// One column while it is read. Where its heading does not say what its cells are, they are kept as
/// texts until all are read, or `undecidedCells` of them; what these are, the later ones must be.
struct ColumnReader: Sendable {
  private enum Kind {
    case undecided, measured, quantities, dates, truths, text
  }

  /// Texts of more cells than this are kept only where some of them are no quantity, date or truth,
  /// which bounds the memory that a column of numbers takes.
  static let undecidedCells = 65_536

  let heading: TableHeading
  private var kind: Kind
  private var unit: HeadingUnit?
  private var quantityCells: QuantityCells
  private var quantities = QuantityColumn()
  private var dates = DateColumn()
  private var truths: [Bool?] = []
  private var texts = TextColumn()
  /// Where each different text of an undecided column first stands.
  private var places: [TablePlace] = []
  /// Cells that are not empty.
  private var filled = 0
  /// Where the first cell that is not empty stands.
  private var first: TablePlace?
  private var obstacle: TableError?

  init(_ heading: TableHeading, reader: QuantityReader) {
    self.heading = heading
    quantityCells = QuantityCells(reader: reader)
    switch heading.form {
    case .open: kind = .undecided
    case .date: kind = .dates
    case .text: kind = .text
    case .measured(let unit):
      kind = .measured
      self.unit = unit
      quantities.dimension = unit.dimension
      quantities.unit = unit.unit
      quantities.isPercent = unit.isPercent
    }
  }

  /// Adds the cell of the next row.
  mutating func append(_ cell: Span<UInt8>, at place: TablePlace) throws(TableError) {
    guard !cell.isEmpty else { return appendMissing() }
    if first == nil { first = place }
    switch kind {
    case .undecided:
      if texts.append(cell) { places.append(place) }
      if filled + 1 == Self.undecidedCells { try decide() }
    case .measured: quantities.values.append(try measured(cell, at: place))
    case .quantities: quantities.values.append(try quantity(cell, at: place))
    case .dates: dates.append(try date(cell, at: place))
    case .truths:
      guard let truth = Self.truth(cell) else {
        throw TableError(.truth(String(cell), column: heading.name), at: place)
      }
      truths.append(truth)
    case .text: _ = texts.append(cell)
    }
    filled += 1
  }

  private mutating func appendMissing() {
    switch kind {
    case .undecided, .text: texts.appendMissing()
    case .measured, .quantities: quantities.values.append(.nan)
    case .dates: dates.append(nil)
    case .truths: truths.append(nil)
    }
  }

  /// The column, once its last cell is read.
  mutating func finish() throws(TableError) -> TableColumn {
    if kind == .undecided { try decide() }
    let cells: TableColumn.Cells =
      switch kind {
      case .measured, .quantities: .quantities(quantities)
      case .dates: .dates(dates)
      case .truths: .truths(truths)
      case .undecided, .text: .text(texts)
      }
    return TableColumn(
      name: heading.name, heading: heading.text, cells: cells, obstacle: obstacle)
  }

  // MARK: - Cells of a known kind

  private func measured(
    _ cell: Span<UInt8>, at place: TablePlace
  ) throws(TableError) -> Double {
    if let value = unit?.value(of: cell) { return value }
    var problem: QuantityError?
    do throws(QuantityError) {
      _ = try quantityCells.reader.read(String(cell))
    } catch {
      problem = error
    }
    throw TableError(
      .number(String(cell), column: heading.name, unit: unit?.text ?? "", problem), at: place)
  }

  private mutating func quantity(
    _ cell: Span<UInt8>, at place: TablePlace
  ) throws(TableError) -> Double {
    let reading: QuantityCells.Reading
    do throws(QuantityError) {
      reading = try quantityCells.read(cell)
    } catch {
      throw TableError(
        .quantity(String(cell), column: heading.name, error), at: place)
    }
    guard reading.dimension == quantities.dimension else {
      throw mixed(reading.dimension, at: place)
    }
    return reading.value
  }

  private func mixed(_ dimension: Dimension, at place: TablePlace) -> TableError {
    TableError(
      .mixed(
        column: heading.name, dimension, quantities.dimension,
        other: first ?? heading.place), at: place)
  }

  private func date(_ cell: Span<UInt8>, at place: TablePlace) throws(TableError) -> CalendarDate {
    do throws(CalendarDateError) {
      return try DateColumn.date(cell)
    } catch {
      throw TableError(.date(String(cell), column: heading.name, error), at: place)
    }
  }

  private static func truth(_ cell: Span<UInt8>) -> Bool? {
    switch cell.count {
    case 4 where String(cell).lowercased() == "true": true
    case 5 where String(cell).lowercased() == "false": false
    default: nil
    }
  }

  // MARK: - Deciding

  /// Makes what all texts of the column so far can be read as: truths, quantities or dates.
  private mutating func decide() throws(TableError) {
    defer {
      places = []
      if kind != .text { texts = TextColumn() }
    }
    guard texts.distinctCount > 0 else {
      kind = .text
      return
    }
    if decideTruths() { return }
    if try decideQuantities() { return }
    if !decideDates() { kind = .text }
  }

  private mutating func decideTruths() -> Bool {
    var read: [Bool] = []
    for id in 0..<texts.distinctCount {
      guard let truth = Self.truth(texts.utf8(id).span) else { return false }
      read.append(truth)
    }
    truths = (0..<texts.count).map { row in texts.id(row).map { read[$0] } }
    kind = .truths
    return true
  }

  private mutating func decideQuantities() throws(TableError) -> Bool {
    var read: [Double] = []
    var mixture: TableError?
    for id in 0..<texts.distinctCount {
      do throws(QuantityError) {
        let reading = try quantityCells.read(texts.utf8(id).span)
        if id == 0 {
          quantities.dimension = reading.dimension
          quantities.unit = reading.unit
          quantities.isPercent = reading.isPercent
        } else if reading.dimension != quantities.dimension, mixture == nil {
          mixture = mixed(reading.dimension, at: places[id])
        }
        read.append(reading.value)
      } catch {
        if id > 0 {
          obstacle = TableError(
            .quantity(texts[id: id], column: heading.name, error), at: places[id])
        }
        return false
      }
    }
    if let mixture { throw mixture }
    quantities.values = (0..<texts.count).map { row in texts.id(row).map { read[$0] } ?? .nan }
    kind = .quantities
    return true
  }

  private mutating func decideDates() -> Bool {
    var read: [CalendarDate] = []
    for id in 0..<texts.distinctCount {
      do throws(CalendarDateError) {
        read.append(try DateColumn.date(texts.utf8(id).span))
      } catch {
        if id > 0 {
          obstacle = TableError(
            .date(texts[id: id], column: heading.name, error), at: places[id])
        }
        return false
      }
    }
    for row in 0..<texts.count { dates.append(texts.id(row).map { read[$0] }) }
    obstacle = nil
    kind = .dates
    return true
  }
}
