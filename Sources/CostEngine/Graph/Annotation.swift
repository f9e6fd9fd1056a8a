/// Where a figure or a formula comes from, in words: a paper with its table or page, a page with its date.
public struct Citation: Hashable, Sendable {
  public let text: String
  /// The date that the source speaks of, as written, such as `2026-10`.
  public let asOf: String?
  /// Who says so.
  public let confidence: Confidence

  public init(_ text: String, asOf: String? = nil, confidence: Confidence = .published) {
    self.text = text
    self.asOf = asOf
    self.confidence = confidence
  }
}

/// What a named node is called and where it comes from: what an explanation shows.
public struct Annotation: Hashable, Sendable {
  public enum Role: Hashable, Sendable {
    /// An input that the user stated.
    case assumption
    /// An input that the engine supplied because the user did not.
    case `default`
    /// A published figure, such as the memory of a device.
    case fact
    /// A cell that follows from others.
    case cell
    /// A step of the engine's own, such as "device-hours".
    case figure
  }

  public let label: String
  public let role: Role
  /// How the value follows from others; nil for inputs.
  public let formula: TermText?
  public let citation: Citation?
  /// Where the user wrote it; nil for the engine's own.
  public let range: SourceRange?

  public init(
    _ label: String, role: Role, formula: TermText? = nil, citation: Citation? = nil,
    range: SourceRange? = nil
  ) {
    self.label = label
    self.role = role
    self.formula = formula
    self.citation = citation
    self.range = range
  }

  /// The label nearly always tells annotations apart; the rest is only compared.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(label)
  }
}
