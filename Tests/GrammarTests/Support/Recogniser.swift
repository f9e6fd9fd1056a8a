/// Whether a text follows from the grammar, by Earley's algorithm: any grammar will do,
/// ambiguous or left-recursive.
struct Recogniser {
  private enum Symbol: Hashable {
    case rule(Int)
    case literal(String)
    case `class`(String)
    case lineEnd
    /// A line end, or nothing before a brace.
    case separator
  }

  private struct Item: Hashable {
    let rule: Int
    let body: Int
    let dot: Int
    let origin: Int
  }

  /// The alternatives of each rule, in which no optional or repeated part is left.
  private var rules: [[[Symbol]]] = []
  private var numbers: [String: Int] = [:]
  private var nullable: Set<Int> = []
  private let start: Int

  /// A recogniser of a file; names without a production match nothing.
  init(_ grammar: EBNF) {
    for name in grammar.productions.keys.sorted() where !Terminals.classes.contains(name) {
      numbers[name] = rules.count
      rules.append([])
    }
    start = numbers["file"] ?? 0
    for (name, number) in numbers {
      guard let rule = grammar.productions[name] else { continue }
      rules[number] = alternatives(rule).map { name == "statement" ? $0 + [.lineEnd] : $0 }
    }
    findNullable()
  }

  private mutating func alternatives(_ rule: EBNF.Rule) -> [[Symbol]] {
    if case .choice(let parts) = rule { return parts.map { symbols($0) } }
    return [symbols(rule)]
  }

  private mutating func symbols(_ rule: EBNF.Rule) -> [Symbol] {
    switch rule {
    case .literal(let text): return [.literal(text)]
    case .prose: return [.separator]
    case .symbol(let name):
      return [numbers[name].map(Symbol.rule) ?? .class(name)]
    case .sequence(let parts): return parts.flatMap { symbols($0) }
    case .choice: return [add(alternatives(rule))]
    case .optional(let part): return [add(alternatives(part) + [[]])]
    case .repeated(let part):
      let number = rules.count
      rules.append([])
      rules[number] = [[]] + alternatives(part).map { [.rule(number)] + $0 }
      return [.rule(number)]
    }
  }

  private mutating func add(_ bodies: [[Symbol]]) -> Symbol {
    rules.append(bodies)
    return .rule(rules.count - 1)
  }

  private mutating func findNullable() {
    var count = -1
    while count < nullable.count {
      count = nullable.count
      for (number, bodies) in rules.enumerated() {
        if bodies.contains(where: { $0.allSatisfy(isNullable) }) { nullable.insert(number) }
      }
    }
  }

  private func isNullable(_ symbol: Symbol) -> Bool {
    if case .rule(let number) = symbol { nullable.contains(number) } else { false }
  }

  /// How many terminals can begin a file; all of them, and `true`, where they are one.
  func recognise(_ input: Terminals) -> (isFile: Bool, furthest: Int) {
    let end = input.all.count
    var chart = [Column](repeating: Column(), count: end + 1)
    for body in rules[start].indices {
      let item = Item(rule: start, body: body, dot: 0, origin: 0)
      chart[0].add(item, waitingFor: awaited(item))
    }
    var furthest = 0
    for position in 0...end {
      if !chart[position].items.isEmpty { furthest = position }
      var index = 0
      while index < chart[position].items.count {
        step(chart[position].items[index], at: position, of: input, in: &chart)
        index += 1
      }
    }
    let isFile = chart[end].items.contains {
      $0.rule == start && $0.origin == 0 && $0.dot == rules[start][$0.body].count
    }
    return (isFile, furthest)
  }

  private struct Column {
    var items: [Item] = []
    private var seen: Set<Item> = []
    /// The rules that were found to hold between nothing here.
    var empty: Set<Int> = []
    /// The items before a rule that begins here.
    private(set) var waiting: [Int: [Item]] = [:]

    mutating func add(_ item: Item, waitingFor rule: Int?) {
      guard seen.insert(item).inserted else { return }
      items.append(item)
      if let rule { waiting[rule, default: []].append(item) }
    }
  }

  private func step(
    _ item: Item, at position: Int, of input: Terminals, in chart: inout [Column]
  ) {
    let body = rules[item.rule][item.body]
    guard item.dot < body.count else {
      if item.origin == position { chart[position].empty.insert(item.rule) }
      for outer in chart[item.origin].waiting[item.rule] ?? [] {
        add(outer, to: &chart[position])
      }
      return
    }
    let symbol = body[item.dot]
    if case .rule(let number) = symbol {
      for body in rules[number].indices {
        let next = Item(rule: number, body: body, dot: 0, origin: position)
        chart[position].add(next, waitingFor: awaited(next))
      }
      if nullable.contains(number) || chart[position].empty.contains(number) {
        add(item, to: &chart[position])
      }
      return
    }
    guard position < input.all.count else { return }
    if matches(symbol, input, position) { add(item, to: &chart[position + 1]) }
    if symbol == .separator, input.matches(literal: "}", at: position) {
      add(item, to: &chart[position])
    }
  }

  /// Adds an item with its dot one symbol on.
  private func add(_ item: Item, to column: inout Column) {
    let next = Item(rule: item.rule, body: item.body, dot: item.dot + 1, origin: item.origin)
    column.add(next, waitingFor: awaited(next))
  }

  private func awaited(_ item: Item) -> Int? {
    let body = rules[item.rule][item.body]
    guard item.dot < body.count, case .rule(let number) = body[item.dot] else { return nil }
    return number
  }

  private func matches(_ symbol: Symbol, _ input: Terminals, _ index: Int) -> Bool {
    switch symbol {
    case .rule: false
    case .literal(let text): input.matches(literal: text, at: index)
    case .class(let name): input.matches(class: name, at: index)
    case .lineEnd, .separator: input.all[index].text == "\n"
    }
  }
}
