/// Published figures of failures and of what they cost, with their sources.
enum ReliabilityData {
  /// Seconds between failures of one device: 54 days of 16,384 devices over 419 unexpected interruptions.
  static let failures = Fallback(
    50_677 * 3600, "Grattafiori et al., The Llama 3 Herd of Models, arXiv:2407.21783, table 5",
    asOf: "2024")

  /// Seconds from a failure until work goes on: detection, placing, loading, warming up.
  static let recovery = Fallback(
    600, "aic, a judgement on detection, scheduling and loading times", asOf: "2026-11",
    confidence: .judgement)

  /// Seconds that a checkpoint stalls a run; with `failures` and `recovery` above, 9.6% of Llama 3's time is lost.
  static let checkpoint = Fallback(
    10,
    "aic, a judgement: it explains the \"over 90% effective training time\" of arXiv:2407.21783",
    asOf: "2026-11", confidence: .judgement)
}
