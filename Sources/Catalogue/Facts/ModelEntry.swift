/// A published model: its size, its shape, and what it was trained on. Nil is unknown, never zero.
public struct ModelEntry: Hashable, Sendable {
  /// The kinds of network.
  public enum Architecture: String, Hashable, Sendable, CaseIterable {
    case dense, moe, encoder, cnn, vit, mlp, diffusion
    case encoderDecoder = "encoder-decoder"
    case visionText = "vision-text"
  }

  /// Short and unique, such as `Llama-3.1-8B`.
  public let name: String
  /// Other names that lead here.
  public let aliases: [String]
  /// Models of one design, such as `Llama 3.1`.
  public let family: String
  /// How the model is built.
  public let architecture: Architecture
  /// What goes in, such as `text` or `text+image`.
  public let modality: String
  /// As published, rounded by the publisher; `shape` may give the exact count.
  public let params: Double?
  /// Used for one token.
  public let activeParams: Double?
  /// Its dimensions.
  public let shape: Shape
  /// What besides the dimensions an exact count of parameters needs.
  public let structure: Structure?
  /// The longest input, in tokens.
  public let context: Double?
  /// Of the training run, repetitions counted.
  public let trainingTokens: Double?
  /// In the publisher's words, such as `224x224x3`.
  public let inputSize: String?
  /// Multiply-adds of one forward pass over one sample; twice as many FLOP.
  public let macs: Double?
  /// As `2024-07-23`, or `2020-05` where no more is known.
  public let released: String?
  /// Of everything but the structure.
  public let provenance: Provenance

  /// The published dimensions of the network.
  public struct Shape: Hashable, Sendable {
    /// Blocks; both sides together in an encoder-decoder.
    public let layers: Int?
    /// Of an encoder-decoder.
    public let encoderLayers: Int?
    /// Of an encoder-decoder.
    public let decoderLayers: Int?
    /// Width of the residual stream.
    public let hidden: Int?
    /// Width of a dense layer's feed-forward network.
    public let ffn: Int?
    /// Query heads.
    public let heads: Int?
    /// Key and value heads, fewer than `heads` in grouped-query attention.
    public let kvHeads: Int?
    /// Of queries and keys; with `mla`, its part without and its part with positions together.
    public let headDim: Int?
    /// Rows of the embedding.
    public let vocab: Int?
    /// Routed experts in a layer.
    public let experts: Int?
    /// Routed experts that a token passes through.
    public let expertsPerToken: Int?
    /// Experts that every token passes through.
    public let sharedExperts: Int?
    /// Width of one expert.
    public let expertFFN: Int?
    /// Layers without experts in a model that has them.
    public let denseLayers: Int?
    /// Latent attention, in models that have it.
    public let mla: MLA?
    /// Of sliding-window attention, in tokens.
    public let window: Int?
    /// Whether the output layer shares the embedding's weights.
    public let tied: Bool?
  }

  /// Multi-head latent attention (DeepSeek-V2, arXiv:2405.04434).
  public struct MLA: Hashable, Sendable {
    /// Nil where queries are projected directly.
    public let qRank: Int?
    /// Width of the latent that keys and values share.
    public let kvRank: Int?
    /// The part of a head's queries and keys that carries positions.
    public let ropeDim: Int?
    /// Width of a head's values.
    public let valueDim: Int?
  }
}
