import Quantities

extension TransformerShape {
  /// That each device of a tensor-parallel group has whole heads: where they are not, engines refuse to start.
  ///
  /// `layout` is what must hold first, so that one mistake is told once; `run` begins the requirements' names.
  func splits(by tensor: Term, field: String, of run: String, after layout: Term) -> [Requirement] {
    let areWhole = heads.isMultiple(of: tensor)
    let whole = Requirement(
      "\(run).heads", .error, field: field, areWhole.or(layout.not),
      "tp \(tensor) does not divide the \(count: heads, "head") of the model",
      help: "take a number of devices for `tp` that divides the heads")
    // Latent attention keeps one cache for all heads, which every device has a copy of.
    guard latent == nil else { return [whole] }
    let shares = kvHeads.isMultiple(of: tensor).or(tensor.isMultiple(of: kvHeads))
    let shared = Requirement(
      "\(run).kv_heads", .error, field: field, shares.or(areWhole.not).or(layout.not),
      "tp \(tensor) cannot share the \(count: kvHeads, "kv_head") of the model evenly",
      help: "one of the two must divide the other")
    return [whole, shared]
  }

  /// That the widths of heads and their groups are whole.
  func requirements(isHeadDimGiven: Bool) -> [Requirement] {
    let groups = Requirement(
      "model.kv_heads", .error, field: "kv_heads", heads.isMultiple(of: kvHeads),
      "\(count: heads, "head") cannot share \(count: kvHeads, "kv_head") evenly",
      help: "`kv_heads` divides `heads`")
    guard !isHeadDimGiven else { return [groups] }
    let widths = Requirement(
      "model.heads", .error, field: "heads", hidden.isMultiple(of: heads),
      "hidden \(hidden) is not a multiple of the \(count: heads, "head")",
      help: "give `head_dim`, the width of a head, where it is not hidden ÷ heads")
    return [groups, widths]
  }
}
