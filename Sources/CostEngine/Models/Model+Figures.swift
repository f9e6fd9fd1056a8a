import Quantities

extension Model {
  /// What follows from the model alone; fails where the user must still say something.
  public func figures(in builder: GraphBuilder) throws(EngineError) -> ModelFigures {
    let reader = try Reader(self, Model.fields(of: kind), in: builder)
    var figures = ModelFigures()
    figures.requirements = reader.requirements
    if kind.takesTokens {
      try count(tokensWith: reader, &figures)
    } else {
      try count(samplesWith: reader, &figures)
    }
    return figures
  }

  func count(
    tokensWith reader: Reader<Model>, _ figures: inout ModelFigures
  ) throws(EngineError) {
    try checkLatent(reader)
    figures.context = reader["context"]
    figures.shape = TransformerShape(self, reader)
    if let shape = figures.shape {
      figures.requirements += shape.requirements(isHeadDimGiven: reader["head_dim"] != nil)
    }
    let counted =
      kind == .moe && figures.shape?.mixture == nil
      ? nil : figures.shape?.parameters()
    guard let params = reader["params"] ?? counted?.all else { throw uncountable(reader) }
    guard let active = reader["active_params"] ?? (kind == .moe ? counted?.active : params) else {
      throw EngineError(
        "model.active_params", field: "active_params",
        "how many parameters of `\(name)` a token passes is not known",
        help: "give `active_params`, or the experts: `experts`, `experts_per_token`, `expert_ffn`")
    }
    figures.params = params
    figures.activeParams = active
    if let counted, let given = reader["params"] {
      figures.requirements.append(agreement(of: given, with: counted.all, "params"))
    }
    if let counted, let given = reader["active_params"] {
      figures.requirements.append(agreement(of: given, with: counted.active, "active_params"))
    }
    if kind == .moe, let experts = reader["experts"], let perToken = reader["experts_per_token"] {
      figures.routed = routed(params, active, experts, perToken)
      figures.requirements.append(
        Requirement(
          "model.experts", .error, field: "experts_per_token", perToken <= experts,
          "a token cannot pass \(perToken) of \(count: experts, "expert")"))
    }
    if figures.shape == nil {
      figures.notes.append("attention over the context is left out: no shape is given")
    }
    let multiplied =
      figures.shape.map { shape in
        (active - shape.lookup).named("parameters multiplied", "\(active) − \(shape.lookup)")
      } ?? active
    figures.flopsPerToken = (multiplied * reader.builder.constant(2, .compute / .tokens)).named(
      "flops_per_token", "2 × \(multiplied)", citation: .kaplan)
  }

  private func checkLatent(_ reader: Reader<Model>) throws(EngineError) {
    guard !mla.isEmpty else { return }
    for needed in ["mla.kv_rank", "mla.rope_dim", "mla.value_dim", "head_dim"]
    where reader[needed] == nil {
      throw EngineError(
        "model.mla", field: needed,
        "latent attention needs `\(needed)`",
        help: "`mla` takes kv_rank, rope_dim, value_dim and, where queries are compressed, q_rank; "
          + "`head_dim` is the width of a query head, rotated part included")
    }
  }

  /// The parameters of the routed experts, from what a token does not pass of them.
  private func routed(
    _ params: Term, _ active: Term, _ experts: Term, _ perToken: Term
  ) -> (params: Term, share: Term) {
    let unused = (experts - perToken).maximum(1)
    let routed = ((params - active) * experts / unused).named(
      "parameters of the routed experts",
      "(\(params) − \(active)) × \(experts) ÷ (\(experts) − \(perToken))", citation: .mixtral)
    return (routed, perToken / experts)
  }

  private func agreement(of given: Term, with counted: Term, _ field: String) -> Requirement {
    Requirement(
      "model.\(field)", .warning, field: field,
      (given / counted - 1).magnitude <= given.builder.constant(0.02),
      "`\(field)` is given as \(given), but the shape has \(counted)",
      help: "the given figure is taken; leave it out to take the shape's")
  }

  private func uncountable(_ reader: Reader<Model>) -> EngineError {
    var needed = ["layers", "hidden", "heads", "vocab"]
    if kind == .moe {
      needed += ["experts", "experts_per_token"]
      if reader["ffn"] == nil { needed.append("expert_ffn") }
    }
    if kind != .moe || reader["dense_layers"] != nil { needed.append("ffn") }
    let missing = needed.filter { reader[$0] == nil }
    let list = missing.map { "`\($0)`" }.joined(separator: ", ")
    return EngineError(
      "model.shape", field: missing.first ?? "params",
      "the parameters of `\(name)` cannot be counted without \(list)",
      help: kind == .moe
        ? "give these, or `params` and `active_params`" : "give these, or `params` alone")
  }
}
