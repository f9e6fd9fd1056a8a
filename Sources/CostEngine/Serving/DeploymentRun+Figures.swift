import Quantities

extension DeploymentRun {
  /// What serving takes and costs; fails where the user must still say something.
  public func figures() throws(EngineError) -> Deployment {
    // What nothing was pruned for is not charged.
    var run = self
    if !prunes { run.prune.retraining = nil }
    let context = try ServingContext(run)
    var deployment = Deployment()
    if !prunes, prune.retraining != nil {
      deployment.requirements.append(
        .useless(
          "prune.retraining", without: "prune",
          "give the share that is pruned, such as `prune: 40%`, or leave it out", context.builder))
    }
    deployment.requirements +=
      context.fields.requirements + context.hardware.requirements + context.model.requirements
    deployment.requirements +=
      context.layoutRequirements + context.dayRequirements + context.pruningRequirements
      + Terms.requirements(context.fields)
    if quantize == nil, precision == nil {
      deployment.wordDefaults.append(hardware.usualPrecision)
    }
    deployment.notes = context.model.notes
    if served.kind.generates {
      try context.generation(&deployment)
    } else {
      deployment.requirements += context.uselessTechniques
      try context.samples(&deployment)
    }
    payback(&deployment)
    return deployment
  }
}

extension ServingContext {
  /// Fills in the figures of a model that writes tokens.
  func generation(_ deployment: inout Deployment) throws(EngineError) {
    let prompt = try required("prompt", "900 tokens")
    let response = try required("response", "250 tokens")
    deployment.requirements += contextRequirement(prompt + response)
    let context = (prompt + response / 2).named(
      "mean context", "\(prompt) + \(response) ÷ 2", citation: .pope)
    let draft = try draft(context)
    let memory = memory(context: context, beside: draft, &deployment)
    if memory?.request == nil {
      deployment.notes.append("the key-value cache is left out: no shape is given")
    }
    if let linkNote { deployment.notes.append(linkNote) }
    let step = DecodeModel(
      target: try stepModel(context: context), draft: try draft?.model(context, self))
    let own = try prefill(prompt)
    let prefill =
      try draft?.context.prefill(prompt).added(to: own) ?? own
    let load = ServingLoad(
      builder: builder, step: step, reading: prefill,
      prefill: fields["parallel.pp"].map {
        (prefill / $0).named("time to read a prompt in a stage", "\(prefill) ÷ \($0)")
      } ?? prefill,
      steps: (response * builder.constant(1, Dimension.tokens.inverse)).named(
        "tokens of a response", "\(response)"),
      ingest: constant("time before a request reaches the model", \.ingest, .time),
      slots: slots(memory),
      firstSteps: builder.fact("steps until the first token", ServingData.firstSteps))
    var point = try operatingPoint(load, &deployment)
    let scaling = try scaling(&point, load)
    explain(scaling, &deployment)
    times(point, load, response, &deployment)
    explainOverload(point.isStable, &deployment)
    deployment.requirements += requirements(on: step, at: point.batch, draft: draft)
    if let memory { holdPrefix(memory, prompt, at: point.batch, &deployment) }
    meet(&deployment)
    let paid = scaling?.replicas ?? point.provisioned
    let used = (point.rate / (paid * point.capacity)).minimum(1).named(
      "utilization", "\(point.rate) ÷ (\(paid) × \(point.capacity))")
    deployment.utilization = used
    deployment.capacity = (point.capacity * builder.constant(1, .requests)).named(
      "capacity", "\(point.capacity)")
    deployment.replicas = point.provisioned
    deployment.batch = point.batch
    deployment.maxBatch = memory?.maxBatch
    fill(memory, batch: point.batch, &deployment)
    let serving = scaling.map { $0.replicas - point.spares } ?? point.replicas
    let spread = scaling == nil ? point.batch : point.batch * point.replicas / serving
    let mean = (spread * point.rate / point.busiest).named(
      "mean batch", "\(spread) × \(point.rate) ÷ \(point.busiest)")
    energy(
      &deployment, batch: mean, replicas: serving, spares: point.spares, devices: scaling?.devices,
      rate: point.rate)
    try money(
      &deployment, replicas: paid, devices: scaling?.devices, used: used, rate: point.rate)
    tokens(point, load, prompt, response, &deployment)
  }

  /// How replicas follow the load, with what that does to the rate and to the first token.
  private func scaling(
    _ point: inout OperatingPoint, _ load: ServingLoad
  ) throws(EngineError) -> Scaling? {
    guard case .open(let demand, _) = try arrivals() else { return nil }
    let residence = point.ttft + (load.steps - 1).maximum(0) * point.tpot
    let scaling = scaling(
      demand, capacity: point.capacity, full: load.rate(load.slots), residence: residence,
      spares: point.spares)
    if let scaling { point.rate = scaling.rate }
    if let cold = scaling?.cold {
      point.ttft = (point.ttft + cold.wait).named("ttft", "\(point.ttft) + \(cold.wait)")
      point.wait = point.wait + cold.wait
      point.tail = point.tail + cold.tail
    }
    return scaling
  }

  /// Fills in how replicas follow the load.
  func explain(_ scaling: Scaling?, _ deployment: inout Deployment) {
    guard let scaling else { return }
    deployment.meanReplicas = scaling.replicas
    deployment.coldShare = scaling.cold?.share
    if scaling.cold != nil {
      deployment.coldStart = coldStart
      deployment.notes.append("times include the wait for replicas that start, over the whole day")
    }
    if run.profile == nil, fields["peak"] == nil {
      deployment.notes.append(
        "the load is taken to be the same in every hour: give a `peak` or a `profile` to scale by")
    }
  }

  /// That the tokens of a request lie within the model's context, where that is known.
  func contextRequirement(_ tokens: Term) -> [Requirement] {
    guard let longest = model.context else { return [] }
    return [
      Requirement(
        "deployment.context", .warning, field: "prompt", tokens <= longest,
        "a request takes \(tokens), beyond the \(longest) of the model's context",
        help: "give fewer tokens, or a model with a longer `context`")
    ]
  }

  func required(_ field: String, _ example: String) throws(EngineError) -> Term {
    guard let term = fields.given(field, in: .tokens) else {
      throw EngineError(
        "deployment.\(field)", field: field, "the tokens of a request are not known",
        help: "give `\(field)`, such as `\(field): \(example)`")
    }
    return term
  }

  /// Requests that run together at most: by memory, by the cap, and one at least.
  private func slots(_ memory: Memory?) -> Term {
    let cap = inputs.batch ?? builder.fallback("batch", ServingData.batch)
    guard let room = memory?.maxBatch else { return cap }
    return room.minimum(cap).maximum(1).named(
      "slots", "the smaller of \(room) and \(cap), and 1 at least")
  }

  private func times(
    _ point: OperatingPoint, _ load: ServingLoad, _ response: Term, _ deployment: inout Deployment
  ) {
    let ttft = point.ttft
    let tpot = point.tpot
    let latency = (ttft + (load.steps - 1).maximum(0) * tpot).named(
      "latency", "\(ttft) + (\(load.steps) − 1) × \(tpot)")
    let first = builder.fact("95th percentile over mean, first token", ServingData.firstTokenSpread)
    let each = builder.fact("95th percentile over mean, other tokens", ServingData.tokenSpread)
    deployment.ttft = bounded(ttft, point.isStable)
    deployment.tpot = tpot
    deployment.latency = bounded(latency, point.isStable)
    // A wait that fewer than one in 20 meet can lift the mean above the percentile: neither is shown below the other.
    let ttftP95 = ((ttft - point.wait) * first + point.tail).maximum(ttft).named(
      "ttft.p95", "(\(ttft) − \(point.wait)) × \(first) + \(point.tail), \(ttft) at least",
      citation: .fitted)
    deployment.tpotP95 = (tpot * each).named("tpot.p95", "\(tpot) × \(each)", citation: .fitted)
    let latencyP95 = ((latency - point.wait) * each + point.tail).maximum(latency).named(
      "latency.p95", "(\(latency) − \(point.wait)) × \(each) + \(point.tail), \(latency) at least",
      citation: .fitted)
    deployment.ttftP95 = bounded(ttftP95, point.isStable)
    deployment.latencyP95 = bounded(latencyP95, point.isStable)
    let memory = load.step.memoryTime(point.batch)
    let arithmetic = load.step.arithmeticTime(point.batch)
    deployment.bound = (memory / (memory + arithmetic)).named(
      "bound", "\(memory) ÷ (\(memory) + \(arithmetic))", citation: .roofline)
    deployment.throughput = (point.rate * response).named(
      "throughput", "\(point.rate) × \(response)")
  }

  /// Fills in whether every target is met, each a warning where it is not.
  func meet(_ deployment: inout Deployment) {
    let reached = ["ttft": deployment.ttft, "tpot": deployment.tpot, "latency": deployment.latency]
    var meets: Term?
    for (key, target) in targets.sorted(by: { $0.key < $1.key }) {
      guard let figure = reached[key] ?? nil else {
        // A wait without end misses its target, of which the warning about the rate tells.
        if deployment.help(forUnknown: key) != nil { meets = builder.constant(0) }
        continue
      }
      let holds = figure <= target
      meets = meets.map { $0.and(holds) } ?? holds
      deployment.requirements.append(
        Requirement(
          "deployment.target", .warning, field: "target", holds,
          "\(key) is \(figure), but the target is \(target)",
          help: "more replicas help where requests wait; else take more or faster devices"))
    }
    deployment.meets = meets?.named("meets")
  }

  /// Fills in the memory of a device with so many requests on the replica.
  private func fill(_ memory: Memory?, batch: Term, _ deployment: inout Deployment) {
    guard let memory else { return }
    deployment.weightsMemory = memory.weights
    deployment.otherMemory = memory.other
    guard let request = memory.request else {
      deployment.memory = (memory.weights + memory.other).named(
        "memory", "\(memory.weights) + \(memory.other)")
      return
    }
    let cache = (request * batch).named("cache of a device", "\(request) × \(batch)")
    deployment.kvMemory = cache
    deployment.memory = (memory.weights + cache + memory.other).named(
      "memory", "\(memory.weights) + \(cache) + \(memory.other)")
  }

  /// Fills in what a token takes in electricity and costs: blended, and split by the device time of prefill and decoding.
  private func tokens(
    _ point: OperatingPoint, _ load: ServingLoad, _ prompt: Term, _ response: Term,
    _ deployment: inout Deployment
  ) {
    deployment.energyPerToken = deployment.energy.map { energy in
      (energy / (point.rate * response)).named(
        "energy_per_token", "\(energy) ÷ (\(point.rate) × \(response))")
    }
    guard let cost = deployment.cost else { return }
    // A device that is idle most of the time still takes one step for each token of a lone request.
    let together = point.batch.maximum(1)
    let decoding = (load.steps * point.step / together).named(
      "device time to write a response", "\(load.steps) × \(point.step) ÷ \(together)")
    let reading = load.prefill
    let share = (reading / (reading + decoding)).named(
      "share of device time for prompts", "\(reading) ÷ (\(reading) + \(decoding))")
    deployment.costPerToken = (cost / (point.rate * (prompt + response))).named(
      "cost_per_token", "\(cost) ÷ (\(point.rate) × (\(prompt) + \(response)))")
    deployment.costPerInputToken = (cost * share / (point.rate * prompt)).named(
      "cost_per_input_token", "\(cost) × \(share) ÷ (\(point.rate) × \(prompt))")
    deployment.costPerOutputToken = (cost * (1 - share) / (point.rate * response)).named(
      "cost_per_output_token", "\(cost) × (1 − \(share)) ÷ (\(point.rate) × \(response))")
  }
}
