import AICLanguage
import AICReport
import CostEngine

/// A conversation as a value: the statements that were accepted, what they come to, and what is said to each entry.
///
/// It knows no terminal and touches no file. Every entry checks and computes the whole again, which takes
/// milliseconds; one that has an error changes nothing.
public struct Session: Sendable {
  /// What an entry can change, and `:undo` brings back.
  struct State: Sendable {
    var statements: [SessionStatement] = []
    var scenario: String?
    var sampling = Sampling.standard
    /// What `ans` stands for: an expression in the text of the session.
    var answer: Answer?
    /// The values of the cells.
    var cells: [CellValue] = []
    /// The warnings that were told, and the budgets that are known not to hold.
    var warnings: Set<String> = []
    var failures: Set<String> = []
    /// The script that imports are read beside.
    var script: String?
  }

  var state = State()
  var past: [State] = []
  let files: any SessionFiles
  let execution: Execution
  var palette: Palette
  /// How many columns the answers may take.
  public var width = 80
  /// Seconds from some moment on, for `:time`.
  let clock: @Sendable () -> Double
  /// The statements that were typed last, whether they were taken or not.
  private var lastEntry: String?
  /// A text that was edited outside and has errors.
  var unfinished: String?

  /// Who goes back further has forgotten where to.
  private static let mostUndone = 200

  /// - Parameter execution: how the work is shared out, and who may stop it.
  public init(
    files: any SessionFiles, palette: Palette, sampling: Sampling = .standard,
    execution: Execution = Execution(),
    clock: @escaping @Sendable () -> Double = { 0 }
  ) {
    self.files = files
    self.execution = execution
    self.clock = clock
    self.palette = palette
    state.sampling = sampling
  }

  /// The scenario that figures are computed under; nil for the base.
  public var scenario: String? { state.scenario }

  /// The names of the cells.
  public var cellNames: [String] { state.statements.compactMap(\.name) }

  // MARK: - Entries

  /// Takes statements and says what they come to, or what is wrong with them.
  public mutating func enter(_ text: String) -> Reply {
    var text = text
    // A statement that seemed to end goes on with a clause on an indented line.
    if let last = lastEntry, text.first == " ",
      parse(SourceFile(name: "input", text: text)).tokens[0].kind.isClauseWord
    {
      text = last + "\n" + text
    }
    lastEntry = text
    var reply = enter(SourceFile(name: "input", text: text), script: state.script)
    if !reply.isAccepted, let hint = hint(for: text) { reply.text += hint }
    return reply
  }

  /// What may have been meant by a text that is no statement: a command without its colon, or a topic of help.
  private func hint(for text: String) -> String? {
    let text = text.trimmed
    let word = String(text.prefix { $0.isLetter })
    guard !cellNames.contains(word), !text.contains("\n") else { return nil }
    if Command(rawValue: word) != nil { return "  a command begins with a colon: `:\(text)`\n" }
    return word == text && HelpTopic.all.contains { $0.name == word }
      ? "  `:help \(word)` tells about it\n" : nil
  }

  /// - Parameter script: the path of the script that imports are read beside; nil for the current folder.
  mutating func enter(_ source: SourceFile, script: String?) -> Reply {
    var tree = parse(source)
    if let refusal = refusal(tree.diagnostics, [source]) { return refusal }
    var draft = state
    draft.script = script
    do throws(Refusal) {
      if let answered = try answering(tree, &draft) { tree = parse(answered) }
    } catch {
      return Reply(error.message, isAccepted: false)
    }
    let entered = SessionStatement.all(in: tree)
    guard !entered.isEmpty else { return Reply("", isAccepted: true) }
    return take(entered, from: tree.source, into: draft)
  }

  /// Puts statements in the place of those of the same name, and the others behind all.
  private mutating func take(
    _ entered: [SessionStatement], from source: SourceFile, into draft: State
  ) -> Reply {
    var draft = draft
    var isNew = Array(repeating: false, count: draft.statements.count)
    var replaced: Set<String> = []
    for statement in entered {
      let place = statement.key.flatMap { key in
        replaced.contains(key) ? nil : draft.statements.firstIndex { $0.key == key }
      }
      if let place {
        draft.statements[place] = statement
        isNew[place] = true
        if let key = statement.key { replaced.insert(key) }
      } else {
        draft.statements.append(statement)
        isNew.append(true)
      }
    }
    let own = draft
    let changesUnits = entered.contains { [.rateDeclaration, .unitDeclaration].contains($0.kind) }
    var reply = Reply("", isAccepted: false)
    for ratesFirst in changesUnits ? [false, true] : [false] {
      draft = own
      do throws(SessionOrder.Circle) {
        let order = try SessionOrder.sorted(own.statements, ratesFirst: ratesFirst)
        draft.statements = order.map { own.statements[$0] }
        let new = Set(order.indices.filter { isNew[order[$0]] })
        reply = compute(draft, new, source, hasReplaced: !replaced.isEmpty)
      } catch {
        let chain = error.names.joined(separator: " → ")
        reply = Reply(
          heading(
            "error", .error, "`\(error.names.first ?? "")` would follow from itself: \(chain)"),
          isAccepted: false)
      }
      if reply.isAccepted { break }
    }
    return reply
  }

  /// Computes a state, says what its new statements show and what moved, and makes it the session's.
  private mutating func compute(
    _ draft: State, _ new: Set<Int>, _ source: SourceFile, hasReplaced: Bool
  ) -> Reply {
    let written = SessionScript(draft.statements, isShort: true, keeping: new)
    let shown = new.sorted().map { written.ranges[$0] }
    let (cells, result) = script(written.source, draft).cells(showing: shown)
    if let stopped { return stopped }
    let told = PlaceInEntry(result, draft.statements, written, new, source)
    if let refusal = refusal(told.diagnostics, told.files) { return refusal }
    var draft = draft
    var text = ""
    var failures = TextReport(result, palette: palette).failures
    if hasReplaced {
      // What was shown before must still be right, and a budget may have broken.
      let all = script(SessionScript(draft.statements).source, draft).run()
      if let stopped { return stopped }
      if let refusal = refusal(all.diagnostics, all.files) { return refusal }
      failures = TextReport(all, palette: palette).failures
      // Those that are known not to hold are old news, unless they are asked again.
      let own = Set(TextReport(result, palette: palette).failures)
      failures = failures.filter { !draft.failures.contains($0) || own.contains($0) }
      draft.failures = Set(TextReport(all, palette: palette).failures)
    } else {
      draft.failures.formUnion(failures)
    }
    let defined = Set(new.compactMap { draft.statements[$0].name })
    let outputs = echoes(draft, new, cells) + result.outputs
    // Where a thing is defined its defaults are named; asked for it tells their sources, too.
    let report = TextReport(
      result.showing(outputs), palette: palette, isBrief: !defined.isEmpty)
    // One expression alone is answered by its value.
    let isExpression = new.count == 1 && outputs.count == 1 && defined.isEmpty
    text += isExpression ? report.valueText : report.text
    text += shapes(draft, new, cells)
    text += moves(
      from: state.cells, to: cells, except: defined, isSingle: new.count == 1)
    if new.count == 1 { text += held(result) }
    text += failures.joined()
    text += warnings(told.diagnostics, told.files, &draft)
    draft.cells = cells
    if let answer = Answer(draft.statements, new) { draft.answer = answer }
    accept(draft)
    return Reply(text, isAccepted: true)
  }

  /// Makes a state the session's; the one before can be brought back.
  mutating func accept(_ draft: State) {
    past.append(state)
    if past.count > Session.mostUndone { past.removeFirst() }
    state = draft
  }

  // MARK: - Scripts

  /// A text run as this session runs its own.
  func script(_ source: SourceFile, _ state: State) -> Script {
    Script(
      source, scenario: state.scenario, access: files.access(for: state.script),
      sampling: state.sampling, execution: execution)
  }

  /// What is said where the user stopped what was being computed; nil where nobody did.
  var stopped: Reply? {
    execution.isInterrupted
      ? Reply("stopped; the session is as it was\n", isAccepted: false) : nil
  }

  /// The whole session as one text.
  var source: SourceFile { SessionScript(state.statements).source }
}

/// What the user is told.
public struct Reply: Sendable {
  public var text: String
  /// Whether the entry became part of the session.
  public let isAccepted: Bool

  public init(_ text: String, isAccepted: Bool = true) {
    self.text = text
    self.isAccepted = isAccepted
  }
}

/// Why an entry is not taken, laid out.
struct Refusal: Error {
  let message: String
}
