import Quantities

/// What serving takes and costs; a figure is nil where the run does not say enough to know it.
///
/// Money is on the provisioned basis: time that devices stand idle is paid for. Times are those of the busiest hour.
public struct Deployment {
  public internal(set) var cost: Term?
  public internal(set) var spotFactor: Term?
  public internal(set) var reserveBreakeven: Term?
  public internal(set) var computeCost: Term?
  public internal(set) var idleCost: Term?
  public internal(set) var egressCost: Term?
  public internal(set) var storageCost: Term?
  public internal(set) var energyCost: Term?
  public internal(set) var distillationCost: Term?
  public internal(set) var retrainingCost: Term?
  public internal(set) var distillation: Term?
  public internal(set) var payback: Term?
  public internal(set) var costUsed: Term?
  public internal(set) var costPerRequest: Term?
  public internal(set) var costPerToken: Term?
  public internal(set) var costPerInputToken: Term?
  public internal(set) var costPerOutputToken: Term?
  public internal(set) var costPerSample: Term?
  public internal(set) var ttft: Term?
  public internal(set) var ttftP95: Term?
  public internal(set) var tpot: Term?
  public internal(set) var tpotP95: Term?
  public internal(set) var latency: Term?
  public internal(set) var latencyP95: Term?
  public internal(set) var throughput: Term?
  public internal(set) var samplesPerSecond: Term?
  public internal(set) var capacity: Term?
  public internal(set) var replicas: Term?
  public internal(set) var meanReplicas: Term?
  public internal(set) var coldStart: Term?
  public internal(set) var coldShare: Term?
  public internal(set) var utilization: Term?
  public internal(set) var batch: Term?
  public internal(set) var maxBatch: Term?
  public internal(set) var memory: Term?
  public internal(set) var weightsMemory: Term?
  public internal(set) var kvMemory: Term?
  public internal(set) var otherMemory: Term?
  public internal(set) var fits: Term?
  public internal(set) var meets: Term?
  public internal(set) var bound: Term?
  public internal(set) var energy: Term?
  public internal(set) var energyPerToken: Term?
  public internal(set) var energyPerRequest: Term?
  public internal(set) var carbon: Term?
  public internal(set) var operationalCarbon: Term?
  public internal(set) var embodiedCarbon: Term?
  public internal(set) var water: Term?
  public internal(set) var onsiteWater: Term?
  public internal(set) var sourceWater: Term?

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

  public static let figures: [Figure<Deployment>] = money + times + memories + energies

  private static let money: [Figure<Deployment>] = [
    Figure("cost", .money / .time, \.cost, "money per time, idle time included"),
    Figure("cost.compute", .money / .time, \.computeCost, "the devices while they work"),
    Figure("cost.idle", .money / .time, \.idleCost, "the devices while they stand idle"),
    Figure("cost.egress", .money / .time, \.egressCost, "data sent to users, when it is priced"),
    Figure("cost.storage", .money / .time, \.storageCost, "storage, when it is priced"),
    Figure(
      "cost.energy", .money / .time, \.energyCost,
      "electricity, when it is priced or the devices are owned"),
    Figure(
      "cost.distillation", .money / .time, \.distillationCost,
      "distilling the model, spread over its payback"),
    Figure(
      "cost.retraining", .money / .time, \.retrainingCost,
      "training the pruned model again, spread over its payback"),
    Figure("distillation", .money, \.distillation, "money to distil the model, once"),
    Figure(
      "payback", .time, \.payback,
      "time until distilling has saved what it costs, against serving the model it learnt from"),
    Figure("cost_used", .money / .time, \.costUsed, "money per time, idle time left out"),
    Figure(
      "spot_factor", .none, \.spotFactor, shown: .percent,
      "cost of a device at work on spot over that on demand"),
    Figure(
      "reserve_breakeven", .none, \.reserveBreakeven, shown: .percent,
      "share of the time in use from which reserving is cheaper than on demand"),
    Figure("cost_per_request", .money / .requests, \.costPerRequest, "cost over requests"),
    Figure("cost_per_token", .money / .tokens, \.costPerToken, "cost over tokens in and out"),
    Figure(
      "cost_per_input_token", .money / .tokens, \.costPerInputToken,
      "cost of a prompt token, by its share of device time"),
    Figure(
      "cost_per_output_token", .money / .tokens, \.costPerOutputToken,
      "cost of a generated token, by its share of device time"),
    Figure("cost_per_sample", .money / .samples, \.costPerSample, "cost over samples"),
  ]

  private static let times: [Figure<Deployment>] = [
    Figure("ttft", .time, \.ttft, "mean time to the first token"),
    Figure("ttft.p95", .time, \.ttftP95, "time to the first token of all but one request in 20"),
    Figure("tpot", .time, \.tpot, "mean time per output token after the first"),
    Figure("tpot.p95", .time, \.tpotP95, "time per output token of all but one request in 20"),
    Figure("latency", .time, \.latency, "mean time from request to last token"),
    Figure("latency.p95", .time, \.latencyP95, "latency of all but one request in 20"),
    Figure("throughput", .tokens / .time, \.throughput, "tokens generated per time, all replicas"),
    Figure(
      "samples_per_second", .samples / .time, \.samplesPerSecond, "samples per time, all replicas"),
    Figure(
      "capacity", .requests / .time, \.capacity,
      "largest rate of one replica within memory and targets"),
    Figure("replicas", .none, \.replicas, "copies of the model, spare ones included"),
    Figure(
      "replicas.mean", .none, \.meanReplicas,
      "copies that are paid for on average over the day, where they follow the load"),
    Figure(
      "cold_start", .time, \.coldStart, "time until a started replica serves, where replicas stop"),
    Figure(
      "cold_share", .none, \.coldShare, shown: .percent,
      "requests that wait for a replica that starts, where the last one may stop"),
    Figure(
      "utilization", .none, \.utilization, shown: .percent,
      "mean rate over the capacity of all replicas"),
    Figure("batch", .none, \.batch, "requests that run together on a replica"),
    Figure(
      "bound", .none, \.bound, shown: .percent,
      "share of a step that waits for memory, not arithmetic"),
    Figure("meets", .none, \.meets, shown: .yesOrNo, "whether every target is met"),
  ]

  private static let memories: [Figure<Deployment>] = [
    Figure("max_batch", .none, \.maxBatch, "requests that memory has room for on a replica"),
    Figure("memory", .data, \.memory, "memory in use on one device"),
    Figure("memory.weights", .data, \.weightsMemory, "weights on one device"),
    Figure("memory.kv", .data, \.kvMemory, "key-value cache on one device"),
    Figure("memory.other", .data, \.otherMemory, "the engine's own memory on one device"),
    Figure("fits", .none, \.fits, shown: .yesOrNo, "whether the weights and one request fit"),
  ]

  private static let energies: [Figure<Deployment>] = [
    Figure("energy", .power, \.energy, "electricity per time, the site's overhead included"),
    Figure(
      "energy_per_token", .energy / .tokens, \.energyPerToken, "electricity of a generated token"),
    Figure(
      "energy_per_request", .energy / .requests, \.energyPerRequest, "electricity of a request"),
    Figure("carbon", .mass / .time, \.carbon, "greenhouse gas per time"),
    Figure(
      "carbon.operational", .mass / .time, \.operationalCarbon,
      "greenhouse gas of the electricity per time"),
    Figure(
      "carbon.embodied", .mass / .time, \.embodiedCarbon,
      "greenhouse gas of making the devices, when it is given per time"),
    Figure("water", .volume / .time, \.water, "water used per time, when it is given"),
    Figure("water.onsite", .volume / .time, \.onsiteWater, "water that cools the site per time"),
    Figure(
      "water.source", .volume / .time, \.sourceWater, "water where the electricity is made per time"
    ),
  ]
}
