/// Where a fact comes from.
public struct Provenance: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable {
    case vendor, measured, listed, estimate
  }

  /// The document, with its table or page where there is one.
  public let source: String
  /// The date that the fact speaks of, as written.
  public let asOf: String
  public let kind: Kind
  /// Written from memory of the cited document and not checked against it.
  public let isRecalled: Bool

  init?(_ row: CSV.Row) {
    guard let source = row["source"], let asOf = row["as_of"],
      let kind = row["kind"].flatMap({ Kind(rawValue: $0) })
    else { return nil }
    self.source = source
    self.asOf = asOf
    self.kind = kind
    isRecalled = row["checked"]?.hasPrefix("recalled") ?? false
  }
}
