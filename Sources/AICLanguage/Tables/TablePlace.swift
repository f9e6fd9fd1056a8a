/// A place in a table's file: the line, and the column in Unicode scalars, both counted from 1.
public struct TablePlace: Hashable, Sendable {
  public let line: Int
  public let column: Int

  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

/// Turns the byte columns of a row's cells, asked for in their order, into columns in scalars.
struct PlaceCounter {
  /// The line of the file on which the row begins.
  let firstLine: Int
  /// Where a row is all ASCII, its bytes are its scalars.
  let isASCII: Bool
  private var offset = 0
  private var line = 1
  private var scalars = 0

  init(firstLine: Int, isASCII: Bool) {
    self.firstLine = firstLine
    self.isASCII = isASCII
  }

  /// The place of a byte of the row, which is not before one that was asked for on the same line.
  mutating func place(
    offset target: Int, line targetLine: Int, column: Int, in row: Span<UInt8>
  ) -> TablePlace {
    let fileLine = firstLine + targetLine - 1
    guard !isASCII else { return TablePlace(line: fileLine, column: column) }
    if targetLine != line {
      (line, scalars) = (targetLine, 0)
      offset = target - (column - 1)
    }
    while offset < min(target, row.count) {
      if row[offset] & 0xC0 != 0x80 { scalars += 1 }
      offset += 1
    }
    return TablePlace(line: fileLine, column: scalars + 1)
  }
}
