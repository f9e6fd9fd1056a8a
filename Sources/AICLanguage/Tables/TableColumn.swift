/// A column of a table: its name and its cells, all of one kind.
public struct TableColumn: Sendable {
  /// The cells by row.
  public enum Cells: Sendable {
    case quantities(QuantityColumn)
    case dates(DateColumn)
    /// Nothing where a cell is empty.
    case truths([Bool?])
    case text(TextColumn)
  }

  /// The name made of the heading, such as `gpu_name`.
  public let name: String
  /// The heading as written, such as `GPU name` or `price [$/hour]`.
  public let heading: String
  public let cells: Cells
  /// In a column of text whose first cells were quantities or dates, the first that was not.
  public let obstacle: TableError?

  /// What the cells are, in the reader's words.
  public var kind: String {
    switch cells {
    case .quantities(let column): "\(column.dimension)"
    case .dates: "Date"
    case .truths: "Truth"
    case .text: "Text"
    }
  }
}
