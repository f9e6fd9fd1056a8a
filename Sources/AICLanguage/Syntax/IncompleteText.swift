/// Whether a text stops in the middle of a statement: a bracket is open, or an operator, a comma
/// or a clause word ends it. A conversation then asks for a further line.
public func isIncomplete(_ text: String) -> Bool {
  func isRead(_ text: String) -> Bool {
    parsed(text).diagnostics.allSatisfy { $0.severity != .error }
  }
  let tree = parsed(text)
  guard tree.diagnostics.contains(where: { $0.severity == .error }) else { return false }
  // What is wrong inside an open bracket is told when it is closed.
  var open = 0
  for token in tree.tokens {
    switch token.kind {
    case .leftParen, .leftBracket, .leftBrace: open += 1
    case .rightParen, .rightBracket, .rightBrace: open = max(0, open - 1)
    default: break
    }
  }
  if open > 0 { return true }
  // What may follow on a further line; where one of these mends the text, only its end is missing.
  let continuations = [
    "x", "show x", "else x", "x in [1]", "x in [1] show x", "4 steps show x", "x on x",
    "on x",
  ]
  return continuations.contains { isRead(text + "\n  " + $0) }
}

private func parsed(_ text: String) -> SyntaxTree {
  parse(SourceFile(name: "", text: text))
}
