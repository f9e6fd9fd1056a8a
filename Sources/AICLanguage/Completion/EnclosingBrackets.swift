/// For each token of a statement the bracket that it stands in, found in one pass.
struct EnclosingBrackets {
  /// The innermost open bracket before each token, and before the cursor at the end.
  private(set) var opener: [Int?] = []
  /// For each closing bracket the one that it closes.
  private var partners: [Int: Int] = [:]

  init(_ tokens: [Token]) {
    var open: [Int] = []
    for (index, token) in tokens.enumerated() {
      if token.kind.isCloser, let last = open.last, tokens[last].kind.closer == token.kind {
        open.removeLast()
        partners[index] = last
      }
      opener.append(open.last)
      if token.kind.closer != nil { open.append(index) }
    }
    opener.append(open.last)
  }

  /// The bracket that one at an index closes; nil for a stray one and for every other token.
  func partner(of closer: Int) -> Int? { partners[closer] }
}
