import Quantities

extension ServingContext {
  /// Fills in the figures of a model that takes samples, or whole texts, and answers at once.
  ///
  /// Requests run in batches of a fixed size, one after another: a single server with Poisson arrivals.
  func samples(_ deployment: inout Deployment) throws(EngineError) {
    let batch = inputs.batch ?? builder.constant(1)
    let perRequest = fields.given("samples_per_request", in: .samples)
    let samples = perRequest ?? builder.constant(1, .samples)
    guard let params = model.params else { return }
    let memory = memory(context: builder.constant(0, .tokens), &deployment)
    deployment.weightsMemory = memory?.weights
    deployment.otherMemory = memory?.other
    deployment.memory = memory.map {
      ($0.weights + $0.other).named("memory", "\($0.weights) + \($0.other)")
    }
    if let prompt = fields.given("prompt", in: .tokens) {
      deployment.requirements += contextRequirement(prompt)
    }
    deployment.notes.append("activations are left out of memory")
    let work = try workPerSample()
    let rated = arithmetic("share of peak reached in prefill", \.prefill)
    let reached = bandwidth * constant("share of bandwidth reached", \.bandwidth)
    let passes = passes
    let whole = (work * samples * batch / (tensor * rated)).named(
      "arithmetic time of a batch", "\(work) × \(samples) × \(batch) ÷ (\(tensor) × \(rated))",
      citation: .roofline)
    let all = (params * weightBytes * passes / (tensor * reached)).named(
      "time to read the weights",
      "\(params) × \(weightBytes) × \(passes) ÷ (\(tensor) × \(reached))",
      citation: .roofline)
    let (arithmetic, reading) = exiting(whole, all, rows: samples * batch)
    let own = passes * constant("engine's time of a step", \.step, .time)
    let service = (arithmetic.maximum(reading) + own).named(
      "time of a batch", "the longer of \(arithmetic) and \(reading), + \(own)", citation: .roofline
    )
    let full = (batch / service).named("largest rate of a replica", "\(batch) ÷ \(service)")
    let load = try load(service, full, &deployment)
    explainOverload(load.isStable, &deployment)
    deployment.batch = batch
    deployment.bound = (reading / (reading + arithmetic)).named(
      "bound", "\(reading) ÷ (\(reading) + \(arithmetic))", citation: .roofline)
    deployment.capacity = (full * builder.constant(1, .requests)).named("capacity", "\(full)")
    let spares = spares(load.replicas)
    let provisioned =
      fields["availability"] == nil
      ? load.replicas : (load.replicas + spares).named("replicas", "\(load.replicas) + \(spares)")
    let scaling = try followed(full, residence: service, spares: spares)
    explain(scaling, &deployment)
    let rate = scaling?.rate ?? load.rate
    let latency =
      scaling?.cold.map {
        (load.latency + $0.wait).named("latency", "\(load.latency) + \($0.wait)")
      }
      ?? load.latency
    deployment.latency = bounded(latency, load.isStable)
    deployment.samplesPerSecond = (rate * samples).named(
      "samples_per_second", "\(rate) × \(samples)")
    meet(&deployment)
    let paid = scaling?.replicas ?? provisioned
    let serving = scaling.map { $0.replicas - spares } ?? load.replicas
    let used = (rate / (paid * full)).minimum(1).named(
      "utilization", "\(rate) ÷ (\(paid) × \(full))")
    deployment.replicas = provisioned
    deployment.utilization = used
    energy(
      &deployment, batch: (rate / serving * service / batch).named("mean batch"),
      replicas: serving, spares: spares, devices: scaling?.devices, rate: rate)
    try money(&deployment, replicas: paid, devices: scaling?.devices, used: used, rate: rate)
    deployment.costPerSample = deployment.cost.map { cost in
      (cost / (rate * samples)).named("cost_per_sample", "\(cost) ÷ (\(rate) × \(samples))")
    }
  }

  private func followed(
    _ full: Term, residence: Term, spares: Term
  ) throws(EngineError) -> Scaling? {
    guard case .open(let demand, _) = try arrivals() else { return nil }
    return scaling(demand, capacity: full, full: full, residence: residence, spares: spares)
  }

  /// What is left of the times of a batch where samples leave before the last layer.
  private func exiting(
    _ arithmetic: Term, _ reading: Term, rows: Term
  ) -> (arithmetic: Term, reading: Term) {
    guard let share = fields["early_exit"] else { return (arithmetic, reading) }
    let rows = rows * builder.constant(1, Dimension.samples.inverse)
    let skipped = LayerExit.skipped(share, by: rows)
    let spared = run.earlyExit.rows == "regrouped" ? share : skipped
    return (
      (arithmetic * (1 - spared)).named(
        "arithmetic time of a batch, exits taken", "\(arithmetic) × (1 − \(spared))",
        citation: .earlyExit),
      (reading * (1 - skipped)).named(
        "time to read the weights, exits taken", "\(reading) × (1 − \(skipped))",
        citation: .earlyExit)
    )
  }

  /// How often the weights are read for one batch.
  private var passes: Term {
    guard let sample = model.flopsPerSample, let pass = model.flopsPerPass, sample.id != pass.id
    else { return builder.constant(1) }
    return (sample / pass).named("passes", "\(sample) ÷ \(pass)")
  }

  /// Forward work of one sample; of one text for an encoder.
  private func workPerSample() throws(EngineError) -> Term {
    if let work = model.flopsPerSample { return work }
    guard let forward = model.flopsPerToken else {
      throw EngineError("model.macs", field: "macs", "the work of one sample is not known")
    }
    let prompt = try required("prompt", "512 tokens")
    var work = forward * prompt
    if let shape = model.shape {
      work = work + shape.attentionWork * shape.meanContextOfLayers(prompt) * prompt
    }
    return (work * builder.constant(1, Dimension.samples.inverse)).named(
      "flops of a text", "\(forward) × \(prompt) + attention", citation: .vaswani)
  }

  private func load(
    _ service: Term, _ full: Term, _ deployment: inout Deployment
  ) throws(EngineError) -> (rate: Term, replicas: Term, latency: Term, isStable: Term?) {
    switch try arrivals() {
    case .open(let rate, let busiest):
      let replicas = replicas(rate: busiest, capacity: full)
      let use = (busiest / (replicas * full)).named(
        "busiest utilization", "\(busiest) ÷ (\(replicas) × \(full))")
      let most = full * replicas
      let request = builder.constant(1, .requests)
      deployment.requirements.append(
        Requirement(
          "deployment.rate", .warning, field: "replicas", use < builder.constant(1),
          "\(count: replicas, "replica") can serve \(most * request), but \(busiest * request) come: \(share: use) of it",
          help: "the queue would grow without end: allow more replicas, or leave their number out"))
      let busy = use.minimum(0.999)
      let wait = (busy / (2 * (1 - busy)) * service).named(
        "wait in the queue", "\(use) ÷ (2 × (1 − \(use))) × \(service)",
        citation: Citation("Kingman, The Single Server Queue in Heavy Traffic", asOf: "1961"))
      return (
        served(rate, most: most), replicas,
        (service + wait).named("latency", "\(service) + \(wait)"),
        isStable(at: use, of: full, on: replicas)
      )
    case .closed, .full:
      deployment.notes.append(
        "no rate is given: figures are those of replicas at their capacity, queueing left out")
      let replicas = fields["replicas"] ?? builder.constant(1)
      return (
        (full * replicas).named("rate", "\(full) × \(replicas)"), replicas,
        service.part("latency"), nil
      )
    }
  }
}
