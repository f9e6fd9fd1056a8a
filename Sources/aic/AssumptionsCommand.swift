import ArgumentParser

/// Lists what the results of a script rest on.
struct AssumptionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assumptions",
    abstract: "List every input that a file rests on, and how much of a figure each moves.",
    discussion: """
      An input a line: assumptions, rates and literals of the file in its order, then facts of the \
      catalogue and of formulas, then defaults, by name; last those that move nothing. Each with its \
      value and 90% interval, how far to trust it, its date, its place and its source.

      +1% moves it   by how much the figure moves when the input moves by 1%
      spread         the share of the figure's variance that the input explains alone
      confidence     sourced or stated (by the file, with a source or without), replaced, vendor, \
      measured, listed (a price list), estimate, recalled, published, fitted, judgement
      age            where the date is more than a year before the newest one of the file

      markdown, csv and json are made to be committed: one changed input is one changed line.
      """,
    aliases: ["inputs"])

  @Argument(help: "The file, - for standard input.", completion: .file(extensions: ["aic"]))
  var file: String

  @Argument(
    help: ArgumentHelp(
      "Figures that the inputs move, such as service.cost; else the first money that is shown.",
      valueName: "figure"))
  var figures: [String] = []

  @Option(help: "How the list is laid out: text, json, csv or markdown.")
  var format: ListFormat = .text

  @OptionGroup var shared: SharedOptions

  func run() throws {
    var invocation = shared.invocation
    invocation.files = [file]
    try invocation.assumptions(moving: figures, format)
  }
}
