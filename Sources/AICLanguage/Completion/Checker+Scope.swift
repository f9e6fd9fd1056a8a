import CostEngine

/// What the statements above the cursor define.
extension Checker {
  /// Enough to know the type of every cell, which is all that is asked.
  private static let fewDraws = Sampling(samples: 64, seed: 1)

  /// Longer operands, in nodes, are left alone: a chain of members takes stack by its length.
  private static let longestOperand = 400

  /// A checker that knows the names which some statements define, however wrong they are.
  static func scope(of statements: [SyntaxNode], _ access: any FileAccess) -> Checker {
    var checker = Checker(
      builder: GraphBuilder(), overrides: Overrides(), imports: Imports(access, firstFile: 1),
      sampling: fewDraws, execution: Execution(threads: 1))
    checker.noteDefinitions(statements)
    for statement in statements
    where statement.kind.defines || statement.kind == .scenarioDeclaration {
      checker.statement(statement)
    }
    return checker
  }

  /// The value of a text as an expression; unknown where it is wrong.
  mutating func value(of text: String) -> (node: SyntaxNode, value: Value) {
    let tree = parseExpression(SourceFile(name: "", text: text))
    let node = tree.root[0][0]
    return (node, tree.diagnostics.isEmpty ? value(of: node) : .unknown)
  }

  /// The value of an expression; unknown for one that is too long.
  mutating func value(of node: SyntaxNode) -> Value {
    node.span <= Checker.longestOperand ? expression(node) : .unknown
  }

  /// The names of the file that an import names.
  mutating func module(importedBy statement: String) -> Module? {
    let tree = parse(SourceFile(name: "", text: statement))
    let node = tree.root[0]
    guard node.kind == .importDeclaration, let name = node.importedName else { return nil }
    self.statement(node)
    if case .module(let module)? = names[name]?.value { return module }
    return nil
  }
}
