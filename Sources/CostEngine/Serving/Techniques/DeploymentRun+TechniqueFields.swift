import Quantities

extension DeploymentRun {
  /// Leaving out weights that matter least.
  public struct Prune {
    public var share: Term?
    public var pattern: String?
    public var efficiency: Term?
    public var accuracy: Term?
    public var retraining: Term?
    public var payback: Term?
  }

  /// Answering from a layer before the last.
  public struct EarlyExit {
    public var share: Term?
    public var rows: String?
    public var accuracy: Term?
  }

  /// Letting a small model guess tokens that the large one checks.
  public struct Speculate {
    public var draft: Model?
    public var accept: Term?
    public var tokens: Term?
  }

  /// Serving a small model that learnt from the large one.
  public struct Distill {
    public var student: Model?
    public var tokens: Term?
    public var mfu: Term?
    public var cost: Term?
    public var payback: Term?
    public var accuracy: Term?
  }

  /// The model that answers.
  public var served: Model { distill.student ?? model }

  /// The fields that only techniques set, each technique's own under its name.
  static let techniqueFields: [Field<DeploymentRun>] = pruning + exiting + speculating + distilling

  private static let pruning: [Field<DeploymentRun>] = [
    Field(
      "prune", .quantity(.none, \.prune.share), .partialShare,
      "share of the layers' weights and work left out; embeddings stay"),
    Field(
      "prune.pattern", .word(PruningPattern.allCases.map(\.rawValue), \.prune.pattern),
      "which weights go: whole heads and channels (structured), two of every four neighbours "
        + "(\"2:4\") or any (unstructured); structured unless given"),
    Field(
      "prune.efficiency", .quantity(.none, \.prune.efficiency), .share,
      default: TechniqueData.sparseEfficiency,
      "share of the device's gain from 2:4 weights that products reach"),
    Field(
      "prune.accuracy", .quantity(.none, \.prune.accuracy), .any,
      "change of accuracy that was measured, said on the card"),
    Field(
      "prune.retraining", .quantity(.money, \.prune.retraining), .nonNegative,
      "cost of training the pruned model again, once"),
    Field(
      "prune.payback", .quantity(.time, \.prune.payback), .positive, default: TechniqueData.payback,
      "time that the cost of retraining is spread over"),
  ]

  private static let exiting: [Field<DeploymentRun>] = [
    Field(
      "early_exit", .quantity(.none, \.earlyExit.share), .partialShare,
      "share of the layers that a generated token, or a sample, skips on average"),
    Field(
      "early_exit.rows", .word(["together", "regrouped"], \.earlyExit.rows),
      "whether a batch goes on until its last row has left, or rows that left are taken out; "
        + "together unless given"),
    Field(
      "early_exit.accuracy", .quantity(.none, \.earlyExit.accuracy), .any,
      "change of accuracy that was measured, said on the card"),
  ]

  private static let speculating: [Field<DeploymentRun>] = [
    Field(
      "speculate", .model(\.speculate.draft), .any,
      "small model that guesses the tokens which the served one checks"),
    Field(
      "speculate.accept", .quantity(.none, \.speculate.accept), .share,
      "chance that a guessed token is right"),
    Field(
      "speculate.tokens", .quantity(.none, \.speculate.tokens), .count,
      default: TechniqueData.draftTokens, "tokens that are guessed at a time"),
  ]

  private static let distilling: [Field<DeploymentRun>] = [
    Field(
      "distill", .model(\.distill.student), .any,
      "small model that is served instead, having learnt from the one after `deploy`"),
    Field(
      "distill.tokens", .either([.tokens, .samples], \.distill.tokens), .nonNegative,
      "tokens or samples that it learns from"),
    Field(
      "distill.mfu", .quantity(.none, \.distill.mfu), .positiveShare,
      "share of the peak that distilling reaches; what published trainings on the hardware reach "
        + "unless given"),
    Field(
      "distill.cost", .quantity(.money, \.distill.cost), .nonNegative,
      "cost of distilling, once, instead of that of `distill.tokens`"),
    Field(
      "distill.payback", .quantity(.time, \.distill.payback), .positive,
      default: TechniqueData.payback, "time that the cost of distilling is spread over"),
    Field(
      "distill.accuracy", .quantity(.none, \.distill.accuracy), .any,
      "change of accuracy that was measured, said on the card"),
  ]
}
