import CostEngine

/// The derivation of one figure, ready to be laid out: its formula with names and with figures, and what it rests on.
public struct ExplainedFigure: Sendable {
  public let label: String
  public let figure: ResultFigure
  /// The formula with the names of its terms; nil for an input.
  public let formula: String?
  /// The formula with their figures; nil where that says no more.
  public let substituted: String?
  /// Where an input or a formula comes from; nil where nothing is stated.
  public let source: String?
  /// The file that states it, and the line, counted from 1; nil for the engine's own.
  public let place: (file: String, line: Int)?
  public let parts: [ExplainedFigure]
  /// Explained already, further up.
  public let isRepeated: Bool
}

extension ExplainedFigure {
  init(
    _ explanation: Explanation, _ graph: CostGraph, _ files: [SourceFile],
    figure: (NodeID) -> ResultFigure
  ) {
    let annotation = explanation.annotation
    label = annotation.label
    self.figure = figure(explanation.node)
    // What has no name stands by its figure.
    let names = annotation.formula?.text { id in
      graph.annotation(of: id)?.label ?? figure(id).text
    }
    formula = names?.onOneLine
    let figures = annotation.formula?.text(
      percentage: {
        let plain = figure($0)
        return ResultFigure(plain.value, plain.dimension, isPercent: true).text
      },
      node: { figure($0).text })
    substituted = figures == names ? nil : figures?.onOneLine
    source = annotation.citation.map { $0.text + ($0.asOf.map { " (\($0))" } ?? "") }
    place = annotation.range.flatMap { range in
      guard files.indices.contains(range.file) else { return nil }
      let file = files[range.file]
      return (file.name, LineIndex(file).position(of: range.lower).line)
    }
    parts = explanation.parts.map { ExplainedFigure($0, graph, files, figure: figure) }
    isRepeated = explanation.isRepeated
  }
}

extension Script {
  /// How a figure of the script follows from its inputs.
  ///
  /// - Parameter expression: a cell or any expression over the script's cells, such as `service.cost`.
  public func explain(_ expression: String) -> (figure: ExplainedFigure?, result: RunResult) {
    let target = SourceFile(name: "<expression>", text: expression)
    let checked = checked(alsoShowing: [target])
    func refused(_ more: [Diagnostic]) -> (ExplainedFigure?, RunResult) {
      (nil, checked.result(also: more))
    }
    guard let program = checked.program, let shown = checked.shown.first else { return refused([]) }
    var named: [NodeID] = []
    if case .quantity(let term, _) = shown {
      named = program.graph.nodes(under: [term.id]).filter {
        program.graph.annotation(of: $0) != nil && program.graph[$0].rank.isSampled
      }
    }
    let run = Run(program, sampling, execution, also: named)
    guard !run.diagnostics.contains(where: { $0.severity == .error }) else {
      return refused(run.diagnostics)
    }
    guard case .quantity(let term, _) = shown,
      let explanation = Explanation(of: term.id, in: program.graph, run.evaluation)
    else {
      let file = checked.files.firstIndex { $0.name == target.name } ?? 0
      let place = SourceRange(file: file, lower: 0, upper: expression.utf8.count)
      return refused([Script.notAFigure(place)])
    }
    // A cell is shown as its writer wants it: a price per hour by the hour.
    var displays: [NodeID: Display] = [:]
    var units: [NodeID: FigureDisplay] = [:]
    for cell in program.cells {
      if case .quantity(let term, let display) = cell.value { displays[term.id] = display }
      guard let ownership = cell.value.ownership else { continue }
      units.merge(ownership.displays) { $1 }
      for figure in Ownership.figures {
        if let term = ownership[keyPath: figure.path] { units[term.id] = figure.display }
      }
    }
    let figure = ExplainedFigure(explanation, program.graph, checked.files) { id in
      displays[id].map { run.figure(id, $0) } ?? run.figure(id, units[id] ?? .automatic)
    }
    return (figure, checked.result())
  }

  /// The mistake of naming what has no figure.
  static func notAFigure(_ place: SourceRange) -> Diagnostic {
    Diagnostic(
      "explain.figure", "there is no figure here to explain", at: .init(place),
      help: "name a cell with a figure, or a figure of a thing, such as `service.cost`")
  }
}

extension Value {
  /// What owning costs, here or of the devices of a run; nil where they are rented.
  fileprivate var ownership: Ownership? {
    switch self {
    case .ownership(_, _, let ownership): ownership
    case .training(_, let training): training.ownership
    case .deployment(_, let deployment): deployment.ownership
    default: nil
    }
  }
}
