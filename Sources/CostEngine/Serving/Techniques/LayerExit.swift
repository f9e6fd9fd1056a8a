import Quantities

/// What a step saves where tokens leave the model before its last layer.
///
/// The depth at which a token leaves is taken to follow a power, of which the mean is given: then the deepest of b tokens
/// still skips s ÷ (s + b (1 − s)) of the layers.
struct LayerExit {
  /// Share of the layers that a token skips on average.
  let share: Term
  /// Whether rows that have left are taken out of the batch, so that the others' arithmetic alone remains.
  let isRegrouped: Bool
  /// Of all layers: time to read their weights, arithmetic of one token, the engine's time and the links' latency.
  let weights: Term
  let work: Term
  let fixed: Term

  /// The share of the layers that every one of so many tokens skips, so that a step need not run them.
  func skipped(by rows: Term) -> Term { LayerExit.skipped(share, by: rows) }

  static func skipped(_ share: Term, by rows: Term) -> Term {
    (share / (share + rows.maximum(1) * (1 - share))).named(
      "share of the layers that all rows skip", "\(share) ÷ (\(share) + \(rows) × (1 − \(share)))",
      citation: .earlyExit)
  }
}

extension ServingContext {
  /// What `early_exit` saves of a decode step: all layers but for keys and values, which later tokens read.
  ///
  /// `work` is that of a request in a step.
  func layerExit(_ work: Term, reached: Term, rate: Term, links: Term?) -> LayerExit? {
    guard let share = fields["early_exit"], let params = model.params else { return nil }
    let kept = model.shape.map { $0.unprunedParameters + $0.keyValueParameters }
    let always = model.routed.map { params - $0.params } ?? params
    let stored = kept.map { always - $0 } ?? always
    let weights = (stored * weightBytes / (tensor * reached)).named(
      "time to read the weights that layers skip",
      "\(stored) × \(weightBytes) ÷ (\(tensor) × \(reached))",
      citation: .earlyExit)
    // The head is computed whichever layer a token leaves from.
    let staying = model.shape.map {
      (($0.unprunedParameters - $0.lookup + $0.keyValueParameters) * 2).named(
        "work of a token outside skipped layers", "2 × (head + keys and values)")
    }
    let all = work * builder.constant(1, Dimension.compute.inverse)
    let skippable = staying.map { (all - $0).maximum(0) } ?? all
    let flops = skippable * builder.constant(1, .compute)
    let arithmetic = (flops / (tensor * rate)).named(
      "arithmetic time of a request in layers that are skipped",
      "\(flops) ÷ (\(tensor) × \(rate))", citation: .earlyExit)
    let layers = model.shape.map {
      $0.layers * constant("engine's time of a layer", \.layer, .time)
    }
    let fixed = [layers, links].compactMap { $0 }.reduce(builder.constant(0, .time), +)
    return LayerExit(
      share: share, isRegrouped: run.earlyExit.rows == "regrouped", weights: weights,
      work: arithmetic, fixed: fixed)
  }
}
