/// What a provider asks for the tokens of one model, in US dollars for a million of them. Nil is unknown.
public struct TokenPrice: Hashable, Sendable {
  /// Such as `openai`.
  public let provider: String
  /// As the provider names it.
  public let model: String
  /// Of the prompt.
  public let input: Double
  /// Of what is generated.
  public let output: Double
  /// Of prompt tokens that a cache holds.
  public let cachedInput: Double?
  /// Of prompt tokens that a cache is to hold.
  public let cacheWrite: Double?
  /// The share taken off for requests that may wait.
  public let batchDiscount: Double?
  /// Of prompts longer than the provider's limit for the plain price.
  public let longInput: Double?
  /// Of what is generated for such prompts.
  public let longOutput: Double?
  /// The longest prompt, in tokens.
  public let context: Double?
  /// The first day of these prices, where it is known.
  public let validFrom: String?
  /// The change that was announced.
  public let next: Change?
  /// Of every figure.
  public let provenance: Provenance

  /// A price to come.
  public struct Change: Hashable, Sendable {
    /// Its first day.
    public let from: String
    /// Of the prompt.
    public let input: Double
    /// Of what is generated.
    public let output: Double
  }
}

extension TokenPrice {
  init(_ record: Record) throws(CatalogueProblem) {
    provider = try record.requiredText("provider")
    model = try record.requiredText("model")
    input = try record.required("input", try record.number("input"))
    output = try record.required("output", try record.number("output"))
    cachedInput = try record.number("cached_input")
    cacheWrite = try record.number("cache_write")
    batchDiscount = try record.number("batch_discount")
    longInput = try record.number("long_input")
    longOutput = try record.number("long_output")
    context = try record.number("context")
    validFrom = try record.text("valid_from")
    if let from = try record.text("next_from") {
      next = Change(
        from: from, input: try record.required("next_input", try record.number("next_input")),
        output: try record.required("next_output", try record.number("next_output")))
    } else {
      next = nil
    }
    provenance = try record.provenance()
  }
}
