import Quantities

/// What follows from a model alone.
public struct ModelFigures {
  public internal(set) var params: Term?
  public internal(set) var activeParams: Term?
  /// Forward work of one token at an empty context; nil for models of samples.
  public internal(set) var flopsPerToken: Term?
  /// Forward work of one sample; nil for models of tokens.
  public internal(set) var flopsPerSample: Term?

  public internal(set) var requirements: [Requirement] = []
  /// What was left out or taken for granted, in the reader's words.
  public internal(set) var notes: [String] = []

  public static let figures: [Figure<ModelFigures>] = [
    Figure("params", .none, \.params, "parameters in all"),
    Figure("active_params", .none, \.activeParams, "parameters that one token passes"),
    Figure(
      "flops_per_token", .compute / .tokens, \.flopsPerToken,
      "forward work of one token, attention over the context left out"),
    Figure(
      "flops_per_sample", .compute / .samples, \.flopsPerSample, "forward work of one sample"),
  ]
}
