/// A place in what the user wrote. The engine carries it on nodes and never looks inside.
public struct SourceRange: Hashable, Sendable {
  /// Which of the program's files, counted from 0.
  public let file: Int
  /// UTF-8 offsets: `lower` is the first byte, `upper` the one after the last.
  public let lower: Int
  public let upper: Int

  public init(file: Int, lower: Int, upper: Int) {
    self.file = file
    self.lower = lower
    self.upper = upper
  }

  /// Whether another place lies within this one.
  public func contains(_ other: SourceRange) -> Bool {
    file == other.file && lower <= other.lower && other.upper <= upper
  }
}
