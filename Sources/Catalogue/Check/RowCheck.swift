/// What cannot be true of one row, each with the column that shows it.
struct RowCheck {
  let record: Record
  private(set) var problems: [CatalogueProblem] = []

  init(_ record: Record) {
    self.record = record
  }

  init(_ accelerator: Accelerator, _ record: Record) {
    self.record = record
    check(accelerator.provenance)
    for measured in accelerator.achievable.values { check(measured.provenance, "achievable_") }
    if let price = accelerator.listPrice { checkDate(price.asOf, "price_as_of") }

    for column in [
      "memory", "bandwidth", "power", "mean_power", "link_bandwidth", "link_bandwidth_total",
      "scale_up_domain", "devices_per_node", "price",
    ] + Accelerator.dataTypes.map({ "peak_" + $0 }) {
      expectPositive(column)
    }
    expect(1990...2100 ~= accelerator.year, "year", "year \(accelerator.year)")
    expect(accelerator.memory, isAtMost: 10e12, "memory", "memory over 10 TB")
    expect(1, isAtMost: accelerator.sparseFactor, "sparse_factor", "sparse factor below 1")
    if !accelerator.provenance.note.contains("fp8") {
      expect(
        accelerator.peaks["bf16"], isAtMost: accelerator.peaks["fp8"], "peak_fp8",
        "fp8 slower than bf16, and no note about fp8")
    }
    for (type, measured) in accelerator.achievable {
      expect(
        accelerator.peaks[type] != nil, "achievable_" + type, "achievable \(type) without a peak")
      expect(
        measured.value, isAtMost: accelerator.peaks[type], "achievable_" + type,
        "achievable \(type) over the peak")
    }
    expect(
      accelerator.linkBandwidth, isAtMost: accelerator.linkBandwidthTotal, "link_bandwidth",
      "a link faster in one direction than in both")
  }

  init(_ model: ModelEntry, _ record: Record) {
    self.record = record
    check(model.provenance)
    if let structure = model.structure { check(structure.provenance, "structure_") }
    if let released = model.released {
      checkDate(released, "released")
      expect(
        released <= model.provenance.asOf || model.provenance.asOf.isEmpty, "released",
        "released after the source's date")
    }

    let shape = model.shape
    for column in [
      "params", "active_params", "layers", "encoder_layers", "decoder_layers", "hidden", "ffn",
      "heads", "kv_heads", "head_dim", "vocab", "experts", "experts_per_token", "expert_ffn",
      "q_rank", "kv_rank", "rope_dim", "value_dim", "window", "context", "training_tokens", "macs",
    ] {
      expectPositive(column)
    }
    expect(
      model.activeParams, isAtMost: model.params, "active_params",
      "more active parameters than parameters")
    expect(shape.kvHeads, isAtMost: shape.heads, "kv_heads", "more KV heads than heads")
    if let heads = shape.heads, let kvHeads = shape.kvHeads, kvHeads > 0, kvHeads <= heads {
      expect(heads % kvHeads == 0, "kv_heads", "KV heads do not divide heads")
    }
    expect(
      shape.expertsPerToken, isAtMost: shape.experts, "experts_per_token",
      "more experts for a token than experts")
    expect(
      shape.denseLayers, isAtMost: shape.layers, "dense_layers", "more dense layers than layers")
    expect(shape.mla?.ropeDim, isAtMost: shape.headDim, "rope_dim", "rope_dim wider than a head")
    expect(shape.window.map(Double.init), isAtMost: model.context, "window", "window over context")
    expect(
      model.structure.map { $0.normParams <= 2 } ?? true, "norm_params", "norm_params over 2")
  }

  mutating func check(_ provenance: Provenance, _ prefix: String = "") {
    if record.isOwn, provenance.asOf.isEmpty { return }
    checkDate(provenance.asOf, prefix + "as_of")
  }

  /// `2024`, `2024-11` or `2024-11-18`.
  mutating func checkDate(_ date: String, _ column: String) {
    let parts = date.split(separator: "-", omittingEmptySubsequences: false)
    let ranges = [1950...2100, 1...12, 1...31]
    let widths = [4, 2, 2]
    let isDate =
      parts.count <= 3
      && zip(parts, zip(ranges, widths)).allSatisfy { part, bounds in
        part.utf8.count == bounds.1 && Int(part).map { bounds.0 ~= $0 } ?? false
      }
    expect(isDate, column, "not a date: \(date)")
  }

  mutating func expectPositive(_ column: String) {
    guard let number = try? record.number(column) else { return }
    expect(number > 0, column, "\(column) is zero")
  }

  mutating func expect<Value: Comparable>(
    _ value: Value?, isAtMost bound: Value?, _ column: String, _ message: @autoclosure () -> String
  ) {
    guard let value, let bound else { return }
    expect(value <= bound, column, message())
  }

  mutating func expect(_ holds: Bool, _ column: String, _ message: @autoclosure () -> String) {
    if !holds { problems.append(record.problem(column, message())) }
  }
}
