import Quantities

extension ServingContext {
  /// Bytes that a device reads and holds of one request at a context; nil without a shape.
  func cachedBytes(of context: Term) -> Term? {
    guard let shape = model.shape, shape.kind.generates else { return nil }
    let bytes = inputs.cache.element(in: builder)
    let elements = shape.cachedElements
    let tokens = shape.contextOfLayers(context)
    let shards = shape.cacheShards(tensor)
    return (tokens * elements * bytes * builder.constant(1, Dimension.tokens.inverse) / shards)
      .named(
        "cache of a request on a tensor-parallel device",
        "\(tokens) × \(elements) × \(bytes) ÷ \(shards)", citation: .pope)
  }

  /// What a device holds: the parts, and how many requests there is room for.
  struct Memory {
    let weights: Term
    let other: Term
    /// Of one request; nil without a shape.
    let request: Term?
    /// What the weights and the engine leave; nil where the device's memory is not known.
    let room: Term?
    /// Nil without a shape, or where the device's memory is not known.
    let maxBatch: Term?
  }

  ///
  /// A draft model stands beside the served one, with weights and a cache of its own.
  func memory(
    context: Term, beside draft: Draft? = nil, _ deployment: inout Deployment
  ) -> Memory? {
    guard let own = model.size(inputs.weights) else { return nil }
    let size =
      draft?.size.map { ($0 + own).named("size, draft model included", "\(own) + \($0)") } ?? own
    let weights = (size / devices).named(
      "weights of a device", "\(size) ÷ \(devices)", citation: .pope)
    let other = builder.fact("engine's memory", ServingData.engineMemory, .data)
    let cached = cachedBytes(of: context).map { own in
      draft?.context.cachedBytes(of: context).map { own + $0 } ?? own
    }
    let request = cached.map { $0 / pipeline }
    guard let installed = hardware["memory"], let share = fields.value("memory_share") else {
      return Memory(weights: weights, other: other, request: request, room: nil, maxBatch: nil)
    }
    let usable = (installed * share).named("usable memory", "\(installed) × \(share)")
    let room = (usable - weights - other).named(
      "memory for the cache", "\(usable) − \(weights) − \(other)")
    let none = builder.constant(0, .data)
    let maxBatch = request.map { request in
      (room / request).roundedDown.maximum(0).named(
        "max_batch", "⌊\(room) ÷ \(request)⌋", citation: .pope)
    }
    let needed = devicesNeeded(size, usable - other)
    let holdsWeights = room > none
    let holdsOne = maxBatch.map { $0 >= builder.constant(1) } ?? holdsWeights
    deployment.fits = holdsOne.named("fits")
    deployment.requirements.append(
      Requirement(
        "deployment.memory", .error, field: "devices", holdsWeights,
        "the weights need \(weights + other) of a device, but only \(usable) can be used",
        help: help(size, room: (usable - other) * devices, needed)))
    if maxBatch != nil {
      deployment.requirements.append(
        Requirement(
          "deployment.kv", .error, field: "devices", holdsOne.or(holdsWeights.not),
          "the cache of one request needs \(request ?? none) of a device, but only \(room) is left",
          help: "use more devices, a smaller `kv` data type, or a shorter prompt"))
    }
    return Memory(weights: weights, other: other, request: request, room: room, maxBatch: maxBatch)
  }

  /// Devices that hold the weights; a power of two where heads must be split, which nearly always divides them.
  private func devicesNeeded(_ size: Term, _ room: Term) -> Term {
    let least = (size / room).roundedUp.maximum(1)
    guard model.shape != nil else {
      return least.named("devices that hold the weights", "⌈\(size) ÷ \(room)⌉")
    }
    return builder.constant(2).raised(to: least.applying(.log2).roundedUp).named(
      "devices that hold the weights", "2^⌈log₂ (\(size) ÷ \(room))⌉")
  }

  /// More devices, or a data type that makes the weights small enough, where that is known before the run.
  private func help(_ size: Term, room: Term, _ needed: Term) -> TermText {
    let params = model.params.flatMap { builder.value(of: $0) }
    if let params, let room = builder.value(of: room) {
      let smaller = ["fp8", "int8", "int4"].compactMap(DataType.named).first { type in
        type.bytes * params < room && type.peaks.contains { hardware["peak.\($0)"] != nil }
      }
      if let smaller {
        return "they fit on \(count: needed, "device"), or with quantize \(smaller.name)"
      }
    }
    return "they fit on \(count: needed, "device")"
  }
}
