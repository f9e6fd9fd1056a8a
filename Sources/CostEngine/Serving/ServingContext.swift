import Quantities

/// What every formula of serving reads: the run's fields, its model, one replica and its devices.
struct ServingContext {
  let run: DeploymentRun
  let builder: GraphBuilder
  let fields: Reader<DeploymentRun>
  let hardware: Reader<Hardware>
  let model: ModelFigures
  let inputs: ServingInputs
  let family: ServingFamily
  /// On what the devices are rented.
  let terms: Terms
  /// What one device costs; nil without a price.
  let device: DevicePrice?
  /// Devices of one replica.
  let devices: Term
  let tensor: Term
  let pipeline: Term
  /// Arithmetic rate and memory bandwidth of one device.
  let peak: Term
  let bandwidth: Term
  /// The load over the day; nil where nothing is said of it.
  let day: DailyLoad?

  init(_ run: DeploymentRun) throws(EngineError) {
    let builder = run.devices.builder
    self.run = run
    self.builder = builder
    fields = try Reader(run, in: builder)
    hardware = try Reader(run.hardware, in: builder)
    day = try ServingContext.day(run, fields)
    if run.replicas != nil, ServingContext.isAutoscaled(run) {
      throw EngineError(
        "deployment.autoscale", field: "replicas", "autoscaling chooses the replicas itself",
        help: "leave `replicas` out, or bound them: `with autoscale min 1 max 8`")
    }
    terms = try Terms(fields)
    try ServingContext.checkStops(run, fields)
    device = try DevicePrice.find(
      rent: fields["price"], owned: run.owned, of: run.hardware, hardware,
      electricity: fields["electricity"], terms: terms, isProvisioned: true)
    let whole = try run.served.figures(in: builder)
    let usual = run.hardware.usualPrecision.word
    inputs = ServingInputs(
      weights: try DataType.required(run.quantize ?? run.precision ?? usual, field: "quantize"),
      cache: try DataType.required(run.kv ?? usual, field: "kv"),
      batch: fields["batch"])
    let pruning = try ServingContext.pruning(run, fields, hardware, inputs.weights)
    model = pruning.map { whole.pruned($0) } ?? whole
    guard let family = ServingFamily.named(run.engine ?? "vllm") else {
      throw EngineError("deployment.engine", field: "engine", "the engine is not known")
    }
    self.family = family
    devices = run.devices.labelled("devices")
    let stages = fields["parallel.pp"]
    pipeline = stages ?? builder.constant(1)
    let replica = devices
    let split = stages.map { (replica / $0).named("tp", "\(replica) ÷ \($0)") }
    tensor = fields["parallel.tp"] ?? split ?? replica
    let field = run.quantize == nil ? "precision" : "quantize"
    let rated = try run.hardware.peak(
      of: inputs.weights, hardware, field: field, isServed: true)
    if inputs.weights.isWeightOnly {
      let loss = builder.fact("kept after widening weights", ServingData.widening)
      peak = (rated * loss).named("peak", "\(rated) × \(loss)")
    } else {
      peak = rated
    }
    guard let bandwidth = hardware["bandwidth"] else {
      throw run.hardware.missing("bandwidth", "bandwidth: 3.35 TB/s")
    }
    self.bandwidth = bandwidth
  }

  /// A constant of the serving family.
  func constant(
    _ label: String, _ path: KeyPath<ServingFamily, Double>, _ dimension: Dimension = .none
  ) -> Term {
    builder.constant(family[keyPath: path], dimension).named(
      "\(label), \(family.name)", citation: ServingFamily.citation)
  }

  /// The layout uses every device of a replica, and gives each of them whole heads.
  var layoutRequirements: [Requirement] {
    let isSplit = fields["parallel.tp"] != nil
    let product = tensor * pipeline
    let fits = isSplit ? product.isEqual(to: devices) : devices.isMultiple(of: pipeline)
    let layout = Requirement(
      "deployment.layout", .error, field: "parallel", fits,
      isSplit
        ? "tp × pp is \(product), but a replica has \(count: devices, "device")"
        : "pp \(pipeline) does not divide the \(count: devices, "device") of a replica",
      help: "tp × pp is the number of devices after `on`")
    let field = isSplit || fields["parallel.pp"] != nil ? "parallel" : "devices"
    let heads = model.shape?.splits(by: tensor, field: field, of: "deployment", after: fits)
    return [layout] + (heads ?? [])
  }
}
