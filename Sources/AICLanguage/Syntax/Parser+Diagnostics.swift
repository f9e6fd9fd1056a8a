import CostEngine

/// Every message of the parser. A statement or field gets one: what follows from a mistake is
/// no mistake.
extension Parser {
  /// Counts a mistake and says whether it is to be shown.
  mutating func isNews() -> Bool {
    mistakes += 1
    // Unknown characters have their message from the lexer.
    let isUnknown = kind == .unknown || position > 0 && tokens[position - 1].kind == .unknown
    defer { isSilent = true }
    return !isSilent && !isUnknown && diagnostics.count <= Self.diagnosticLimit
  }

  mutating func add(
    _ id: String, _ message: String, at range: Range<Int>, _ label: String = "",
    note: (Range<Int>, String)? = nil, help: String? = nil, fix: String? = nil
  ) {
    let place = place(range)
    diagnostics.append(
      Diagnostic(
        "syntax." + id, message, at: Diagnostic.Label(place, label),
        notes: note.map { [Diagnostic.Label(self.place($0.0), $0.1)] } ?? [], help: help,
        fix: fix.map { Diagnostic.Fix(place, replacement: $0) }))
  }

  private func place(_ range: Range<Int>) -> SourceRange {
    SourceRange(file: file, lower: range.lowerBound, upper: range.upperBound)
  }

  func text(_ token: Token) -> String { source.text(token.range) }

  func range(_ tokens: ClosedRange<Int>) -> Range<Int> {
    let upper = self.tokens[tokens.upperBound].range.upperBound
    return self.tokens[tokens.lowerBound].range.lowerBound..<upper
  }

  /// The place right behind the token before.
  var gap: Range<Int> {
    let place = position > 0 ? tokens[position - 1].range.upperBound : 0
    return place..<place
  }

  /// The first ones in the order of the text, and one that says that there are more.
  func limited(_ all: [Diagnostic]) -> [Diagnostic] {
    let sorted = all.sorted { $0.primary.range.lower < $1.primary.range.lower }
    guard sorted.count > Self.diagnosticLimit else { return sorted }
    let last = sorted[Self.diagnosticLimit]
    return sorted.prefix(Self.diagnosticLimit) + [
      Diagnostic(
        "syntax.too-many", "too many mistakes to show them all",
        at: Diagnostic.Label(last.primary.range, "not read beyond here"))
    ]
  }

  // MARK: What is missing

  mutating func reportMissingValue() {
    guard isNews() else { return }
    let before = position > 0 ? tokens[position - 1] : nil
    let isFirst = position == statementStart || before == nil
    let after = before.map { isFirst ? "" : " after `\(text($0))`" } ?? ""
    add("missing-value", "a value is missing\(after)", at: gap)
  }

  mutating func reportMissingName() {
    guard isNews() else { return }
    let isShown = kind != .endOfFile && !token.flags.contains(.startsLine)
    add(
      "missing-name", "a name is expected here", at: isShown ? token.range : gap,
      help: "a name begins with a letter; any other stands in backquotes")
  }

  mutating func reportReservedName() {
    guard isNews() else { return }
    let word = text(token)
    add(
      "reserved-name", "`\(word)` is a word of the language and cannot be a name",
      at: token.range, help: "choose another, or write it in backquotes")
  }

  mutating func reportMissingEqual() {
    guard isNews() else { return }
    add("missing-equal", "`=` and a value are missing here", at: gap, help: "write `name = value`")
  }

  /// `==` or `:` where `=` gives a name its value.
  mutating func reportNotEqual() {
    guard isNews() else { return }
    add(
      "not-equal", "`=` gives a name its value, not `\(text(token))`", at: token.range,
      help: "write `=`", fix: "=")
  }

  mutating func reportBareName(_ tokens: Range<Int>) {
    guard isNews() else { return }
    let whole = range(tokens.lowerBound...tokens.upperBound - 1)
    let name = "`\(source.text(whole))`"
    add(
      "bare-name", "a name with other characters than letters and digits needs backquotes",
      at: whole, help: "write \(name)", fix: name)
  }

  mutating func reportMissingWord(_ word: String, _ example: String) {
    guard isNews() else { return }
    if kind == .equal { return addEqual() }
    add("missing-word", "`\(word)` is missing here", at: gap, help: "such as `\(example)`")
  }

  mutating func reportMissingText() {
    guard isNews() else { return }
    add(
      "missing-text", "a text is missing after `\(text(tokens[position - 1]))`", at: gap,
      help: "a text stands in quotes: `\"…\"`")
  }

  mutating func reportMissingUnit() {
    guard isNews() else { return }
    add(
      "missing-unit", "a unit is missing after `in`", at: gap,
      help: "such as `in EUR`, `in hours` or `in $/GPU-hour`")
  }

  mutating func reportMissingMember() {
    guard isNews() else { return }
    add("missing-member", "a field's name is missing after `.`", at: gap)
  }

  mutating func reportMissingParameters() {
    guard isNews() else { return }
    add(
      "missing-parameters", "a function's parameters are missing here", at: gap,
      help: "such as `fn f(a, b: Money) = a * b`")
  }

  mutating func reportDefaultValue() {
    guard isNews() else { return }
    add(
      "default-value", "a parameter has no default value", at: token.range,
      help: "every call gives every parameter its value")
  }

  mutating func reportMissingDimension() {
    guard isNews() else { return }
    add(
      "missing-dimension", "a dimension is missing after `:`", at: gap,
      help: "such as `Money`, `Money/Time` or `Tokens per Time`")
  }

  mutating func reportMissingHardware() {
    guard isNews() else { return }
    add("missing-hardware", "the hardware is missing", at: gap, help: "such as `8 H100`")
  }

  mutating func reportMissingColon() {
    guard isNews() else { return }
    let name = text(tokens[position - 1])
    add(
      "missing-colon", "`:` and a value are missing after `\(name)`", at: gap,
      help: "a field is written `\(name): value`")
  }

  // MARK: Fields and brackets

  mutating func reportFieldEqual() {
    guard isNews() else { return }
    add(
      "field-equal", "`:` gives a field its value, not `=`", at: token.range, help: "write `:`",
      fix: ":")
  }

  mutating func reportFieldName() {
    guard isNews() else { return }
    let isQuoted = kind == .textOpen && kind(ahead: 1) == .textSegment
    let help = isQuoted ? "write `\(text(tokens[position + 1])): value`, without quotes" : nil
    add(
      "field-name", "a field begins with its name", at: token.range,
      help: help ?? "a field is written `name: value`")
  }

  mutating func reportUnclosed(_ opener: Int) {
    guard isNews() else { return }
    let token = tokens[opener]
    switch token.kind {
    case .interpolationOpen:
      add(
        "unclosed", "this `{` is never closed", at: token.range,
        help: "a brace as such is written `\\{` in a text")
    default:
      add("unclosed", "this `\(text(token))` is never closed", at: token.range)
    }
  }

  mutating func reportDepth() {
    guard isNews() else { return }
    add(
      "depth", "nested deeper than \(Self.depthLimit) levels", at: token.range,
      help: "give the inner parts names of their own")
  }

  mutating func reportOperatorCount() {
    guard isNews() else { return }
    add("operators", "more than \(Self.operatorLimit) operators in a row", at: token.range)
  }

  // MARK: Operators

  /// Says what is meant by an operator of another language; whether one can go on behind it.
  @discardableResult
  mutating func reportForeignOperator() -> Bool {
    if isNews() { addForeignOperator() }
    return kind == .percent ? isModulo : kind != .slashSlash
  }

  private var isModulo: Bool { isSameLine(ahead: 1) && kind(ahead: 1).startsOperand }

  private mutating func addForeignOperator() {
    switch kind {
    case .percent where isModulo: addModulo(token.range)
    case .percent: add("percent", "`%` belongs to a number, such as `40%`", at: token.range)
    case .slashSlash:
      add(
        "slashes", "`//` is neither a comment nor an operator", at: token.range,
        help: "a comment begins with `#`; a whole quotient is `floor(a / b)`")
    case .ampersands: addForeignOperator("and")
    case .bars: addForeignOperator("or")
    case .bang: addForeignOperator("not", fix: "not ")
    default: addForeignOperator("^")
    }
  }

  private mutating func addForeignOperator(_ word: String, fix: String? = nil) {
    add(
      "operator", "this operator is written `\(word)`", at: token.range, help: "write `\(word)`",
      fix: fix ?? word)
  }

  private mutating func addModulo(_ sign: Range<Int>) {
    add("modulo", "the remainder is `mod`, not `%`", at: sign, help: "write `mod`", fix: "mod")
  }

  mutating func reportNeedsParentheses() {
    guard isNews() else { return }
    let word = text(token)
    add(
      "parentheses", "`\(word) …` needs parentheses here", at: token.range,
      help: "write `(\(word) …)`")
  }

  mutating func reportChain() {
    guard isNews() else { return }
    if kind == .to || kind == .plusMinus {
      add(
        "chained-range", "an uncertain value has one `to` or `±`", at: token.range,
        help: "a range is `low to high`")
    } else if kind == .dotDot {
      add("chained-range", "a range has one `..`", at: token.range, help: "such as `1..8`")
    } else {
      add(
        "chained-comparison", "comparisons cannot be chained", at: token.range,
        help: "write `1 < x and x < 5`")
    }
  }

  mutating func reportAfterUnit() {
    guard isNews() else { return }
    let unit = tokens[position - 1]
    add(
      "after-unit", "`\(text(token))` cannot follow a unit here", at: token.range,
      note: (unit.range, "this is a unit"),
      help: "calculate in parentheses, `($2 per hour) * 3 hours`, or glue the unit, `USD/hour`")
  }

  // MARK: What cannot stand here

  mutating func reportStatementStart() {
    guard isNews() else { return }
    let word = text(token)
    switch kind {
    case .slashSlash: addForeignOperator()
    case .semicolon: addSemicolon()
    case _ where kind.isCloser: addStray()
    case _ where kind.precedence != nil && kind != .percent:
      add(
        "operator-first", "a line cannot begin with `\(word)`", at: token.range,
        help: "end the line above with `\(word)`, or put it all in parentheses")
    default: add("statement", "no statement begins with `\(word)`", at: token.range)
    }
  }

  private mutating func addStray() {
    add("stray", "this `\(text(token))` closes nothing", at: token.range)
  }

  private mutating func addSemicolon() {
    add(
      "semicolon", "no `;` ends a statement", at: token.range,
      help: "each statement has a line of its own", fix: "\n")
  }

  /// What stands at the position cannot, after what came before.
  mutating func reportUnexpected() {
    guard isNews() else { return }
    switch kind {
    case .equal: addEqual()
    case .semicolon: addSemicolon()
    case .comma where context.bracket != .items && context.bracket != .block:
      add(
        "comma", "a comma cannot stand here", at: token.range,
        help: "a list stands in brackets: `[1, 2]`")
    case .slashSlash, .percent: addForeignOperator()
    case .colon where isBetweenNumbers:
      add(
        "unexpected", "`:` cannot stand here", at: token.range,
        help: "a pattern of sparse weights is a text: `\"2:4\"`")
    case .colon where context.bracket == .none:
      add(
        "colon", "`=` gives a cell its value, not `:`", at: token.range, help: "write `=`",
        fix: "=")
    case .source, .as, .on, .using, .with, .at, .serving, .for, .over, .subject:
      add("clause", "`\(text(token))` cannot follow here", at: token.range)
    case _ where kind.isCloser && context.bracket == .none: addStray()
    case _ where kind.startsOperand || kind == .bang: addJuxtaposed()
    case .endOfFile: add("unexpected", "something is missing at the end", at: gap)
    default: add("unexpected", "`\(text(token))` cannot stand here", at: token.range)
    }
  }

  private var isBetweenNumbers: Bool {
    position > 0 && tokens[position - 1].kind == .number && isGlued(ahead: 0) && isGlued(ahead: 1)
      && kind(ahead: 1) == .number
  }

  private mutating func addEqual() {
    let first = tokens[statementStart]
    if context.bracket == .items {
      return add(
        "argument-equal", "`:` names an argument, not `=`", at: token.range, help: "write `:`",
        fix: ":")
    }
    let isCell = first.kind.isWord && tokens[statementStart + 1].kind == .equal
    let isTarget = context.bracket == .none && !isCell && !first.kind.beginsStatement
    guard isTarget else {
      return add(
        "equal", "`=` names a cell and compares nothing", at: token.range,
        help: "to compare, write `==`", fix: "==")
    }
    let target = range(statementStart...max(statementStart, position - 1))
    let isFunction = first.kind.isWord && tokens[statementStart + 1].kind == .leftParen
    add(
      "assign-target", "only a name can stand left of `=`", at: target,
      help: isFunction ? "a function is written `fn \(text(first))(x) = …`" : nil)
  }

  /// Two values side by side, with nothing between them.
  private mutating func addJuxtaposed() {
    let before = tokens[position - 1]
    let isFirstPair = position == statementStart + 1
    if before.kind == .percent {
      return addModulo(before.range)
    }
    if isFirstPair, before.kind == .name, kind.isWord, kind(ahead: 1) == .equal {
      return add(
        "keyword", "a cell needs no word before its name", at: before.range,
        help: "write `\(text(token)) = …`")
    }
    if context.bracket == .items || context.bracket == .block {
      return add("juxtaposed", "a comma or an operator is missing here", at: token.range)
    }
    guard before.kind == .number || before.kind == .rightParen || kind == .leftParen else {
      return add(
        "juxtaposed", "an operator is missing here", at: token.range,
        help: "nothing multiplies by standing side by side")
    }
    let left = before.kind == .rightParen ? "(…)" : text(before)
    let right = kind == .leftParen ? "(…)" : text(token)
    add(
      "juxtaposed", "an operator is missing between these values", at: token.range,
      help: "to multiply, write `\(left) * \(right)`")
  }
}
