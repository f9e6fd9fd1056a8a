import AICLanguage
import AICReport
import ArgumentParser

/// Shows how one figure follows from its inputs, or what a kind of diagnostic means.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Show the derivation of one figure of a file, or what a diagnostic means.",
    usage: """
      aic explain [<options>] <file> <cell>
      aic explain [<options>] <id>
      aic explain --list
      """)

  @Argument(
    help: "The file, - for standard input; or the id of a diagnostic, such as units.mismatch.",
    completion: .file(extensions: ["aic"]))
  var subject: String?

  @Argument(help: "A cell or an expression over the file's cells, such as service.cost.")
  var cell: String?

  @Flag(help: "List the id of every diagnostic.")
  var list = false

  @OptionGroup var shared: SharedOptions

  func validate() throws {
    guard subject == nil || !list else {
      throw ValidationError("--list stands alone.")
    }
    guard let subject else {
      guard list else {
        throw ValidationError("Name a file and a cell, or the id of a diagnostic.")
      }
      return
    }
    guard cell == nil, DiagnosticExplanation.named(subject) == nil else { return }
    if subject == "-" || InputFile.exists(subject) {
      throw ValidationError("Name a cell of \(subject) too, such as service.cost.")
    }
    let near = DiagnosticExplanation.nearest(to: subject)
    let advice =
      near.isEmpty
      ? "See them all by aic explain --list." : "Did you mean \(near.joined(separator: " or "))?"
    throw ValidationError("There is no diagnostic '\(subject)'. \(advice)")
  }

  func run() throws {
    let palette = Console.palette(shared.color, 1)
    if let subject, let cell {
      var invocation = shared.invocation
      invocation.files = [subject]
      try invocation.explain(cell)
    } else if let explanation = subject.flatMap({ DiagnosticExplanation.named($0) }) {
      try Console.write(DiagnosticExplanationLayout(explanation, palette: palette).text)
    } else {
      try Console.write(
        DiagnosticExplanationLayout.list(DiagnosticExplanation.all, palette: palette))
    }
  }
}
