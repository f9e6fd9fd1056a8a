/// What a model is made of, which says how it is counted.
public enum ModelKind: String, Hashable, Sendable, CaseIterable {
  /// A decoder with dense feed-forward layers.
  case transformer
  /// A decoder whose feed-forward layers choose among experts.
  case moe
  /// A transformer that reads a whole text at once and writes none, such as BERT.
  case encoder
  case cnn
  case mlp
  /// A model that takes many steps to draw one sample.
  case diffusion

  /// Whether the model reads tokens rather than samples.
  public var takesTokens: Bool {
    switch self {
    case .transformer, .moe, .encoder: true
    case .cnn, .mlp, .diffusion: false
    }
  }

  /// Whether the model writes tokens one after another.
  public var generates: Bool { self == .transformer || self == .moe }
}
