import Testing

@testable import AICReport

@Suite struct DisplayWidthTests {
  /// Widths of Unicode's EastAsianWidth.txt, wide and full-width as two, and marks as none.
  @Test(arguments: [
    ("", 0), ("abc", 3), ("日本", 4), ("한글", 4), ("ＡＢ", 4), ("é", 1), ("e\u{301}", 1),
    ("a\u{301}\u{302}b", 2), ("€µ×─█", 5), ("tCO₂e", 5), ("😀", 2), ("\u{200B}", 0),
    ("👩‍👩‍👧", 2), ("ﾊ", 1), ("…", 1),
  ])
  func widths(text: String, width: Int) {
    #expect(text.displayWidth == width)
  }

  @Test func padding() {
    #expect("ab".padded(to: 4) == "ab  ")
    #expect("日".padded(to: 4) == "日  ")
    #expect("abcde".padded(to: 4) == "abcde")
    #expect("ab".rightAligned(to: 4) == "  ab")
    #expect("日本".rightAligned(to: 5) == " 日本")
    #expect("abcde".rightAligned(to: 0) == "abcde")
  }

  @Test(arguments: [
    ("", 5, [""]), ("one", 5, ["one"]), ("one two", 7, ["one two"]),
    ("one two", 6, ["one", "two"]),
    ("  one   two  ", 20, ["one two"]), ("abcdefgh ij", 4, ["abcdefgh", "ij"]),
    ("a b c d e", 3, ["a b", "c d", "e"]), ("日本 日本", 8, ["日本", "日本"]), ("a b", -3, ["a", "b"]),
  ])
  func wrapping(text: String, width: Int, lines: [String]) {
    #expect(text.wrapped(to: width) == lines)
  }

  /// No word is lost, and only a word alone is wider than the width.
  @Test func everyWordIsKept() {
    let words = (1...60).map { String(repeating: "x", count: $0 * 7 % 13 + 1) }
    for width in 1...30 {
      let lines = words.joined(separator: " ").wrapped(to: width)
      #expect(lines.flatMap { $0.split(separator: " ").map(String.init) } == words)
      #expect(lines.allSatisfy { $0.displayWidth <= width || !$0.contains(" ") })
    }
  }
}
