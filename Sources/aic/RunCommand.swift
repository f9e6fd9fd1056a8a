import AICLanguage
import AICReport
import ArgumentParser

/// Runs scripts and shows what they ask for.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Run files and show their figures. The word may be left out.")

  @OptionGroup var options: ScriptOptions

  func run() throws {
    var status = ExitStatus.done
    for (name, script) in try options.scripts() {
      let result = script.run()
      switch options.format {
      case .json: try Console.write(JSONReport(result, file: name).text)
      case .text:
        let report = TextReport(result, palette: Console.palette(options.color, 1))
        try Console.write(options.expression == nil ? report.text : report.valueText)
        try options.report(result)
        let failures = TextReport(result, palette: Console.palette(options.color, 2)).failures
        if !failures.isEmpty { try Console.writeError(failures) }
      }
      if result.hasErrors {
        status = ExitStatus.scriptHasErrors
      } else if !result.assertionsHold, status == ExitStatus.done {
        status = ExitStatus.assertionFailed
      }
    }
    if status != ExitStatus.done { throw status }
  }
}
