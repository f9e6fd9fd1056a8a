import AICLanguage
import AICReport
import ArgumentParser

/// Gives files the one layout of the language.
struct FormatCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fmt", abstract: "Lay files out in the one style of the language.")

  @Argument(
    help: "Files to format; - is standard input, formatted to standard output.",
    completion: .file(extensions: ["aic"]))
  var files: [String]

  @Flag(help: "Change nothing: list the files that would change, and exit 1 if there are any.")
  var check = false

  @Option(
    help: "How diagnostics are laid out: block, or short for file:line:column: error: message.")
  var diagnostics: DiagnosticStyle = .block

  @Option(help: "When to use colours: auto, always or never. NO_COLOR is respected.")
  var color: ColorChoice = .auto

  func run() throws {
    var status = ExitStatus.done
    for file in files {
      let result = try format(file)
      // The worst counts: what is broken, before what is only not formatted.
      if result.rawValue > status.rawValue { status = result }
    }
    if status != ExitStatus.done { throw status }
  }

  private func format(_ file: String) throws(ExitCode) -> ExitCode {
    let source: SourceFile
    do throws(UnreadableFile) {
      source = try InputFile.read(file)
    } catch {
      try Console.writeError("aic: cannot read \(error.name): \(error.reason)\n")
      return ExitStatus.fileUnreadable
    }
    let formatted: SourceFile
    do throws(SyntaxErrors) {
      formatted = try Formatter().format(source)
    } catch {
      try tell(error.diagnostics, of: source)
      // What an editor hands over comes back, so that it loses nothing.
      if file == "-", !check { try Console.write(source.bytes) }
      return ExitStatus.scriptHasErrors
    }
    let isChanged = formatted.bytes != source.bytes
    if check {
      if isChanged { try Console.write("\(source.name)\n") }
      return isChanged ? ExitStatus.notFormatted : ExitStatus.done
    }
    if file == "-" {
      try Console.write(formatted.bytes)
    } else if isChanged {
      do throws(UnwritableFile) {
        try OutputFile.replace(file, with: formatted.bytes)
      } catch {
        try Console.writeError("aic: cannot write \(error.name): \(error.reason)\n")
        return ExitStatus.fileUnreadable
      }
    }
    return ExitStatus.done
  }

  private func tell(_ problems: [Diagnostic], of source: SourceFile) throws(ExitCode) {
    let renderer = DiagnosticRenderer(files: [source], palette: Console.palette(color, 2))
    switch diagnostics {
    case .short: try Console.writeError(problems.map { renderer.short($0) }.joined())
    case .block:
      try Console.writeError(problems.map { renderer.block($0) }.joined(separator: "\n"))
    }
  }
}
