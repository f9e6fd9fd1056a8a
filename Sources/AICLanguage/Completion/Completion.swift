/// What may be written at a place of a text, in the order in which to offer it.
public struct Completion: Hashable, Sendable {
  /// What a candidate is.
  public enum Kind: String, Hashable, Sendable {
    case keyword, cell, assumption, function, parameter, hardware, model, dataset, team, field,
      figure
    case technique, unit, word, scenario
  }

  /// One thing that may be written.
  public struct Candidate: Hashable, Sendable {
    /// What takes the place of the replaced bytes; a field or named parameter brings its colon along.
    public let text: String
    public let kind: Kind
    /// A word or short phrase, such as a dimension and a default; empty where there is nothing to say.
    public let detail: String
    /// What it means, in one line.
    public let doc: String?

    init(_ text: String, _ kind: Kind, _ detail: String = "", doc: String? = nil) {
      self.text = text
      self.kind = kind
      self.detail = detail
      self.doc = doc
    }
  }

  /// The UTF-8 offsets of what a candidate takes the place of: the word before the cursor.
  public let replaced: Range<Int>
  public let candidates: [Candidate]
}

/// What may be written at a place of a text; the text may be unfinished and wrong in any way.
///
/// Nothing is offered in comments, in texts and where a new name is made up.
///
/// - Parameters:
///   - text: the whole script.
///   - offset: the cursor, in UTF-8 bytes from the start; one outside of the text is moved into it.
///   - access: how imports are read; without it none can be.
public func complete(
  _ text: String, at offset: Int, access: (any FileAccess)? = nil
) -> Completion {
  let bytes = Array(text.utf8)
  guard let cursor = Cursor(bytes, offset) else {
    let place = min(max(offset, 0), bytes.count)
    return Completion(replaced: place..<place, candidates: [])
  }
  var completer = Completer(cursor, access ?? NoFileAccess())
  return Completion(replaced: cursor.replaced, candidates: completer.candidates(cursor.place))
}
