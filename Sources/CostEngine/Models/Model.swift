/// A model by its shape, or by its size alone.
///
/// What the user gives wins over what the shape would say.
public struct Model: Declared {
  /// What the reader calls it.
  public var name: String
  public var kind: ModelKind

  public var params: Term?
  public var activeParams: Term?

  public var layers: Term?
  public var hidden: Term?
  public var ffn: Term?
  public var heads: Term?
  public var kvHeads: Term?
  public var headDim: Term?
  public var vocab: Term?
  public var gated: Bool?
  public var tied: Bool?
  public var biases: Bool?
  public var qkvBias: Bool?
  public var qkNorm: Bool?
  public var norms: Term?
  public var positions: Term?
  public var types: Term?
  public var pooler: Bool?
  public var window: Term?
  public var globalLayers: Term?
  public var context: Term?

  public var experts: Term?
  public var expertsPerToken: Term?
  public var sharedExperts: Term?
  public var expertFFN: Term?
  public var denseLayers: Term?

  /// Multi-head latent attention: `q_rank`, `kv_rank`, `rope_dim`, `value_dim`.
  public var mla: [String: Term] = [:]

  public var macs: Term?
  public var input: Term?
  public var countedAt: Term?
  public var steps: Term?
  public var guidance: Bool?
  /// The widths of a perceptron, inputs first, such as 784, 512, 10.
  public var widths: [Term]?

  public init(name: String, kind: ModelKind) {
    self.name = name
    self.kind = kind
  }
}
