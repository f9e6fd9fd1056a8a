import AICLanguage

extension Session {
  /// What the word at the end of an unfinished entry may become.
  func completions(of text: String) -> Completions {
    guard text.first == ":" || text.first == "?" else { return words(for: text) }
    let isInfo = text.first == "?"
    guard isInfo || text.contains(" ") else { return commands(beginning: text) }
    let name = isInfo ? "info" : text.dropFirst().prefix { $0.isLetter }
    let operand = String(text.drop { isInfo ? $0 == "?" : $0 != " " }.drop { $0 == " " })
    guard case .command(let command, _) = Command.read(":\(name)") else { return Completions() }
    func choice(_ names: [(String, String)]) -> Completions {
      Completions(operand, names.map { Completions.Candidate(text: $0, note: $1) })
    }
    switch command {
    case .load, .save: return paths(beginning: operand)
    case .help:
      return choice(
        HelpTopic.all.map { ($0.name, $0.summary) } + [("keys", ""), ("commands", "")])
    case .list: return choice(Listed.allCases.map { ($0.rawValue, "") })
    case .scenario: return choice((["base"] + scenarioNames).map { ($0, "scenario") })
    case .compare, .explain, .assumptions, .time, .info, .set: return words(for: operand)
    case .edit, .samples, .seed, .undo, .reset, .quit: return Completions()
    }
  }

  private func commands(beginning text: String) -> Completions {
    Completions(
      text,
      Command.allCases.map { Completions.Candidate(text: ":\($0.rawValue)", note: $0.summary) },
      ending: " ")
  }

  /// What the language itself offers at the end of a text.
  private func words(for text: String) -> Completions {
    let script = source.text(source.bytes.indices) + text
    let found = complete(
      script, at: script.utf8.count, access: files.access(for: state.script))
    // A field goes on with its value.
    let isField = found.candidates.count == 1 && found.candidates[0].text.hasSuffix(":")
    return Completions(
      word: String(decoding: Array(script.utf8)[found.replaced], as: UTF8.self),
      candidates: found.candidates.map {
        Completions.Candidate(text: $0.text, note: $0.detail.isEmpty ? $0.doc ?? "" : $0.detail)
      }, ending: isField ? " " : "")
  }

  /// Files and folders; a folder is gone on with.
  private func paths(beginning path: String) -> Completions {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    let name = path.dropFirst(folder.count)
    let names = files.names(in: folder.isEmpty ? "." : folder).filter {
      name.hasPrefix(".") || !$0.hasPrefix(".")
    }
    return Completions(path, names.sorted().map { .init(text: folder + $0, note: "") })
  }
}

extension Completions {
  /// The candidates that begin with a word, whatever their case; those in the same case first.
  init(_ word: String, _ all: [Candidate], ending: String = "") {
    let lower = word.lowercased()
    let fitting = all.filter { $0.text.lowercased().hasPrefix(lower) }
    let exact = fitting.filter { $0.text.hasPrefix(word) }
    self.init(
      word: word, candidates: exact + fitting.filter { !$0.text.hasPrefix(word) }, ending: ending)
  }
}
