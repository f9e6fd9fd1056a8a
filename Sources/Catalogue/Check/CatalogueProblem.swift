/// Something wrong with a row of catalogue data.
public struct CatalogueProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// As the check was told it.
  public let file: String
  /// Counted from 1.
  public let line: Int
  /// Counted from 1, in bytes.
  public let column: Int
  /// What is wrong, in the reader's words.
  public let message: String

  init(file: String, at position: CSVPosition, _ message: String) {
    self.file = file
    line = position.line
    column = position.column
    self.message = message
  }

  /// As `models.csv:12:7: heads is not a number`.
  public var description: String { "\(file):\(line):\(column): \(message)" }
}
