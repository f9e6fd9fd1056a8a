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
      "quantize", field: "precision", example: "quantize fp8",
      quality: "fp8 trains to within 0.25% of the loss of bf16, in the report's tests",
      Citation("DeepSeek-AI, DeepSeek-V3, arXiv:2412.19437, section 3.3", asOf: "2024")),
    Technique(
      "prune", example: "prune 40%",
      quality:
        "lower until trained again: the reports train a pruned model on a few percent of the data",
      .minitron),
    Technique(
      "distill", example: "distill to llama_3_2_1b",
      quality: "that of a smaller model, better than without a teacher", .hinton),
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
