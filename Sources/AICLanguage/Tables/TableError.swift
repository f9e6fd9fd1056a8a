import Quantities

/// Why a file cannot be read as a table, and where in it.
public struct TableError: Error, Hashable, Sendable {
  /// What is wrong; texts are as written, columns by their names.
  public enum Kind: Hashable, Sendable {
    /// No byte, or none but a byte order mark.
    case empty
    /// Nothing but comments and blank lines, or a first row with a number in it.
    case noHeading(number: String?)
    /// A heading that leaves no name, and which one it is, counted from 1.
    case nameless(String, Int)
    /// `price [$/hour`.
    case openBracket(String)
    /// Two headings that make the same name, and where the first stands.
    case duplicate(String, first: TablePlace)
    /// What stands in the brackets of a heading is no unit.
    case unit(String, QuantityError)
    /// Bytes that are not UTF-8, or the byte 0.
    case encoding
    /// A row with more or fewer cells than the heading, which stands on a line.
    case ragged(found: Int, expected: Int, heading: TablePlace)
    case unclosedQuote
    case strayQuote
    case textAfterQuote
    /// A cell that is no plain number in a column whose heading has this unit.
    case number(String, column: String, unit: String, QuantityError?)
    /// A cell that is no date in a column of dates.
    case date(String, column: String, CalendarDateError)
    /// A cell that is no quantity in a column of them.
    case quantity(String, column: String, QuantityError)
    /// A cell that is not `true` or `false` in a column of them.
    case truth(String, column: String)
    /// Two quantities of one column that differ in dimension, and where the other stands.
    case mixed(column: String, Dimension, Dimension, other: TablePlace)
    case tooManyColumns(limit: Int)
    case tooManyCells(limit: Int)
    case rowTooLong(limit: Int)
  }

  public let kind: Kind
  public let place: TablePlace

  init(_ kind: Kind, at place: TablePlace) {
    self.kind = kind
    self.place = place
  }

  /// The other place involved and what is to be said of it.
  public var related: (place: TablePlace, text: String)? {
    switch kind {
    case .duplicate(_, let first): (first, "the first one")
    case .ragged(_, let expected, let heading): (heading, "the heading has \(cells(expected))")
    case .mixed(_, _, let dimension, let other): (other, "this is \(dimension)")
    default: nil
    }
  }
}

/// `1 cell`, `3 cells`.
func cells(_ count: Int) -> String { count == 1 ? "1 cell" : "\(count) cells" }
