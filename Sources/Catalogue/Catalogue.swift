public struct Provenance: Sendable { public let source: String; public let asOf: String; public let kind: String; public let isRecalled: Bool }
public struct Accelerator: Sendable { public let name: String; public let memory: Double?; public let bandwidth: Double?; public let peaks: [String: Double]; public let achievable: Double?
 public let power: Double?; public let linkBandwidth: Double?; public let scaleUpDomain: Double?; public let devicesPerNode: Double?; public let listPrice: Double?; public let provenance: Provenance }
public struct ModelEntry: Sendable { public let name: String; public let kind: String; public let fields: [String: Double]; public let flags: [String: Bool]; public let provenance: Provenance }
public struct Catalogue: Sendable { public init() {}
  public enum Kind: Sendable { case accelerators, models }
  public func accelerator(named: String) -> Accelerator? { nil }
  public func model(named: String) -> ModelEntry? { nil }
  public func suggestions(for name: String, in kind: Kind) -> [String] { [] }
}
