import AICLanguage
import AICReport

/// Commands that ask and change nothing.
extension Session {
  /// What one more statement would show.
  func asking(_ statement: String, under state: State) -> Reply {
    let entry = SourceFile(name: "input", text: statement)
    let tree = parse(entry)
    if let refusal = refusal(tree.diagnostics, [entry]) { return refusal }
    let statements = state.statements + SessionStatement.all(in: tree)
    let new = Set(state.statements.count..<statements.count)
    let written = SessionScript(statements, isShort: true, keeping: new)
    let shown = new.map { written.ranges[$0] }
    let result = script(written.source, state).cells(showing: shown).result
    if let stopped { return stopped }
    let told = PlaceInEntry(result, statements, written, new, entry)
    if let refusal = refusal(told.diagnostics, told.files) { return refusal }
    return Reply(TextReport(result, palette: palette).valueText)
  }

  /// An expression with `ans` led to what was shown last.
  func led(_ expression: String) -> String {
    guard Answer.words.contains(expression), !cellNames.contains(expression) else {
      return expression
    }
    return state.answer?.expression ?? expression
  }

  func explain(_ operand: String) -> Reply {
    guard !operand.isEmpty else { return incomplete(.explain, such: "service.cost") }
    let (figure, result) = script(source, state).explain(led(operand))
    if let stopped { return stopped }
    if let refusal = refusal(result.diagnostics, result.files) { return refusal }
    return Reply(figure.map { ExplanationLayout($0, palette: palette).text } ?? "")
  }

  func assumptions(_ operand: String) -> Reply {
    let figures = operand.isEmpty ? [] : [led(operand)]
    let (assumptions, result) = script(source, state).assumptions(moving: figures)
    if let stopped { return stopped }
    if let refusal = refusal(result.diagnostics, result.files) { return refusal }
    guard let assumptions, !assumptions.inputs.isEmpty else {
      return Reply("no assumptions yet: `assume users = 4k to 9k users` states one\n")
    }
    return Reply(AssumptionsReport(assumptions, file: "session").text)
  }

  func time(_ operand: String) -> Reply {
    guard !operand.isEmpty else { return incomplete(.time, such: "service.cost") }
    let start = clock()
    var reply = asking(led(operand), under: state)
    let milliseconds = (clock() - start) * 1e3
    guard reply.isAccepted else { return reply }
    let digits = milliseconds < 10 ? (milliseconds * 100).rounded() / 100 : milliseconds.rounded()
    let count = state.statements.count
    reply.text += palette(
      "  \(digits) ms, with the \(count) \(count == 1 ? "statement" : "statements") of the session "
        + "and \(state.sampling.samples) samples\n", .faint)
    return reply
  }

  // MARK: - Scenarios

  /// The scenarios of the session.
  var scenarioNames: [String] {
    state.statements.filter { $0.kind == .scenarioDeclaration }.compactMap(\.name)
  }

  func compare(_ operand: String) -> Reply {
    var base = state
    // The base is that of the session, whatever scenario is chosen.
    base.scenario = nil
    guard !scenarioNames.isEmpty else {
      return refused(
        "there is nothing to compare with", help: "such as `scenario more { users = 20k users }`")
    }
    let parts = operand.isEmpty ? ["", ""] : operand.splitAtWord("on")
    var scenarios = parts[0].isEmpty ? scenarioNames.joined(separator: ", ") : parts[0]
    if !scenarios.split(separator: ",").contains(where: { $0.trimmed == "base" }) {
      scenarios = "base, " + scenarios
    }
    let figures = parts[1].isEmpty ? comparedFigures.joined(separator: ", ") : parts[1]
    guard !figures.isEmpty else {
      return refused("there is no figure to compare", help: "such as `:compare on service.cost`")
    }
    return asking("compare \(scenarios) on \(figures)", under: base)
  }

  /// What was shown as a figure, or else what follows from assumptions.
  private var comparedFigures: [String] {
    let most = 6
    var figures = state.shownFigures
    if figures.isEmpty { figures = state.cells.filter { !$0.isAssumption }.map(\.name) }
    let named = figures.compactMap { name -> String? in
      guard let cell = state.cells.first(where: { $0.name == name }) else { return name }
      if cell.card != nil { return cell.card?["cost"].map { _ in "\(name).cost" } }
      return cell.value.figure == nil ? nil : name
    }
    return named.reduce(into: []) { if !$0.contains($1), $0.count < most { $0.append($1) } }
  }
}

extension Session.State {
  /// The names and fields that were shown, in the order of the session.
  var shownFigures: [String] {
    statements.filter { [.expressionStatement, .showStatement].contains($0.kind) }
      .flatMap { $0.node.children }.filter { [.name, .member].contains($0.kind) }.map(\.text)
  }
}

extension String {
  /// What stands before and behind the first such word; nothing behind where it does not stand there.
  fileprivate func splitAtWord(_ word: String) -> [String] {
    let words = split(separator: " ").map(String.init)
    guard let place = words.firstIndex(of: word) else { return [trimmed, ""] }
    return [words[..<place], words[(place + 1)...]].map { $0.joined(separator: " ") }
  }
}
