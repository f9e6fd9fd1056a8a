import ArgumentParser

/// The command line of the language: `aic FILE` is `aic run FILE`.
@main
struct AIC: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "aic",
    abstract: "Work out what an AI system costs, from the assumptions in a file.",
    discussion: """
      aic                   a conversation; a script where there is no terminal
      aic -i FILE           a conversation that begins with a file
      aic FILE              run a file
      aic -                 run what comes on standard input
      aic -e EXPRESSION     show one expression, such as '8B params * 2 bytes in GB'
      aic check FILE        errors and warnings only
      aic explain FILE CELL the derivation of one figure
      aic explain ID        what a diagnostic means, by an example; --list for all ids
      aic assumptions FILE  every input with its source, and how much of the result it moves
      aic fmt FILE          lay a file out in the one style; --check only lists

      --set NAME=VALUE      replace a cell or a field: --set 'users=10k users'
      --scenario NAME       compute the file under one of its scenarios
      --samples N --seed N  how many draws of what is uncertain, and which
      --sampler digital|random|latin, --verbose  how they are spread, and how far the means err
      --format text|json    results for people or for programs
      --diagnostics block|short, --color auto|always|never

      Exit status: 0 done, 1 an assertion failed, 2 the script has errors, \
      64 the command line is wrong, 74 a file could not be read or written.
      """,
    version: "0.1.0",
    subcommands: [
      RunCommand.self, CheckCommand.self, ExplainCommand.self, AssumptionsCommand.self,
      FormatCommand.self, CatalogCommand.self,
    ],
    defaultSubcommand: RunCommand.self)

  static func main() {
    Interruption.endsProgram()
    let words = Array(CommandLine.arguments.dropFirst())
    // One word alone that names a file is that file, also when it is called like a command.
    guard let invocation = Invocation(words) else { return main(words) }
    do throws(ExitCode) {
      try words.isEmpty ? invocation.talk() : invocation.run()
    } catch {
      exit(withError: error)
    }
  }
}

/// Runs scripts and shows what they ask for.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Run files and show their figures. The word may be left out.")

  @OptionGroup var options: ScriptOptions

  @Flag(name: .short, help: "Begin a conversation, with the file in it if one is named.")
  var interactive = false

  func validate() throws {
    try options.validate(isInteractive: interactive)
  }

  func run() throws {
    let invocation = options.invocation
    try interactive ? invocation.talk() : invocation.run()
  }
}

/// Checks scripts without running them.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Tell the errors and warnings of files, and run nothing.")

  @OptionGroup var options: ScriptOptions

  func validate() throws {
    try options.validate(isInteractive: false)
  }

  func run() throws {
    try options.invocation.check()
  }
}
