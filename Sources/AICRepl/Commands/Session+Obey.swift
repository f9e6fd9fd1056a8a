import AICLanguage
import AICReport

extension Session {
  /// Does what a command asks for.
  public mutating func obey(_ line: String) -> Reply? {
    switch Command.read(line, names: cellNames) {
    case .command(let command, let operand): obey(command, operand)
    case .unknown(let word, let near): Reply(unknown(word, near), isAccepted: false)
    case nil: nil
    }
  }

  mutating func obey(_ command: Command, _ operand: String) -> Reply {
    switch command {
    default: Reply("not yet\n", isAccepted: false)
    }
  }

  /// No command begins like this, or several do.
  func unknown(_ word: String, _ near: [Command]) -> String {
    let names = near.map { ":\($0.rawValue)" }
    let help =
      names.isEmpty
      ? "`:help` lists the commands" : "did you mean \(names.joined(separator: ", "))?"
    return heading("error", .error, "there is no command `:\(word)`") + "  \(help)\n"
  }
}
