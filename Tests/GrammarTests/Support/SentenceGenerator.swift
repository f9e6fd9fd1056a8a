/// Random sentences of a grammar.
///
/// What the grammar says in words is kept here: blanks, the choice of names, and the places where
/// the parser takes as much as it can, so that other readings of a sentence are never meant.
struct SentenceGenerator {
  /// A token and what stands before it.
  private struct Piece {
    let text: String
    let blank: String
  }

  /// Where the rule stands that is being written.
  private struct Place {
    var production = "file"
    /// The piece its production begins with.
    var start = 0
    var depth = 0
    /// A text, where no line may end.
    var isInText = false
    /// Where the innermost technique begins.
    var technique = 0
    /// In clauses outside brackets, where `at` begins another of them.
    var isInClause = false
    /// In brackets or a `show`, where a comma parts items.
    var isInItems = false
  }

  private static let names = ["a", "b", "x1", "users", "price", "größe", "_h", "tokens"]
  private static let techniques = ["quantize", "prune", "batch", "cache", "spot", "reserve"]
  private static let plainNumbers = ["0", "2", "12", "1_000", "2.5", "1e9", "4k", "7B", "128Ki"]
  private static let unitNumbers = ["80GB", "3kWh", "1.5h"]
  private static let labels = names + ["if", "to", "with", "in", "model", "show", "source", "min"]
  private static let segments = ["costs ", "per year", "\\{ \\\" \\n", "größer ", "# no comment"]
  /// A repetition is as long as this at most.
  private static let repetitions = 3
  private static let depthLimit = 45
  private static let lengthLimit = 25
  private static let drawLimit = 100_000

  private let grammar: EBNF
  /// How deep the shallowest sentence of each production is.
  private let heights: [String: Int]
  private var random: SplitMix64
  private var pieces: [Piece] = []
  /// Whether the sentence has a reading that is not the one meant.
  private var isDoubtful = false
  /// The productions that were used in a sentence.
  private(set) var used: Set<String> = []
  /// How many sentences were drawn, the doubtful ones included.
  private(set) var drawn = 0

  init(_ grammar: EBNF, seed: UInt64) {
    self.grammar = grammar
    random = SplitMix64(state: seed)
    heights = Self.heights(grammar)
  }

  /// The next sentence: a file of one statement or some.
  mutating func sentence() -> String {
    let before = used
    repeat {
      used = before
      pieces = []
      isDoubtful = false
      drawn += 1
      for _ in 0..<Int.random(in: 1...2, using: &random) {
        write(.symbol("statement"), Place())
      }
    } while isDoubtful && drawn < Self.drawLimit
    return pieces.map { $0.blank + $0.text }.joined() + "\n"
  }

  // MARK: Rules

  private mutating func write(_ rule: EBNF.Rule, _ place: Place) {
    switch rule {
    case .literal(let text): add(text, place)
    case .prose: if place.isInText { add(",", place) } else { endLine() }
    case .symbol(let name): write(symbol: name, place)
    case .sequence(let parts): for part in parts { write(part, place) }
    case .choice(let parts): write(choice(of: parts, place), place)
    case .optional(let part): if goesOn(part, place) { write(part, place) }
    case .repeated(let part):
      for _ in 0..<Self.repetitions where goesOn(part, place) { write(part, place) }
    }
  }

  private mutating func write(symbol name: String, _ place: Place) {
    if Terminals.classes.contains(name) { return add(token(of: name, place), place) }
    guard let rule = grammar.productions[name] else {
      isDoubtful = true
      return
    }
    used.insert(name)
    var inner = place
    inner.production = name
    inner.depth += 1
    inner.start = pieces.count
    if name == "text" { inner.isInText = true }
    if name == "technique" { inner.technique = pieces.count }
    if ["cost", "planLine"].contains(name) { inner.isInClause = true }
    if ["list", "record", "arguments", "index", "interpolation"].contains(name) {
      inner.isInClause = false
    }
    if ["items", "list", "record", "arguments"].contains(name) { inner.isInItems = true }
    if name == "statement", !pieces.isEmpty { pieces.append(Piece(text: "", blank: "\n")) }
    write(rule, inner)
    isDoubtful = isDoubtful || isMisread(inner)
  }

  private mutating func choice(of parts: [EBNF.Rule], _ place: Place) -> EBNF.Rule {
    let fitting = parts.filter { height($0) <= room(place) }
    if let part = fitting.randomElement(using: &random) { return part }
    return parts.min { height($0) < height($1) } ?? .sequence([])
  }

  private mutating func goesOn(_ part: EBNF.Rule, _ place: Place) -> Bool {
    height(part) <= room(place) && Int.random(in: 0..<3, using: &random) == 0
  }

  /// How much deeper a sentence may go: not at all once it is long.
  private func room(_ place: Place) -> Int {
    // The clauses of a plan's line stand behind an expression, which alone is long.
    pieces.count < Self.lengthLimit || place.production == "planLine"
      ? Self.depthLimit - place.depth : 0
  }

  private func height(_ rule: EBNF.Rule) -> Int { Self.height(rule, heights) }

  // MARK: Tokens

  private mutating func token(of name: String, _ place: Place) -> String {
    switch name {
    case "name": self.name(place)
    case "quotedName": "`llama-3.1-8b`"
    case "number": pick(Bool.random(using: &random) ? Self.plainNumbers : Self.unitNumbers)
    case "currency": pick(["$", "€", "£", "¥"])
    case "segment": pick(Self.segments)
    case "year": "2026"
    case "month": "03"
    default: "15"
    }
  }

  private mutating func name(_ place: Place) -> String {
    let isFirst = place.start == pieces.count
    switch place.production {
    case "technique" where isFirst: return pick(Self.techniques)
    case "field" where isFirst, "argument" where isFirst: return pick(Self.labels)
    case _ where pieces.last?.text == ".": return pick(Self.labels)
    default: return pick(Self.names)
    }
  }

  private mutating func pick(_ texts: [String]) -> String {
    texts.randomElement(using: &random) ?? ""
  }

  private mutating func add(_ text: String, _ place: Place) {
    if pieces.last?.text.hasSuffix("\n") == true {
      pieces.append(Piece(text: text, blank: "    "))
    } else {
      pieces.append(Piece(text: text, blank: isGlued(text, place) ? "" : " "))
    }
  }

  private mutating func endLine() { pieces.append(Piece(text: "\n", blank: "")) }

  /// Whether a token stands right behind the one before it.
  private func isGlued(_ text: String, _ place: Place) -> Bool {
    guard let last = pieces.last?.text, !last.isEmpty else { return true }
    let isFirst = place.start == pieces.count
    switch place.production {
    case "date": return !isFirst
    case "unitTail": return true
    case "quantity": return !isFirst && (text == "%" || "$€£¥".contains(last) || text == "/")
    case "text": return !isFirst && text != "}"
    // A call; and a dot, so that a name before it is no unit.
    case "named": return !isFirst && text == "("
    default: return text == "." || last == "."
    }
  }

  // MARK: Doubt

  /// Whether the parser reads what was written for a production in another way.
  private func isMisread(_ place: Place) -> Bool {
    let written = pieces[place.start...].map(\.text)
    switch place.production {
    case "quantity": return isMisreadQuantity(written)
    case "per": return isMisreadRate(written)
    // Behind the first, an operand that could go on with the one before it does.
    case "moment":
      // What dates a price inside of a declaration would date the declaration.
      if written.first == "as" {
        return !Set(pieces.map(\.text)).isDisjoint(with: ["assume", "rate"])
      }
      return place.isInClause || written.last == ")"
    // A comma behind a condition parts items, where there are any.
    case "optimum": return place.isInItems && written.contains("subject")
    case "operand":
      let isFirst = place.start == place.technique + 1
      return written.first == "{" || !isFirst && "([-".contains(written.first ?? "")
        || !isFirst && written.first == "to"
    // The techniques of a cost, or a copy with other fields, come before the confidence.
    case "assert":
      // A function's body does not end where the message begins.
      if written.last?.hasSuffix("\"") == true, written.contains("fn") { return true }
      guard let with = written.lastIndex(of: "with") else { return false }
      return written[with...].prefix(2).last == "{"
        || !Set(written).isDisjoint(with: ["train", "finetune", "deploy"])
    default: return false
    }
  }

  /// No unit follows a unit, and none begins with `-`.
  private func isMisreadQuantity(_ written: [String]) -> Bool {
    guard let number = written.firstIndex(where: { $0.first?.isNumber == true }) else {
      return false
    }
    let next = written[number...].dropFirst().first
    if Self.unitNumbers.contains(written[number]) { return next.map(Self.names.contains) ?? false }
    return next == "-" || next == "%" && written[number...].dropFirst(2).first == "-"
  }

  /// A name behind `per` is a unit, unless it is called or has members.
  private func isMisreadRate(_ written: [String]) -> Bool {
    for (index, text) in written.enumerated() where text == "per" && index + 2 < written.count {
      let isName = Self.names.contains(written[index + 1])
      let next = written[index + 2]
      let isUnit = ["per", "/", "-", "in", ")", "]", "}", ",", "\n"].contains(next)
      if isName, !["(", "."].contains(next), !isUnit { return true }
    }
    return false
  }

  // MARK: Heights

  private static func heights(_ grammar: EBNF) -> [String: Int] {
    var result: [String: Int] = [:]
    var isSettled = false
    while !isSettled {
      isSettled = true
      for (name, rule) in grammar.productions where !Terminals.classes.contains(name) {
        let height = height(rule, result)
        if height < result[name] ?? .max {
          result[name] = height
          isSettled = false
        }
      }
    }
    return result
  }

  private static func height(_ rule: EBNF.Rule, _ heights: [String: Int]) -> Int {
    switch rule {
    case .literal, .prose: 1
    case .symbol(let name):
      Terminals.classes.contains(name) ? 1 : heights[name].map { min($0, 10_000) + 1 } ?? 10_000
    case .sequence(let parts): parts.map { height($0, heights) }.max() ?? 1
    case .choice(let parts): parts.map { height($0, heights) }.min() ?? 1
    case .optional, .repeated: 1
    }
  }
}
