import AICLanguage
import AICReport

extension Session {
  /// Does what a line that begins with a colon asks for; nil where it is a statement.
  public mutating func obey(_ line: String) -> Reply? {
    switch Command.read(line, names: cellNames) {
    case .command(let command, let operand): obey(command, operand)
    case .unknown(let word, let near): Reply(unknown(word, near), isAccepted: false)
    case nil: nil
    }
  }

  mutating func obey(_ command: Command, _ operand: String) -> Reply {
    switch command {
    case .help: help(operand)
    case .list: list(operand)
    case .info: info(operand)
    case .explain: explain(operand)
    case .assumptions: assumptions(operand)
    case .set: set(operand)
    case .scenario: choose(scenario: operand)
    case .compare: compare(operand)
    case .load: load(operand)
    case .save: save(operand)
    case .time: time(operand)
    case .samples: samples(operand)
    case .seed: seed(operand)
    case .undo: undo()
    case .reset: reset()
    // Both are the terminal's.
    case .edit, .quit: Reply("", isAccepted: false)
    }
  }

  /// No command begins like this, or several do.
  func unknown(_ word: String, _ near: [Command]) -> String {
    let names = near.map { ":\($0.rawValue)" }
    return refused(
      "there is no command `:\(word)`",
      help: names.isEmpty
        ? "`:help` lists the commands" : "did you mean \(names.joined(separator: " or "))?"
    ).text
  }

  /// A command that cannot be done as it is asked for.
  func refused(_ message: String, help: String? = nil) -> Reply {
    let line = help.map { "  \($0)\n" } ?? ""
    return Reply(heading("error", .error, message) + line, isAccepted: false)
  }

  /// A command without what it is about.
  func incomplete(_ command: Command, such example: String) -> Reply {
    refused(
      "`:\(command.rawValue)` needs \(command.operand)",
      help: "such as `:\(command.rawValue) \(example)`")
  }
}
