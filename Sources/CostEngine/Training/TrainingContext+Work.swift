import Quantities

extension TrainingContext {
  /// Useful work of the whole run.
  func work(_ notes: inout [String]) throws(EngineError) -> Term {
    let own = try run.trained.kind.takesTokens ? workPerToken(&notes) : workPerSample()
    let perExample = try taught(own)
    return (perExample * examples).named("flops", "\(perExample) × \(examples)")
  }

  /// A distilled model's work with that of its teacher, which reads the same data forward only.
  private func taught(_ own: Term) throws(EngineError) -> Term {
    guard let teacher else { return own }
    guard let forward = teacher.flopsPerToken ?? teacher.flopsPerPass else {
      throw EngineError("model.shape", field: "params", "the work of the teacher is not known")
    }
    var teaching = forward
    if let shape = teacher.shape, let sequence {
      teaching = teaching + shape.attentionWork * shape.meanContextOfLayers(sequence)
    }
    teaching = teaching.named("flops of the teacher", "\(forward) + attention", citation: .hinton)
    return (own + teaching).named(
      "flops of distilling", "\(own) + \(teaching)", citation: .hinton)
  }

  /// Backward costs twice the forward pass.
  private func workPerSample() throws(EngineError) -> Term {
    guard let forward = model.flopsPerPass else {
      throw EngineError("model.macs", field: "macs", "the work of one sample is not known")
    }
    guard !trainsAdapters else {
      throw EngineError(
        "training.method", field: "method", "adapters are counted for models of tokens only")
    }
    return (3 * forward).named("training flops of a sample", "3 × \(forward)", citation: .kaplan)
  }

  private func workPerToken(_ notes: inout [String]) throws(EngineError) -> Term {
    guard let forward = model.flopsPerToken else {
      throw EngineError("model.shape", field: "params", "the work of one token is not known")
    }
    let linear =
      trainsAdapters
      ? adapterWork(forward, &notes)
      : (3 * forward).named(
        "training flops of a token, matrices", "3 × \(forward)", citation: .kaplan)
    guard let shape = model.shape else {
      notes.append("attention over the context is left out: no shape is given")
      return linear
    }
    guard let sequence else {
      notes.append("attention over the context is left out: no `sequence` is given")
      return linear
    }
    let pairs = shape.meanContextOfLayers(sequence)
    let attention = (3 * shape.attentionWork * pairs).named(
      "training flops of a token, attention", "3 × \(shape.attentionWork) × \(pairs)",
      citation: .palm)
    return (linear + attention).named(
      "training flops of a token", "\(linear) + \(attention)", citation: .palm)
  }

  /// Frozen weights need no gradients of their own: one forward and one backward pass, and three for the adapters.
  private func adapterWork(_ forward: Term, _ notes: inout [String]) -> Term {
    guard let adapters else {
      notes.append("the adapters' own work and memory are left out: no shape is given")
      return (2 * forward).named(
        "training flops of a token, matrices", "2 × \(forward)", citation: .lora)
    }
    let own = (6 * adapters * builder.constant(1, .compute / .tokens)).named(
      "training flops of a token, adapters", "6 × \(adapters)", citation: .kaplan)
    return (2 * forward + own).named(
      "training flops of a token, matrices", "2 × \(forward) + \(own)", citation: .lora)
  }
}
