import Quantities

/// Which weights pruning leaves out.
public enum PruningPattern: String, CaseIterable, Sendable {
  /// Whole heads and channels.
  case structured
  /// Two of every four neighbours.
  case semiStructured = "2:4"
  /// Any.
  case unstructured
}

/// What pruning leaves of the attention and feed-forward layers of a model, as shares.
struct Pruning {
  /// Bytes of the weights.
  let bytes: Term
  /// Time of the products with them.
  let work: Term
  /// Heads, and with them the cache of keys and values; nil where all stay.
  let heads: Term?

  /// Whole heads and channels go.
  static func structured(_ share: Term) -> Pruning {
    let kept = (1 - share).named(
      "share of the layers kept", "1 − \(share)", citation: .minitron)
    return Pruning(bytes: kept, work: kept, heads: kept)
  }
}

extension DeploymentRun {
  /// Whether anything is pruned: a share, or two of every four weights.
  var prunes: Bool { prune.share != nil || prune.pattern == PruningPattern.semiStructured.rawValue }
}

extension ServingContext {
  /// What `prune` leaves of a model; nil where all of it stays or has to be computed.
  static func pruning(
    _ run: DeploymentRun, _ fields: Reader<DeploymentRun>, _ hardware: Reader<Hardware>,
    _ weights: DataType
  ) throws(EngineError) -> Pruning? {
    switch PruningPattern(rawValue: run.prune.pattern ?? "") {
    case .unstructured: return nil
    case .semiStructured: return try semiStructured(run, fields, hardware, weights)
    case .structured, nil:
      return fields["prune"].map { .structured($0) }
    }
  }

  /// Two weights of every four stay, with two bits each that say which.
  private static func semiStructured(
    _ run: DeploymentRun, _ fields: Reader<DeploymentRun>, _ hardware: Reader<Hardware>,
    _ weights: DataType
  ) throws(EngineError) -> Pruning? {
    guard let sparse = hardware["sparse"] else {
      throw run.hardware.missing("sparse", "sparse: 2", blaming: "prune.pattern")
    }
    guard hardware.builder.value(of: sparse) != 1 else {
      let types = Hardware.peakTypes.filter { hardware["peak.\($0)"] != nil }
      throw EngineError(
        "hardware.sparse", field: "prune.pattern",
        "`\(run.hardware.name)` has dense products only, in \(types.joined(separator: ", "))",
        help: "prune whole heads and channels, with `pattern: structured`, or take hardware with "
          + "sparse ones, such as A100 or newer")
    }
    guard let efficiency = fields.value("prune.efficiency") else { return nil }
    // Two of four weights cannot save more than half of the products.
    let most = sparse.minimum(2)
    let gain = (1 + (most - 1) * efficiency).named(
      "gain of 2:4 products", "1 + (\(most) − 1) × \(efficiency)", citation: .sparseCores)
    let bits = sparse.builder.constant(8 * weights.bytes).named("bits of a weight")
    let bytes = (0.5 + 1 / bits).named(
      "share of bytes with 2:4 weights", "½ + 1 ÷ \(bits)", citation: .sparseCores)
    let work = (1 / gain).named("share of time with 2:4 weights", "1 ÷ \(gain)")
    return Pruning(bytes: bytes, work: work, heads: nil)
  }

  /// What must hold of `prune`.
  var pruningRequirements: [Requirement] {
    let no = builder.constant(0)
    switch PruningPattern(rawValue: run.prune.pattern ?? "") {
    case .unstructured:
      return [
        Requirement(
          "deployment.unstructured", .warning, field: "prune", no,
          "weights pruned one by one save nothing: engines store the zeros and multiply them",
          help: "take `pattern: structured`, or `pattern: \"2:4\"` where the hardware has it")
      ]
    case .semiStructured:
      return fields["prune"].map { share in
        let half = share.isEqual(to: builder.constant(0.5))
        return [
          Requirement(
            "deployment.sparse", .error, field: "prune", half,
            "2:4 prunes two of every four weights: 50%, not \(share: share)",
            help: "write `prune 50%`, or take `pattern: structured`")
        ]
      } ?? []
    case .structured, nil: return []
    }
  }
}

extension ModelFigures {
  /// The model as it is stored and computed when it is pruned: embeddings and norms stay.
  ///
  /// Where bytes and work shrink apart, `params` count as bytes and `flopsPerToken` as time.
  func pruned(_ pruning: Pruning) -> ModelFigures {
    var pruned = self
    let fixed = shape?.unprunedParameters
    func part(_ count: Term, _ share: Term, _ label: String) -> Term {
      guard let fixed else { return (count * share).named(label, "\(count) × \(share)") }
      return (fixed + (count - fixed) * share).named(
        label, "\(fixed) + (\(count) − \(fixed)) × \(share)", citation: .minitron)
    }
    pruned.params = params.map { part($0, pruning.bytes, "params, pruned") }
    pruned.activeParams = activeParams.map { part($0, pruning.bytes, "active_params, pruned") }
    pruned.routed = routed.map { ($0.params * pruning.bytes, $0.share) }
    if let flopsPerToken, let activeParams {
      let layers = fixed.map { activeParams - $0 } ?? activeParams
      let saved =
        2 * layers * (1 - pruning.work)
        * layers.builder.constant(1, .compute / .tokens)
      pruned.flopsPerToken = (flopsPerToken - saved).named(
        "flops_per_token, pruned", "\(flopsPerToken) − 2 × \(layers) × (1 − \(pruning.work))",
        citation: .minitron)
    }
    pruned.flopsPerSample = flopsPerSample.map { $0 * pruning.work }
    pruned.flopsPerPass = flopsPerPass.map { $0 * pruning.work }
    pruned.shape?.keptHeads = pruning.heads
    return pruned
  }
}
