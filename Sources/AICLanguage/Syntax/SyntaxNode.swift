import CostEngine

/// A view of one node of a tree.
public struct SyntaxNode: Sendable {
  public let tree: SyntaxTree
  /// The place in postorder, for tables beside the tree; -1 is a child that no layout has.
  public let index: Int

  private var entry: SyntaxTree.Entry? {
    let nodes = tree.nodes
    return nodes.indices.contains(index) ? nodes[index] : nil
  }

  public var kind: SyntaxKind { entry?.kind ?? .missing }

  public var isMissing: Bool { kind == .missing }

  /// How many nodes the subtree has, this one included: it ends at `index`.
  public var span: Int { Int(entry?.span ?? 1) }

  /// The children, in the order that the kind's layout states.
  public var children: [SyntaxNode] {
    var result: [SyntaxNode] = []
    forEachChildReversed { result.append($0) }
    result.reverse()
    return result
  }

  private func forEachChildReversed(_ body: (SyntaxNode) -> Void) {
    var child = index - 1
    let first = index - span + 1
    while child >= first {
      let node = SyntaxNode(tree: tree, index: child)
      body(node)
      child -= node.span
    }
  }

  /// The child at a position of the layout; a missing node where there is none.
  public subscript(position: Int) -> SyntaxNode {
    // Children are found from the last backwards, so they are counted first.
    var after = -1 - position
    forEachChildReversed { _ in after += 1 }
    var result = SyntaxNode(tree: tree, index: -1)
    guard position >= 0 else { return result }
    forEachChildReversed {
      if after == 0 { result = $0 }
      after -= 1
    }
    return result
  }

  /// The children of one kind.
  public func children(_ kind: SyntaxKind) -> [SyntaxNode] {
    children.filter { $0.kind == kind }
  }

  /// The first child of a kind, if there is one.
  public func child(_ kind: SyntaxKind) -> SyntaxNode? { children.first { $0.kind == kind } }

  /// The indices of the node's tokens in the tree's.
  public var tokenRange: Range<Int> {
    guard let entry else { return 0..<0 }
    return Int(entry.first)..<Int(entry.end)
  }

  /// The operator or keyword of the node, or the token of a leaf.
  public var token: Token? { tokenIndex.map { tree.tokens[$0] } }

  /// The index of that token in the tree's.
  var tokenIndex: Int? {
    guard let entry, entry.token != SyntaxTree.Entry.noToken else { return nil }
    return Int(entry.token)
  }

  /// The bytes of the node without the trivia before it; of a missing node, the place after the
  /// token before it.
  public var range: Range<Int> {
    let tokens = tokenRange
    guard !tokens.isEmpty else {
      let place =
        tokens.lowerBound == 0 ? 0 : tree.tokens[tokens.lowerBound - 1].range.upperBound
      return place..<place
    }
    let lower = tree.tokens[tokens.lowerBound].range.lowerBound
    return lower..<tree.tokens[tokens.upperBound - 1].range.upperBound
  }

  /// The place of the node, for diagnostics and the engine.
  public var sourceRange: SourceRange { tree.sourceRange(range) }

  /// The node as it was written.
  public var text: String { tree.source.text(range) }
}

extension SyntaxNode {
  /// The name that a `name` stands for: its text, without backquotes.
  public var identifier: String {
    var range = range
    let bytes = tree.source.bytes
    if token?.kind == .quotedName {
      range = range.dropFirst()
      if range.last.map({ bytes[$0] }) == UInt8(ascii: "`") { range = range.dropLast() }
    }
    return tree.source.text(range)
  }

  /// The characters that a `textSegment` stands for: its escapes replaced.
  public var unescaped: String {
    var result: [UInt8] = []
    var isEscape = false
    for byte in tree.source.bytes[range] {
      if isEscape {
        switch byte {
        case UInt8(ascii: "n"): result.append(UInt8(ascii: "\n"))
        case UInt8(ascii: "t"): result.append(UInt8(ascii: "\t"))
        default: result.append(byte)
        }
        isEscape = false
      } else if byte == UInt8(ascii: "\\") {
        isEscape = true
      } else {
        result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The documentation of a declaration: the `##` lines directly above it.
  public var docComment: String? {
    guard !tokenRange.isEmpty else { return nil }
    let gap = tree.source.bytes[tree.trivia(before: tokenRange.lowerBound)]
    let pieces = gap.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    // The first piece ends the line of the token before, the last indents the declaration.
    let above = pieces.dropLast().dropFirst(tokenRange.lowerBound == 0 ? 0 : 1)
    let blanks: [UInt8] = [UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r")]
    var lines: [String] = []
    for line in above.reversed() {
      var content = line.drop { blanks.contains($0) }
      guard content.starts(with: [UInt8(ascii: "#"), UInt8(ascii: "#")]) else { break }
      content = content.dropFirst(2)
      if content.first == UInt8(ascii: " ") { content = content.dropFirst() }
      while let last = content.last, blanks.contains(last) { content = content.dropLast() }
      lines.append(String(decoding: content, as: UTF8.self))
    }
    return lines.isEmpty ? nil : lines.reversed().joined(separator: "\n")
  }
}
