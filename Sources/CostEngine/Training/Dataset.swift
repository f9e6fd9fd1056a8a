import Quantities

/// What a model learns from, counted in tokens or in samples.
public struct Dataset: Declared {
  /// What the reader calls it; nil where the size was written in place.
  public var name: String?
  public var tokens: Term?
  public var samples: Term?
  public var size: Term?
  public var preprocess: Term?
  public var labels: Term?
  public var pricePerLabel: Term?

  public init(name: String? = nil, tokens: Term? = nil, samples: Term? = nil) {
    self.name = name
    self.tokens = tokens
    self.samples = samples
  }

  public static let fields: [Field<Dataset>] = [
    Field("tokens", .quantity(.tokens, \.tokens), "tokens of one pass"),
    Field("samples", .quantity(.samples, \.samples), "samples of one pass"),
    Field("size", .quantity(.data, \.size), "bytes of one copy"),
    Field(
      "preprocess", .quantity(.money / .data, \.preprocess), .nonNegative,
      "cost of preparing the data, by its size"),
    Field(
      "labels", .either([.none, .samples], \.labels), .nonNegative, "labels that are paid for"),
    Field(
      "price_per_label", .either([.money, .money / .samples], \.pricePerLabel), .nonNegative,
      "price of one label"),
  ]
}
