/// The messages about blocks that stand in the wrong place, or not at all.
extension Parser {
  mutating func reportLoneBrace() {
    guard isNews() else { return }
    add(
      "brace", "this `{` belongs on the line above", at: token.range,
      help: "a statement ends with its line, unless a bracket is open")
  }

  mutating func reportMissingReplacements() {
    if kind == .leftBrace { return reportLoneBrace() }
    guard isNews() else { return }
    add(
      "missing-block", "the cells to replace are missing here, in `{ }`", at: gap,
      help: "such as `{ users = 20k users }`")
  }

  mutating func reportReplacementTarget() {
    guard isNews() else { return }
    add(
      "replacement", "a replacement begins with the name of a cell", at: token.range,
      help: "such as `users = 20k users` or `service.batch = 32`")
  }

  mutating func reportMissingBlock(of keyword: Int) {
    if kind == .leftBrace { return reportLoneBrace() }
    guard isNews() else { return }
    let word = text(tokens[keyword])
    let help =
      kind == .equal
      ? "a copy with other fields is a cell: `name = original with { price: $2/hour }`"
      : "write `\(word) name { field: value }`"
    add("missing-block", "`\(word)` needs its fields in `{ }`", at: gap, help: help)
  }
}
