/// The tree of a file. Any bytes have one; what is wrong with them is in its diagnostics.
public func parse(_ source: SourceFile, file: Int = 0) -> SyntaxTree {
  SyntaxTree(source: source, file: file, tokens: [], nodes: [], diagnostics: [])
}

/// The tree of one expression: a `file` of one `expressionStatement`.
public func parseExpression(_ source: SourceFile, file: Int = 0) -> SyntaxTree {
  SyntaxTree(source: source, file: file, tokens: [], nodes: [], diagnostics: [])
}
