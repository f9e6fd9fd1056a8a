/// Published figures of training, with their sources.
enum TrainingData {
  /// Hardware work over useful work, by what is computed again.
  static func recomputation(_ recompute: Recompute) -> Fallback {
    switch recompute {
    case .none:
      Fallback(1, "Korthikanti et al., arXiv:2205.05198, section 5", asOf: "2022")
    case .selective:
      Fallback(1.027, "Korthikanti et al., arXiv:2205.05198, section 5 (GPT-3)", asOf: "2022")
    case .full:
      Fallback(4.0 / 3, "Narayanan et al., Megatron-LM, arXiv:2104.04473, appendix", asOf: "2021")
    }
  }

  /// Share of a device's memory that a run may plan with; the rest goes to buffers and fragmentation.
  static let memoryShare = Fallback(
    0.92, "aic, fitted 2026-11 on public measurements: largest layouts that ran", asOf: "2026-11",
    confidence: .fitted)

  static let zeroStage = Fallback(
    3, "Rajbhandari et al., ZeRO, arXiv:1910.02054, stage 3", asOf: "2020")
}
