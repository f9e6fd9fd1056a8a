/// A device that does the arithmetic: a GPU, a TPU, an ASIC or a CPU. Nil is unknown, never zero.
public struct Accelerator: Hashable, Sendable {
  /// Short and unique, such as `H100-SXM`.
  public let name: String
  /// Other names that lead here.
  public let aliases: [String]
  /// Who makes it, or has it made.
  public let vendor: String
  /// `gpu`, `tpu`, `asic`, `cpu` or `edge`.
  public let deviceClass: String
  /// Of its introduction.
  public let year: Int
  /// Bytes, in decimal gigabytes as vendors print them.
  public let memory: Double?
  /// Such as `HBM3`.
  public let memoryType: String?
  /// Of the memory, in bytes per second.
  public let bandwidth: Double?
  /// Dense peak in FLOP/s (OP/s for integers) by data type: `fp64`, `fp64_tensor`, `fp32`, `tf32`,
  /// `fp16`, `bf16`, `fp8`, `int8`, `fp4`, `int4`.
  public let peaks: [String: Double]
  /// What a large matrix product reaches, in FLOP/s, by data type; each with its own source.
  public let achievable: [String: Measured]
  /// Peak with structured sparsity over dense peak.
  public let sparseFactor: Double?
  /// Thermal design power, in watts.
  public let power: Double?
  /// Measured mean draw, in watts.
  public let meanPower: Double?
  /// The scale-up link, in the vendor's words.
  public let link: String?
  /// Of the scale-up link per device and direction, in bytes per second.
  public let linkBandwidth: Double?
  /// Both directions, where the vendor prints only that, in bytes per second.
  public let linkBandwidthTotal: Double?
  /// How many devices reach one another over the scale-up link.
  public let scaleUpDomain: Int?
  /// How many devices stand in one server.
  public let devicesPerNode: Int?
  /// A price to buy, not to rent.
  public let listPrice: ListPrice?
  /// Of every figure without a source of its own.
  public let provenance: Provenance

  /// A figure with a source of its own.
  public struct Measured: Hashable, Sendable {
    /// In base units.
    public let value: Double
    /// Of this figure alone.
    public let provenance: Provenance
  }

  /// What one device cost to buy.
  public struct ListPrice: Hashable, Sendable {
    /// US dollars.
    public let dollars: Double
    /// What the price is of, such as `launch`, `street`, `hgx-8-per-gpu`.
    public let kind: String
    /// The date of the price.
    public let asOf: String
  }
}
