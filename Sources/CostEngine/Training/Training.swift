import Quantities

/// What a training run takes and costs; a figure is nil where the run does not say enough to know it.
public struct Training {
  public internal(set) var cost: Term?
  public internal(set) var spotFactor: Term?
  public internal(set) var reserveBreakeven: Term?
  public internal(set) var computeCost: Term?
  public internal(set) var energyCost: Term?
  public internal(set) var storageCost: Term?
  public internal(set) var dataCost: Term?
  public internal(set) var networkCost: Term?
  public internal(set) var staffCost: Term?
  public internal(set) var experimentsCost: Term?
  public internal(set) var time: Term?
  public internal(set) var goodput: Term?
  public internal(set) var checkpointInterval: Term?
  public internal(set) var interruptions: Term?
  public internal(set) var deviceHours: Term?
  public internal(set) var flops: Term?
  public internal(set) var mfu: Term?
  public internal(set) var hfu: Term?
  public internal(set) var tokensPerSecond: Term?
  public internal(set) var samplesPerSecond: Term?
  public internal(set) var stepTime: Term?
  public internal(set) var steps: Term?
  public internal(set) var memory: Term?
  public internal(set) var weightsMemory: Term?
  public internal(set) var gradientsMemory: Term?
  public internal(set) var optimizerMemory: Term?
  public internal(set) var activationsMemory: Term?
  public internal(set) var fits: Term?
  public internal(set) var energy: Term?
  public internal(set) var carbon: Term?
  public internal(set) var operationalCarbon: Term?
  public internal(set) var embodiedCarbon: Term?
  public internal(set) var water: Term?
  public internal(set) var onsiteWater: Term?
  public internal(set) var sourceWater: Term?
  public internal(set) var costPerToken: Term?
  public internal(set) var costPerSample: Term?

  /// What each technique changes; empty until asked for.
  public var tradeoffs: [Tradeoff] = []
  /// How owned devices come to their price; nil where they are rented.
  public var ownership: Ownership? {
    if case .figures(let ownership)? = owned { ownership } else { nil }
  }
  var owned: OwnedPrice?
  public internal(set) var requirements: [Requirement] = []
  /// What was left out or taken for granted, in the reader's words.
  public internal(set) var notes: [String] = []
  /// The words that stand in where the user gave none.
  public internal(set) var wordDefaults: [WordDefault] = []
  /// What is unknown although a run of this kind can have it.
  public internal(set) var gaps: [Gap] = []

  public static let figures: [Figure<Training>] = [
    Figure("cost", .money, \.cost, "everything asked for"),
    Figure("cost.compute", .money, \.computeCost, "the devices"),
    Figure(
      "cost.energy", .money, \.energyCost, "electricity of all `energy`, when it is priced"
    ),
    Figure("cost.storage", .money, \.storageCost, "storage, when it is priced"),
    Figure("cost.data", .money, \.dataCost, "data: the dataset's bill, or this run's share of it"),
    Figure("cost.network", .money, \.networkCost, "data transfer, when it is priced"),
    Figure("cost.staff", .money, \.staffCost, "people, when they are priced"),
    Figure(
      "cost.experiments", .money, \.experimentsCost, "compute beyond the final run"),
    Figure(
      "spot_factor", .none, \.spotFactor, shown: .percent,
      "cost of devices on spot over that on demand, work done again included"),
    Figure(
      "reserve_breakeven", .none, \.reserveBreakeven, shown: .percent,
      "share of the time in use from which reserving is cheaper than on demand"),
    Figure("time", .time, \.time, "time of the run"),
    Figure(
      "goodput", .none, \.goodput, shown: .percent, "share of the time that does useful steps"),
    Figure(
      "checkpoint_interval", .time, \.checkpointInterval, "useful time between checkpoints"),
    Figure("interruptions", .none, \.interruptions, "failures expected in the run"),
    Figure(
      "device_hours", .time, \.deviceHours, shown: .unit("hours"),
      "time of the run times its devices"),
    Figure("flops", .compute, \.flops, "useful work of the run"),
    Figure("mfu", .none, \.mfu, shown: .percent, "useful work as a share of the peak"),
    Figure(
      "hfu", .none, \.hfu, shown: .percent,
      "work done, recomputation included, as a share of the peak"),
    Figure("tokens_per_second", .tokens / .time, \.tokensPerSecond, "tokens a second, all devices"),
    Figure(
      "samples_per_second", .samples / .time, \.samplesPerSecond, "samples a second, all devices"),
    Figure("step_time", .time, \.stepTime, "time of one optimizer step"),
    Figure("steps", .none, \.steps, "optimizer steps"),
    Figure("memory", .data, \.memory, "memory that one device needs"),
    Figure("memory.weights", .data, \.weightsMemory, "weights on one device"),
    Figure("memory.gradients", .data, \.gradientsMemory, "gradients on one device"),
    Figure("memory.optimizer", .data, \.optimizerMemory, "optimizer state on one device"),
    Figure("memory.activations", .data, \.activationsMemory, "activations on one device"),
    Figure("fits", .none, \.fits, shown: .yesOrNo, "whether one device holds its share"),
    Figure(
      "energy", .energy, \.energy,
      "electricity of the run and its experiments, the site's overhead included"),
    Figure("carbon", .mass, \.carbon, "greenhouse gas"),
    Figure(
      "carbon.operational", .mass, \.operationalCarbon, "greenhouse gas of the electricity"),
    Figure(
      "carbon.embodied", .mass, \.embodiedCarbon,
      "greenhouse gas of making the devices, when it is given"),
    Figure("water", .volume, \.water, "water used, when it is given"),
    Figure("water.onsite", .volume, \.onsiteWater, "water that cools the site"),
    Figure("water.source", .volume, \.sourceWater, "water where the electricity is made"),
    Figure("cost_per_token", .money / .tokens, \.costPerToken, "cost over tokens trained on"),
    Figure("cost_per_sample", .money / .samples, \.costPerSample, "cost over samples trained on"),
  ]

}
