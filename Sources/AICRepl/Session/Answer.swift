import AICLanguage

/// What `ans` and `_` stand for: what was shown last.
struct Answer: Sendable {
  /// The statement that showed it, by its text, and the expression.
  let statement: String
  let expression: String
  /// Whether the expression is a name or a field, which needs no name of its own.
  let isName: Bool

  /// The answer of the last of some statements that shows something; nil where none does.
  init?(_ statements: [SessionStatement], _ new: Set<Int>) {
    let shown = new.sorted().map { statements[$0] }.last {
      [.expressionStatement, .showStatement].contains($0.kind)
    }
    guard let shown else { return nil }
    let items = shown.node.children.filter { $0.kind != .titleClause }
    guard let item = items.last, !item.isMissing else { return nil }
    statement = shown.text
    expression = item.text
    isName = item.kind == .name || item.kind == .member
  }

  /// The words that ask for it.
  static let words: Set = ["ans", "_"]
}

extension Session {
  /// The text with `ans` led to what was shown last; nil where it does not stand in it.
  ///
  /// An expression gets a cell of its own, so that it moves with what it follows from.
  func answering(_ tree: SyntaxTree, _ draft: inout State) throws(Refusal) -> SourceFile? {
    let own = Set(cellNames + tree.root.children.compactMap(\.declaredName))
    let uses = tree.root.nameUses.filter {
      Answer.words.contains($0.identifier) && !own.contains($0.identifier)
    }
    guard let first = uses.first else { return nil }
    guard let answer = draft.answer else {
      throw Refusal(
        message: heading("error", .error, "`\(first.text)` is what was shown last: nothing was yet")
      )
    }
    var word = answer.expression
    if !answer.isName {
      var number = 1
      while cellNames.contains("ans_\(number)") { number += 1 }
      word = "ans_\(number)"
      let cell = parse(SourceFile(name: "session", text: "\(word) = \(answer.expression)"))
      let place = draft.statements.lastIndex { $0.text == answer.statement }
      draft.statements.insert(
        contentsOf: SessionStatement.all(in: cell), at: place ?? draft.statements.count)
    }
    var bytes = tree.source.bytes
    for use in uses.reversed() { bytes.replaceSubrange(use.range, with: Array(word.utf8)) }
    return SourceFile(name: tree.source.name, bytes: bytes)
  }
}
