import Testing

@testable import AICRepl

/// Which lines are commands, and which of them.
@Suite struct CommandReadingTests {
  private func command(_ line: String, names: [String] = []) -> String? {
    switch Command.read(line, names: names) {
    case .command(let command, let operand): "\(command) [\(operand)]"
    case .unknown(let word, let near): "? \(word) \(near.map(\.rawValue))"
    case nil: nil
    }
  }

  @Test func aUniqueBeginningIsEnough() {
    #expect(command(":exp service.cost") == "explain [service.cost]")
    #expect(command(":ed") == "edit []")
    #expect(command(":a bill") == "assumptions [bill]")
    #expect(command(":inputs") == "assumptions []")
    #expect(command(":se") == #"? se ["set", "seed"]"#)
    #expect(command(":set a.b = 3") == "set [a.b = 3]")
    #expect(command(":hlep") == #"? hlep ["help"]"#)
  }

  @Test func someWordsNeedNoColonUnlessTheyAreCells() {
    #expect(command("help") == "help []")
    #expect(command("help units") == "help [units]")
    #expect(command("quit") == "quit []")
    #expect(command(" exit ") == "quit []")
    #expect(command("?users") == "info [users]")
    #expect(command("help", names: ["help"]) == nil)
    #expect(command("help = 3") == nil)
    #expect(command("quitter") == nil)
  }

  @Test func aPasteMayHoldCommands() {
    #expect(
      Conversation.parts(of: "a = 1\nb = 2\n:set a = 3\n:list\n\nf(\n  a)")
        == ["a = 1\nb = 2", ":set a = 3", ":list", "\nf(\n  a)"])
    #expect(Conversation.parts(of: ":list") == [":list"])
  }
}
