import CostEngine

/// Which inputs drive a figure, the strongest first.
public struct SensitivityResult: Sendable {
  public struct Input: Sendable {
    public let name: String
    /// By how many percent the figure moves when the input moves by one percent.
    public let elasticity: Double
    /// The share of the figure's variance that the input explains alone; nil where nothing is uncertain.
    public let share: Double?
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
    let samples = evaluation.samples(of: sensitivity.figure.id)
    let inputs = sensitivity.inputs.map { input in
      SensitivityResult.Input(
        name: input.name, elasticity: elasticities[input.term.id],
        share: samples.map { samples in
          evaluation.samples(of: input.term.id).map { samples.shareExplained(by: $0) } ?? 0
        })
    }
    return SensitivityResult(
      name: sensitivity.name, figure: figure(sensitivity.figure.id, sensitivity.display),
      inputs: inputs.sorted {
        ($0.share ?? 0, abs($0.elasticity), $1.name) > ($1.share ?? 0, abs($1.elasticity), $0.name)
      })
  }
}
