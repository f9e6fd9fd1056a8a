import AICLanguage
import AICReport
import CostEngine

/// Commands that change the session.
extension Session {
  /// Makes a state without new statements the session's, and says which figures moved.
  private mutating func adopt(_ draft: State, saying text: String = "") -> Reply {
    let written = SessionScript(draft.statements, isShort: true)
    let (cells, result) = script(written.source, draft).cells(showing: [])
    if let stopped { return stopped }
    if let refusal = refusal(result.diagnostics, result.files) { return refusal }
    var draft = draft
    draft.cells = cells
    let moved = told(moves(from: state.cells, to: cells))
    accept(draft)
    return Reply(text + moved)
  }

  mutating func choose(scenario name: String) -> Reply {
    guard !name.isEmpty else {
      let names = ["base"] + scenarioNames
      return Reply(
        names.map { ($0 == (scenario ?? "base") ? "* " : "  ") + $0 + "\n" }.joined())
    }
    guard name == "base" || scenarioNames.contains(name) else {
      let names = (["base"] + scenarioNames).joined(separator: ", ")
      return refused("there is no scenario `\(name)`", help: "there are: \(names)")
    }
    var draft = state
    draft.scenario = name == "base" ? nil : name
    return adopt(draft)
  }

  mutating func samples(_ operand: String) -> Reply {
    guard !operand.isEmpty else { return Reply("\(state.sampling.samples)\n") }
    guard let count = Session.count(operand), (1...Sampling.mostSamples).contains(count) else {
      return refused("`:samples` takes 1 to \(Sampling.mostSamples), not `\(operand)`")
    }
    var draft = state
    draft.sampling = state.sampling.with(samples: count)
    return adopt(draft)
  }

  /// `100000`, `100_000`, `100k` or `1e5`.
  private static func count(_ text: String) -> Int? {
    let magnitudes: [Character: Double] = ["k": 1e3, "M": 1e6, "B": 1e9]
    let plain = text.filter { $0 != "_" }
    let scale = plain.last.flatMap { magnitudes[$0] }
    guard let value = Double(scale == nil ? plain : String(plain.dropLast())) else { return nil }
    return Int(exactly: value * (scale ?? 1))
  }

  mutating func seed(_ operand: String) -> Reply {
    guard !operand.isEmpty else { return Reply("\(state.sampling.seed)\n") }
    guard let seed = UInt64(operand) else {
      return refused("`:seed` takes a whole number, not `\(operand)`")
    }
    var draft = state
    draft.sampling = state.sampling.with(seed: seed)
    return adopt(draft)
  }

  mutating func undo() -> Reply {
    guard let earlier = past.popLast() else { return refused("there is nothing to take back") }
    let kept = Set(earlier.statements.map(\.text))
    let own = Set(state.statements.map(\.text))
    func lines(_ sign: String, _ statements: [SessionStatement], _ others: Set<String>) -> String {
      let changed = statements.filter { !others.contains($0.text) }
      let most = 5
      let more = changed.count > most ? "  … and \(changed.count - most) more\n" : ""
      return changed.prefix(most).map { "  \(sign) \($0.firstLine)\n" }.joined() + more
    }
    let names = [state.scenario ?? "base", earlier.scenario ?? "base"]
    let scenario = names[0] == names[1] ? "" : "  scenario \(names[0]) → \(names[1])\n"
    let text =
      scenario + lines("−", state.statements, kept) + lines("+", earlier.statements, own)
      + moves(from: state.cells, to: earlier.cells)
    state = earlier
    return Reply(text)
  }

  mutating func reset() -> Reply {
    var draft = State()
    draft.sampling = state.sampling
    accept(draft)
    return Reply("")
  }

  // MARK: - Replacing a cell or a field

  /// `CELL = …`
  mutating func set(_ operand: String) -> Reply {
    guard let sign = operand.firstIndex(of: "=") else {
      return incomplete(.set, such: "users = 20k users")
    }
    let path = operand[..<sign].filter { !$0.isWhitespace }
    let value = operand[operand.index(after: sign)...].trimmed
    guard !path.isEmpty, !value.isEmpty else {
      return incomplete(.set, such: "users = 20k users")
    }
    let expression = SourceFile(name: "input", text: value)
    if let refusal = refusal(parseExpression(expression).diagnostics, [expression]) {
      return refusal
    }
    let parts = path.split(separator: ".", maxSplits: 1).map(String.init)
    guard let statement = state.statements.first(where: { $0.key == parts[0] }) else {
      return refused("there is no cell `\(parts[0])`", help: near(parts[0], cellNames))
    }
    let changed =
      parts.count == 1
      ? statement.replacing(value: value) : statement.replacing(field: parts[1], by: value)
    guard let changed else {
      return refused(
        "`\(path)` cannot be set", help: "`\(parts[0])` is defined by: \(statement.firstLine)")
    }
    let old = state.cells.first { $0.name == parts[0] }?.type
    let before = self
    let reply = enter(changed)
    // Another definition may have another dimension; what is set is the same cell with another value.
    if reply.isAccepted, let old, let new = state.cells.first(where: { $0.name == parts[0] })?.type,
      old != new
    {
      self = before
      return refused("`\(parts[0])` is \(old), and this is \(new)")
    }
    return reply
  }

  /// What a name may have been meant for.
  func near(_ name: String, _ legal: [String]) -> String? {
    let names = legal.near(name)
    return names.isEmpty
      ? nil : "did you mean " + names.map { "`\($0)`" }.joined(separator: " or ") + "?"
  }
}

extension Sampling {
  /// The same with another number of draws, or with others.
  fileprivate func with(samples: Int? = nil, seed: UInt64? = nil) -> Sampling {
    Sampling(samples: samples ?? self.samples, seed: seed ?? self.seed, sampler: sampler)
  }
}
