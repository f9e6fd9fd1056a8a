import AICLanguage
import AICReport

extension Session {
  func help(_ operand: String) -> Reply {
    let name = operand.trimmed
    guard !name.isEmpty else { return Reply(overview) }
    if name == "keys" { return Reply(paragraphs(HelpTopic.keys)) }
    if name == "commands" { return Reply(Session.commandList(palette)) }
    if let topic = HelpTopic.named(name) { return Reply(text(of: topic)) }
    if let command = Command(rawValue: name) {
      return Reply(table([(":\(command.rawValue) \(command.operand)".trimmed, command.summary)]))
    }
    let names = HelpTopic.all.map(\.name) + ["keys", "commands"]
    let found = names.filter { $0.hasPrefix(name) }
    let near = found.isEmpty ? names.near(name) : found
    return refused(
      "there is no help on `\(name)`",
      help: near.isEmpty
        ? "topics: \(names.joined(separator: " "))"
        : "did you mean \(near.joined(separator: " or "))?")
  }

  private var overview: String {
    let topics =
      HelpTopic.all.map { ($0.name, $0.summary) } + [
        ("keys", "editing, history, leaving")
      ]
    return "Write a statement or an expression; the answer comes at once.\n\n"
      + Session.commandList(palette) + "\n:help with one of these shows an example that is run:\n"
      + table(topics)
  }

  /// The sentences, and the example with its answers.
  private func text(of topic: HelpTopic) -> String {
    var session = Session(files: NoFiles(), palette: palette)
    session.width = width
    let example = topic.example.map { entry in
      let lines = entry.split(separator: "\n", omittingEmptySubsequences: false)
      let typed = lines.enumerated().map { "\($0 == 0 ? "aic>" : "...>") \($1)\n" }.joined()
      let reply = session.obey(entry) ?? session.enter(entry)
      return palette(typed, .accent) + reply.text
    }
    return palette(topic.name, .strong) + "\n" + paragraphs(topic.text) + "\n" + example.joined()
  }

  private func paragraphs(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      guard line.displayWidthOfText > width else { return line + "\n" }
      return String(line).wrapped(to: width).map { $0 + "\n" }.joined()
    }.joined()
  }
}

extension Substring {
  fileprivate var displayWidthOfText: Int { String(self).displayWidth }
}

/// For an example: no file is there.
struct NoFiles: SessionFiles {
  func read(_ path: String) throws(SessionFileFailure) -> SourceFile {
    throw SessionFileFailure("cannot read \(path): there are no files here")
  }

  func write(_ bytes: [UInt8], to path: String) throws(SessionFileFailure) {
    throw SessionFileFailure("cannot write \(path): there are no files here")
  }

  func names(in folder: String) -> [String] { [] }

  func access(for script: String?) -> any FileAccess { NoAccess() }

  private struct NoAccess: FileAccess {
    func resolve(
      _ path: String, from importer: ImportedPath?
    ) throws(ImportRefusal) -> ImportedPath {
      throw ImportRefusal(.unreadable, "no file can be imported here")
    }

    func read(_ path: ImportedPath, _ piece: ([UInt8]) -> Bool) throws(ImportRefusal) {}
  }
}
