/// The overheads of one serving engine, which calibration shifts.
public struct ServingFamily: Hashable, Sendable {
  public let name: String
  /// Share of the bandwidth that a decode step reaches.
  public let bandwidth: Double
  /// Share of the peak that a decode step reaches.
  public let decode: Double
  /// Share of the peak that a prefill reaches.
  public let prefill: Double
  /// Seconds of each layer of each step.
  public let layer: Double
  /// Seconds of each step.
  public let step: Double
  /// Seconds of each sequence in each step.
  public let sequence: Double
  /// Seconds of each all-reduce beside its bytes.
  public let allReduce: Double
  /// Share of the link that an all-reduce reaches.
  public let link: Double
  /// Seconds before a request reaches the model.
  public let ingest: Double

  static let citation = Citation(
    "aic, fitted 2026-11 on public measurements, starting values", asOf: "2026-11",
    confidence: .fitted)

  public static let all: [ServingFamily] = [
    ServingFamily(
      name: "vllm", bandwidth: 0.86, decode: 0.26, prefill: 0.46, layer: 33e-6, step: 2.1e-3,
      sequence: 6e-6, allReduce: 7.5e-6, link: 0.46, ingest: 23e-3),
    ServingFamily(
      name: "trtllm", bandwidth: 0.86, decode: 0.26, prefill: 0.46, layer: 0, step: 2.1e-3,
      sequence: 27e-6, allReduce: 12e-6, link: 0.46, ingest: 23e-3),
    ServingFamily(
      name: "sglang", bandwidth: 0.86, decode: 0.26, prefill: 0.46, layer: 27e-6, step: 2.1e-3,
      sequence: 27e-6, allReduce: 12e-6, link: 0.46, ingest: 23e-3),
  ]

  public static func named(_ name: String) -> ServingFamily? {
    all.first { $0.name == name }
  }
}
