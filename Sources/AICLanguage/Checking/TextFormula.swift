import CostEngine

/// The formula of a cell for explanations: its own text, with the names of other cells as terms.
enum TextFormula {
  static func text(of node: SyntaxNode, names: [String: Checker.Binding]) -> TermText? {
    var pieces: [TermText.Piece] = []
    var place = node.range.lowerBound
    let indices = (node.index - node.span + 1)..<(node.index + 1)
    let labels = Set(indices.compactMap { node.tree.node(at: $0).label?.index })
    // Postorder keeps the leaves in the order of the text.
    for index in indices where !labels.contains(index) {
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

extension SyntaxNode {
  /// The name in it that is no cell's, such as that of a field.
  fileprivate var label: SyntaxNode? {
    switch kind {
    case .member: self[1]
    case .field, .namedArgument, .technique: self[0]
    default: nil
    }
  }
}
