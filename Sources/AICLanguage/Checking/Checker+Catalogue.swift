import Catalogue
import CostEngine
import Quantities

/// Names that the file does not define but the catalogue knows.
extension Checker {
  /// The hardware or model of the catalogue with this name, each figure a fact with its source.
  func catalogued(_ name: String) -> Value? {
    if let accelerator = catalogue.accelerator(named: name) {
      return .hardware(hardware(accelerator))
    }
    return catalogue.model(named: name).flatMap { model($0) }.map { .model($0) }
  }

  /// Whether some field may be given this word.
  func isWord(_ name: String) -> Bool {
    DataType.named(name) != nil || ServingFamily.named(name) != nil
      || Optimizer.named(name) != nil || Recompute(rawValue: name) != nil
      || PruningPattern(rawValue: name) != nil
  }

  private func hardware(_ accelerator: Accelerator) -> Hardware {
    let citation = accelerator.provenance.citation
    func fact(
      _ label: String, _ value: Double?, _ dimension: Dimension, _ citation: Citation
    ) -> Term? {
      value.map { builder.fact("\(accelerator.name) \(label)", $0, dimension, citation) }
    }
    var hardware = Hardware(name: accelerator.name)
    hardware.memory = fact("memory", accelerator.memory, .data, citation)
    hardware.bandwidth = fact("bandwidth", accelerator.bandwidth, .data / .time, citation)
    for type in Hardware.peakTypes {
      hardware.peak[type] = fact(
        "peak \(type)", accelerator.peaks[type], .compute / .time, citation)
    }
    if let reached = accelerator.achievable["bf16"], let peak = accelerator.peaks["bf16"] {
      hardware.achievable = fact(
        "achievable", reached.value / peak, .none, reached.provenance.citation)
    }
    hardware.link = fact("link", accelerator.linkBandwidth, .data / .time, citation)
    hardware.domain = fact("domain", accelerator.scaleUpDomain.map(Double.init), .none, citation)
    hardware.power = fact("power", accelerator.power, .power, citation)
    hardware.purchase = accelerator.listPrice.flatMap { price in
      let source = "\(accelerator.provenance.source), \(price.kind) price"
      return fact("purchase", price.dollars, .money, Citation(source, asOf: price.asOf))
    }
    hardware.sparse = fact("sparse", accelerator.sparseFactor, .none, citation)
    hardware.node = fact("node", accelerator.devicesPerNode.map(Double.init), .none, citation)
    return hardware
  }

  /// A published model as the engine takes it; nil where the engine has no such kind.
  private func model(_ entry: ModelEntry) -> Model? {
    guard let kind = entry.kind else { return nil }
    let published = entry.provenance.citation
    let structure = entry.structure?.provenance.citation ?? published
    var figures = entry.shapeFigures.mapValues { (value: $0, citation: published) }
    for (name, value) in entry.structureFigures { figures[name] = (value, structure) }
    if !entry.isCountable {
      figures["params"] = entry.params.map { ($0, published) }
      figures["active_params"] = entry.activeParams.map { ($0, published) }
    }
    var model = Model(name: entry.name, kind: kind)
    for field in Model.fields(of: kind) {
      switch field.content {
      case .quantity(let dimension, let path):
        guard let figure = figures[field.name] else { break }
        model[keyPath: path] = builder.fact(
          "\(entry.name) \(field.name)", figure.value, dimension, figure.citation)
      case .quantities(let dimension, let keys, let path):
        for key in keys {
          guard let figure = figures[key] else { continue }
          model[keyPath: path][key] = builder.fact(
            "\(entry.name) \(key)", figure.value, dimension, figure.citation)
        }
      case .flag(let path): model[keyPath: path] = entry.flags[field.name]
      case .either, .list, .tiers, .word, .model, .hardware, .price: break
      }
    }
    return model
  }
}

/// What the engine's fields are called in the catalogue's terms.
extension ModelEntry {
  fileprivate var kind: ModelKind? {
    switch architecture {
    case .dense: .transformer
    case .moe: shape.encoderLayers == nil ? .moe : nil
    case .encoder: .encoder
    case .mlp: .mlp
    case .diffusion: .diffusion
    // A vision transformer is costed by its multiply-adds for an image, as a convolutional network is.
    case .cnn, .vit: .cnn
    case .encoderDecoder, .visionText: nil
    }
  }

  /// Whether the shape accounts for the parameters to within half a percent, so that they need not be given.
  fileprivate var isCountable: Bool {
    guard let structure, let params, architecture != .vit else { return false }
    return structure.otherParams < params / 200 || architecture == .encoder
  }

  fileprivate var shapeFigures: [String: Double] {
    let counts: [String: Int?] = [
      "layers": shape.layers, "hidden": shape.hidden, "ffn": shape.ffn, "heads": shape.heads,
      "kv_heads": shape.kvHeads, "head_dim": shape.headDim, "vocab": shape.vocab,
      "experts": shape.experts, "experts_per_token": shape.expertsPerToken,
      "shared_experts": shape.sharedExperts, "expert_ffn": shape.expertFFN,
      "dense_layers": shape.denseLayers, "q_rank": shape.mla?.qRank,
      "kv_rank": shape.mla?.kvRank, "rope_dim": shape.mla?.ropeDim,
      "value_dim": shape.mla?.valueDim,
    ]
    var figures = counts.compactMapValues { $0.map(Double.init) }
    figures["context"] = context
    figures["macs"] = macs
    return figures
  }

  fileprivate var structureFigures: [String: Double] {
    guard let structure else { return [:] }
    var figures = [
      "positions": Double(structure.positions),
      "norms": Double(structure.normsPerLayer * min(structure.normParams, 1)),
    ]
    // A window says nothing of a model whose layers are not known: some may attend to everything.
    figures["window"] = shape.window.map(Double.init)
    figures["global_layers"] = structure.globalLayers.map(Double.init)
    return figures
  }

  fileprivate var flags: [String: Bool] {
    var flags: [String: Bool] = [:]
    flags["tied"] = shape.tied
    flags["gated"] = structure?.gated
    flags["biases"] = structure?.biases.map { $0 == .all }
    flags["qkv_bias"] = structure?.biases.map { $0 == .qkv }
    flags["qk_norm"] = structure.map { $0.qkNorm != .none }
    if architecture == .encoder { flags["pooler"] = structure.map { $0.otherParams > 0 } }
    return flags
  }
}

extension Provenance {
  var citation: Citation {
    let mark =
      isRecalled ? ", recalled, not checked" : kind == .estimate ? ", an estimate" : ""
    return Citation(
      source + mark, asOf: asOf.isEmpty ? nil : asOf, confidence: isRecalled ? .recalled : trust)
  }

  private var trust: Confidence {
    switch kind {
    case .vendor: .vendor
    case .measured: .measured
    case .listed: .listed
    case .estimate: .estimate
    case .sourced: .sourced
    case .stated: .stated
    }
  }
}

extension GraphBuilder {
  /// A published figure under a name, with its source.
  func fact(_ label: String, _ value: Double, _ dimension: Dimension, _ citation: Citation) -> Term
  {
    named(constant(value, dimension), Annotation(label, role: .fact, citation: citation))
  }
}
