/// A screen of help: a few sentences, and lines that are run when it is read.
struct HelpTopic: Sendable {
  let name: String
  /// What it is about, in a few words.
  let summary: String
  /// Sentences, folded to the width.
  let text: String
  /// Entries of a session of their own, whose answers are computed.
  let example: [String]

  /// The topic of a name, or of its unique beginning.
  static func named(_ name: String) -> HelpTopic? {
    let name = name.lowercased()
    let found = all.filter { $0.name.hasPrefix(name) && !name.isEmpty }
    return found.first { $0.name == name } ?? (found.count == 1 ? found.first : nil)
  }
}
