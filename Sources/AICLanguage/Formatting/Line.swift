/// A line of the layout.
struct Line {
  let indentation: Int
  let isAfterBlankLine: Bool
  var text: [UInt8] = []
  /// The columns that the text takes.
  var width = 0
  var comment: ArraySlice<UInt8>?
  /// Where the text can be widened so that it lines up with others.
  var anchor: Anchor?

  /// The place of an `=` or of a field's value.
  struct Anchor {
    let kind: SyntaxKind
    /// How many bytes and columns of the text stand before it.
    let offset: Int
    let column: Int
    /// Whether all of the statement or field stands on the line.
    var isWhole = false
    var padding = 0
  }

  /// Appends the line as it is written, with its line end.
  func write(to bytes: inout [UInt8]) {
    let blank = UInt8(ascii: " ")
    if isAfterBlankLine { bytes.append(UInt8(ascii: "\n")) }
    bytes += repeatElement(blank, count: indentation)
    let place = anchor?.offset ?? 0
    bytes += text[..<place]
    bytes += repeatElement(blank, count: anchor?.padding ?? 0)
    bytes += text[place...]
    if let comment {
      if !text.isEmpty { bytes += [blank, blank] }
      bytes += comment
    }
    bytes.append(UInt8(ascii: "\n"))
  }
}

extension [Line] {
  /// Lines up the anchors of consecutive lines of one kind.
  mutating func align() {
    var run: [Int] = []
    for index in indices {
      let line = self[index]
      let last = run.last.flatMap { self[$0].anchor }
      let goesOn =
        if line.text.isEmpty {
          last?.kind.isPartOfBlock ?? false
        } else {
          line.anchor?.kind == last?.kind && line.anchor?.isWhole ?? false
        }
      if line.isAfterBlankLine || !goesOn {
        align(run)
        run = []
      }
      if line.anchor?.isWhole ?? false { run.append(index) }
    }
    align(run)
  }

  private mutating func align(_ run: [Int]) {
    let widest = run.compactMap { self[$0].anchor?.column }.max() ?? 0
    for index in run {
      let column = self[index].anchor?.column ?? widest
      self[index].anchor?.padding = widest - column
    }
  }
}
