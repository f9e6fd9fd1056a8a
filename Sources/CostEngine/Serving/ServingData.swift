/// Published defaults of serving, with their sources.
enum ServingData {
  static let memoryShare = Fallback(
    0.9, "vLLM, engine arguments: gpu_memory_utilization", asOf: "2026")

  static let headroom = Fallback(
    0.2,
    "aic, a judgement: near saturation an error of 22% in capacity turns a time to first token "
      + "of 64 ms into 120 s (BLIS, inference-sim)",
    asOf: "2026-11", confidence: .judgement)

  /// Most sequences in one step.
  static let batch = Fallback(256, "vLLM, engine arguments: max_num_seqs", asOf: "2026")

  /// Bytes of a device that the engine takes for itself: runtime, graphs, buffers.
  static let engineMemory = Fallback(
    1.5e9, "aic, fitted 2026-11 on public measurements", asOf: "2026-11", confidence: .fitted)

  /// Mean wait for the running step and the first decode step, in steps.
  static let firstSteps = Fallback(
    1.25, "aic, fitted 2026-11 on public measurements", asOf: "2026-11", confidence: .fitted)

  /// Share of other requests' prefills that delays a decode step in a closed loop.
  static let closedPrefill = Fallback(
    0.7, "aic, fitted 2026-11 on public measurements", asOf: "2026-11", confidence: .fitted)

  /// Share of the network that a collective reaches.
  static let networkShare = Fallback(
    0.85, "aic, a judgement between the 80% and 90% that collectives reach on InfiniBand",
    asOf: "2026-11", confidence: .judgement)

  /// Seconds of one message between nodes.
  static let networkLatency = Fallback(
    15e-6, "aic, a judgement between 10 and 20 µs for collectives on InfiniBand", asOf: "2026-11",
    confidence: .judgement)

  /// The busiest over the mean device when experts are spread by whole experts.
  static let expertImbalance = Fallback(
    1.2, "aic, a judgement on random routing", asOf: "2026-11", confidence: .judgement)

  /// 95th percentile over mean of the parts that do not wait.
  static let firstTokenSpread = Fallback(
    1.3, "aic, fitted 2026-11 on public measurements at low load", asOf: "2026-11",
    confidence: .fitted)
  static let tokenSpread = Fallback(
    1.07, "aic, fitted 2026-11 on public measurements at low load", asOf: "2026-11",
    confidence: .fitted)

  /// How much of the gain of a lower data type is lost to widening weights before they are multiplied.
  static let widening = Fallback(
    0.9, "aic, a judgement between 80% and 95% for weight-only kernels", asOf: "2026-11",
    confidence: .judgement)

  /// Bytes a second at which a starting replica reads its weights.
  static let loadBandwidth = Fallback(
    2e9, "aic, a judgement: weights read from a network volume or a local disk", asOf: "2026-11",
    confidence: .judgement)

  /// Seconds that a replica takes to start beside reading its weights.
  static let engineStart = Fallback(
    40, "aic, a judgement between the 20 s and 60 s that serving engines take to initialise",
    asOf: "2026-11", confidence: .judgement)

  /// Seconds that a replica stays up after the load that needed it.
  static let cooldown = Fallback(
    300, "Kubernetes, Horizontal Pod Autoscaling: default stabilization window for scaling down",
    asOf: "2026")

  /// Seconds that the last replica stays up without a request.
  static let idleTimeout = Fallback(
    60, "Modal, documentation: default scaledown_window of a container", asOf: "2026")

  /// Power of decoding over TDP, at rest between steps and gained as the batch grows.
  static func power(_ hardware: String) -> (base: Fallback, gain: Fallback, batch: Fallback) {
    let name = hardware.uppercased()
    let gain = name.contains("B200") || name.contains("B300") ? 0.20 : 0.24
    let source = "aic, fitted 2026-11 on ML.ENERGY measurements of H100 and B200"
    return (
      Fallback(0.61, source, asOf: "2026-11", confidence: .fitted),
      Fallback(gain, source, asOf: "2026-11", confidence: .fitted),
      Fallback(70, source, asOf: "2026-11", confidence: .fitted)
    )
  }
}
