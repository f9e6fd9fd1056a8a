import CostEngine

/// The messages about characters, texts, numbers and dates.
extension Parser {
  mutating func report(_ problem: Lexer.Problem) {
    switch problem {
    case .unknown(let range):
      let shown = source.text(range.prefix(8))
      let isPrintable = !shown.unicodeScalars.contains { $0.value < 0x20 || $0 == "\u{FFFD}" }
      let help = shown == "?" ? "to choose, write `if condition then a else b`" : nil
      add(
        "character",
        isPrintable ? "`\(shown)` has no meaning here" : "bytes here are not text", at: range,
        help: help)
    case .escape(let range):
      add(
        "escape", "`\(source.text(range))` is not an escape", at: range,
        help: "the escapes are `\\\"`, `\\\\`, `\\n`, `\\t`, `\\{` and `\\}`")
    }
  }

  mutating func reportSize() {
    guard isNews() else { return }
    add("size", "the file is larger than 64 MiB", at: 0..<0)
  }

  mutating func reportQuotes() {
    guard isNews() else { return }
    var fix: String?
    if kind(ahead: 1) == .textSegment, kind(ahead: 2) == .textClose {
      fix = "\"" + text(tokens[position + 1]) + "\""
    }
    let whole = fix == nil ? token.range : range(position...position + 2)
    add(
      "quotes", "a text stands between straight double quotes", at: whole,
      help: "write `\(fix ?? "\"…\"")`", fix: fix)
  }

  mutating func reportUnclosedText(_ opener: Int) {
    guard isNews() else { return }
    add(
      "unclosed-text", "this text has no closing quote",
      at: range(opener...max(opener, position - 1)),
      help: "a text ends with `\"` on the line where it begins")
  }

  mutating func reportUnclosedName() {
    guard isNews() else { return }
    add("unclosed-name", "this name has no closing backquote", at: token.range)
  }

  mutating func reportCurrency(_ sign: Int) {
    guard isNews() else { return }
    let sign = text(tokens[sign])
    add(
      "currency", "`\(sign)` stands before a number here", at: tokens[position - 1].range,
      help: "such as `\(sign)2.50/hour`; a unit such as `\(sign)/hour` stands after `in` or `per`")
  }

  mutating func reportLeadingDot() {
    guard isNews() else { return }
    let whole = range(position...position + 1)
    add(
      "leading-dot", "a number begins with a digit", at: whole,
      help: "write `0\(source.text(whole))`", fix: "0" + source.text(whole))
  }

  mutating func reportThousands(_ tokens: ClosedRange<Int>) {
    guard isNews() else { return }
    let whole = range(tokens)
    let digits = source.text(whole)
    let separated = String(digits.map { $0 == "," ? "_" : $0 })
    let short = digits.hasSuffix(",000") ? " or `\(digits.dropLast(4).filter { $0 != "," })k`" : ""
    add(
      "thousands", "a comma does not group digits", at: whole,
      help: "write `\(separated)`\(short)", fix: separated)
  }

  mutating func reportDateAsNumber(_ tokens: ClosedRange<Int>) {
    guard isNews() else { return }
    let whole = range(tokens)
    let parts = source.text(whole).split(separator: "-").map {
      $0.hasPrefix("0") ? String($0.dropFirst()) : String($0)
    }
    let call = "date(\(parts.joined(separator: ", ")))"
    add(
      "date-here", "a date would be read as a subtraction here", at: whole,
      help: "write `\(call)`", fix: call)
  }

  mutating func reportDate() {
    guard isNews() else { return }
    add(
      "date", "a date is expected here", at: kind == .number ? token.range : gap,
      help: "such as `2026`, `2026-03` or `2026-03-15`")
  }
}
