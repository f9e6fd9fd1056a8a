import Quantities

extension Model {
  /// The fields that a model of one kind takes.
  public static func fields(of kind: ModelKind) -> [Field<Model>] {
    switch kind {
    case .transformer: size + transformer + decoder
    case .moe: size + transformer + decoder + mixture
    case .encoder: size + transformer + encoder
    case .cnn: size + vision
    case .mlp: size + perceptron
    case .diffusion: size + vision + sampling
    }
  }

  /// The fields of every kind; `layers` is the transformer's count, an mlp's is a list of widths.
  public static let fields: [Field<Model>] =
    size + transformer + decoder + mixture + encoder + vision + sampling

  private static let size: [Field<Model>] = [
    Field("params", .quantity(.none, \.params), "parameters in all"),
    Field("active_params", .quantity(.none, \.activeParams), "parameters that one token passes"),
  ]

  private static let transformer: [Field<Model>] = [
    Field("layers", .quantity(.none, \.layers), .count, "transformer layers"),
    Field("hidden", .quantity(.none, \.hidden), .count, "width of the residual stream"),
    Field("ffn", .quantity(.none, \.ffn), .count, "inner width of a dense feed-forward layer"),
    Field("heads", .quantity(.none, \.heads), .count, "query heads of a layer"),
    Field(
      "kv_heads", .quantity(.none, \.kvHeads), .count,
      "key and value heads of a layer; as many as `heads` unless given"),
    Field(
      "head_dim", .quantity(.none, \.headDim), .count,
      "width of a head, rotated part included; hidden / heads unless given"),
    Field("vocab", .quantity(.none, \.vocab), .count, "entries of the vocabulary"),
    Field(
      "gated", .flag(\.gated),
      "three matrices in a feed-forward layer (SwiGLU, GeGLU) rather than two; "
        + "yes unless given, no for an encoder"),
    Field(
      "tied", .flag(\.tied),
      "input and output embeddings are one matrix; no unless given, yes for an encoder"),
    Field(
      "biases", .flag(\.biases),
      "every linear layer and norm has a bias, as in GPT-2; no unless given, yes for an encoder"),
    Field(
      "qkv_bias", .flag(\.qkvBias), "the query, key and value projections alone have a bias"),
    Field("qk_norm", .flag(\.qkNorm), "queries and keys are normalised by head"),
    Field("norms", .quantity(.none, \.norms), .nonNegative, "norms in a layer; 2 unless given"),
    Field(
      "positions", .quantity(.none, \.positions), .nonNegative,
      "learned position embeddings; none unless given"),
    Field("window", .quantity(.tokens, \.window), "sliding attention window"),
    Field(
      "global_layers", .quantity(.none, \.globalLayers), .nonNegative,
      "layers that attend to everything although there is a `window`; none unless given"),
    Field("context", .quantity(.tokens, \.context), "longest context"),
  ]

  private static let decoder: [Field<Model>] = [
    Field(
      "mla",
      .quantities(.none, keys: ["q_rank", "kv_rank", "rope_dim", "value_dim"], \.mla),
      "multi-head latent attention: ranks and head widths")
  ]

  private static let mixture: [Field<Model>] = [
    Field("experts", .quantity(.none, \.experts), .count, "routed experts of a layer"),
    Field(
      "experts_per_token", .quantity(.none, \.expertsPerToken), .count,
      "routed experts that a token passes in a layer"),
    Field(
      "shared_experts", .quantity(.none, \.sharedExperts), .nonNegative,
      "experts that every token passes; none unless given"),
    Field(
      "expert_ffn", .quantity(.none, \.expertFFN), .count,
      "inner width of one expert; `ffn` unless given"),
    Field(
      "dense_layers", .quantity(.none, \.denseLayers), .nonNegative,
      "layers with a dense feed-forward instead of experts; none unless given"),
  ]

  private static let encoder: [Field<Model>] = [
    Field(
      "types", .quantity(.none, \.types), .nonNegative,
      "token-type embeddings, 2 in BERT; none unless given"),
    Field("pooler", .flag(\.pooler), "a square layer over the first token, as in BERT"),
  ]

  private static let vision: [Field<Model>] = [
    Field(
      "macs", .quantity(.none, \.macs),
      "multiply-adds of one sample, or of one step of a diffusion model"),
    Field(
      "input", .quantity(.none, \.input),
      "side of the input in pixels, when it is not the one "
        + "that `macs` was counted at"),
    Field(
      "counted_at", .quantity(.none, \.countedAt), .positive,
      default: Fallback(
        224, "He et al., Deep Residual Learning, arXiv:1512.03385, section 3.4", asOf: "2015"),
      "side of the input in pixels that `macs` was counted at",
    ),
  ]

  private static let sampling: [Field<Model>] = [
    Field("steps", .quantity(.none, \.steps), .count, "sampling steps for one sample"),
    Field(
      "guidance", .flag(\.guidance),
      "classifier-free guidance: every sampling step runs the model twice; no unless given"),
  ]

  private static let perceptron: [Field<Model>] = [
    Field("layers", .list(.none, \.widths), .count, "widths, inputs first, such as [784, 512, 10]"),
    Field("macs", .quantity(.none, \.macs), "multiply-adds of one sample"),
  ]
}
