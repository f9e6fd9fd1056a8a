import Quantities

extension APIDeploymentRun {
  /// What the tokens cost; fails where the user must still say something.
  ///
  /// At least one price must be given: it carries the graph.
  public func figures() throws(EngineError) -> APIDeployment {
    guard let input, let output else {
      let field = input == nil ? "input" : "output"
      throw EngineError(
        "api.\(field)", field: field, "the price of \(field) tokens is not known",
        help: "such as `\(field): $0.60 per 1M tokens`")
    }
    let builder = input.builder
    let fields = try Reader(self, in: builder)
    guard let prompt = fields.given("prompt", in: .tokens / .requests),
      let response = fields.given("response", in: .tokens / .requests)
    else {
      let field = fields["prompt"] == nil ? "prompt" : "response"
      throw EngineError(
        "api.\(field)", field: field, "the tokens of a request are not known",
        help: "give `\(field)`, such as `\(field): 900 tokens`")
    }
    var result = APIDeployment()
    result.requirements = fields.requirements + useless(fields)
    let kept = (kept("batch_discount", fields) * kept("off_peak", fields)).named(
      "share of the price that is paid")
    let perInput = (mixed(fields, fields["input"] ?? input) * kept).named(
      "cost_per_input_token", "the mean price of a prompt token × \(kept)")
    let perOutput = ((fields["output"] ?? output) * kept).named(
      "cost_per_output_token", "\(fields["output"] ?? output) × \(kept)")
    let inputs = (prompt * perInput).named("price of a prompt", "\(prompt) × \(perInput)")
    let outputs = (response * perOutput).named("price of a response", "\(response) × \(perOutput)")
    let request = (inputs + outputs).named("cost_per_request", "\(inputs) + \(outputs)")
    result.costPerInputToken = perInput
    result.costPerOutputToken = perOutput
    result.costPerRequest = request
    result.costPerToken = (request / (prompt + response)).named(
      "cost_per_token", "\(request) ÷ (\(prompt) + \(response))")
    guard let rate = fields["rate"] else { return result }
    let inputCost = (rate * inputs).named("cost.input", "\(rate) × \(inputs)")
    let outputCost = (rate * outputs).named("cost.output", "\(rate) × \(outputs)")
    result.inputCost = inputCost
    result.outputCost = outputCost
    result.cost = (inputCost + outputCost).named("cost", "\(inputCost) + \(outputCost)")
    return result
  }

  /// Fields that change nothing for want of another.
  private func useless(_ fields: Reader<APIDeploymentRun>) -> [Requirement] {
    let pairs: [(field: String, other: String, help: TermText)] = [
      ("batch_discount.share", "batch_discount", "say what is taken off: `batch_discount: 50%`"),
      ("off_peak.share", "off_peak", "say what is taken off: `off_peak: 50%`"),
      ("cached", "cached_input", "no price of cached tokens is known: give `cached_input`"),
    ]
    return pairs.filter { fields[$0.field] != nil && fields[$0.other] == nil }.map {
      .useless($0.field, without: $0.other, $0.help, fields.builder)
    }
  }

  /// What a discount leaves of the price, over all requests: those that get it and those that do not.
  private func kept(_ discount: String, _ fields: Reader<APIDeploymentRun>) -> Term {
    guard let off = fields[discount] else { return fields.builder.constant(1) }
    guard let share = fields["\(discount).share"] else { return 1 - off }
    return 1 - off * share
  }

  /// The price of a prompt token, cached or not.
  private func mixed(_ fields: Reader<APIDeploymentRun>, _ price: Term) -> Term {
    guard let share = fields["cached"], let cached = fields["cached_input"] else { return price }
    return (price * (1 - share) + cached * share).named(
      "price of a prompt token", "\(price) × (1 − \(share)) + \(cached) × \(share)")
  }
}
