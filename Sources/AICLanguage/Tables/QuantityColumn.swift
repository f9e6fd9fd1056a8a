import Quantities

/// Quantities of a column, of one dimension.
public struct QuantityColumn: Sendable {
  /// In base units of the dimension, by row; NaN where the cell is empty.
  public internal(set) var values: [Double] = []
  public internal(set) var dimension = Dimension.none
  /// The unit of the heading, or of the first cell; nothing for plain numbers.
  public internal(set) var unit: Unit?
  /// Whether the heading, or the first cell, has a percent sign.
  public internal(set) var isPercent = false

  init() {}

  /// The quantity in a row in base units, or nil where the cell is empty or there is no such row.
  public subscript(row: Int) -> Double? {
    guard values.indices.contains(row), !values[row].isNaN else { return nil }
    return values[row]
  }
}
