/// Published defaults of the techniques, with their sources.
enum TechniqueData {
  /// Data sheets say 2: sparse kernels reach 1.3 to 1.6 of dense ones.
  static let sparseEfficiency = Fallback(
    0.45,
    "aic, a judgement: 2:4 products reach 1.3 to 1.6 times dense ones where data sheets say 2; "
      + "Neural Magic, 2:4 Sparse Llama, measured up to 1.3 times the throughput",
    asOf: "2024-11", confidence: .judgement)

  static let draftTokens = Fallback(
    5, "vLLM, documentation: speculative decoding with a draft model, num_speculative_tokens",
    asOf: "2024")

  /// Seconds that a one-time cost is spread over.
  static let payback = Fallback(
    365 * 86_400, "aic, a judgement: a served model is replaced within about a year",
    asOf: "2026-11", confidence: .judgement)
}
