/// What an optimizer keeps for each parameter.
public struct Optimizer: Hashable, Sendable {
  public let name: String
  /// Bytes of state per parameter beside the weights and gradients, the fp32 master copy included.
  public let bytes: Double
  public let citation: Citation

  private init(_ name: String, _ bytes: Double, _ source: String, asOf: String) {
    self.name = name
    self.bytes = bytes
    citation = Citation(source, asOf: asOf)
  }

  /// The fp32 master copy of mixed-precision training takes 4 of the bytes.
  public static let all: [Optimizer] = [
    Optimizer("adamw", 12, "Rajbhandari et al., ZeRO, arXiv:1910.02054, section 3.1", asOf: "2020"),
    Optimizer("adam8bit", 6, "Dettmers et al., 8-bit optimizers, arXiv:2110.02861", asOf: "2021"),
    Optimizer("lion", 8, "Chen et al., Lion, arXiv:2302.06675", asOf: "2023"),
    Optimizer("muon", 8, "Jordan et al., Muon", asOf: "2024"),
    Optimizer("momentum", 8, "Rajbhandari et al., ZeRO, arXiv:1910.02054", asOf: "2020"),
    Optimizer("sgd", 4, "Rajbhandari et al., ZeRO, arXiv:1910.02054", asOf: "2020"),
  ]

  public static func named(_ name: String) -> Optimizer? {
    all.first { $0.name == name }
  }
}
