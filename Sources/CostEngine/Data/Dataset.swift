import Quantities

/// Data that a model learns from, counted in tokens or in samples, and what having it costs.
public struct Dataset: Declared {
  /// What the reader calls it; nil where the size was written in place.
  public var name: String?
  public var tokens: Term?
  public var samples: Term?
  public var size: Term?
  public var ingest: Term?
  public var ingestPrice: Term?
  public var preprocess: Term?
  public var labels: Term?
  public var votes: Term?
  public var pricePerLabel: Term?
  public var copies: Term?
  public var retention: Term?
  public var period: Term?
  public var tier: PriceTiers?
  public var reads: Term?
  public var readPrice: Term?
  public var writes: Term?
  public var writePrice: Term?
  public var egress: Term?
  public var egressPrice: PriceTiers?

  public init(name: String? = nil, tokens: Term? = nil, samples: Term? = nil) {
    self.name = name
    self.tokens = tokens
    self.samples = samples
  }

  public static let fields: [Field<Dataset>] = [
    Field("tokens", .quantity(.tokens, \.tokens), "tokens of one pass"),
    Field("samples", .quantity(.samples, \.samples), "samples of one pass"),
    Field("size", .quantity(.data, \.size), "bytes of one copy, there from the start"),
    Field(
      "ingest", .quantity(.data / .time, \.ingest), .nonNegative,
      "what comes in beside it, steadily and for the whole period"),
    Field(
      "ingest_price", .quantity(.money / .data, \.ingestPrice), .nonNegative,
      "cost of bringing data in, by its size: `size` once, and what `ingest` brings"),
    Field(
      "preprocess", .quantity(.money / .data, \.preprocess), .nonNegative,
      "cost of preparing data, by its size: `size` once, and what `ingest` brings"),
    Field(
      "labels", .either([.none, .samples], \.labels), .nonNegative, "labels that are paid for"),
    Field(
      "votes", .quantity(.none, \.votes), .atLeast(1), "people who give each label; 1 unless given"),
    Field(
      "price_per_label", .either([.money, .money / .samples], \.pricePerLabel), .nonNegative,
      "price of one label by one person"),
    Field(
      "copies", .quantity(.none, \.copies), .atLeast(1),
      "copies that are stored, the first one included; 1 unless given"),
    Field(
      "retention", .quantity(.time, \.retention),
      "how long each byte is kept; for the whole period unless given"),
    Field(
      "period", .quantity(.time, \.period),
      "the time that the bill is for; the retention unless given"
    ),
    Field(
      "tier", .tiers([.money / .data / .time], \.tier),
      "price of storage by size and time, such as `aws.s3_standard`"),
    Field(
      "reads", .either([.requests, .requests / .time], \.reads), .nonNegative,
      "read requests, in all or per time"),
    Field(
      "read_price", .quantity(.money / .requests, \.readPrice), .nonNegative,
      "price of a read request"),
    Field(
      "writes", .either([.requests, .requests / .time], \.writes), .nonNegative,
      "write requests, in all or per time"),
    Field(
      "write_price", .quantity(.money / .requests, \.writePrice), .nonNegative,
      "price of a write request"),
    Field(
      "egress", .either([.data, .data / .time], \.egress), .nonNegative,
      "data that leaves, in all (billed as of one month) or per time"),
    Field(
      "egress_price", .tiers([.money / .data], \.egressPrice),
      "price of data that leaves, such as `aws.egress_internet`"),
  ]
}
