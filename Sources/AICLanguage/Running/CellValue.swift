import CostEngine

/// What a cell of a script comes to.
public struct CellValue: Sendable {
  public let name: String
  /// The type in the reader's words, such as `Money per Time`.
  public let type: String
  public let isAssumption: Bool
  public let value: ResultValue
  /// What `show` tells of it.
  public let output: RunResult.Output
  /// The statement that defines it.
  public let range: SourceRange

  /// All figures of a thing that has more than one.
  public var card: Card? { if case .card(let card) = output { card } else { nil } }
}

extension Script {
  /// Every cell with its value, in the order of the script, and what some of its statements show.
  ///
  /// - Parameter ranges: the bytes of the statements whose outputs are wanted.
  public func cells(showing ranges: [Range<Int>]) -> (cells: [CellValue], result: RunResult) {
    let checked = checked(showing: ranges)
    guard let program = checked.program else { return ([], checked.result()) }
    let run = Run(
      program, sampling, execution, also: program.cells.flatMap { $0.value.terms.map(\.id) })
    guard !execution.isInterrupted else { return ([], .interrupted) }
    let result = checked.result(also: run.diagnostics)
    guard !result.hasErrors else { return ([], result) }
    let cells = program.cells.map { cell in
      CellValue(
        name: cell.name, type: cell.value.type, isAssumption: cell.isAssumption,
        value: run.result(cell.value), output: run.output(cell.name, cell.value), range: cell.range)
    }
    return (cells, result.showing(run.outputs))
  }
}

extension RunResult {
  /// A run that shows nothing.
  public static let nothing = RunResult(outputs: [], diagnostics: [], files: [])

  /// The same run, with other outputs to be laid out.
  public func showing(_ outputs: [Output]) -> RunResult {
    RunResult(outputs: outputs, diagnostics: diagnostics, files: files, sampling: sampling)
  }
}
