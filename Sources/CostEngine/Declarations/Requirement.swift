import Quantities

/// A condition that a run must meet, checked when the figures are known.
public struct Requirement: Sendable {
  public enum Severity: Hashable, Sendable {
    /// The figures would mean nothing.
    case error
    /// The figures stand, but the reader must know.
    case warning
  }

  /// A stable name, such as `deployment.memory`.
  public let id: String
  public let severity: Severity
  /// The field that the user would change, such as `mfu`; nil for the run as a whole.
  public let field: String?
  /// True (not zero) when all is well.
  public let condition: NodeID
  /// What is wrong, in the reader's words, when it does not hold.
  public let message: TermText
  /// How to mend it.
  public let help: TermText?

  public init(
    _ id: String, _ severity: Severity, field: String? = nil, _ condition: Term,
    _ message: TermText, help: TermText? = nil
  ) {
    self.id = id
    self.severity = severity
    self.field = field
    self.condition = condition.id
    self.message = message
    self.help = help
  }

  /// The same requirement, said of another field.
  init(_ other: Requirement, field: String?) {
    id = other.id
    severity = other.severity
    self.field = field
    condition = other.condition
    message = other.message
    help = other.help
  }
}

extension Requirement {
  /// A warning that a field changes nothing, as another one is not given.
  static func useless(
    _ field: String, without other: String, _ help: TermText, _ builder: GraphBuilder
  ) -> Requirement {
    Requirement(
      "field.useless", .warning, field: field, builder.constant(0),
      "`\(field)` changes nothing without `\(other)`", help: help)
  }
}

extension Field {
  /// What the value of a quantity must satisfy; nil where any value will do.
  ///
  /// A value inside a block is called by `name`, such as `parallel.tp`.
  public func requirement(on term: Term, as name: String? = nil) -> Requirement? {
    bounds.requirement(on: term, as: name ?? self.name)
  }
}

extension Field.Bounds {
  /// That a value called `name` lies within the bounds; nil where any value will do.
  func requirement(on term: Term, as name: String) -> Requirement? {
    let builder = term.builder
    let zero = builder.constant(0, term.dimension)
    let (condition, words): (Term, String)
    switch self {
    case .any: return nil
    case .positive: (condition, words) = (term > zero, "must be more than zero")
    case .nonNegative: (condition, words) = (term >= zero, "cannot be negative")
    case .share:
      let one = builder.constant(1, term.dimension)
      (condition, words) = ((term >= zero).and(term <= one), "must be between 0% and 100%")
    case .partialShare:
      let one = builder.constant(1, term.dimension)
      (condition, words) = (
        (term >= zero).and(term < one), "must be at least 0% and less than 100%"
      )
    case .positiveShare:
      let one = builder.constant(1, term.dimension)
      (condition, words) = (
        (term > zero).and(term <= one), "must be more than 0% and at most 100%"
      )
    case .openShare:
      let one = builder.constant(1, term.dimension)
      (condition, words) = (
        (term > zero).and(term < one), "must be more than 0% and less than 100%"
      )
    case .atLeast(let least):
      let bound = builder.constant(least, term.dimension)
      let number = Int(exactly: least)?.description ?? least.description
      (condition, words) = (term >= bound, "must be at least \(number)")
    case .count:
      let one = builder.constant(1, term.dimension)
      (condition, words) = (
        (term >= one).and(term.isEqual(to: term.rounded)), "must be a whole number of at least 1"
      )
    }
    if self == .count, term.rank.isSampled {
      return Requirement(
        "field.bounds", .error, field: name, condition,
        "`\(name)` \(words), whatever the sample",
        help: "choose among whole numbers, such as `discrete(values: [4, 8])`, or `round` it")
    }
    let message: TermText =
      isShare
      ? "`\(name)` \(words), not \(share: term)" : "`\(name)` \(words), not \(term)"
    return Requirement("field.bounds", .error, field: name, condition, message)
  }
}

/// Why a run cannot be costed at all: what the user must still say.
public struct EngineError: Error, Hashable, Sendable {
  public let id: String
  /// The field that the error is about; nil for the run as a whole.
  public let field: String?
  public let message: String
  public let help: String?

  public init(_ id: String, field: String? = nil, _ message: String, help: String? = nil) {
    self.id = id
    self.field = field
    self.message = message
    self.help = help
  }
}
