import Catalogue
import CostEngine

/// A text to be checked or run, with the cells and fields that are replaced from outside.
///
/// The result follows from the text, its imports and the settings alone: no clock, no network, no environment.
public struct Script: Sendable {
  private let source: SourceFile
  let settings: [(path: String, source: SourceFile)]
  let scenario: SourceFile?
  private let access: any FileAccess
  let sampling: Sampling
  let execution: Execution

  /// - Parameters:
  ///   - settings: pairs such as `users` and `10k users`, or `service.batch` and `32`; the last one wins.
  ///   - scenario: the name of one of the text's scenarios, which gives way to the settings.
  ///   - access: how imports are read; without it none can be.
  ///   - sampling: how many draws are taken of what is uncertain, and which.
  ///   - execution: how the work is shared out, and who may interrupt it.
  public init(
    _ source: SourceFile, settings: [(path: String, value: String)] = [], scenario: String? = nil,
    access: (any FileAccess)? = nil, sampling: Sampling = .standard,
    execution: Execution = Execution()
  ) {
    self.sampling = sampling
    self.execution = execution
    self.source = source
    self.scenario = scenario.map { SourceFile(name: "--scenario", text: $0) }
    self.access = access ?? NoFileAccess()
    self.settings = settings.map {
      ($0.path, SourceFile(name: "--set \($0.path)", text: $0.value))
    }
  }

  /// The catalogue with the entries that the text's imports add.
  public var catalogue: Catalogue { checked().catalogue }

  /// Tells what is wrong, and shows nothing.
  public func check() -> RunResult {
    let result = run()
    return RunResult(outputs: [], diagnostics: result.diagnostics, files: result.files)
  }

  /// Reads, checks, and computes what the text asks to be shown.
  public func run() -> RunResult {
    let checked = checked()
    guard let program = checked.program else { return checked.result() }
    let run = Run(program, sampling, execution)
    let result = checked.result(also: run.diagnostics)
    guard !execution.isInterrupted else { return .interrupted }
    return RunResult(
      outputs: result.hasErrors ? [] : run.outputs, diagnostics: result.diagnostics,
      files: result.files, sampling: sampling)
  }

  /// A script after checking.
  struct Checked {
    /// Nil where the script has errors.
    let program: CheckedProgram?
    let diagnostics: [Diagnostic]
    /// The values of the expressions that were asked for besides.
    let shown: [Value]
    /// The texts that diagnostics point into, by file number: the script first, then those of the settings.
    let files: [SourceFile]
    let tree: SyntaxTree
    let catalogue: Catalogue

    /// A result without outputs.
    func result(also more: [Diagnostic] = []) -> RunResult {
      RunResult(outputs: [], diagnostics: (diagnostics + more).inReadingOrder, files: files)
    }
  }

  /// The checked program, and the values of more expressions over its cells.
  ///
  /// - Parameter ranges: the statements that show something, by their bytes; nil where all do.
  func checked(
    alsoShowing targets: [SourceFile] = [], showing ranges: [Range<Int>]? = nil
  ) -> Checked {
    let replacements = settings.enumerated().map { index, setting in
      (path: setting.path, value: parseExpression(setting.source, file: index + 1))
    }
    let named = scenario.map { parseExpression($0, file: settings.count + 1) }
    let own = [source] + settings.map(\.source) + [scenario].compactMap { $0 }
    let files = own + targets
    let shown = targets.enumerated().map { parseExpression($1, file: own.count + $0) }
    let imports = Imports(access, firstFile: files.count)
    let tree = parse(source)
    let result = Checker.check(
      tree, overrides: Overrides(replacements), under: named, alsoShowing: shown, imports: imports,
      sampling: sampling, execution: execution, showing: ranges)
    return Checked(
      program: result.program, diagnostics: result.diagnostics, shown: result.shown,
      files: files + imports.files, tree: tree, catalogue: imports.catalogue)
  }
}
