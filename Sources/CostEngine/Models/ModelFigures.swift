import Quantities

/// What follows from a model alone.
public struct ModelFigures {
  public internal(set) var params: Term?
  public internal(set) var activeParams: Term?
  /// Forward work of one token at an empty context; nil for models of samples.
  public internal(set) var flopsPerToken: Term?
  /// Forward work of one sample; nil for models of tokens.
  public internal(set) var flopsPerSample: Term?

  public internal(set) var requirements: [Requirement] = []
  /// What was left out or taken for granted, in the reader's words.
  public internal(set) var notes: [String] = []

  /// Longest context, where the model gives one.
  var context: Term?
  /// Nil for models of samples and where only the size is known.
  var shape: TransformerShape?
  /// Forward work of one pass over one sample, a single step of a diffusion model.
  var flopsPerPass: Term?
  /// Parameters of the routed experts and the share of them that one token passes; nil without experts.
  var routed: (params: Term, share: Term)?

  public static let figures: [Figure<ModelFigures>] = [
    Figure("params", .none, \.params, "parameters in all"),
    Figure("active_params", .none, \.activeParams, "parameters that one token passes"),
    Figure(
      "flops_per_token", .compute / .tokens, \.flopsPerToken,
      "forward work of one token, attention over the context left out"),
    Figure(
      "flops_per_sample", .compute / .samples, \.flopsPerSample, "forward work of one sample"),
  ]

  /// Bytes of the weights in a data type.
  public func size(_ type: DataType) -> Term? {
    params.map { params in
      let bytes = type.element(in: params.builder)
      return (params * bytes).named("size", "\(params) × \(bytes)")
    }
  }

  /// Bytes of key-value cache that one token adds; nil without a shape.
  public func kvPerToken(_ type: DataType) -> Term? {
    guard let shape, shape.kind.generates else { return nil }
    let bytes = type.element(in: shape.builder)
    let elements = shape.cachedElements
    return (shape.layers * elements * bytes * shape.builder.constant(1, Dimension.tokens.inverse))
      .named("kv_per_token", "\(shape.layers) × \(elements) × \(bytes)", citation: .pope)
  }
}

extension DataType {
  /// Bytes of one element, under a name.
  func element(in builder: GraphBuilder) -> Term {
    builder.constant(bytes, .data).named("bytes of \(name)", citation: citation)
  }
}

extension Dimension {
  var inverse: Dimension { .none / self }
}
