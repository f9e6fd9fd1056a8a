import Quantities

/// What stands in the brackets of a heading: a unit, `%`, or a unit per so many, such as
/// `$/1M tokens`.
struct HeadingUnit: Sendable {
  let text: String
  let dimension: Dimension
  let isPercent: Bool
  /// The unit where it is one, to print values in.
  let unit: Unit?
  private let divisor: Double

  init(_ text: String, reader: QuantityReader) throws(QuantityError) {
    self.text = text
    isPercent = text.first == "%"
    var written = text.replacing(" per ", with: "/")
    if isPercent {
      written.removeFirst()
      // `%/year` is a number per year.
      if written.first == "/" { written = "1" + written }
    }
    let parts = written.split(separator: "/", maxSplits: 1)
    if parts.count == 2, let digit = parts[1].utf8.first, (0x30...0x39).contains(digit) {
      let numerator = parts[0] == "1" ? nil : try reader.units.unit(String(parts[0]))
      let below = try reader.read(String(parts[1]))
      unit = numerator
      divisor = below.value
      dimension = (numerator?.dimension ?? .none) / below.dimension
    } else {
      unit = isPercent && written.isEmpty ? nil : try reader.units.unit(written)
      divisor = 1
      dimension = unit?.dimension ?? .none
    }
    guard divisor != 0 else { throw QuantityError(.malformedUnit(text), at: 0..<text.utf8.count) }
  }

  /// A cell's number in base units; nil where the cell is no plain number, or beyond the range.
  func value(of cell: Span<UInt8>) -> Double? {
    let isNegative = cell.count > 0 && cell[0] == UInt8(ascii: "-")
    guard let number = PlainNumber(cell, from: isNegative ? 1 : 0), number.end == cell.count,
      let amount = number.value(timesTenTo: isPercent ? -2 : 0, in: cell)
    else { return nil }
    let value = (unit?.baseValue(of: amount) ?? amount) / divisor
    guard value.isFinite, amount == 0 || value != 0 else { return nil }
    return isNegative ? -value : value
  }
}
