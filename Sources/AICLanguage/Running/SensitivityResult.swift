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
}

extension Run {
  func result(_ sensitivity: CheckedProgram.Sensitivity) -> SensitivityResult {
    let elasticities = Elasticities(
      of: sensitivity.figure.id, to: sensitivity.inputs.map(\.term.id), in: program.graph,
      evaluation)
    let figure = sensitivity.figure.id
    let shares = SpreadShares(
      of: figure, by: sensitivity.inputs.map(\.term.id), in: program.graph, evaluation, sampling,
      execution)
    let isUncertain = program.graph[figure].rank.isSampled
    let inputs = sensitivity.inputs.indices.map { index in
      let input = sensitivity.inputs[index]
      return SensitivityResult.Input(
        name: input.name, elasticity: elasticities[input.term.id],
        share: isUncertain ? shares.alone[index] : nil,
        total: isUncertain ? shares.total[index] : nil)
    }
    return SensitivityResult(
      name: sensitivity.name, figure: self.figure(figure, sensitivity.display),
      inputs: inputs.sorted {
        ($0.share ?? 0, abs($0.elasticity), $1.name) > ($1.share ?? 0, abs($1.elasticity), $0.name)
      })
  }
}
