import Quantities

/// What begins with a colon: it speaks about the session and is no statement of it.
enum Command: String, CaseIterable, Sendable {
  case help, list, info, explain, assumptions, set, scenario, compare, load, save, edit, time,
    samples
  case seed, undo, reset, quit

  /// What stands behind the name, for help.
  var operand: String {
    switch self {
    case .help: "[topic]"
    case .list: "[what]"
    case .info: "NAME"
    case .explain, .time: "EXPR"
    case .set: "CELL = …"
    case .scenario: "NAME|base"
    case .compare: "[SCENARIO, … on FIGURE, …]"
    case .load, .save: "FILE"
    case .samples, .seed: "N"
    case .assumptions: "[FIGURE]"
    case .edit, .undo, .reset, .quit: ""
    }
  }

  /// What it does, in a line.
  var summary: String {
    switch self {
    case .help: "what there is, or one topic with an example that is run"
    case .list: "the session as a script; or assumptions, models, hardware, functions, …"
    case .info: "what a name is, its value and where it comes from; also ?NAME"
    case .explain: "how a figure follows from its inputs and their sources"
    case .assumptions: "every input: value, source, date, how much of a figure it moves"
    case .set: "replace a cell or a field: :set service.batch = 32"
    case .scenario: "compute all under a scenario of the session"
    case .compare: "scenarios side by side"
    case .load: "take a script into the session"
    case .save: "write the session as a script that runs"
    case .edit: "change the session in $VISUAL or $EDITOR"
    case .time: "how long an expression takes"
    case .samples: "how many samples are drawn"
    case .seed: "which samples are drawn"
    case .undo: "take the last change back"
    case .reset: "begin anew (:undo brings it back)"
    case .quit: "leave; so does Ctrl-D"
    }
  }

  /// What a line that begins with a colon or a question mark means.
  enum Reading {
    case command(Command, String)
    /// No command, or several, begin like this.
    case unknown(String, [Command])
  }

  /// The command of a line; nil where the line is a statement.
  ///
  /// - Parameter names: what the session defines: `help` may be a cell.
  static func read(_ line: String, names: [String] = []) -> Reading? {
    let line = line.trimmed
    if line.hasPrefix("?") {
      let name = line.dropFirst().trimmed
      return name.isEmpty ? .command(.help, "") : .command(.info, name)
    }
    guard line.hasPrefix(":") else {
      let words = line.split(separator: " ", maxSplits: 1).map(String.init)
      guard let word = words.first, !names.contains(word) else { return nil }
      switch word {
      case "help" where words.count == 1 || words[1].allSatisfy { $0.isLetter || $0 == " " }:
        return .command(.help, words.count == 1 ? "" : words[1].trimmed)
      case "quit" where words.count == 1, "exit" where words.count == 1: return .command(.quit, "")
      default: return nil
      }
    }
    let rest = line.dropFirst().trimmed
    let word = String(rest.prefix { $0.isLetter })
    let operand = rest.dropFirst(word.count).trimmed
    let found = allCases.filter { $0.rawValue.hasPrefix(word) && !word.isEmpty }
    if let exact = found.first(where: { $0.rawValue == word }) { return .command(exact, operand) }
    // What other conversations call it.
    if word == "exit" || word == "q" { return .command(.quit, "") }
    if word == "inputs" { return .command(.assumptions, operand) }
    guard found.count == 1 else {
      let near = nearest(to: word, among: allCases.map(\.rawValue)).compactMap {
        Command(rawValue: $0)
      }
      return .unknown(word, found.isEmpty ? near : found)
    }
    return .command(found[0], operand)
  }
}

extension StringProtocol {
  /// Without blanks and line ends around it.
  var trimmed: String {
    let inner = drop { $0.isWhitespace }
    guard let last = inner.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(inner[...last])
  }
}
