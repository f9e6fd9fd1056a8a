/// The comments and blank lines between two tokens.
struct Gap {
  struct Comment {
    /// Its bytes, from the `#` to the last that shows.
    let range: Range<Int>
    let isAfterBlankLine: Bool
  }

  /// The comment on the line of the token before.
  private(set) var trailing: Range<Int>?
  /// The comments with lines of their own.
  private(set) var comments: [Comment] = []
  /// Whether a blank line stands directly before the next token.
  private(set) var endsInBlankLine = false

  init(_ tree: SyntaxTree, before index: Int) {
    let bytes = tree.source.bytes
    let range = tree.trivia(before: index)
    // At the start of the file a line begins.
    var lineEnds = index == 0 ? 1 : 0
    var position = range.lowerBound
    while position < range.upperBound {
      if bytes[position] == UInt8(ascii: "\n") { lineEnds += 1 }
      guard bytes[position] == UInt8(ascii: "#") else {
        position += 1
        continue
      }
      let end = bytes[position..<range.upperBound].firstIndex(of: UInt8(ascii: "\n"))
      let comment = Self.trimmed(bytes, position..<(end ?? range.upperBound))
      if lineEnds == 0 {
        trailing = comment
      } else {
        comments.append(Comment(range: comment, isAfterBlankLine: lineEnds > 1))
      }
      lineEnds = 0
      position = end ?? range.upperBound
    }
    endsInBlankLine = lineEnds > 1
  }

  private static func trimmed(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    let blanks = [UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r")]
    let last = bytes[range].lastIndex { !blanks.contains($0) } ?? range.lowerBound
    return range.lowerBound..<last + 1
  }
}
