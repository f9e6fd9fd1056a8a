/// A published model: its size, its shape, and what it was trained on. Nil is unknown, never zero.
public struct ModelEntry: Hashable, Sendable {
  /// How the model is built.
  public enum Architecture: String, Hashable, Sendable, CaseIterable {
    case dense, moe, encoder, cnn, vit, mlp, diffusion
    case encoderDecoder = "encoder-decoder"
    case visionText = "vision-text"
  }

  public let name: String
  public let aliases: [String]
  public let family: String
  public let architecture: Architecture
  /// What goes in, such as `text` or `text+image`.
  public let modality: String
  /// As published, rounded by the publisher; `shape` may give the exact count.
  public let params: Double?
  /// Used for one token.
  public let activeParams: Double?
  public let shape: Shape
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
  public let provenance: Provenance

  /// The published dimensions of the network.
  public struct Shape: Hashable, Sendable {
    public let layers: Int?
    /// Of an encoder-decoder.
    public let encoderLayers: Int?
    /// Of an encoder-decoder.
    public let decoderLayers: Int?
    public let hidden: Int?
    /// Width of a dense layer's feed-forward network.
    public let ffn: Int?
    public let heads: Int?
    public let kvHeads: Int?
    /// Of queries and keys; with `mla`, its part without and its part with positions together.
    public let headDim: Int?
    public let vocab: Int?
    public let experts: Int?
    public let expertsPerToken: Int?
    public let sharedExperts: Int?
    /// Width of one expert.
    public let expertFFN: Int?
    /// Layers without experts in a model that has them.
    public let denseLayers: Int?
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
    public let kvRank: Int?
    public let ropeDim: Int?
    public let valueDim: Int?
  }
}
