import AICLanguage
import AICReport

/// Commands that read and write scripts.
extension Session {
  mutating func load(_ operand: String) -> Reply {
    let path = operand.unquoted
    guard !path.isEmpty else { return incomplete(.load, such: "budget.aic") }
    do throws(SessionFileFailure) {
      let source = try files.read(path)
      return enter(source, script: path)
    } catch {
      return refused(error.message)
    }
  }

  func save(_ operand: String) -> Reply {
    let path = operand.unquoted
    guard !path.isEmpty else { return incomplete(.save, such: "budget.aic") }
    guard !state.statements.isEmpty else { return refused("there is nothing to save yet") }
    do throws(SessionFileFailure) {
      try files.write(formatted, to: path)
    } catch {
      return refused(error.message)
    }
    var options = state.scenario.map { " --scenario \($0)" } ?? ""
    let standard = type(of: state.sampling).standard
    if state.sampling.samples != standard.samples {
      options += " --samples \(state.sampling.samples)"
    }
    if state.sampling.seed != standard.seed { options += " --seed \(state.sampling.seed)" }
    let count = state.statements.count
    return Reply(
      "\(count) \(count == 1 ? "statement" : "statements") saved; "
        + "the same figures: aic\(options) \(path)\n")
  }

  /// The session in the one layout of the language.
  var formatted: [UInt8] {
    (try? Formatter().format(source).bytes) ?? source.bytes
  }

  /// The session as it is edited outside.
  var edited: [UInt8] { unfinished.map { Array($0.utf8) } ?? formatted }

  /// Takes a text that was edited outside in the place of the whole session.
  ///
  /// One with errors is kept for the next `:edit`, so that no work is lost.
  mutating func replace(with bytes: [UInt8]) -> Reply {
    guard bytes != edited || unfinished != nil else { return Reply("nothing was changed\n") }
    let before = state
    var empty = State()
    (empty.sampling, empty.scenario) = (state.sampling, state.scenario)
    (empty.script, empty.cells) = (state.script, state.cells)
    state = empty
    let source = SourceFile(name: "session", bytes: bytes)
    var reply = enter(source, script: state.script)
    guard reply.isAccepted else {
      state = before
      unfinished = source.text(bytes.indices)
      reply.text += "the session is as it was; `:edit` goes on with the text\n"
      return reply
    }
    unfinished = nil
    // One step back, to what was there before.
    past[past.count - 1] = before
    reply.text += told(moves(from: before.cells, to: state.cells))
    return reply
  }
}

extension String {
  /// The name of a file without quotes around it.
  var unquoted: String {
    let name = trimmed
    guard name.count > 1, let first = name.first, first == name.last, "\"'".contains(first) else {
      return name
    }
    return String(name.dropFirst().dropLast())
  }
}
