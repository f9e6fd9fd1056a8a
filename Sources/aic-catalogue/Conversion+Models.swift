extension Conversion {
  private static let models = Conversion(
    renamed: [
      ("name", "name"), ("family", "family"), ("arch", "architecture"), ("modality", "modality"),
      ("total_params_b", "params [billion]"), ("active_params_b", "active_params [billion]"),
      ("layers", "layers"), ("encoder_layers", "encoder_layers"),
      ("decoder_layers", "decoder_layers"), ("hidden", "hidden"), ("ffn_hidden", "ffn"),
      ("heads", "heads"), ("kv_heads", "kv_heads"), ("head_dim", "head_dim"), ("vocab", "vocab"),
      ("experts", "experts"), ("experts_per_token", "experts_per_token"),
      ("shared_experts", "shared_experts"), ("moe_ffn_hidden", "expert_ffn"),
      ("dense_layers", "dense_layers"), ("max_context_tokens", "context [tokens]"),
      ("q_lora_rank", "q_rank"), ("kv_lora_rank", "kv_rank"), ("rope_head_dim", "rope_dim"),
      ("v_head_dim", "value_dim"), ("sliding_window_tokens", "window [tokens]"),
      ("tied_embeddings", "tied"), ("training_tokens_b", "training_tokens [billion]"),
      ("input_size", "input_size"), ("forward_gmacs", "macs [GMAC]"),
      ("params_computed_b", "params_computed [billion]"), ("release_date", "released"),
      ("source", "source"), ("as_of", "as_of"), ("kind", "kind"), ("note", "note"),
      ("checked", "checked"),
    ],
    added: [("aliases", "family")]
      + [
        "gated", "biases", "positions", "norm_params", "norms_per_layer", "outer_norms",
        "global_layers", "qk_norm", "other_params", "structure_source", "structure_as_of",
        "structure_kind", "structure_checked", "structure_note",
      ].map { ($0, "training_tokens [billion]") })

  /// The package's models: the raw ones, with aliases, and with structure by model or else family.
  static func models(_ raw: Sheet, structure: Sheet, aliases: Sheet) throws(Failure) -> Sheet {
    var aliases = try Overlay(aliases, key: "model")
    var ofModel = try Overlay(structure, key: "model")
    var ofFamily = try Overlay(structure, key: "family")
    let provenance = ["source", "as_of", "kind", "checked"]
    let sheet = try models(raw) { row throws(Failure) in
      row["aliases"] = aliases.take(row["name"])?["aliases"]
      guard let structure = ofModel.take(row["name"]) ?? ofFamily.take(row["family"]) else {
        return
      }
      for (heading, text) in structure where heading != "model" && heading != "family" {
        let heading = provenance.contains(heading) ? "structure_" + heading : heading
        if text.isEmpty { continue }
        if let present = row[heading], !present.isEmpty {
          throw .overlay("\(row["name"] ?? ""): \(heading) is \(present) already")
        }
        row[heading] = text
      }
    }
    try aliases.expectAllTaken()
    try ofModel.expectAllTaken()
    try ofFamily.expectAllTaken()
    return sheet
  }
}
