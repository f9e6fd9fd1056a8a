import Quantities

extension Model {
  /// Counts a model that takes samples: an mlp from its widths, others from what is given.
  func count(
    samplesWith reader: Reader<Model>, _ figures: inout ModelFigures
  ) throws(EngineError) {
    let builder = reader.builder
    let weights = try countedWeights(builder)
    guard let params = reader["params"] ?? weights else {
      throw EngineError(
        "model.params", field: kind == .mlp ? "layers" : "params",
        "the parameters of `\(name)` are not known",
        help: kind == .mlp ? "give the widths, such as `layers: [784, 512, 10]`" : nil)
    }
    guard let macs = try macs(reader) ?? weights else {
      throw EngineError(
        "model.macs", field: "macs", "the work of one sample of `\(name)` is not known",
        help: "give `macs`, its multiply-adds, such as `macs: 4.1B` for a ResNet-50")
    }
    let pass = (macs * builder.constant(2, .compute / .samples)).named(
      "flops of one pass", "2 × \(macs)")
    figures.params = params
    figures.activeParams = params
    figures.flopsPerPass = pass
    figures.flopsPerSample =
      try passes(reader, &figures).map { passes in
        (pass * passes).named("flops_per_sample", "\(pass) × \(passes)")
      } ?? pass
  }

  /// The multiply-adds of one pass at the size of the input.
  private func macs(_ reader: Reader<Model>) throws(EngineError) -> Term? {
    guard let macs = reader["macs"] else { return nil }
    guard let side = reader["input"], let counted = reader.value("counted_at") else { return macs }
    let ratio = side / counted
    return (macs * ratio * ratio).named(
      "macs of the input", "\(macs) × (\(side) ÷ \(counted))²",
      citation: Citation("Tan and Le, EfficientNet, arXiv:1905.11946, section 3", asOf: "2019"))
  }

  /// How often a diffusion model runs for one sample; nil for models that run once.
  private func passes(
    _ reader: Reader<Model>, _ figures: inout ModelFigures
  ) throws(EngineError) -> Term? {
    guard kind == .diffusion else { return nil }
    guard let steps = reader["steps"] else {
      figures.notes.append("one sampling step is counted: no `steps` is given")
      return nil
    }
    guard guidance ?? false else {
      figures.notes.append("classifier-free guidance, which doubles the work, is not counted")
      return steps
    }
    return (2 * steps).named("passes", "2 × \(steps)", citation: .ho)
  }

  /// The weights of a perceptron: the products of neighbouring widths.
  private func countedWeights(_ builder: GraphBuilder) throws(EngineError) -> Term? {
    guard let widths else { return nil }
    guard widths.count >= 2 else {
      throw EngineError(
        "model.widths", field: "layers", "an mlp needs the widths of its inputs and its outputs",
        help: "such as `layers: [784, 512, 10]`")
    }
    let products = zip(widths, widths.dropFirst()).map { $0 * $1 }
    let sum = products.dropFirst().reduce(products.first ?? builder.constant(0)) { $0 + $1 }
    return sum.named("params", "the products of neighbouring widths; biases left out")
  }
}
