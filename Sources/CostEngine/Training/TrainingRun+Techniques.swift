import Quantities

extension TrainingRun: TakesTechniques {
  public static let traded = ["cost", "time", "memory"]

  public static let techniques: [Technique<TrainingRun>] = [
    adapters(
      "lora", "lora rank 16", "on par with full fine-tuning where the task is narrow", .lora),
    adapters(
      "qlora", "qlora rank 16", "on par with 16-bit adapters in the paper's tests",
      Citation("Dettmers et al., QLoRA, arXiv:2305.14314, section 4", asOf: "2023")),
    Technique(
      "spot", example: "spot 60% off",
      quality: "none: what is lost since a checkpoint is done again", .spot),
    Technique(
      "reserve", example: "reserve 3 years",
      quality: "none, but the devices are paid for to the end of the term", .reserve),
  ]

  /// Adapters instead of the whole model; without a rank there are none.
  private static func adapters(
    _ name: String, _ example: String, _ quality: String, _ citation: Citation
  ) -> Technique<TrainingRun> {
    Technique(
      name, field: "rank", example: example, quality: quality, citation, mark: { $0.method = name },
      isUsed: { $0.method == name },
      remove: { run in
        run.method = nil
        run.rank = nil
      })
  }
}
