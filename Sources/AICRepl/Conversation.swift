import AICLanguage
import AICReport
import CLibedit

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A session at a terminal: lines in, answers out, until the user leaves.
public struct Conversation {
  private var session: Session
  private let palette: Palette
  private let reader: any LineReader
  private var history: HistoryFile?
  /// Whether the last line was given up by Ctrl-C while it was empty: then it is said how to leave.
  private var isLeaving = false

  /// What may stop an answer.
  private let watch: Watch

  /// - Parameters:
  ///   - palette: for the terminal.
  ///   - watch: what watches the session's work.
  public init(_ session: Session, palette: Palette, watch: Watch) {
    self.session = session
    self.palette = palette
    self.watch = watch
    reader = (Terminal.isCapable ? EditedReader() : nil) ?? PlainReader()
  }

  /// Talks until the user leaves.
  ///
  /// - Parameter lines: what is answered before the user is asked.
  public mutating func run(beginning lines: [String] = []) {
    aic_catch_interrupts()
    let isKnown = openHistory()
    if !isKnown {
      let banner = "aic: write a statement or an expression; :help tells more, Ctrl-D leaves"
      Terminal.write(palette(banner, .faint) + "\n")
    }
    for line in lines { answer(line) }
    while let entry = readEntry() {
      guard !entry.trimmed.isEmpty else { continue }
      remember(entry)
      for part in Conversation.parts(of: entry) {
        guard answer(part) else { return }
      }
    }
  }

  // MARK: - Reading

  /// A line with all that belongs to it; nil where the user leaves.
  private mutating func readEntry() -> String? {
    var entry = ""
    while true {
      let isFirst = entry.isEmpty
      let prompt = Prompt(
        text: isFirst ? session.prompt : session.furtherPrompt, isColored: palette.isColored)
      if let edited = reader as? EditedReader {
        let above = entry.isEmpty ? "" : entry + "\n"
        edited.completion = { [session] before in session.completions(of: above + before) }
      }
      aic_forget_interrupt()
      switch reader.read(prompt) {
      case .end:
        Terminal.write("\n")
        return nil
      case .interrupted:
        aic_forget_interrupt()
        if isFirst, isLeaving {
          Terminal.write(palette("Ctrl-D or :quit leaves", .faint) + "\n")
        }
        isLeaving = isFirst
        entry = ""
        continue
      case .line(let line, let typed):
        isLeaving = false
        show(rest: line, from: typed)
        if !isFirst, line.trimmed.isEmpty { return entry }
        entry = isFirst ? line : entry + "\n" + line
        let isCommand = Command.read(entry, names: session.cellNames) != nil
        if isCommand || !isIncomplete(entry) { return entry }
      }
    }
  }

  /// Shows the lines of a paste as if they had been typed.
  private func show(rest text: String, from typed: Int) {
    guard typed < text.utf8.count else { return }
    let lines = String(decoding: Array(text.utf8)[(typed + 1)...], as: UTF8.self)
    for line in lines.split(separator: "\n", omittingEmptySubsequences: false) {
      Terminal.write("\(session.furtherPrompt) \(line)\n")
    }
  }

  // MARK: - Answering

  /// The commands of a pasted text, each alone, and the statements between them.
  static func parts(of entry: String) -> [String] {
    var parts: [String] = []
    var wasCommand = true
    for line in entry.split(separator: "\n", omittingEmptySubsequences: false) {
      let isCommand = line.hasPrefix(":")
      if isCommand || wasCommand {
        parts.append(String(line))
      } else {
        parts[parts.count - 1] += "\n" + line
      }
      wasCommand = isCommand
    }
    return parts.filter { !$0.trimmed.isEmpty }
  }

  /// Says what there is to say to an entry; false where the user leaves.
  @discardableResult
  private mutating func answer(_ entry: String) -> Bool {
    session.width = Terminal.width
    watch.begin()
    switch Command.read(entry, names: session.cellNames) {
    case .command(.quit, _): return false
    case .command(.edit, _): edit()
    default:
      let reply = session.obey(entry) ?? session.enter(entry)
      watch.end()
      Terminal.write(reply.text)
    }
    return true
  }

  /// Hands the session to the user's editor, and takes what comes back.
  private mutating func edit() {
    do throws(OutsideEditor.Failure) {
      let bytes = try OutsideEditor.edit(session.edited)
      Terminal.write(session.replace(with: bytes).text)
    } catch {
      Terminal.write(session.refused(error.message).text)
    }
  }

  // MARK: - History

  /// Makes earlier entries ready to be recalled; false where there are none.
  private mutating func openHistory() -> Bool {
    do throws(HistoryFile.Failure) {
      let file = try HistoryFile()
      let entries = try file.entries()
      for entry in entries { reader.remember(entry) }
      history = file
      return !entries.isEmpty
    } catch {
      Terminal.write("aic: no history is kept: \(error.message)\n")
      return false
    }
  }

  private mutating func remember(_ entry: String) {
    reader.remember(entry)
    do throws(HistoryFile.Failure) {
      try history?.append(entry)
    } catch {
      // Said once; the conversation goes on without.
      history = nil
      Terminal.write("aic: no history is kept: \(error.message)\n")
    }
  }
}

extension Session {
  /// What stands before a line.
  var prompt: String { scenario.map { "aic (\($0))>" } ?? "aic>" }

  /// What stands before a further line of an entry, as wide as the prompt.
  var furtherPrompt: String { String(repeating: ".", count: prompt.displayWidth - 1) + ">" }
}
