import AICLanguage
import AICReport
import ArgumentParser

/// Shows how one figure follows from its inputs.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Show the derivation of one figure of a file.")

  @Argument(help: "The file; - is standard input.", completion: .file(extensions: ["aic"]))
  var file: String

  @Argument(help: "A cell or an expression over the file's cells, such as service.cost.")
  var figure: String

  @OptionGroup var shared: SharedOptions

  func run() throws {
    var invocation = shared.invocation
    invocation.files = [file]
    try invocation.explain(figure)
  }
}
