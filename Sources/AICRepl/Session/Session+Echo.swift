import AICLanguage
import AICReport
import Quantities

/// How the session lays out what it has to say.
extension Session {
  /// `error: …`, as messages with a place begin.
  func heading(_ word: String, _ style: Palette.Style, _ message: String) -> String {
    palette(word, style) + palette(": \(message)", .strong) + "\n"
  }

  /// The errors, where there are any: the entry is not taken then.
  func refusal(_ diagnostics: [Diagnostic], _ files: [SourceFile]) -> Reply? {
    let errors = diagnostics.filter { $0.severity == .error }
    guard !errors.isEmpty else { return nil }
    let renderer = DiagnosticRenderer(files: files, palette: palette)
    let most = 5
    let more = errors.count > most ? "\(errors.count - most) more errors\n" : ""
    return Reply(
      errors.prefix(most).map { renderer.block($0) }.joined(separator: "\n") + more,
      isAccepted: false)
  }

  /// The warnings that were not told before.
  func warnings(_ diagnostics: [Diagnostic], _ files: [SourceFile], _ state: inout State) -> String
  {
    // In a conversation what an assumption is for comes later.
    let all = diagnostics.filter { $0.severity == .warning && $0.id != "lints.unused" }
    let news = all.filter { !state.warnings.contains($0.message) }
    state.warnings = Set(all.map(\.message))
    let renderer = DiagnosticRenderer(files: files, palette: palette)
    return news.map { renderer.block($0) }.joined(separator: "\n")
  }

  /// What a new cell comes to, where that says more than what was typed.
  func echoes(_ state: State, _ new: Set<Int>, _ cells: [CellValue]) -> [RunResult.Output] {
    // A script tells what it shows.
    guard new.count == 1, let place = new.first, let name = state.statements[place].name,
      let cell = cells.first(where: { $0.name == name })
    else { return [] }
    let statement = state.statements[place]
    guard case .figure = cell.output else {
      // Of a thing that was there before, what moved is told.
      return self.state.cells.contains { $0.name == name && $0.type == cell.type }
        ? [] : [cell.output]
    }
    if statement.kind == .functionDeclaration { return [] }
    if case .text = cell.value, !["Text", "Table"].contains(cell.type) { return [] }
    let isUncertain = cell.value.figure?.spread != nil
    return isUncertain || !statement.node[1].isLiteral ? [cell.output] : []
  }

  /// The shape that a plain range was taken for.
  func shapes(_ state: State, _ new: Set<Int>, _ cells: [CellValue]) -> String {
    guard new.count == 1, let place = new.first else { return "" }
    let statement = state.statements[place]
    guard let value = statement.node.children.first(where: \.isPlainRange),
      let cell = cells.first(where: { $0.name == statement.name }), let figure = cell.value.figure,
      figure.spread != nil, value.kind != .name
    else { return "" }
    let shape = figure.isPercent ? "logit-normal, always between 0 and 100%" : "log-normal"
    return palette("  a 90% interval, \(shape)\n", .faint)
  }

  /// That a budget holds: one that does not is laid out with its values.
  func held(_ result: RunResult) -> String {
    result.assertions.filter(\.holds).map { assertion in
      let share = assertion.chance.map {
        " in " + QuantityFormat.display.text($0, .none, asPercent: true, digits: 3) + " of samples"
      }
      return palette("  holds\(share ?? "")\n", .faint)
    }.joined()
  }

  /// What moved, or that nothing did.
  func told(_ moves: String) -> String {
    moves.isEmpty ? palette("  no cell or cost moved\n", .faint) : moves
  }

  /// `total   $1.20M → $1.34M   +12%`
  func moves(
    from old: [CellValue], to new: [CellValue], except names: Set<String> = [],
    isSingle: Bool = false
  ) -> String {
    let all = Movement.all(
      from: old, to: new, except: names, watched: Set(state.shownFigures), isSingle: isSingle)
    let most = 12
    let shown = all.prefix(most)
    let names = shown.map(\.name.displayWidth).max() ?? 0
    let changes = shown.map(\.change.displayWidth).max() ?? 0
    let lines = shown.map { move in
      let name = palette(move.name.padded(to: names), .accent)
      guard let share = move.share else { return "  \(name)   \(move.change)\n" }
      return "  \(name)   \(move.change.padded(to: changes))   \(palette(share, .faint))\n"
    }
    let more = all.count > most ? palette("  and \(all.count - most) more moved\n", .faint) : ""
    return lines.joined() + more
  }
}

extension SyntaxNode {
  /// Whether this is a number as it is written, which says all that there is.
  fileprivate var isLiteral: Bool {
    switch kind {
    case .quantity, .text, .date: true
    case .parenthesised: self[0].isLiteral
    case .unary: self[0].kind == .quantity
    case .per: self[0].isLiteral && self[1].kind == .unit
    default: false
    }
  }

  /// Whether this is `a to b`, perhaps with a unit of its own.
  fileprivate var isPlainRange: Bool {
    switch kind {
    case .binary: token?.kind == .to
    case .parenthesised, .per, .in: self[0].isPlainRange
    default: false
    }
  }
}
