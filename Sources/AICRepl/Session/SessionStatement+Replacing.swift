import AICLanguage
import Quantities

extension SessionStatement {
  /// The statement on one line, as far as there is room.
  var firstLine: String {
    let lines = String(decoding: text.utf8.dropFirst(start), as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    let first = lines.first.map(String.init) ?? ""
    return lines.count > 1 ? first + " …" : first
  }

  /// The text with some bytes replaced.
  private func replacing(_ range: Range<Int>, by replacement: String) -> String {
    var bytes = Array(text.utf8)
    bytes.replaceSubrange(range, with: Array(replacement.utf8))
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The cell with another value; what was said of the source of the old one goes with it.
  func replacing(value: String) -> String? {
    let node = node
    guard [.cellDeclaration, .assumeDeclaration, .rateDeclaration].contains(node.kind) else {
      return nil
    }
    return replacing(node[1].range.lowerBound..<node.range.upperBound, by: value)
  }

  /// The thing with another field; nil where it cannot have any.
  func replacing(field: String, by value: String) -> String? {
    let node = node
    switch node.kind {
    case .cellDeclaration:
      let thing = node[1]
      guard [.train, .finetune, .deploy, .own].contains(thing.kind) else { return nil }
      let clauses = thing.children
      for technique in clauses.filter({ $0.kind == .withClause }).flatMap(\.children)
      where technique[0].identifier == field {
        if let operand = technique.child(.techniqueOperand) {
          return replacing(operand[0].range, by: value)
        }
      }
      if field == "mfu", let clause = thing.child(.mfuClause) {
        return replacing(clause[0].range, by: value)
      }
      return replacing(field, in: thing.child(.record), of: thing, by: value)
    case .hardwareDeclaration, .datasetDeclaration, .teamDeclaration:
      return replacing(field, in: node.child(.record), of: node, by: value)
    case .modelDeclaration:
      return replacing(field, in: node.child(.record), of: node, by: value)
    case .importDeclaration:
      if let old = node.children(.replacement).first(where: { $0[0].text == field }) {
        return replacing(old[1].range, by: value)
      }
      let end = node.range.upperBound
      guard let last = node.children(.replacement).last else {
        return replacing(end..<end, by: " with { \(field) = \(value) }")
      }
      let place = last.range.upperBound
      return replacing(place..<place, by: ", \(field) = \(value)")
    default: return nil
    }
  }

  private func replacing(
    _ field: String, in record: SyntaxNode?, of thing: SyntaxNode, by value: String
  ) -> String? {
    guard let record else {
      let end = thing.range.upperBound
      return replacing(end..<end, by: " { \(field): \(value) }")
    }
    if let old = record.children(.field).first(where: { $0[0].identifier == field }) {
      return replacing(old[1].range, by: value)
    }
    // Behind the brace, so that the layout of the other fields stays.
    let place = record.range.lowerBound + 1
    let isEmpty = record.children.isEmpty
    let isOnOneLine = !record.text.contains("\n")
    let line = isOnOneLine ? " \(field): \(value)\(isEmpty ? " " : ",")" : "\n  \(field): \(value)"
    return replacing(place..<place, by: line)
  }
}

extension [String] {
  /// Those most like a name.
  func near(_ name: String) -> [String] { nearest(to: name, among: self) }
}
