import Quantities

/// What a provider's tokens cost.
public struct APIDeployment {
  /// Nil where no rate is given.
  public internal(set) var cost: Term?
  public internal(set) var inputCost: Term?
  public internal(set) var outputCost: Term?
  public internal(set) var costPerRequest: Term?
  public internal(set) var costPerToken: Term?
  public internal(set) var costPerInputToken: Term?
  public internal(set) var costPerOutputToken: Term?

  /// What each technique changes; empty until asked for.
  public var tradeoffs: [Tradeoff] = []
  public internal(set) var requirements: [Requirement] = []
  /// What was left out or taken for granted, in the reader's words.
  public internal(set) var notes: [String] = []

  public static let figures: [Figure<APIDeployment>] = [
    Figure("cost", .money / .time, \.cost, "money per time"),
    Figure("cost.input", .money / .time, \.inputCost, "prompt tokens"),
    Figure("cost.output", .money / .time, \.outputCost, "generated tokens"),
    Figure("cost_per_request", .money / .requests, \.costPerRequest, "price of a request"),
    Figure("cost_per_token", .money / .tokens, \.costPerToken, "price of a token, in or out"),
    Figure(
      "cost_per_input_token", .money / .tokens, \.costPerInputToken, "mean price of a prompt token"),
    Figure(
      "cost_per_output_token", .money / .tokens, \.costPerOutputToken,
      "price of a generated token"),
  ]
}
