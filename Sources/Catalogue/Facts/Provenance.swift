/// Where a fact comes from, and how far to trust it.
public struct Provenance: Hashable, Sendable {
  /// The kinds of witness.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// The maker of the thing.
    case vendor
    /// Someone who measured it.
    case measured
    /// A seller's price list.
    case listed
    /// Someone's calculation or judgement.
    case estimate
    /// Whoever wrote the table that adds it, from a source.
    case sourced
    /// Whoever wrote the table that adds it.
    case stated
  }

  /// The documents, in words.
  public let source: String
  /// The date of the source, as `2024-11-18`.
  public let asOf: String
  /// Who says so.
  public let kind: Kind
  /// Whether the figures were written from memory of the source: prefer others.
  public let isRecalled: Bool
  /// What a reader of the figures should know, or nothing.
  public let note: String

  /// Says where a fact comes from; the date is empty where it has none.
  public init(source: String, asOf: String, kind: Kind, isRecalled: Bool, note: String) {
    self.source = source
    self.asOf = asOf
    self.kind = kind
    self.isRecalled = isRecalled
    self.note = note
  }
}
