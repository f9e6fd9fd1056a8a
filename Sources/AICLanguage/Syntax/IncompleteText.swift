/// Whether a text stops in the middle of a statement: a bracket is open, or an operator, a comma
/// or a clause word ends it. A conversation then asks for a further line.
public func isIncomplete(_ text: String) -> Bool {
  func isRead(_ text: String) -> Bool {
    parsed(text).diagnostics.allSatisfy { $0.severity != .error }
  }
  let tree = parsed(text)
  guard tree.diagnostics.contains(where: { $0.severity == .error }) else { return false }
  var open: [String] = []
  for token in tree.tokens {
    switch token.kind {
    case .leftParen: open.append(")")
    case .leftBracket: open.append("]")
    case .leftBrace: open.append("}")
    case .rightParen, .rightBracket, .rightBrace: _ = open.popLast()
    default: break
    }
  }
  let closers = open.reversed().joined()
  // What may follow on a further line; where one of these mends the text, only its end is missing.
  let continuations = ["", "x", "x: 1", "show x", "else x", "x in [1]"]
  return continuations.contains { more in
    more + closers != "" && isRead(text + "\n  " + more + closers)
  }
}

private func parsed(_ text: String) -> SyntaxTree {
  parse(SourceFile(name: "", text: text))
}
