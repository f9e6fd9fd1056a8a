extension ModelEntry {
  init(_ record: Record) throws(CatalogueProblem) {
    name = try record.requiredText("name")
    aliases = try record.list("aliases")
    family = try record.requiredText("family")
    architecture = try record.required("architecture", try record.choice("architecture"))
    modality = try record.requiredText("modality")
    params = try record.number("params")
    activeParams = try record.number("active_params")
    shape = try Shape(record)
    structure = try Structure(record)
    context = try record.number("context")
    trainingTokens = try record.number("training_tokens")
    inputSize = try record.text("input_size")
    macs = try record.number("macs")
    released = try record.text("released")
    provenance = try record.provenance()
  }
}

extension ModelEntry.Shape {
  init(_ record: Record) throws(CatalogueProblem) {
    layers = try record.count("layers")
    encoderLayers = try record.count("encoder_layers")
    decoderLayers = try record.count("decoder_layers")
    hidden = try record.count("hidden")
    ffn = try record.count("ffn")
    heads = try record.count("heads")
    kvHeads = try record.count("kv_heads")
    headDim = try record.count("head_dim")
    vocab = try record.count("vocab")
    experts = try record.count("experts")
    expertsPerToken = try record.count("experts_per_token")
    sharedExperts = try record.count("shared_experts")
    expertFFN = try record.count("expert_ffn")
    denseLayers = try record.count("dense_layers")
    mla = try ModelEntry.MLA(record)
    window = try record.count("window")
    tied = try record.yesOrNo("tied")
  }
}

extension ModelEntry.MLA {
  /// Nil where none of its columns is filled in.
  init?(_ record: Record) throws(CatalogueProblem) {
    qRank = try record.count("q_rank")
    kvRank = try record.count("kv_rank")
    ropeDim = try record.count("rope_dim")
    valueDim = try record.count("value_dim")
    if qRank == nil, kvRank == nil, ropeDim == nil, valueDim == nil { return nil }
  }
}

extension ModelEntry.Structure {
  /// Nil where the model's structure is unknown.
  init?(_ record: Record) throws(CatalogueProblem) {
    guard let gated = try record.yesOrNo("gated") else { return nil }
    self.gated = gated
    biases = try record.choice("biases")
    positions = try record.required("positions", try record.count("positions"))
    normParams = try record.required("norm_params", try record.count("norm_params"))
    normsPerLayer = try record.required("norms_per_layer", try record.count("norms_per_layer"))
    outerNorms = try record.required("outer_norms", try record.count("outer_norms"))
    globalLayers = try record.count("global_layers")
    qkNorm = try record.required("qk_norm", try record.choice("qk_norm"))
    otherParams = try record.required("other_params", try record.number("other_params"))
    provenance = try record.provenance("structure_")
  }
}
