import Quantities

extension DeploymentRun {
  public static let fields: [Field<DeploymentRun>] =
    serving
    + clauses(
      model: "what is served; as after `deploy`", hardware: "the devices; as after `on`",
      devices: "devices of one replica") + techniqueFields
    + Terms.fields(
      spot: \.spot, interruptions: \.spotInterruptions, recovery: \.spotRecovery,
      reserve: \.reserve, discount: \.reserveDiscount)
    + Footprint.fields(
      embodied: \.embodied, life: \.life, wue: \.wue, waterIntensity: \.waterIntensity)

  public static let alternatives: [Set<String>] = [["peak", "profile"]]

  private static let serving: [Field<DeploymentRun>] = [
    Field(
      "rate", .quantity(.requests / .time, \.rate),
      "mean requests per time; one replica at its capacity unless given"),
    Field(
      "prompt", .either([.tokens, .tokens / .requests], \.prompt), .atLeast(1),
      "tokens that a request brings"),
    Field(
      "response", .either([.tokens, .tokens / .requests], \.response), .atLeast(1),
      "tokens that are generated for a request"),
    Field(
      "samples_per_request",
      .either([.none, .samples, .samples / .requests], \.samplesPerRequest),
      "samples of a request, or sequences for an encoder; 1 unless given"),
    Field(
      "cached", .quantity(.none, \.cached), .share,
      "share of the prompt found in a prefix cache; none unless given"),
    Field(
      "peak", .quantity(.none, \.peak), .atLeast(1),
      "busiest hour over the mean; 1 unless given"),
    Field(
      "profile", .list(.none, \.profile), .nonNegative,
      "load of each of 24 hours from midnight on, in any scale, instead of a `peak`"),
    Field(
      "off_peak", .quantity(.none, \.offPeak), .share,
      "share of the requests that can wait for the quietest hours; none unless given"),
    Field(
      "autoscale", .flag(\.autoscale),
      "whether replicas come and go with the load of the hour; not unless given"),
    Field(
      "autoscale.min", .quantity(.none, \.autoscaleMin), .nonNegative,
      "fewest replicas that stay up; 1 unless given"),
    Field(
      "autoscale.max", .quantity(.none, \.autoscaleMax), .count,
      "most replicas; as many as the load needs unless given"),
    Field(
      "autoscale.lag", .quantity(.time, \.autoscaleLag), .nonNegative,
      "time before its hour at which a replica is started; `cold_start` unless given"),
    Field(
      "autoscale.cooldown", .quantity(.time, \.autoscaleCooldown), .nonNegative,
      default: ServingData.cooldown, "time for which a replica stays up after its hour"),
    Field(
      "scale_to_zero", .flag(\.scaleToZero),
      "whether the last replica stops when no request is there; not unless given"),
    Field(
      "idle_timeout", .quantity(.time, \.idleTimeout), .nonNegative,
      default: ServingData.idleTimeout,
      "time for which the last replica stays up without a request, where it may stop"),
    Field(
      "cold_start", .quantity(.time, \.coldStart), .nonNegative,
      "time until a started replica serves; by the size of the weights unless given"),
    Field(
      "concurrency", .either([.none, .requests, .users], \.concurrency),
      "requests kept in flight, instead of a rate: a closed loop"),
    Field(
      "batch", .quantity(.none, \.batch), .count,
      "most requests that run together on a replica; 256 for generated text, else 1, unless given"),
    Field(
      "precision", .word(DataType.names, \.precision),
      "data type of the model; bf16, else fp16, else fp32, as the hardware has a peak, unless given"
    ),
    Field(
      "quantize", .word(DataType.names, \.quantize),
      "data type that the weights are quantized to; `precision` unless given"),
    Field(
      "kv", .word(DataType.cacheable, \.kv),
      "data type of the key-value cache; the default of `precision` unless given"),
    Field(
      "parallel", .quantities(.none, keys: ["tp", "pp", "ep"], \.parallel), .count,
      "layout of a replica; tensor-parallel over all its devices unless given"),
    Field(
      "engine", .word(ServingFamily.all.map(\.name), \.engine),
      "serving engine, whose overheads are taken; vllm unless given"),
    Field(
      "target", .quantities(.time, keys: ["ttft", "tpot", "latency"], \.target),
      "longest mean time to first token, time per output token and latency allowed"),
    Field(
      "replicas", .quantity(.none, \.replicas), .count,
      "copies of the model; the fewest that meet rate and targets unless given"),
    Field(
      "headroom", .quantity(.none, \.headroom), .nonNegative, default: ServingData.headroom,
      "capacity kept free over the busiest hour"),
    Field(
      "availability", .quantity(.none, \.availability), .openShare,
      "chance that enough replicas are up, for which spare ones are added; none unless given"),
    Field(
      "memory_share", .quantity(.none, \.memoryShare), .positiveShare,
      default: ServingData.memoryShare,
      "share of a device's memory that the engine may fill"),
    Field(
      "price", .price(rent: \.price, owned: \.owned), .nonNegative,
      "rent of one device per time, or what it takes to own it; the hardware's unless given"),
    Field("rent", .word(["devices", "nodes"], \.rent), "what is rented; devices unless given"),
    Field(
      "egress", .tiers([.money / .data], \.egress), .any,
      "price of data sent to users, one or by tiers of a month, charged when given"),
    Field(
      "response_bytes", .either([.data, .data / .requests], \.responseBytes), .nonNegative,
      "bytes sent for a request"),
    Field(
      "storage", .quantity(.money / .time, \.storage), .nonNegative,
      "cost of storage per time, charged when given"),
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
      "idle_power", .quantity(.none, \.idlePower), .share, default: EnergyData.idlePower,
      "power of an idle device as a share of its full power"),
  ]
}
