import Quantities

/// Dates of a column, four bytes each.
public struct DateColumn: Sendable {
  /// Year, month and day, 9 bits for the last two; 0 for a missing date.
  private var codes: [UInt32] = []

  init() {}

  public var count: Int { codes.count }

  /// The date in a row, or nil where the cell is empty or there is no such row.
  public subscript(row: Int) -> CalendarDate? {
    guard codes.indices.contains(row) else { return nil }
    let code = Int(codes[row])
    let (month, day) = (code >> 5 & 15, code & 31)
    return try? CalendarDate(
      year: code >> 9, month: month == 0 ? nil : month, day: day == 0 ? nil : day)
  }

  mutating func append(_ date: CalendarDate?) {
    codes.append(date.map { UInt32($0.year << 9 | ($0.month ?? 0) << 5 | ($0.day ?? 0)) } ?? 0)
  }

  /// Reads `2026-03-15` without making a text of it, and the rest by way of one.
  static func date(_ cell: Span<UInt8>) throws(CalendarDateError) -> CalendarDate {
    if cell.count == 10, cell[4] == UInt8(ascii: "-"), cell[7] == UInt8(ascii: "-"),
      let year = number(cell, 0..<4), let month = number(cell, 5..<7),
      let day = number(cell, 8..<10)
    {
      return try CalendarDate(year: year, month: month, day: day)
    }
    return try CalendarDate(String(cell))
  }

  private static func number(_ cell: Span<UInt8>, _ range: Range<Int>) -> Int? {
    var number = 0
    for index in range {
      guard (0x30...0x39).contains(cell[index]) else { return nil }
      number = number * 10 + Int(cell[index] - 0x30)
    }
    return number
  }
}
