/// Something wrong with a row of catalogue data.
public struct CatalogueProblem: Error, Hashable, Sendable, CustomStringConvertible {
  public let file: String
  public let line: Int
  public let column: Int
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
