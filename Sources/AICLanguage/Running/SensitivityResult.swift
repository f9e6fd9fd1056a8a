import CostEngine

/// Which inputs drive a figure, the strongest first.
public struct SensitivityResult: Sendable {
  public struct Input: Sendable {
    public let name: String
    /// By how many percent the figure moves when the input moves by one percent.
    public let elasticity: Double
    /// The share of the figure's variance that the input explains alone; nil where nothing is uncertain.
    public let share: Double?
    /// The share that it explains alone and together with others; nil where nothing is uncertain.
    public let total: Double?
  }

  public let name: String
  public let figure: ResultFigure
  public let inputs: [Input]
  /// Whether these are all inputs, and not those that were asked for.
  public let isOfAll: Bool
}

extension Run {
  func result(_ sensitivity: CheckedProgram.Sensitivity) -> SensitivityResult {
    let figure = sensitivity.figure.id
    var inputs = sensitivity.inputs.map { (name: $0.name, node: $0.term.id) }
    if sensitivity.isOfAll { inputs += program.rangesInPlace(under: figure) }
    let nodes = inputs.map(\.node)
    let elasticities = Elasticities(of: figure, to: nodes, in: program.graph, evaluation)
    let shares = SpreadShares(
      of: figure, by: nodes, in: program.graph, evaluation, sampling, execution)
    let isUncertain = program.graph[figure].rank.isSampled
    let told = inputs.enumerated().map { index, input in
      SensitivityResult.Input(
        name: input.name, elasticity: elasticities[input.node],
        share: isUncertain ? shares.alone[index] : nil,
        total: isUncertain ? shares.total[index] : nil)
    }
    return SensitivityResult(
      name: sensitivity.name, figure: self.figure(figure, sensitivity.display),
      inputs: told.sorted {
        ($0.share ?? 0, abs($0.elasticity), $1.name) > ($1.share ?? 0, abs($1.elasticity), $0.name)
      },
      isOfAll: sensitivity.isOfAll)
  }
}
