import CostEngine

/// The formula of a cell for explanations: its own text, with the names of other cells as terms.
enum TextFormula {
  static func text(of node: SyntaxNode, names: [String: Checker.Binding]) -> TermText? {
    var pieces: [TermText.Piece] = []
    var place = node.range.lowerBound
    // Postorder keeps the leaves in the order of the text.
    for index in (node.index - node.span + 1)..<(node.index + 1) {
      let leaf = node.tree.node(at: index)
      guard leaf.kind == .name, let term = names[leaf.identifier]?.value.term else { continue }
      let range = leaf.range
      if range.lowerBound > place {
        pieces.append(.words(node.tree.source.text(place..<range.lowerBound)))
      }
      pieces.append(.node(term.id))
      place = range.upperBound
    }
    if node.range.upperBound > place {
      pieces.append(.words(node.tree.source.text(place..<node.range.upperBound)))
    }
    return TermText(pieces: pieces)
  }
}
