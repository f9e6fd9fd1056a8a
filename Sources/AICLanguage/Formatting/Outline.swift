/// What the layout asks of a tree, token by token, gathered in one pass over its nodes.
struct Outline {
  /// A statement, or a field or line of a block: what may begin a line of its own.
  struct Entry {
    let kind: SyntaxKind
    /// The token behind its last.
    let end: Int
    /// The token that is aligned with those above and below: the `=`, or the value behind a `:`.
    let anchor: Int?
    /// The first token of the value, under which its further lines stand.
    let value: Int?
  }

  /// A block of fields, by its braces.
  struct Block {
    let closer: Int
    let entries: [Int]
  }

  /// The kind of the innermost node that each token belongs to.
  private(set) var owners: [SyntaxKind]
  /// For the first token of a quantity, a unit or a date the token behind its last, else 0.
  private(set) var leafEnds: [Int]
  /// Whether each token is in the operand of a technique.
  private(set) var isInTechnique: [Bool] = []
  /// By the first token of each.
  private(set) var entries: [Int: Entry] = [:]
  /// By the opening brace of each.
  private(set) var blocks: [Int: Block] = [:]

  init(_ tree: SyntaxTree) {
    let tokens = tree.tokens
    let nodes = tree.nodes
    owners = Array(repeating: .file, count: tokens.count)
    leafEnds = Array(repeating: 0, count: tokens.count)
    // How many operands of techniques begin at a token, less those that end before it.
    var operands = Array(repeating: 0, count: tokens.count + 1)
    for (index, node) in nodes.enumerated() {
      let (first, end) = (Int(node.first), Int(node.end))
      var marks = Marks()
      var parts: [Int] = []
      var upper = end
      var child = index - 1
      while child > index - Int(node.span) {
        let part = nodes[child]
        claim(Int(part.end)..<upper, node.kind, tokens, &marks)
        upper = Int(part.first)
        child -= Int(part.span)
        if part.kind.isPartOfBlock { parts.append(upper) }
        // The number of devices is no quantity: what follows it is no unit.
        if node.kind == .devicesClause, part.kind == .quantity { leafEnds[upper] = 0 }
      }
      claim(first..<upper, node.kind, tokens, &marks)
      switch node.kind {
      case .quantity, .unit, .date: leafEnds[first] = end
      case .techniqueOperand:
        operands[first] += 1
        operands[end] -= 1
      default: break
      }
      if let opener = marks.opener, let closer = marks.closer {
        blocks[opener] = Block(closer: closer, entries: parts)
      }
      if node.kind.isStatement || node.kind.isPartOfBlock, first < end {
        entries[first] = Entry(
          kind: node.kind, end: end, anchor: node.kind.isAligned ? marks.anchor : nil,
          value: node.kind.isAligned ? marks.value : nil)
      }
    }
    var depth = 0
    isInTechnique = operands.map {
      depth += $0
      return depth > 0
    }
  }

  /// The tokens of a node itself that matter.
  private struct Marks {
    var anchor: Int?
    var value: Int?
    var opener: Int?
    var closer: Int?
  }

  private mutating func claim(
    _ range: Range<Int>, _ owner: SyntaxKind, _ tokens: [Token], _ marks: inout Marks
  ) {
    for index in range {
      owners[index] = owner
      switch tokens[index].kind {
      case .equal: (marks.anchor, marks.value) = (index, index + 1)
      case .colon: (marks.anchor, marks.value) = (index + 1, index + 1)
      case .leftBrace: marks.opener = index
      case .rightBrace: marks.closer = index
      default: break
      }
    }
  }
}

extension SyntaxKind {
  fileprivate var isStatement: Bool {
    (Self.cellDeclaration.rawValue...Self.errorStatement.rawValue).contains(rawValue)
  }

  /// Whether it is one of what a block holds, each on a line or behind a comma.
  var isPartOfBlock: Bool { self == .field || self == .replacement || self == .planLine }

  /// Whether consecutive ones have their values in a column.
  fileprivate var isAligned: Bool {
    switch self {
    case .cellDeclaration, .assumeDeclaration, .rateDeclaration, .unitDeclaration: true
    default: isPartOfBlock
    }
  }
}
