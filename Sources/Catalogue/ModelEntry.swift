/// One published model: its shape, or as much of it as is published.
public struct ModelEntry: Sendable {
  public let name: String
  /// What it is made of: `transformer`, `moe`, `encoder`, `cnn`, `mlp` or `diffusion`; nil where it is none of these.
  public let kind: String?
  /// What the publisher calls its architecture, such as `encoder-decoder`.
  public let architecture: String
  /// Plain numbers and tokens by field, such as `layers` and `context`.
  public let figures: [String: Double]
  /// What is or is not there, such as `gated`.
  public let flags: [String: Bool]
  /// Whether the shape accounts for all parameters, so that they need not be given.
  public let isShapeWhole: Bool
  public let provenance: Provenance
  /// Where what the shape leaves open was taken from; nil where nothing was added.
  public let structureSource: String?

  public static let figureNames = [
    "layers", "hidden", "ffn", "heads", "kv_heads", "head_dim", "vocab", "experts",
    "experts_per_token", "shared_experts", "expert_ffn", "dense_layers", "context", "q_rank",
    "kv_rank", "rope_dim", "value_dim", "window", "global_layers", "norms", "positions", "types",
  ]
  /// What counting needs beyond the published dimensions.
  public static let structural: Set<String> = ["global_layers", "norms", "positions", "types"]
  public static let flagNames = ["gated", "tied", "biases", "qkv_bias", "qk_norm", "pooler"]

  init?(_ row: CSV.Row) {
    guard let name = row["name"], let architecture = row["architecture"],
      let provenance = Provenance(row)
    else { return nil }
    self.name = name
    self.architecture = architecture
    self.provenance = provenance
    kind = row["model_kind"]
    var figures: [String: Double] = [:]
    for field in ModelEntry.figureNames { figures[field] = row[field].flatMap { Double($0) } }
    for (field, column, scale) in [
      ("params", "params [B]", 1e9), ("active_params", "active_params [B]", 1e9),
      ("macs", "macs [G]", 1e9), ("input", "input [px]", 1),
    ] {
      figures[field] = row[column].flatMap { Double($0) }.map { $0 * scale }
    }
    self.figures = figures
    var flags: [String: Bool] = [:]
    for field in ModelEntry.flagNames { flags[field] = row[field].map { $0 == "yes" } }
    self.flags = flags
    isShapeWhole = row["shape"] == "whole"
    structureSource = row["structure_source"]
  }
}
