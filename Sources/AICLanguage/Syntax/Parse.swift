/// The tree of a file. Any bytes have one; what is wrong with them is in its diagnostics.
public func parse(_ source: SourceFile, file: Int = 0) -> SyntaxTree {
  var parser = Parser(source, file: file)
  parser.parseFile()
  return parser.tree()
}

/// The tree of one expression: a `file` of one `expressionStatement`.
public func parseExpression(_ source: SourceFile, file: Int = 0) -> SyntaxTree {
  var parser = Parser(source, file: file)
  parser.parseSingleExpression()
  return parser.tree()
}
