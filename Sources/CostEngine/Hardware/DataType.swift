/// How numbers are stored, and what they are multiplied as.
public struct DataType: Hashable, Sendable {
  public let name: String
  /// Bytes of one element, the scales of its block included.
  public let bytes: Double
  /// The peaks it can compute at, the best first; more than one only where they are the same rate.
  public let peaks: [String]
  /// Weights are widened before they are multiplied, so that only their bytes shrink.
  public let isWeightOnly: Bool
  public let citation: Citation

  private init(
    _ name: String, bytes: Double, peaks: [String], weightOnly: Bool = false, _ source: String,
    asOf: String
  ) {
    self.name = name
    self.bytes = bytes
    self.peaks = peaks
    isWeightOnly = weightOnly
    citation = Citation(source, asOf: asOf)
  }

  public static let all: [DataType] = [
    DataType("fp32", bytes: 4, peaks: ["fp32"], "IEEE 754-2019", asOf: "2019"),
    DataType("tf32", bytes: 4, peaks: ["tf32"], "NVIDIA A100 whitepaper", asOf: "2020"),
    DataType("bf16", bytes: 2, peaks: ["bf16"], "Intel, bfloat16 definition", asOf: "2018"),
    DataType("fp16", bytes: 2, peaks: ["fp16", "bf16"], "IEEE 754-2019", asOf: "2019"),
    DataType("fp8", bytes: 1, peaks: ["fp8"], "OCP OFP8 specification", asOf: "2023"),
    DataType("mxfp8", bytes: 1.031_25, peaks: ["fp8"], "OCP Microscaling v1.0", asOf: "2023"),
    DataType("int8", bytes: 1, peaks: ["int8"], "Dettmers et al., arXiv:2208.07339", asOf: "2022"),
    DataType(
      "int4", bytes: 0.515_625, peaks: ["bf16", "fp16"], weightOnly: true,
      "Lin et al., AWQ, arXiv:2306.00978: 4 bits and one 16-bit scale for each 128", asOf: "2023"),
    DataType(
      "nf4", bytes: 0.515_875, peaks: ["bf16", "fp16"], weightOnly: true,
      "Dettmers et al., QLoRA, arXiv:2305.14314: 4.127 bits", asOf: "2023"),
    DataType(
      "mxfp4", bytes: 0.531_25, peaks: ["fp4", "bf16"], weightOnly: true,
      "OCP Microscaling v1.0: 4 bits and one 8-bit scale for each 32", asOf: "2023"),
    DataType(
      "nvfp4", bytes: 0.5625, peaks: ["fp4"],
      "NVIDIA, NVFP4: 4 bits and one 8-bit scale for each 16", asOf: "2025"),
  ]

  public static func named(_ name: String) -> DataType? {
    all.first { $0.name == name }
  }

  public static let names = all.map(\.name)
  /// What a run can train in.
  public static let trainable = ["fp32", "tf32", "bf16", "fp16", "fp8", "mxfp8", "nvfp4"]
  /// What a key-value cache can be kept in.
  public static let cacheable = ["fp32", "bf16", "fp16", "fp8", "int8", "nvfp4"]
}
