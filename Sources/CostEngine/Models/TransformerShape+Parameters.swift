import Quantities

extension TransformerShape {
  /// Parameters in all, and those that one token passes; nil where the widths are not all given.
  func parameters() -> (all: Term, active: Term)? {
    guard let embeddings else { return nil }
    let attention = (layers * attentionParameters).named(
      "attention parameters", "\(layers) × \(attentionParameters)")
    let others = attention + embeddings + normParameters
    func total(_ label: String, _ feedForward: Term) -> Term {
      (others + feedForward).named(
        label, "\(attention) + \(feedForward) + \(embeddings) + \(normParameters)",
        citation: .vaswani)
    }
    guard let mixture else {
      guard let ffn else { return nil }
      let feedForward = (layers * matrices(ffn)).named(
        "feed-forward parameters", "\(layers) × \(matrices(ffn))")
      let all = total("params", feedForward)
      return (all, all)
    }
    guard let all = feedForward(mixture, "expert parameters", experts: mixture.experts),
      let active = feedForward(
        mixture, "expert parameters a token passes", experts: mixture.perToken)
    else { return nil }
    return (total("params", all), total("active_params", active))
  }

  /// Embeddings that are looked up, not multiplied.
  var lookup: Term {
    let looked = (positions ?? zero) + (types ?? zero)
    guard let vocab, !tied else { return looked * hidden }
    return ((vocab + looked) * hidden).named("embeddings looked up", "\(vocab) × \(hidden)")
  }

  /// Parameters that adapters of a rank add to every dense linear layer, a matrix of m by n gaining r (m + n).
  ///
  /// Experts are left as they are.
  func adapters(rank: Term) -> Term {
    let sides: Term
    let q = heads * headDim
    let out = heads * valueDim
    if let latent {
      let query =
        latent.queryRank.map { hidden + $0 + ($0 + q) } ?? (hidden + q)
      sides =
        query + hidden + latent.rank + latent.rotated + latent.rank + q
        - heads * latent.rotated + out + out + hidden
    } else {
      sides = hidden + q + 2 * (hidden + kvHeads * headDim) + q + hidden
    }
    let dense = mixture == nil ? ffn : nil
    let feedForward = dense.map { (gated ? 3.0 : 2.0) * (hidden + $0) } ?? zero
    return (layers * rank * (sides + feedForward)).named(
      "adapter parameters",
      "\(layers) layers × rank \(rank) × (rows + columns of each matrix)", citation: .lora)
  }

  /// Parameters that pruning leaves as they are: embeddings and norms.
  var unprunedParameters: Term {
    ((embeddings ?? lookup) + normParameters).named(
      "embeddings and norms", "\(embeddings ?? lookup) + \(normParameters)")
  }

  /// Parameters of all layers that make keys and values of a token.
  var keyValueParameters: Term {
    let width = latent.map { $0.rank + $0.rotated } ?? kvHeads * (headDim + valueDim)
    let all = layers * hidden * width
    return (keptHeads.map { all * $0 } ?? all).named(
      "parameters that make keys and values", "\(layers) × \(hidden) × \(width)", citation: .gqa)
  }

  private var zero: Term { builder.constant(0) }

  /// Parameters of one layer's attention.
  private var attentionParameters: Term {
    let q = heads * headDim
    let out = heads * valueDim
    if let latent {
      let unrotated = headDim - latent.rotated
      let query = latent.queryRank.map { hidden * $0 + $0 * q + $0 } ?? (hidden * q)
      let keyValue =
        hidden * (latent.rank + latent.rotated)
        + latent.rank * heads * (unrotated + valueDim) + latent.rank
      return (query + keyValue + out * hidden).named(
        "latent attention parameters of a layer",
        "queries \(query) + keys and values \(keyValue) + output \(out) × \(hidden)",
        citation: .mla)
    }
    let kv = kvHeads * headDim
    var sum = hidden * q + 2 * hidden * kv + out * hidden
    if biases { sum = sum + q + 2 * kv + hidden } else if qkvBias { sum = sum + q + 2 * kv }
    if qkNorm { sum = sum + 2 * headDim }
    return sum.named(
      "attention parameters of a layer",
      "\(hidden) × \(headDim) × (2 × \(heads) + 2 × \(kvHeads))", citation: .gqa)
  }

  /// Parameters of one feed-forward of an inner width.
  private func matrices(_ width: Term, of owner: String = "a layer") -> Term {
    let count = gated ? 3.0 : 2.0
    let product = count * hidden * width
    let bias = (count - 1) * width + hidden
    return (biases ? product + bias : product).named(
      "feed-forward parameters of \(owner)", "\(Int(count)) × \(hidden) × \(width)",
      citation: gated ? .swiglu : .vaswani)
  }

  /// Feed-forward parameters of all layers, so many routed experts counted in a layer.
  private func feedForward(_ mixture: Mixture, _ label: String, experts: Term) -> Term? {
    let expert = matrices(mixture.ffn, of: "an expert")
    let router = hidden * mixture.experts + (biases ? mixture.experts : zero)
    let sparse = (layers - mixture.denseLayers) * ((experts + mixture.shared) * expert + router)
    let isDense = builder.value(of: mixture.denseLayers) != 0
    guard isDense else {
      return sparse.named(
        label, "\(layers) × ((\(experts) + \(mixture.shared)) × \(expert) + router \(router))",
        citation: .mixtral)
    }
    guard let ffn else { return nil }
    let dense = matrices(ffn)
    return (sparse + mixture.denseLayers * dense).named(
      label,
      """
      (\(layers) − \(mixture.denseLayers)) × ((\(experts) + \(mixture.shared)) × \(expert) \
      + router \(router)) + \(mixture.denseLayers) × \(dense)
      """, citation: .mixtral)
  }

  /// Input, output, position and type embeddings, and the pooler.
  private var embeddings: Term? {
    guard let vocab else { return nil }
    let rows = (tied ? vocab : 2 * vocab) + (positions ?? zero) + (types ?? zero)
    let table = rows * hidden
    return (pooler ? table + hidden * hidden + hidden : table).named(
      "embedding parameters",
      tied ? "\(vocab) × \(hidden)" : "2 × \(vocab) × \(hidden)", citation: .vaswani)
  }

  /// The norms of all layers and the one outside them.
  private var normParameters: Term {
    let outside = (norms > zero).choose(builder.constant(1), else: zero)
    let one = biases ? 2 * hidden : hidden
    return ((layers * norms + outside) * one).named(
      "norm parameters", "(\(layers) × \(norms) + 1) × \(hidden)", citation: .vaswani)
  }
}
