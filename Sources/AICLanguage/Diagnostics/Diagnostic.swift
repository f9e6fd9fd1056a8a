import CostEngine

/// Something to tell the user about a place in the source: a value, rendered elsewhere.
public struct Diagnostic: Hashable, Sendable {
  public enum Severity: String, Hashable, Sendable, Comparable {
    case error, warning

    public static func < (a: Severity, b: Severity) -> Bool { a == .error && b == .warning }
  }

  /// A place and what is to be said of it; an empty text only points.
  public struct Label: Hashable, Sendable {
    public let range: SourceRange
    public let text: String

    public init(_ range: SourceRange, _ text: String = "") {
      self.range = range
      self.text = text
    }
  }

  /// An edit that mends the problem: the range replaced by the text.
  public struct Fix: Hashable, Sendable {
    public let range: SourceRange
    public let replacement: String

    public init(_ range: SourceRange, replacement: String) {
      self.range = range
      self.replacement = replacement
    }
  }

  /// A stable name for the kind of problem, such as `units.mismatch`.
  public let id: String
  public let severity: Severity
  /// Names the problem in the reader's words, without a full stop.
  public let message: String
  /// The place of the problem itself.
  public let primary: Label
  /// Other places involved, such as where a name was defined.
  public let notes: [Label]
  /// At most one line, with text that can be pasted in backquotes.
  public let help: String?
  public let fix: Fix?

  public init(
    _ id: String, _ message: String, severity: Severity = .error, at primary: Label,
    notes: [Label] = [], help: String? = nil, fix: Fix? = nil
  ) {
    self.id = id
    self.severity = severity
    self.message = message.shortened
    self.primary = primary
    self.notes = notes
    self.help = help?.shortened
    self.fix = fix
  }
}

extension Diagnostic {
  /// The same under a scenario.
  func under(_ scenario: String) -> Diagnostic {
    let place = "in the scenario `\(scenario)`"
    let text = primary.text.isEmpty ? place : "\(primary.text), \(place)"
    return Diagnostic(
      id, message, severity: severity, at: .init(primary.range, text), notes: notes, help: help,
      fix: fix)
  }
}

extension String {
  /// A message may quote what the user wrote, which may be of any length: no more than a few lines are kept.
  fileprivate var shortened: String {
    utf8.count <= 500 ? self : prefix(300) + " … " + suffix(100)
  }
}
