/// Pieces to lines.
struct Layout {
  /// What encloses a piece: the file, a block or a bracket.
  private struct Frame {
    /// Where its lines begin, and the line that closes it.
    var indentation = 0
    var closing = 0
    /// It holds statements or fields, and no operands.
    var holdsEntries = true
    /// Each of them has lines of its own.
    var isBroken = true
    /// It is within a text, where no line can end.
    var isInText = false
    /// Where further lines of the current entry begin.
    var continuation = 0
    var entry: Outline.Entry?
    /// The line that the current entry begins.
    var entryLine = -1
  }

  /// Further lines of a value stand under it up to this column, and farther names are not aligned.
  private static let farthestColumn = 48
  /// Deeper nesting moves no further to the right.
  private static let deepestIndentation = 80

  private let tree: SyntaxTree
  private let outline: Outline
  private let pieces: [Piece]
  /// By the first token of each piece, the column of its end if the whole file were one line.
  private var flatEnds: [Int]
  /// The line of the source that each token stands on.
  private let sourceLines: [Int]
  private var lines: [Line] = []
  private var frames = [Frame()]
  /// The piece that was placed last.
  private var previous: Piece?
  /// What begins a line because its block is broken.
  private var broken: Set<Int> = []
  private var isAfterBlankLine = false

  init(_ tree: SyntaxTree) {
    self.tree = tree
    outline = Outline(tree)
    pieces = Piece.all(of: tree, outline)
    var sourceLine = 0
    sourceLines = tree.tokens.map {
      if $0.flags.contains(.startsLine) { sourceLine += 1 }
      return sourceLine
    }
    flatEnds = Array(repeating: 0, count: tree.tokens.count)
    var column = 0
    var before: Piece?
    for (index, piece) in pieces.enumerated() where !isTrailingComma(index) {
      if let before, before.isSpaced(from: piece) { column += 1 }
      column += piece.width
      flatEnds[piece.tokens.lowerBound] = column
      before = piece
    }
  }

  /// The bytes of the whole file.
  mutating func run() -> [UInt8] {
    for index in pieces.indices { place(index) }
    addComments(Gap(tree, before: tree.tokens.count - 1), indentation: 0)
    lines.align()
    var bytes: [UInt8] = []
    bytes.reserveCapacity(tree.source.bytes.count)
    for line in lines { line.write(to: &bytes) }
    return bytes
  }

  // MARK: - Pieces

  private mutating func place(_ index: Int) {
    let piece = pieces[index]
    let first = piece.tokens.lowerBound
    let isCloser = piece.kind.isCloser
    let indentation = indentation(of: piece)
    addComments(
      Gap(tree, before: first), indentation: isCloser ? frame.indentation : indentation)
    if isDropped(index) { return }
    let startsLine =
      tree.tokens[first].flags.contains(.startsLine) || broken.contains(first)
      || lines.last?.comment != nil || lines.isEmpty
    if startsLine {
      lines.append(Line(indentation: indentation, isAfterBlankLine: takeBlankLine()))
    } else if let previous, previous.isSpaced(from: piece) {
      append([UInt8(ascii: " ")], width: 1)
    }
    if isCloser, frames.count > 1 { frames.removeLast() }
    if startsLine, let entry = outline.entries[first] { begin(entry) }
    noteValue(at: first)
    append(piece.bytes, width: piece.width)
    if piece.kind.closer != nil { open(piece) }
    if frame.entry?.end == piece.tokens.upperBound, frame.entryLine == lines.count - 1 {
      lines[lines.count - 1].anchor?.isWhole = true
    }
    previous = piece
  }

  private mutating func append(_ bytes: [UInt8], width: Int) {
    lines[lines.count - 1].text += bytes
    lines[lines.count - 1].width += width
  }

  // MARK: - Frames

  private var frame: Frame {
    get { frames[frames.count - 1] }
    set { frames[frames.count - 1] = newValue }
  }

  /// Where a line would begin that begins with a piece.
  private func indentation(of piece: Piece) -> Int {
    if piece.kind.isCloser { return frame.closing }
    let isEntry = !frame.holdsEntries || outline.entries[piece.tokens.lowerBound] != nil
    return isEntry ? frame.indentation : frame.continuation
  }

  private mutating func begin(_ entry: Outline.Entry) {
    frame.entry = entry
    frame.entryLine = lines.count - 1
    frame.continuation = min(frame.indentation + 2, Self.deepestIndentation)
  }

  /// Notes the columns of the entry's anchor and value, where they stand on its first line.
  private mutating func noteValue(at token: Int) {
    let line = lines[lines.count - 1]
    guard let entry = frame.entry, frame.entryLine == lines.count - 1,
      line.indentation + line.width <= Self.farthestColumn
    else { return }
    if entry.anchor == token {
      lines[lines.count - 1].anchor = Line.Anchor(
        kind: entry.kind, offset: line.text.count, column: line.width)
    }
    if entry.value == token { frame.continuation = line.indentation + line.width }
  }

  private mutating func open(_ piece: Piece) {
    let opener = piece.tokens.lowerBound
    let line = lines[lines.count - 1]
    let block = outline.blocks[opener]
    // A block belongs to its statement or field, wherever its brace stands.
    let base = block != nil && frame.holdsEntries ? frame.indentation : line.indentation
    var inner = Frame(
      indentation: min(base + 2, Self.deepestIndentation), closing: base,
      holdsEntries: block != nil, isBroken: false,
      isInText: frame.isInText || piece.kind == .interpolationOpen)
    if let block, !inner.isInText {
      let end = line.indentation + line.width + flatEnds[block.closer] - flatEnds[opener]
      let isOnOneLine = sourceLines[opener] == sourceLines[block.closer]
      // Inside brackets it is the line that is too long, unless the block is all there is of it.
      let isAlone = frame.isBroken || line.width == piece.width
      inner.isBroken = !isOnOneLine || end > Formatter.lineWidth && isAlone
      if inner.isBroken { broken.formUnion(block.entries + [block.closer]) }
    }
    frames.append(inner)
  }

  // MARK: - Commas

  /// Whether a piece is a comma that separates nothing: in a broken block, or before the closer on
  /// its line.
  private func isDropped(_ index: Int) -> Bool {
    pieces[index].kind == .comma
      && (pieces[index].owner.hasBlock && frame.isBroken || isTrailingComma(index))
  }

  private func isTrailingComma(_ index: Int) -> Bool {
    guard pieces[index].kind == .comma, index + 1 < pieces.count else { return false }
    let isOnLine = [pieces[index], pieces[index + 1]].allSatisfy {
      !tree.tokens[$0.tokens.lowerBound].flags.contains(.startsLine)
    }
    let next = pieces[index + 1].kind
    return isOnLine && (next.isCloser || next == .comma)
  }

  // MARK: - Comments

  private mutating func addComments(_ gap: Gap, indentation: Int) {
    if let trailing = gap.trailing { add(comment: trailing, indentation: indentation) }
    for comment in gap.comments {
      isAfterBlankLine = isAfterBlankLine || comment.isAfterBlankLine
      lines.append(
        Line(
          indentation: indentation, isAfterBlankLine: takeBlankLine(),
          comment: tree.source.bytes[comment.range]))
    }
    isAfterBlankLine = isAfterBlankLine || gap.endsInBlankLine
  }

  /// Adds a comment to the line, or on one of its own where the line has one.
  private mutating func add(comment: Range<Int>, indentation: Int) {
    if lines.last?.comment != nil || lines.isEmpty {
      lines.append(Line(indentation: indentation, isAfterBlankLine: false))
    }
    lines[lines.count - 1].comment = tree.source.bytes[comment]
  }

  /// Whether a blank line stands before the line that begins now: never at the start of the file.
  private mutating func takeBlankLine() -> Bool {
    defer { isAfterBlankLine = false }
    return isAfterBlankLine && !lines.isEmpty
  }
}

extension SyntaxKind {
  /// Whether commas of the node itself separate the parts of a block.
  fileprivate var hasBlock: Bool {
    switch self {
    case .record, .scenarioDeclaration, .importDeclaration, .planDeclaration: true
    default: false
    }
  }
}
