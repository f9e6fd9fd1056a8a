import AICLanguage
import AICRepl
import AICReport
import ArgumentParser
import CostEngine

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the command line asks for, as plain values.
struct Invocation {
  var files: [String] = []
  var expression: String?
  /// Replacements such as `users=10k`.
  var settings: [(path: String, value: String)] = []
  /// The scenario that the scripts are computed under.
  var scenario: String?
  var samples = Sampling.standard.samples
  var seed = Sampling.standard.seed
  var sampler = Sampler.digital
  /// Whether the errors of the means are shown.
  var isVerbose = false
  var format = OutputFormat.text
  var diagnostics = DiagnosticStyle.block
  var color = ColorChoice.auto
  private let watch = Watch(on: STDERR_FILENO)

  /// The scripts that were asked for, in their order.
  func scripts() throws(ExitCode) -> [(name: String, script: Script)] {
    if let expression {
      let source = SourceFile(name: "<expression>", text: expression)
      return [(source.name, script(source, at: nil))]
    }
    var scripts: [(name: String, script: Script)] = []
    for file in files {
      do throws(UnreadableFile) {
        scripts.append((file, script(try InputFile.read(file), at: file == "-" ? nil : file)))
      } catch {
        try Console.writeError("aic: cannot read \(error.name): \(error.reason)\n")
        throw ExitStatus.fileUnreadable
      }
    }
    return scripts
  }

  private func script(_ source: SourceFile, at path: String?) -> Script {
    Script(
      source, settings: settings, scenario: scenario, access: ScriptFolder(of: path),
      sampling: Sampling(samples: samples, seed: seed, sampler: sampler),
      execution: Execution(monitor: watch))
  }

  /// Runs the scripts and shows what they ask for.
  func run() throws(ExitCode) {
    var status = ExitStatus.done
    for (name, script) in try scripts() {
      let result = script.run()
      watch.end()
      switch format {
      case .json: try Console.write(JSONReport(result, file: name).text)
      case .text:
        let report = TextReport(
          result, palette: Console.palette(color, 1), isVerbose: isVerbose)
        try Console.write(expression == nil ? report.text : report.valueText)
        try tell(result)
      }
      if result.hasErrors {
        status = ExitStatus.scriptHasErrors
      } else if !result.assertionsHold, status == ExitStatus.done {
        status = ExitStatus.assertionFailed
      }
    }
    if status != ExitStatus.done { throw status }
  }

  /// Tells the errors and warnings of the scripts, and runs nothing.
  func check() throws(ExitCode) {
    var hasErrors = false
    for (name, script) in try scripts() {
      let result = script.check()
      watch.end()
      switch format {
      case .json: try Console.write(JSONReport(result, file: name).text)
      case .text: try tell(result)
      }
      hasErrors = hasErrors || result.hasErrors
    }
    if hasErrors { throw ExitStatus.scriptHasErrors }
  }

  /// Shows how one figure of the script follows from its inputs.
  func explain(_ figure: String) throws(ExitCode) {
    for (_, script) in try scripts() {
      let (explained, result) = script.explain(figure)
      watch.end()
      try tell(result)
      guard let explained else { throw ExitStatus.scriptHasErrors }
      let palette = Console.palette(color, 1)
      try Console.write(ExplanationLayout(explained, palette: palette).text)
    }
  }

  /// Lists what the results of the script rest on, and how much of some figures each input moves.
  func assumptions(moving figures: [String], _ format: ListFormat) throws(ExitCode) {
    for (name, script) in try scripts() {
      let (assumptions, result) = script.assumptions(moving: figures)
      watch.end()
      try tell(result)
      guard let assumptions else { throw ExitStatus.scriptHasErrors }
      let report = AssumptionsReport(assumptions, file: name)
      switch format {
      case .text: try Console.write(report.text)
      case .json: try Console.write(report.json)
      case .csv: try Console.write(report.csv)
      case .markdown: try Console.write(report.markdown)
      }
    }
  }

  /// Says on standard error what is wrong with a script, and which budgets do not hold.
  private func tell(_ result: RunResult) throws(ExitCode) {
    let palette = Console.palette(color, 2)
    var blocks: [String] = []
    if !result.diagnostics.isEmpty {
      let renderer = DiagnosticRenderer(files: result.files, palette: palette)
      switch diagnostics {
      case .short: blocks.append(result.diagnostics.map { renderer.short($0) }.joined())
      case .block: blocks += result.diagnostics.map { renderer.block($0) }
      }
    }
    blocks += TextReport(result, palette: palette).failures
    if !blocks.isEmpty { try Console.writeError(blocks.joined(separator: "\n")) }
  }
}

extension Invocation {
  /// The commonest command lines, `aic FILE` and `aic -e EXPRESSION`, understood without the parser:
  /// it would take a third of the time of the whole process. Nil for every other.
  init?(_ words: [String]) {
    switch words.count {
    case 0: break
    case 1 where !words[0].hasPrefix("-") && InputFile.exists(words[0]): files = words
    case 2 where words[0] == "-e": expression = words[1]
    default: return nil
    }
  }
}
