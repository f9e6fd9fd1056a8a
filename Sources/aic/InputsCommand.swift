import ArgumentParser

/// Lists what may be replaced in a script.
struct InputsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inputs", abstract: "List every assumption of a file that may be replaced.")

  /// How the list is laid out.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, csv, markdown
  }

  @Argument(help: "Files to read; - is standard input.", completion: .file(extensions: ["aic"]))
  var files: [String]

  @Option(help: "How the list is laid out: text, json, csv or markdown.")
  var format: Format = .text

  @OptionGroup var shared: SharedOptions

  func run() throws {
    var invocation = shared.invocation
    invocation.files = files
    try invocation.inputs(format)
  }
}
