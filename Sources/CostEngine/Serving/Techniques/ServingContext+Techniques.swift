import Quantities

extension ServingContext {
  /// Techniques that a model which writes no tokens has no use for.
  var uselessTechniques: [Requirement] {
    let useless: [(name: String, field: String, isUsed: Bool)] = [
      ("cache", "cached", fields["cached"] != nil), ("kv", "kv", run.kv != nil),
      ("speculate", "speculate", run.speculate.draft != nil),
    ]
    return useless.filter(\.isUsed).map { technique in
      Requirement(
        "deployment.useless", .warning, field: technique.field, builder.constant(0),
        "`\(technique.name)` changes nothing: `\(run.served.name)` writes no tokens",
        help: "leave it out")
    }
  }

  /// Says what prompts that are found again take in memory, and that there must be room for one beside the requests.
  func holdPrefix(
    _ memory: Memory, _ prompt: Term, at batch: Term, _ deployment: inout Deployment
  ) {
    guard let cached = fields["cached"], builder.value(of: cached) != 0 else { return }
    deployment.notes.append(
      "cached prompts are kept in the memory that running requests leave; how many must be kept "
        + "for the share given depends on the requests")
    guard let request = memory.request, let room = memory.room,
      let prefix = cachedBytes(of: prompt * cached).map({ $0 / pipeline })
    else { return }
    let left = builder.statistic(.mean, of: room - request * batch)
    deployment.requirements.append(
      Requirement(
        "deployment.cache", .warning, field: "cached", left >= builder.statistic(.mean, of: prefix),
        "running requests leave \(left) of a device, but one cached prompt takes \(prefix)",
        help: "cap `batch`, or use more devices or a smaller `kv` data type"))
  }
}
