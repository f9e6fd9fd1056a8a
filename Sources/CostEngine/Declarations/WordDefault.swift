/// A word that stands in for one that the user left out, such as a data type.
public struct WordDefault: Hashable, Sendable {
  /// The field that it stands in for.
  public let field: String
  public let word: String
  /// Where it comes from, and why where it depends on what was given.
  public let citation: Citation

  init(_ field: String, _ word: String, _ citation: Citation) {
    self.field = field
    self.word = word
    self.citation = citation
  }
}
