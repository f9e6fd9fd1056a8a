import AICLanguage

/// The statements of a session as one text, and where each stands in it.
struct SessionScript {
  let source: SourceFile
  /// The bytes of each statement, its comments included.
  let ranges: [Range<Int>]

  /// - Parameter isShort: whether statements that take the whole script again are left blank.
  init(_ statements: [SessionStatement], isShort: Bool = false, keeping kept: Set<Int> = []) {
    var text = ""
    var ranges: [Range<Int>] = []
    var size = 0
    for (place, statement) in statements.enumerated() {
      let isBlank = isShort && statement.isLong && !kept.contains(place)
      let part = isBlank ? statement.blank : statement.text
      text += part + "\n"
      ranges.append(size..<size + part.utf8.count)
      size += part.utf8.count + 1
    }
    source = SourceFile(name: "session", text: text)
    self.ranges = ranges
  }
}
