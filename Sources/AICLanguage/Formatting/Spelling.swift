import Quantities

/// How tokens are written: as they are, but for units and characters that stand for others.
struct Spelling {
  let tree: SyntaxTree
  private let reader: QuantityReader

  init(_ tree: SyntaxTree) {
    self.tree = tree
    var units = UnitTable.standard
    for statement in tree.root.children where statement.kind == .unitDeclaration {
      // What a unit is worth does not matter here, and one that cannot be is none.
      try? units.define(statement[0].identifier)
    }
    reader = QuantityReader(units: units)
  }

  func token(_ index: Int) -> [UInt8] {
    let token = tree.tokens[index]
    switch token.kind {
    case .star: return [UInt8(ascii: "*")]
    case .minus: return [UInt8(ascii: "-")]
    default: return Array(tree.source.bytes[token.range])
    }
  }

  /// A date, which is glued together.
  func date(_ range: Range<Int>) -> [UInt8] { range.flatMap(token) }

  /// A unit behind `per` or `in`.
  func unit(_ range: Range<Int>) -> [UInt8] {
    let written = range.flatMap(token)
    guard let unit = try? reader.units.unit(String(decoding: written, as: UTF8.self)) else {
      return written
    }
    let isOne = range.lowerBound > 0 && tree.tokens[range.lowerBound - 1].kind == .per
    return Array((isOne ? unit.singular : unit.text).utf8)
  }

  /// A number with its currency, percent sign and unit: digits, magnitude and currency stay.
  func quantity(_ range: Range<Int>, isInTechnique: Bool) -> [UInt8] {
    var written: [UInt8] = []
    for index in range {
      let token = tree.tokens[index]
      if index > range.lowerBound, !token.isGlued { written.append(UInt8(ascii: " ")) }
      written += self.token(index)
    }
    guard let literal = try? reader.read(String(decoding: written, as: UTF8.self)) else {
      return written
    }
    let canonical = Array(literal.canonicalText.utf8)
    let sign = tree.tokens[range.lowerBound].kind == .currency ? tokenLength(range.lowerBound) : 0
    let head =
      sign + literal.digits.utf8.count + (literal.magnitude?.rawValue.utf8.count ?? 0)
      + (literal.isPercent ? 1 : 0)
    guard head <= written.count, canonical.count >= head,
      isUnit(canonical[head...], isInTechnique: isInTechnique)
    else { return written }
    return Array(written[..<head] + canonical[head...])
  }

  private func tokenLength(_ index: Int) -> Int { tree.tokens[index].range.count }

  /// Whether what stands behind a number is read as its unit: some words are only when glued.
  private func isUnit(_ tail: ArraySlice<UInt8>, isInTechnique: Bool) -> Bool {
    guard tail.first == UInt8(ascii: " ") else { return true }
    let word = tail.dropFirst().prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "-") }
    guard !word.isEmpty else { return false }
    let kind = Lexer.word(Array(word), 0..<word.count)
    return kind.canBeUnit && !(isInTechnique && (kind == .min || kind == .max))
  }
}
