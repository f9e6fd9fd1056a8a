import Quantities

extension TransformerShape {
  /// Forward work of one query on one key and value in one layer, queries and keys expanded.
  var attentionWork: Term {
    let heads = kept(heads, "heads kept")
    return (2 * heads * (headDim + valueDim) * builder.constant(1, .compute / (.tokens * .tokens)))
      .named(
        "attention work of a pair of tokens in a layer",
        "2 × \(heads) × (\(headDim) + \(valueDim))",
        citation: .palm)
  }

  /// The same for a query that reads the cache as it is kept: latent attention multiplies in the latent space.
  var cachedAttentionWork: Term {
    guard let latent else { return attentionWork }
    let heads = kept(heads, "heads kept")
    return
      (2 * heads * (2 * latent.rank + latent.rotated)
      * builder.constant(1, .compute / (.tokens * .tokens))).named(
        "attention work of a pair of tokens in a layer, in the latent space",
        "2 × \(heads) × (2 × \(latent.rank) + \(latent.rotated))", citation: .mla)
  }

  /// Numbers that one token leaves in the cache of one layer.
  var cachedElements: Term {
    if let latent {
      return (latent.rank + latent.rotated).named(
        "cached numbers of a token in a layer", "\(latent.rank) + \(latent.rotated)",
        citation: .mla)
    }
    // Heads that share keys and values are pruned as a group, so that those go with them.
    let kvHeads = kept(kvHeads, "kv_heads kept")
    return (kvHeads * (headDim + valueDim)).named(
      "cached numbers of a token in a layer", "\(kvHeads) × (\(headDim) + \(valueDim))",
      citation: .gqa)
  }

  /// How many of some heads pruning leaves.
  private func kept(_ heads: Term, _ label: String) -> Term {
    guard let keptHeads else { return heads }
    return (heads * keptHeads).named(label, "\(heads) × \(keptHeads)")
  }

  /// Over how many tensor-parallel devices the cache is spread: heads are not split.
  func cacheShards(_ tensorParallel: Term) -> Term {
    latent == nil ? tensorParallel.minimum(kvHeads) : builder.constant(1)
  }

  /// Sum over layers of the tokens that the last token of a context reads.
  func contextOfLayers(_ context: Term) -> Term {
    guard let window else { return layers * context }
    return globalLayers * context + (layers - globalLayers) * context.minimum(window)
  }

  /// Sum over layers of the tokens that a token of a sequence reads, on average.
  func meanContextOfLayers(_ sequence: Term) -> Term {
    if kind == .encoder {
      return (layers * sequence).named(
        "tokens read by a token, all layers", "\(layers) × \(sequence)", citation: .vaswani)
    }
    let full = sequence / 2
    guard let window else {
      return (layers * full).named(
        "tokens read by a token, all layers", "\(layers) × \(sequence) ÷ 2, being causal",
        citation: .flash)
    }
    let near = window.minimum(sequence)
    // A prompt found in a cache whole has no tokens: the quotient must not be 0 ÷ 0.
    let windowed = near * (1 - near / (2 * sequence.maximum(1)))
    return (globalLayers * full + (layers - globalLayers) * windowed).named(
      "tokens read by a token, all layers",
      """
      \(globalLayers) × \(sequence) ÷ 2 + (\(layers) − \(globalLayers)) × \(near) \
      × (1 − \(near) ÷ (2 × \(sequence)))
      """, citation: .mistral)
  }
}
