/// Why bytes cannot be read as comma-separated values.
public struct CSVError: Error, Hashable, Sendable {
  /// The kinds of mistake.
  public enum Problem: Hashable, Sendable {
    /// A quoted field that never ends.
    case unterminatedQuote
    /// A quote inside a field that does not begin with one.
    case strayQuote
    /// Something between a closing quote and the next comma.
    case textAfterQuote
    /// A row of another width than the first one.
    case ragged(found: Int, expected: Int)
  }

  /// What is wrong.
  public let problem: Problem
  /// Where it begins.
  public let position: CSVPosition

  init(_ problem: Problem, at position: CSVPosition) {
    self.problem = problem
    self.position = position
  }
}

extension CSVError: CustomStringConvertible {
  /// The problem in the reader's words, without its place.
  public var description: String {
    switch problem {
    case .unterminatedQuote: "this quoted field never ends"
    case .strayQuote: "a quote inside a field that does not begin with one"
    case .textAfterQuote: "text after a closing quote"
    case .ragged(let found, let expected):
      "this row has \(found) fields where the first row has \(expected)"
    }
  }
}
