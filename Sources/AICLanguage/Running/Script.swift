import CostEngine

/// A text to be checked or run, with the cells and fields that are replaced from outside.
///
/// The result follows from the text and the settings alone: no clock, no network, no environment.
public struct Script: Sendable {
  private let source: SourceFile
  private let settings: [(path: String, source: SourceFile)]
  private let scenario: SourceFile?

  /// - Parameters:
  ///   - settings: pairs such as `users` and `10k users`, or `service.batch` and `32`; the last one wins.
  ///   - scenario: the name of one of the text's scenarios, which gives way to the settings.
  public init(
    _ source: SourceFile, settings: [(path: String, value: String)] = [], scenario: String? = nil
  ) {
    self.source = source
    self.scenario = scenario.map { SourceFile(name: "--scenario", text: $0) }
    self.settings = settings.map {
      ($0.path, SourceFile(name: "--set \($0.path)", text: $0.value))
    }
  }

  /// The texts that diagnostics point into, by file number.
  var files: [SourceFile] { [source] + settings.map(\.source) + [scenario].compactMap { $0 } }

  /// Tells what is wrong, and shows nothing.
  public func check() -> RunResult {
    RunResult(outputs: [], diagnostics: run().diagnostics, files: files)
  }

  /// Reads, checks, and computes what the text asks to be shown.
  public func run() -> RunResult {
    let (program, diagnostics, _) = checked()
    guard let program else { return RunResult(outputs: [], diagnostics: diagnostics, files: files) }
    let run = Run(program)
    let all = (diagnostics + run.diagnostics).inReadingOrder
    let isSound = !all.contains { $0.severity == .error }
    return RunResult(outputs: isSound ? run.outputs : [], diagnostics: all, files: files)
  }

  /// The checked program, and the value of one more expression over its cells where there is one.
  func checked(
    alsoShowing target: SourceFile? = nil
  ) -> (program: CheckedProgram?, diagnostics: [Diagnostic], shown: Value?) {
    let replacements = settings.enumerated().map { index, setting in
      (path: setting.path, value: parseExpression(setting.source, file: index + 1))
    }
    let scenario = scenario.map { parseExpression($0, file: settings.count + 1) }
    let target = target.map { parseExpression($0, file: files.count) }
    return Checker.check(
      parse(source), overrides: Overrides(replacements), under: scenario, alsoShowing: target)
  }
}
