extension ModelEntry {
  /// What counting parameters exactly needs besides the dimensions. A model without it has parts
  /// that no general formula counts (state-space or linear-attention layers, say).
  public struct Structure: Hashable, Sendable {
    /// Which linear layers add a bias.
    public enum Biases: String, Hashable, Sendable, CaseIterable {
      case none
      /// Queries, keys and values.
      case qkv
      /// The feed-forward network.
      case ffn
      /// Attention with its output projection, and the feed-forward network.
      case all
    }

    /// Normalisation of queries and keys.
    public enum QKNorm: String, Hashable, Sendable, CaseIterable {
      case none
      /// One weight per dimension of a head, for queries and for keys.
      case head
      /// One weight per dimension of all heads together.
      case full
    }

    /// Whether the feed-forward network has three matrices (SwiGLU, GeGLU) or two.
    public let gated: Bool
    /// Nil is unknown.
    public let biases: Biases?
    /// Learned rows beside the vocabulary: positions, segments, class tokens.
    public let positions: Int
    /// Parameters of a norm per hidden dimension: 0, 1 (weight) or 2 (weight and bias).
    public let normParams: Int
    /// One in parallel blocks, four in sandwich blocks.
    public let normsPerLayer: Int
    /// Norms outside the layers: the final one, one after the embedding.
    public let outerNorms: Int
    /// Normalisation of queries and keys in each layer.
    /// Layers that attend to everything although the model has a window; nil is none.
    public let globalLayers: Int?
    public let qkNorm: QKNorm
    /// Parameters outside the formula: a vision tower, a pooler, a classifier.
    public let otherParams: Double
    /// Of this structure, apart from the dimensions' own.
    public let provenance: Provenance
  }
}
