/// One device as its data sheet describes it; what the sheet leaves out is nil.
public struct Accelerator: Sendable {
  public let name: String
  public let vendor: String?
  public let year: Int?
  /// Bytes.
  public let memory: Double?
  /// Bytes per second.
  public let bandwidth: Double?
  /// Dense rates in FLOP/s (or integer operations per second) by data type, such as `bf16`.
  public let peaks: [String: Double]
  /// The share of the dense bf16 peak that large matrix products were measured to reach.
  public let achievable: Double?
  /// Watts.
  public let power: Double?
  /// Bytes per second in one direction.
  public let link: Double?
  public let domain: Double?
  public let node: Double?
  public let provenance: Provenance

  static let peakTypes = ["fp64", "fp32", "tf32", "fp16", "bf16", "fp8", "int8", "fp4", "int4"]

  init?(_ row: CSV.Row) {
    guard let name = row["name"], let provenance = Provenance(row) else { return nil }
    func number(_ column: String, _ scale: Double) -> Double? {
      row[column].flatMap { Double($0) }.map { $0 * scale }
    }
    self.name = name
    self.provenance = provenance
    vendor = row["vendor"]
    year = row["year"].flatMap { Int($0) }
    memory = number("memory [GB]", 1e9)
    bandwidth = number("bandwidth [GB/s]", 1e9)
    var peaks: [String: Double] = [:]
    for type in Accelerator.peakTypes { peaks[type] = number("peak_\(type) [TFLOP/s]", 1e12) }
    self.peaks = peaks
    let reached = number("achievable_bf16 [TFLOP/s]", 1e12)
    achievable = reached.flatMap { reached in peaks["bf16"].map { reached / $0 } }
    power = number("power [W]", 1)
    link = number("link [GB/s]", 1e9)
    domain = number("domain", 1)
    node = number("node", 1)
  }
}
