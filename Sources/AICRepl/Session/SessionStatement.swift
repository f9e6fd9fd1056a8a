import AICLanguage

/// One statement that the session keeps, as it was written, its comments included.
struct SessionStatement: Sendable {
  let text: String
  let kind: SyntaxKind
  /// Where the statement itself begins in its text, behind the comments above it.
  let start: Int
  /// Where the text began in what was entered.
  let offset: Int
  /// The name that it defines; nil where it defines none.
  let name: String?
  /// The names that it uses.
  let uses: Set<String>

  /// What a later statement of the same kind and name takes the place of; nil where it stands for itself.
  var key: String? {
    guard let name else { return nil }
    switch kind {
    case .rateDeclaration: return "rate \(name)"
    case .unitDeclaration: return "unit \(name)"
    case .scenarioDeclaration: return "scenario \(name)"
    default: return name
    }
  }

  /// Whether what it shows takes the whole script again for every point, which is not wanted at every entry.
  var isLong: Bool {
    switch kind {
    case .compareStatement, .sweepStatement, .sensitivityStatement, .plotStatement: true
    default: false
    }
  }

  /// The statement without what it says, at the same number of bytes and of lines.
  var blank: String {
    String(decoding: text.utf8.map { $0 == 0x0A ? 0x0A : 0x20 }, as: UTF8.self)
  }
}

extension SessionStatement {
  /// The statements of a text without syntax errors, each with the lines above it that belong to no other.
  static func all(in tree: SyntaxTree) -> [SessionStatement] {
    let bytes = tree.source.bytes
    var lower = 0
    return tree.root.children.map { node in
      // A comment at the end of the line belongs to the statement.
      let end = bytes[node.range.upperBound...].firstIndex(of: 0x0A) ?? bytes.count
      let upper = max(end, node.range.upperBound)
      defer { lower = min(bytes.count, upper + 1) }
      let begin = min(lower, node.range.lowerBound)
      return SessionStatement(
        text: tree.source.text(begin..<upper), kind: node.kind,
        start: node.range.lowerBound - begin, offset: begin, name: node.declaredName,
        uses: Set(node.nameUses.map(\.identifier)))
    }
  }

  /// The tree of the statement alone.
  var tree: SyntaxTree { parse(SourceFile(name: "session", text: text)) }

  /// The node of the statement in a tree of its own.
  var node: SyntaxNode { tree.root[0] }
}
