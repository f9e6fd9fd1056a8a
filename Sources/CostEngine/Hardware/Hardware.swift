import Quantities

/// One accelerator as a data sheet describes it, with what it costs; devices are counted singly.
public struct Hardware: Declared {
  /// What the reader calls it, such as `H100`.
  public var name: String
  public var memory: Term?
  public var bandwidth: Term?
  /// Dense peak rates by the data type that is multiplied, such as `bf16`.
  public var peak: [String: Term] = [:]
  public var achievable: Term?
  public var sparse: Term?
  public var link: Term?
  public var domain: Term?
  public var network: Term?
  public var power: Term?
  public var price: Term?
  /// What owning takes, where the devices are not rented.
  public var owned: OwnedPrice?
  public var purchase: Term?
  public var node: Term?

  public init(name: String) {
    self.name = name
  }

  /// The data types that a peak may be given for.
  public static let peakTypes = ["bf16", "fp16", "fp8", "int8", "fp4", "int4", "tf32", "fp32"]

  public static let fields: [Field<Hardware>] = [
    Field("memory", .quantity(.data, \.memory), "memory of one device"),
    Field("bandwidth", .quantity(.data / .time, \.bandwidth), "memory bandwidth of one device"),
    Field(
      "peak", .quantities(.compute / .time, keys: peakTypes, \.peak),
      "dense peak arithmetic rate by data type"),
    Field(
      "achievable", .quantity(.none, \.achievable), .share,
      "share of the peak that a large matrix product reaches"),
    Field(
      "sparse", .quantity(.none, \.sparse), .atLeast(1),
      "peak of products with 2:4 sparse weights over the dense peak; 1 where they gain nothing"),
    Field(
      "link", .quantity(.data / .time, \.link),
      "scale-up bandwidth of one device in one direction, such as NVLink's"),
    Field("domain", .quantity(.none, \.domain), .count, "devices in one scale-up domain"),
    Field(
      "network", .quantity(.data / .time, \.network), .positive,
      default: Fallback(
        50e9, "NVIDIA, DGX H100 data sheet: one 400 Gb/s network port for each of its 8 GPUs",
        asOf: "2023", confidence: .vendor),
      "scale-out bandwidth of one device in one direction, such as InfiniBand's"),
    Field("power", .quantity(.power, \.power), "power of one device at full load (TDP)"),
    Field(
      "price", .price(rent: \.price, owned: \.owned), .nonNegative,
      "rent of one device per time, power included, or what it takes to own it"),
    Field("purchase", .quantity(.money, \.purchase), .nonNegative, "purchase price of one device"),
    Field("node", .quantity(.none, \.node), .count, "devices in one node"),
  ]
}
