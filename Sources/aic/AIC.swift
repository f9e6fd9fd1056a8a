import ArgumentParser

/// The command line of the language: `aic FILE` is `aic run FILE`.
@main
struct AIC: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "aic",
    abstract: "Work out what an AI system costs, from the assumptions in a file.",
    discussion: """
      aic FILE              run a file
      aic -                 run what comes on standard input
      aic -e EXPRESSION     show one expression, such as '8B params * 2 bytes in GB'
      aic check FILE        errors and warnings only

      Exit status: 0 done, 1 an assertion failed, 2 the script has errors, \
      64 the command line is wrong, 74 a file could not be read or written.
      """,
    subcommands: [RunCommand.self, CheckCommand.self],
    defaultSubcommand: RunCommand.self)

  static func main() {
    main(CommandLine.Arguments(CommandLine.arguments.dropFirst()).forParser)
  }
}

extension CommandLine {
  /// The words after the command's own name.
  struct Arguments {
    let words: [String]

    init(_ words: some Sequence<String>) {
      self.words = Array(words)
    }

    /// The words as the parser must see them: one word alone that names a file is that file,
    /// also when it is called like a command.
    var forParser: [String] {
      guard words.count == 1, let word = words.first, InputFile.exists(word) else { return words }
      return ["run", word]
    }
  }
}
