import Quantities

extension ServingContext {
  /// Bytes of one weight.
  var weightBytes: Term { inputs.weights.element(in: builder) }

  /// The decode step at a mean context.
  func stepModel(context: Term) throws(EngineError) -> StepModel {
    guard let params = model.params, let forward = model.flopsPerToken else {
      throw EngineError("model.shape", field: "params", "the work of one token is not known")
    }
    let reached = (bandwidth * constant("share of bandwidth reached", \.bandwidth)).named(
      "bandwidth reached", "\(bandwidth) × \(constant("share of bandwidth reached", \.bandwidth))",
      citation: .fitted)
    let zero = builder.constant(0, .time)
    let lookup = model.shape?.lookup ?? builder.constant(0)
    let routed = model.routed
    let read = (params - lookup).named("parameters read", "\(params) − \(lookup)")
    let always =
      routed.map { routed in
        (read - routed.params).named(
          "parameters that every step reads", "\(read) − \(routed.params)")
      } ?? read
    let weights = (always * weightBytes / (tensor * reached)).named(
      "time to read the weights",
      "\(always) × \(weightBytes) ÷ (\(tensor) × \(reached))", citation: .pope)
    var experts: (time: Term, missed: Term)?
    if let routed {
      let read = routed.params * weightBytes / (tensor * reached)
      let slowest = fields["parallel.ep"].map { _ in
        read * builder.fact("busiest device over the mean", ServingData.expertImbalance)
      }
      let time = (slowest ?? read).named(
        "time to read every expert", "\(routed.params) × \(weightBytes) ÷ (\(tensor) × \(reached))",
        citation: .mixtral)
      experts = (time, 1 - routed.share)
    }
    let cache = cachedBytes(of: context).map { bytes in
      (bytes / reached).named(
        "time to read a request's cache", "\(bytes) ÷ \(reached)", citation: .pope)
    }
    let token = builder.constant(1, .tokens)
    var work = forward * token
    if let shape = model.shape {
      work = work + shape.cachedAttentionWork * shape.contextOfLayers(context) * token
    }
    work = work.named(
      "flops of a request in a step", "\(forward) + attention over \(context)", citation: .pope)
    let rate = arithmetic("share of peak reached in decoding", \.decode)
    let arithmetic = (work / (tensor * rate)).named(
      "arithmetic time of a request in a step", "\(work) ÷ (\(tensor) × \(rate))", citation: .pope)
    let communication = try communication()
    let linked = communication?.each ?? zero
    var step = StepModel(
      builder: builder, weights: weights, cache: cache ?? zero, experts: experts,
      work: arithmetic, fixed: fixedTime(communication?.fixed),
      each: (constant("engine's time of a request in a step", \.sequence, .time) + linked).named(
        "engine's and links' time of a request in a step"),
      token: linked, stages: pipeline)
    step.exit = layerExit(work, reached: reached, rate: rate, links: communication?.fixed)
    return step
  }

  /// Arithmetic rate that a phase reaches on one device.
  func arithmetic(_ label: String, _ path: KeyPath<ServingFamily, Double>) -> Term {
    let share = constant(label, path)
    return (peak * share).named("arithmetic rate", "\(peak) × \(share)", citation: .fitted)
  }

  /// The engine's time of a step whatever it holds.
  private func fixedTime(_ communication: Term?) -> Term {
    let step = constant("engine's time of a step", \.step, .time)
    guard let shape = model.shape else { return step }
    let layer = constant("engine's time of a layer", \.layer, .time)
    let own = step + shape.layers * layer
    guard let communication else {
      return own.named(
        "engine's time of a step in all", "\(step) + \(shape.layers) × \(layer)", citation: .fitted)
    }
    return (own + communication).named(
      "engine's time of a step in all", "\(step) + \(shape.layers) × \(layer) + \(communication)",
      citation: .fitted)
  }

  /// Time that reading a prompt adds to the step it runs in, but for what a prefix cache holds of it.
  ///
  /// Engines read prompts in the steps that decode for others, so that weights are read and kernels started once for both.
  func prefill(_ prompt: Term) throws(EngineError) -> Term {
    guard let forward = model.flopsPerToken else {
      throw EngineError("model.shape", field: "params", "the work of one token is not known")
    }
    let fresh = fields["cached"].map { cached in
      (prompt * (1 - cached)).named("prompt tokens not cached", "\(prompt) × (1 − \(cached))")
    }
    let tokens = fresh ?? prompt
    var work = forward * tokens
    if let shape = model.shape {
      var pairs = shape.meanContextOfLayers(tokens)
      if fresh != nil { pairs = pairs + shape.contextOfLayers(prompt - tokens) }
      work = work + shape.attentionWork * pairs * tokens
    }
    work = work.named("flops of a prompt", "\(forward) × \(tokens) + attention", citation: .pope)
    let rate = arithmetic("share of peak reached in prefill", \.prefill)
    let arithmetic = (work / (tensor * rate)).named(
      "arithmetic time of a prompt", "\(work) ÷ (\(tensor) × \(rate))", citation: .pope)
    guard let links = try communication() else { return arithmetic }
    let count = tokens * builder.constant(1, Dimension.tokens.inverse)
    return (arithmetic + links.each * count).named(
      "time to read a prompt", "\(arithmetic) + \(tokens) × \(links.each)", citation: .thakur)
  }
}
