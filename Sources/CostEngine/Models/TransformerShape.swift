import Quantities

/// The layers of a transformer, counted matrix by matrix.
///
/// All counts are plain numbers; the letters of the formulas are those of the papers.
struct TransformerShape {
  let builder: GraphBuilder
  let kind: ModelKind
  let layers: Term
  let hidden: Term
  let heads: Term
  let kvHeads: Term
  /// Width of a head's queries and keys.
  let headDim: Term
  /// Width of a head's values.
  let valueDim: Term
  let ffn: Term?
  let vocab: Term?
  let latent: Latent?
  let mixture: Mixture?
  let gated: Bool
  let tied: Bool
  let biases: Bool
  let qkvBias: Bool
  let qkNorm: Bool
  let norms: Term
  let positions: Term?
  let types: Term?
  let pooler: Bool
  let window: Term?
  /// Layers with full attention; all of them without a window.
  let globalLayers: Term
  /// Share of the heads that pruning leaves; nil where all stay.
  var keptHeads: Term?

  /// Multi-head latent attention.
  struct Latent {
    /// Nil where queries are not compressed.
    let queryRank: Term?
    let rank: Term
    let rotated: Term
  }

  struct Mixture {
    let experts: Term
    let perToken: Term
    let shared: Term
    let ffn: Term
    let denseLayers: Term
  }

  /// The shape that the fields give; nil where they do not say how wide and deep the model is.
  init?(_ model: Model, _ reader: Reader<Model>) {
    guard let layers = reader["layers"], let hidden = reader["hidden"], let heads = reader["heads"]
    else { return nil }
    let builder = reader.builder
    let zero = builder.constant(0)
    let isEncoder = model.kind == .encoder
    self.builder = builder
    kind = model.kind
    self.layers = layers
    self.hidden = hidden
    self.heads = heads
    kvHeads = reader["kv_heads"] ?? heads
    let width =
      reader["head_dim"]
      ?? (hidden / heads).named("head_dim", "\(hidden) ÷ \(heads)", citation: .vaswani)
    headDim = width
    ffn = reader["ffn"]
    vocab = reader["vocab"]
    latent = reader["mla.kv_rank"].map {
      Latent(queryRank: reader["mla.q_rank"], rank: $0, rotated: reader["mla.rope_dim"] ?? zero)
    }
    valueDim = reader["mla.value_dim"] ?? width
    mixture = Mixture(reader)
    gated = model.gated ?? !isEncoder
    tied = model.tied ?? isEncoder
    biases = model.biases ?? isEncoder
    qkvBias = model.qkvBias ?? false
    qkNorm = model.qkNorm ?? false
    norms = reader["norms"] ?? builder.constant(2)
    positions = reader["positions"]
    types = reader["types"]
    pooler = model.pooler ?? false
    window = reader["window"]
    globalLayers = window == nil ? layers : reader["global_layers"] ?? zero
  }
}

extension TransformerShape.Mixture {
  init?(_ reader: Reader<Model>) {
    guard let experts = reader["experts"], let perToken = reader["experts_per_token"],
      let ffn = reader["expert_ffn"] ?? reader["ffn"]
    else { return nil }
    let zero = reader.builder.constant(0)
    self.experts = experts
    self.perToken = perToken
    self.ffn = ffn
    shared = reader["shared_experts"] ?? zero
    denseLayers = reader["dense_layers"] ?? zero
  }
}
