extension SyntaxNode {
  /// The name that a statement defines; nil where it defines none.
  public var declaredName: String? {
    switch kind {
    case .cellDeclaration, .assumeDeclaration, .rateDeclaration, .unitDeclaration,
      .hardwareDeclaration, .datasetDeclaration, .teamDeclaration, .modelDeclaration,
      .functionDeclaration, .scenarioDeclaration, .planDeclaration:
      self[0].isMissing ? nil : self[0].identifier
    case .importDeclaration: importedName
    default: nil
    }
  }

  /// The names that stand for something in this node: not what it defines, and no fields.
  public var nameUses: [SyntaxNode] {
    var used: [SyntaxNode] = []
    var named: Set<Int> = []
    // A parent follows its children, so what a node names is known before the node itself is met.
    for index in (max(0, self.index - span + 1)...max(0, self.index)).reversed() {
      let node = tree.node(at: index)
      switch node.kind {
      case .cellDeclaration, .assumeDeclaration, .rateDeclaration, .unitDeclaration,
        .hardwareDeclaration, .modelDeclaration, .datasetDeclaration, .teamDeclaration,
        .functionDeclaration, .scenarioDeclaration, .planDeclaration, .parameter, .field,
        .namedArgument, .technique:
        named.insert(node[0].index)
      case .member: named.insert(node[1].index)
      case .name where !named.contains(index): used.append(node)
      default: break
      }
    }
    return used.reversed()
  }
}
