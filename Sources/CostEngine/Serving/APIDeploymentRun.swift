import Quantities

/// Buying a model's tokens from a provider, as the user states it.
public struct APIDeploymentRun: Declared {
  /// What the reader calls the model.
  public var name: String
  public var rate: Term?
  public var prompt: Term?
  public var response: Term?
  public var cached: Term?
  public var input: Term?
  public var output: Term?
  public var cachedInput: Term?
  public var batchDiscount: Term?
  public var batchDiscountShare: Term?
  public var offPeak: Term?
  public var offPeakShare: Term?
  /// What the provider takes off requests that may wait; nil where that is not known.
  public var offeredDiscount: Term?

  public init(name: String) {
    self.name = name
  }

  public static let fields: [Field<APIDeploymentRun>] = [
    Field("rate", .quantity(.requests / .time, \.rate), "mean requests per time"),
    Field(
      "prompt", .either([.tokens, .tokens / .requests], \.prompt), .atLeast(1),
      "tokens that a request brings"),
    Field(
      "response", .either([.tokens, .tokens / .requests], \.response), .atLeast(1),
      "tokens that are generated for a request"),
    Field(
      "cached", .quantity(.none, \.cached), .share,
      "share of the prompt charged at the cached price; none unless given"),
    Field(
      "input", .quantity(.money / .tokens, \.input), .nonNegative, "price of a prompt token"),
    Field(
      "output", .quantity(.money / .tokens, \.output), .nonNegative, "price of a generated token"),
    Field(
      "cached_input", .quantity(.money / .tokens, \.cachedInput), .nonNegative,
      "price of a cached prompt token; `input` unless given"),
    Field(
      "batch_discount", .quantity(.none, \.batchDiscount), .share,
      "share taken off the prices of requests that may wait for hours; none unless given"),
    Field(
      "batch_discount.share", .quantity(.none, \.batchDiscountShare), .share,
      "share of the requests that may wait for hours; all of them unless given"),
    Field(
      "off_peak", .quantity(.none, \.offPeak), .share,
      "share taken off the prices in the provider's quiet hours; none unless given"),
    Field(
      "off_peak.share", .quantity(.none, \.offPeakShare), .share,
      "share of the requests that come in quiet hours; all of them unless given"),
  ]
}
