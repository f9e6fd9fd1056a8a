import Quantities
import Testing

@testable import AICLanguage

/// A text in the one layout; nil where it has syntax errors.
func formatted(_ text: String) -> String? {
  (try? Formatter().format(SourceFile(name: "t", text: text))).map {
    String(decoding: $0.bytes, as: UTF8.self)
  }
}

/// What the layout of a text breaks of what it must keep; nothing for a text with syntax errors
/// that is refused.
func brokenPromises(_ bytes: [UInt8]) -> [String] {
  let tree = parse(SourceFile(name: "t", bytes: bytes))
  if tree.diagnostics.contains(where: { $0.severity == .error }) {
    return (try? Formatter().format(tree.source)) == nil ? [] : ["formats what has errors"]
  }
  // The layout itself, without the formatter's own look at it.
  let result = parse(Formatter().layout(of: tree))
  var broken: [String] = []
  if !result.hasShape(of: tree) { return ["another tree"] }
  if let (a, b) = zip(leaves(tree), leaves(result)).first(where: { $0 != $1 }) {
    broken.append("\(a) has become \(b)")
  }
  if comments(tree) != comments(result) { broken.append("other comments") }
  if Formatter().layout(of: result).bytes != result.source.bytes { broken.append("not settled") }
  return broken + untidiness(result)
}

/// What every node without children, and every operator, is: its text without blanks, or what it
/// is worth.
private func leaves(_ tree: SyntaxTree) -> [String] {
  var units = UnitTable.standard
  for unit in tree.root.children(.unitDeclaration) { try? units.define(unit[0].identifier) }
  let reader = QuantityReader(units: units)
  return (0..<tree.nodeCount).map { index in
    let node = tree.node(at: index)
    switch node.kind {
    case .quantity:
      let text = node.text.replacing("\r", with: " ")
      guard let literal = try? reader.read(text) else { return squeezed(text) }
      return "\(literal.digits) \(literal.value) \(literal.dimension)"
    case .unit:
      guard let unit = try? units.unit(node.text) else { return node.text }
      return "\(unit.scale) \(unit.dimension)"
    case .name, .textSegment, .date: return node.text
    case .dimension: return squeezed(node.text)
    default: return node.token.map { "\($0.kind)" } ?? ""
    }
  }
}

private func squeezed(_ text: String) -> String {
  String(text.replacing("\u{2212}", with: "-").filter { !$0.isWhitespace })
}

/// The comments of a file in their order, without the blanks behind them.
private func comments(_ tree: SyntaxTree) -> [String] {
  tree.tokens.indices.flatMap { index in
    tree.source.bytes[tree.trivia(before: index)].split(separator: 0x0A).compactMap { line in
      line.firstIndex(of: UInt8(ascii: "#")).map { start in
        var comment = line[start...]
        while let last = comment.last, [0x20, 0x09, 0x0D].contains(last) { comment.removeLast() }
        return String(decoding: comment, as: UTF8.self)
      }
    }
  }
}

/// What no formatted file has, outside comments and texts.
private func untidiness(_ tree: SyntaxTree) -> [String] {
  let bytes = tree.source.bytes
  var found: [String] = []
  if let last = bytes.last, last != 0x0A || bytes.dropLast().last == 0x0A {
    found.append("no single line end at the end")
  }
  if bytes.first == 0x0A { found.append("a blank line at the start") }
  let gaps = tree.tokens.indices.map { bytes[tree.trivia(before: $0)] }
  let isTidy = gaps.allSatisfy { gap in
    gap.contains(UInt8(ascii: "#"))
      || gap.allSatisfy { $0 == 0x20 || $0 == 0x0A } && gap.count { $0 == 0x0A } <= 2
  }
  if !isTidy { found.append("blanks that are neither spaces nor line ends") }
  return found
}

/// What a checked program computes, places in the text left out.
func graphs(_ text: String, _ other: String) -> (areAlike: Bool, areChecked: Bool) {
  let (a, aDiagnostics, _) = Checker.check(parsed(text))
  let (b, bDiagnostics, _) = Checker.check(parsed(other))
  guard let a, let b else {
    let isSame = aDiagnostics.map(\.id) == bDiagnostics.map(\.id)
    return (a == nil && b == nil && isSame, false)
  }
  let nodesAreAlike =
    a.graph.nodes.count == b.graph.nodes.count
    && zip(a.graph.nodes, b.graph.nodes).allSatisfy {
      $0.operation == $1.operation && $0.inputs == $1.inputs && $0.dimension == $1.dimension
    }
  let cellsAreAlike =
    a.cells.map(\.name) == b.cells.map(\.name)
    && a.cells.map(\.isAssumption) == b.cells.map(\.isAssumption)
    && a.cells.map { $0.value.term?.id } == b.cells.map { $0.value.term?.id }
  return (nodesAreAlike && cellsAreAlike && a.actions.count == b.actions.count, true)
}
