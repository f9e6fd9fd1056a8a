import Quantities

/// Reads cells such as `$2.50/hour`, `80 GB` and `-4%`, most of which look like the one before.
struct QuantityCells: Sendable {
  /// What stood around the number of the last cell that was read in full.
  private struct Frame: Sendable {
    let before: [UInt8]
    let after: [UInt8]
    let reading: Reading
  }

  struct Reading: Sendable {
    var value: Double
    let dimension: Dimension
    let unit: Unit?
    let isPercent: Bool
  }

  let reader: QuantityReader
  private var frame: Frame?

  init(reader: QuantityReader) {
    self.reader = reader
  }

  mutating func read(_ cell: Span<UInt8>) throws(QuantityError) -> Reading {
    let isNegative = cell.count > 1 && cell[0] == UInt8(ascii: "-")
    var reading = try magnitude(isNegative ? cell.extracting(1...) : cell)
    if isNegative { reading.value.negate() }
    return reading
  }

  private mutating func magnitude(_ cell: Span<UInt8>) throws(QuantityError) -> Reading {
    if let number = PlainNumber(cell, from: 0), number.end == cell.count,
      let value = number.value(in: cell)
    {
      return Reading(value: value, dimension: .none, unit: nil, isPercent: false)
    }
    if let frame, let reading = read(cell, in: frame) { return reading }

    let literal = try reader.read(String(cell))
    let reading = Reading(
      value: literal.value, dimension: literal.dimension, unit: literal.unit,
      isPercent: literal.isPercent)
    let start = cell.indices.first { (0x30...0x39).contains(cell[$0]) } ?? 0
    if literal.magnitude == nil, let number = PlainNumber(cell, from: start), !number.hasExponent {
      frame = Frame(
        before: [UInt8](cell.extracting(..<start)), after: [UInt8](cell.extracting(number.end...)),
        reading: reading)
    }
    return reading
  }

  /// The same arithmetic as the reader's, for a number without magnitude and exponent.
  private func read(_ cell: Span<UInt8>, in frame: Frame) -> Reading? {
    let start = frame.before.count
    guard cell.starts(with: frame.before.span, at: 0), let number = PlainNumber(cell, from: start),
      !number.hasExponent, cell.count - number.end == frame.after.count,
      cell.starts(with: frame.after.span, at: number.end),
      let amount = number.value(timesTenTo: frame.reading.isPercent ? -2 : 0, in: cell)
    else { return nil }
    var reading = frame.reading
    reading.value = frame.reading.unit?.baseValue(of: amount) ?? amount
    return reading.value.isFinite && (amount == 0 || reading.value != 0) ? reading : nil
  }
}

extension Span<UInt8> {
  fileprivate func starts(with other: Span<UInt8>, at start: Int) -> Bool {
    guard start >= 0, start <= count, other.count <= count - start else { return false }
    for index in other.indices where self[start + index] != other[index] { return false }
    return true
  }
}

extension [UInt8] {
  init(_ bytes: Span<UInt8>) {
    self = bytes.withUnsafeBufferPointer { Array($0) }
  }
}

extension String {
  /// The text of some bytes; those that are not UTF-8 become U+FFFD.
  init(_ bytes: Span<UInt8>) {
    self = bytes.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }
}
