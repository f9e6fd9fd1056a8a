import Quantities

/// What every formula of a training run reads: the run's fields, its model and its devices.
struct TrainingContext {
  let run: TrainingRun
  let builder: GraphBuilder
  let fields: Reader<TrainingRun>
  let data: Reader<Dataset>
  /// What the data cost, all of it.
  let bill: DatasetBill
  let hardware: Reader<Hardware>
  let model: ModelFigures
  /// The model that the trained one learns from; nil under any training but distillation.
  let teacher: ModelFigures?
  let devices: Term
  let precision: DataType
  /// Tokens or samples that the run learns from, all passes together.
  let examples: Term
  /// Tokens of one sequence; nil where not given or where the model takes samples.
  let sequence: Term?
  let trainsAdapters: Bool
  /// On what the devices are rented.
  let terms: Terms
  /// Parameters of the adapters; nil under full training and without a shape.
  let adapters: Term?

  init(_ run: TrainingRun) throws(EngineError) {
    let builder = run.devices.builder
    self.run = run
    self.builder = builder
    fields = try Reader(run, in: builder)
    data = try Reader(run.dataset, in: builder)
    bill = try run.dataset.bill(in: builder)
    hardware = try Reader(run.hardware, in: builder)
    let whole = try run.trained.figures(in: builder)
    model = fields["prune"].map { whole.pruned(.structured($0)) } ?? whole
    teacher = try TrainingContext.teacher(run, in: builder)
    terms = try Terms(fields)
    devices = run.devices.labelled("devices")
    precision = try DataType.required(
      run.precision ?? run.hardware.usualPrecision.word, field: "precision")
    sequence = run.trained.kind.takesTokens ? fields["sequence"] : nil
    examples = try TrainingContext.examples(run, fields, data, builder)
    trainsAdapters = (run.method ?? "full") != "full"
    if trainsAdapters {
      guard let rank = fields["rank"] else {
        throw EngineError(
          "training.rank", field: "rank", "adapters need a rank",
          help: "write `with lora rank 16`")
      }
      adapters = model.shape?.adapters(rank: rank)
    } else {
      adapters = nil
    }
  }

  private static func teacher(
    _ run: TrainingRun, in builder: GraphBuilder
  ) throws(EngineError) -> ModelFigures? {
    guard let student = run.student else { return nil }
    guard student.kind.takesTokens == run.model.kind.takesTokens else {
      throw EngineError(
        "training.distill", field: "distill",
        "`\(student.name)` cannot learn from `\(run.model.name)`: only one of them reads tokens")
    }
    return try run.model.figures(in: builder)
  }

  /// Tokens for a model of tokens, samples for one of samples.
  private static func examples(
    _ run: TrainingRun, _ fields: Reader<TrainingRun>, _ data: Reader<Dataset>,
    _ builder: GraphBuilder
  ) throws(EngineError) -> Term {
    let once: Term
    switch (run.trained.kind.takesTokens, data["tokens"], data["samples"]) {
    case (true, let tokens?, _): once = tokens
    case (true, nil, let samples?):
      guard let sequence = fields["sequence"] else {
        throw EngineError(
          "training.sequence", field: "sequence",
          "`\(run.trained.name)` reads tokens, but its data is counted in samples",
          help: "give `sequence`, the tokens of one sample")
      }
      once = (samples * sequence * builder.constant(1, Dimension.samples.inverse)).named(
        "tokens of one pass", "\(samples) × \(sequence)")
    case (false, _, let samples?): once = samples
    default:
      let unit = run.trained.kind.takesTokens ? "tokens" : "samples"
      throw EngineError(
        "training.data", field: unit,
        "`\(run.trained.name)` learns from \(unit), but none are given",
        help: "such as `on 15\(run.trained.kind.takesTokens ? "T" : "M") \(unit)`")
    }
    guard let epochs = fields["epochs"] else { return once }
    return (once * epochs).named(
      run.trained.kind.takesTokens ? "tokens in all" : "samples in all", "\(once) × \(epochs)")
  }
}
