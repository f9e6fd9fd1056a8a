/// Published defaults of serving, with their sources.
enum ServingData {
  static let memoryShare = Fallback(
    0.9, "vLLM, engine arguments: gpu_memory_utilization", asOf: "2026")

  static let headroom = Fallback(
    0.2,
    "aic, a judgement: near saturation an error of 22% in capacity turns a time to first token "
      + "of 64 ms into 120 s (BLIS, inference-sim)",
    asOf: "2026-11")
}
