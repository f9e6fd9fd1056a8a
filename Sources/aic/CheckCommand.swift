import AICLanguage
import AICReport
import ArgumentParser

/// Checks scripts without running them.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Tell the errors and warnings of files, and run nothing.")

  @OptionGroup var options: ScriptOptions

  func run() throws {
    var hasErrors = false
    for (name, script) in try options.scripts() {
      let result = script.check()
      switch options.format {
      case .json: try Console.write(JSONReport(result, file: name).text)
      case .text: try options.report(result)
      }
      hasErrors = hasErrors || result.hasErrors
    }
    if hasErrors { throw ExitStatus.scriptHasErrors }
  }
}
