/// What share of the peak published training runs reached, when nothing else is known.
struct MFUPrior: Hashable, Sendable {
  let hardware: String
  let precision: String
  let kind: ModelKind
  let low: Double
  let median: Double
  let high: Double
  /// How many published rows stand behind it.
  let rows: Int

  /// The prior of a device, precision and kind of model; nil where nothing is published.
  static func find(_ hardware: String, _ precision: String, _ kind: ModelKind) -> MFUPrior? {
    all.first {
      hardware.uppercased().hasPrefix($0.hardware) && $0.precision == precision
        && $0.kind == (kind == .moe ? .moe : .transformer)
    }
  }

  /// Implied by published step rates against the dense peak of the row's own precision: p10, median, p90.
  static let all: [MFUPrior] = [
    MFUPrior("V100", "fp16", .transformer, 0.138, 0.233, 0.303, 82),
    MFUPrior("A100-40", "bf16", .transformer, 0.344, 0.459, 0.528, 79),
    MFUPrior("A100", "bf16", .transformer, 0.301, 0.439, 0.579, 66),
    MFUPrior("H100", "bf16", .transformer, 0.329, 0.473, 0.563, 184),
    MFUPrior("H100", "bf16", .moe, 0.195, 0.42, 0.475, 16),
    MFUPrior("H100", "fp8", .transformer, 0.298, 0.374, 0.408, 151),
    MFUPrior("H100", "fp8", .moe, 0.0995, 0.1525, 0.2655, 23),
    MFUPrior("B200", "mxfp8", .moe, 0.059, 0.132, 0.1455, 13),
    MFUPrior("B200", "bf16", .moe, 0.12, 0.192, 0.201, 5),
    MFUPrior("B300", "mxfp8", .moe, 0.1055, 0.153, 0.185, 15),
    MFUPrior("GB200", "bf16", .transformer, 0.397, 0.421, 0.448, 9),
    MFUPrior("GB200", "bf16", .moe, 0.214, 0.238, 0.485, 10),
    MFUPrior("GB200", "fp8", .transformer, 0.2985, 0.373, 0.432, 24),
    MFUPrior("GB300", "fp8", .transformer, 0.42, 0.51, 0.535, 11),
    MFUPrior("GB300", "mxfp8", .moe, 0.138, 0.223, 0.299, 29),
  ]

  private init(
    _ hardware: String, _ precision: String, _ kind: ModelKind, _ low: Double, _ median: Double,
    _ high: Double, _ rows: Int
  ) {
    self.hardware = hardware
    self.precision = precision
    self.kind = kind
    self.low = low
    self.median = median
    self.high = high
    self.rows = rows
  }

  /// The median, for runs of which too little is known to ask for more.
  var fallback: Fallback {
    func percent(_ share: Double) -> Int { Int((share * 100).rounded()) }
    return Fallback(
      median,
      "\(rows) published runs on \(hardware) in \(precision), which reach \(percent(low))% to "
        + "\(percent(high))%",
      asOf: "2026-11")
  }

  /// What the reader can write, with the range behind it.
  var advice: String {
    func percent(_ share: Double) -> Int { Int((share * 100).rounded()) }
    return "write `at \(percent(median))% mfu`: \(rows) published runs on \(hardware) in "
      + "\(precision) reach \(percent(low))% to \(percent(high))%"
  }
}
