import Quantities

extension TrainingRun {
  public static let fields: [Field<TrainingRun>] =
    own
    + clauses(
      model: "what is trained; as after `train`", hardware: "the devices; as after `using`",
      devices: "devices of the run")
    + Terms.fields(
      spot: \.spot, interruptions: \.spotInterruptions, recovery: \.spotRecovery,
      reserve: \.reserve, discount: \.reserveDiscount)
    + Footprint.fields(
      embodied: \.embodied, life: \.life, wue: \.wue, waterIntensity: \.waterIntensity)

  private static let own: [Field<TrainingRun>] = [
    Field("epochs", .quantity(.none, \.epochs), "passes over the data; one unless given"),
    Field(
      "precision", .word(DataType.trainable, \.precision),
      "data type of the matrix products; bf16, else fp16, else fp32, as the "
        + "hardware has a peak, unless given"),
    Field(
      "mfu", .quantity(.none, \.mfu), .positiveShare,
      "model FLOPs utilization: useful arithmetic as a share of the peak at `precision`"),
    Field("sequence", .quantity(.tokens, \.sequence), .count, "tokens of one sequence"),
    Field(
      "batch", .either([.tokens, .samples], \.batch),
      "global batch of one optimizer step, in tokens or in samples"),
    Field(
      "micro_batch", .quantity(.none, \.microBatch), .count,
      "sequences or samples that one device holds at a time; 1 unless given"),
    Field(
      "optimizer", .word(Optimizer.all.map(\.name), \.optimizer), "optimizer; adamw unless given"),
    Field(
      "recompute", .word(Recompute.allCases.map(\.rawValue), \.recompute),
      "activations computed again in the backward pass; none unless given"),
    Field(
      "parallel", .quantities(.none, keys: ["tp", "pp", "dp", "cp", "zero"], \.parallel),
      // Devices are counted from 1 and ZeRO's stages from 0: the layout itself says what each must be.
      .any,
      "layout of the devices; plain data parallelism, sharded fully (zero 3), unless given"),
    Field(
      "price", .price(rent: \.price, owned: \.owned), .nonNegative,
      "rent of one device per time, or what it takes to own it; the hardware's unless given"),
    Field("rent", .word(["devices", "nodes"], \.rent), "what is rented; devices unless given"),
    Field(
      "goodput", .quantity(.none, \.goodput), .positiveShare,
      "share of the time that does useful steps; worked out from `failures` or `checkpoint` where "
        + "those are given, else all of it"),
    Field(
      "failures", .quantity(.time, \.failures), .positive, default: ReliabilityData.failures,
      "mean time between failures of one device, such as 50_677 GPU-hours"),
    Field(
      "checkpoint", .quantity(.time, \.checkpoint), .positive, default: ReliabilityData.checkpoint,
      "time that a checkpoint stalls the run"),
    Field(
      "checkpoint_every", .quantity(.time, \.checkpointEvery),
      "useful time between checkpoints; the best by Young's formula unless given"),
    Field(
      "spot.checkpoint", .quantity(.time, \.spotCheckpoint),
      "time that a checkpoint stalls the run on spot; `checkpoint` unless given"),
    Field(
      "recovery", .quantity(.time, \.recovery), .nonNegative, default: ReliabilityData.recovery,
      "time from a failure to the next useful step, beside work that is done again"),
    Field(
      "experiments", .quantity(.none, \.experiments), .atLeast(1),
      "all compute spent over that of the final run, with its electricity; 1 unless given"),
    Field(
      "data", .quantity(.money, \.data), .nonNegative,
      "cost of data, added to the dataset's own bill where it has one"),
    Field(
      "data_share", .quantity(.none, \.dataShare), .share,
      "part of the dataset's bill that this run pays; all of it unless given"),
    Field(
      "storage", .either([.money, .money / .time], \.storage), .nonNegative,
      "cost of storage, once or for as long as the run takes"),
    Field(
      "network", .either([.money, .money / .time], \.network), .nonNegative,
      "cost of data transfer, once or for as long as the run takes"),
    Field(
      "staff", .either([.money, .money / .time], \.staff), .nonNegative,
      "cost of people, once or for as long as the run takes"),
    Field(
      "pue", .quantity(.none, \.pue), .atLeast(1), default: EnergyData.pue,
      "energy of the whole site over that of its computers"),
    Field(
      "electricity", .quantity(.money / .energy, \.electricity), .nonNegative,
      "price of electricity, charged when given: rent includes power"),
    Field(
      "carbon_intensity", .quantity(.mass / .energy, \.carbonIntensity), .nonNegative,
      default: EnergyData.carbonIntensity, "greenhouse gas of the electricity"),
    Field(
      "method", .word(["full", "lora", "qlora"], \.method),
      "how much of the model is trained; full unless given"),
    Field(
      "prune", .quantity(.none, \.prune), .partialShare,
      "share of the layers' heads and channels left out before training; embeddings stay"),
    Field(
      "distill", .model(\.student), .any,
      "small model that is trained instead, on what the one after `train` says to the data"),
    Field("rank", .quantity(.none, \.rank), .count, "rank of the adapters under lora and qlora"),
  ]
}
