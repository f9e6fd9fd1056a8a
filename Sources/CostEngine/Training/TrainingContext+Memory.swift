import Quantities

/// How the devices share a run: tensor, pipeline, context and data parallelism.
struct TrainingLayout {
  let tensor: Term
  let pipeline: Term
  let context: Term
  let data: Term
  /// Which of optimizer, gradients and weights are spread over the data-parallel devices: ZeRO's stage.
  let zero: Term

  init(_ context: TrainingContext) {
    let one = context.builder.constant(1)
    let fields = context.fields
    tensor = fields["parallel.tp"] ?? one
    pipeline = fields["parallel.pp"] ?? one
    self.context = fields["parallel.cp"] ?? one
    data =
      fields["parallel.dp"]
      ?? (context.devices / (tensor * pipeline * self.context)).named(
        "data-parallel devices", "\(context.devices) ÷ (tp × pp × cp)")
    zero =
      fields["parallel.zero"]
      ?? context.builder.fallback("parallel.zero", TrainingData.zeroStage)
  }

  /// The layout uses every device, each part of it is a whole number, and ZeRO's stage is one that there is.
  func requirements(_ context: TrainingContext) -> [Requirement] {
    let bounds = ["tp", "pp", "cp", "dp"].compactMap { key in
      context.fields["parallel.\(key)"].flatMap {
        Field<TrainingRun>.Bounds.count.requirement(on: $0, as: "parallel.\(key)")
      }
    }
    let split = tensor * pipeline * self.context
    let isDataGiven = context.fields["parallel.dp"] != nil
    let fits =
      isDataGiven
      ? (split * data).isEqual(to: context.devices) : context.devices.isMultiple(of: split)
    let layout = Requirement(
      "training.layout", .error, field: "parallel", fits,
      isDataGiven
        ? "tp × pp × cp × dp is \(split * data), but there are \(count: context.devices, "device")"
        : "tp × pp × cp is \(split), which does not divide the \(count: context.devices, "device")",
      help: "tp × pp × cp × dp is the number of devices")
    let last = context.builder.constant(3)
    let stage = Requirement(
      "field.bounds", .error, field: "parallel.zero",
      (zero >= 0 * last).and(zero <= last).and(zero.isEqual(to: zero.rounded)),
      "`parallel.zero` is a stage from 0 to 3, not \(zero)")
    let heads = context.model.shape?.splits(
      by: tensor, field: "parallel", of: "training", after: fits)
    return bounds + [layout, stage] + (heads ?? [])
  }

  /// What one device keeps of something that ZeRO spreads from a stage on.
  func share(_ bytes: Term, from stage: Double) -> Term {
    let builder = bytes.builder
    let split = bytes / (tensor * pipeline)
    return (zero >= builder.constant(stage)).choose(split / (data * context), else: split)
  }
}

extension TrainingContext {
  /// Fills in what one device holds, as far as it is known.
  func memory(_ training: inout Training) throws(EngineError) {
    let layout = TrainingLayout(self)
    training.requirements += layout.requirements(self)
    guard let params = model.params else { return }
    let widths = try stateWidths()
    guard let trained = trainsAdapters ? adapters : params else { return }
    let held =
      teacher?.params.map { ($0 + params).named("params, with the teacher's", "\($0) + \(params)") }
      ?? params
    let weights = layout.share(held * widths.weights, from: 3).named(
      "weights of a device", "\(held) × \(widths.weights) ÷ the devices that share them",
      citation: .zero)
    let gradients = layout.share(trained * widths.gradients, from: 2).named(
      "gradients of a device", "\(trained) × \(widths.gradients) ÷ the devices that share them",
      citation: .zero)
    let optimizer = layout.share(trained * widths.optimizer, from: 1).named(
      "optimizer state of a device",
      "\(trained) × \(widths.optimizer) ÷ the devices that share it", citation: .zero)
    training.weightsMemory = weights
    training.gradientsMemory = gradients
    training.optimizerMemory = optimizer
    training.activationsMemory = activations(layout)
    let states = weights + gradients + optimizer
    if let activations = training.activationsMemory {
      training.memory = (states + activations).named(
        "memory", "\(weights) + \(gradients) + \(optimizer) + \(activations)")
    } else {
      training.memory = states.named("memory", "\(weights) + \(gradients) + \(optimizer)")
      training.notes.append(
        run.trained.kind.takesTokens
          ? "memory leaves activations out: they need a shape and a `sequence`"
          : "memory leaves activations out: they need a shape")
    }
    fit(&training)
  }

  private func fit(_ training: inout Training) {
    guard let memory = training.memory, let installed = hardware["memory"] else { return }
    let share = builder.fallback("memory to plan with", TrainingData.memoryShare)
    let usable = (installed * share).named("usable memory", "\(installed) × \(share)")
    let fits = (memory <= usable).named("fits", "\(memory) ≤ \(usable)")
    training.fits = fits
    training.requirements.append(
      Requirement(
        "training.memory", .warning, field: "parallel", fits,
        "a device needs \(memory), but \(usable) of its \(installed) can be used",
        help: "use more devices, spread them with `parallel`, or `recompute: full`"))
  }

  /// Bytes of weights, gradients and optimizer state for each parameter.
  private func stateWidths() throws(EngineError) -> (
    weights: Term, gradients: Term, optimizer: Term
  ) {
    let name = run.optimizer ?? "adamw"
    guard let optimizer = Optimizer.named(name) else {
      throw EngineError(
        "training.optimizer", field: "optimizer", "there is no optimizer `\(name)`",
        help: "one of \(Optimizer.all.map(\.name).joined(separator: ", "))")
    }
    let isSingle = ["fp32", "tf32"].contains(precision.name)
    let held = isSingle ? "fp32" : precision.name == "fp16" ? "fp16" : "bf16"
    let half = try DataType.required(held, field: "precision").element(in: builder)
    let frozen = run.method == "qlora" ? "nf4" : held
    let weights = try DataType.required(frozen, field: "method").element(in: builder)
    // Training in fp32 needs no master copy beside the weights.
    let state = builder.constant(optimizer.bytes - (isSingle ? 4 : 0), .data).named(
      "optimizer bytes of a parameter", citation: optimizer.citation)
    return (weights, half, state)
  }

  /// What the backward pass still needs of the micro-batches in flight; nil without shape or sequence.
  private func activations(_ layout: TrainingLayout) -> Term? {
    guard let shape = model.shape, let sequence, let width = shape.activationWidth else {
      return nil
    }
    let tokens =
      (fields["micro_batch"] ?? builder.constant(1)) * sequence
      * builder.constant(1, Dimension.tokens.inverse) / layout.context
    let bytes = builder.constant(1, .data)
    let layer: Term
    if run.recompute == Recompute.full.rawValue {
      // The input of every layer, and everything of the one layer that is being computed again.
      layer = (2 * shape.layers * shape.hidden + width) * bytes
    } else {
      layer = shape.layers * width * bytes
    }
    let logits = shape.vocab.map { 6 * $0 * bytes } ?? (0 * bytes)
    return ((layer + logits) * tokens / layout.tensor).named(
      "activations of a device",
      """
      (layers × \(width) bytes + logits \(logits)) × micro-batch × \(sequence) ÷ tp
      """, citation: .korthikanti)
  }
}

extension TransformerShape {
  /// Bytes that a token leaves in one layer for the backward pass at 16 bits, attention itself computed again;
  /// nil without the widths.
  var activationWidth: Term? {
    let inner: Term
    if let mixture {
      inner = (mixture.perToken + mixture.shared) * mixture.ffn
    } else if let ffn {
      inner = ffn
    } else {
      return nil
    }
    let q = heads * headDim
    let out = heads * valueDim
    // Norm inputs and the inputs of the two blocks, q k v and the output's input, then the feed-forward's.
    let attention = 8 * hidden + 2 * q + 2 * out + 2 * kvHeads * (headDim + valueDim)
    return (attention + (gated ? 6.0 : 4.0) * inner).named(
      "activation bytes of a token in a layer",
      "8 × \(hidden) + attention's and feed-forward's tensors at 2 bytes", citation: .korthikanti)
  }
}
