import Quantities

/// The draft model of speculative decoding, on the devices of the served one and stored as that is.
struct Draft {
  let context: ServingContext
  let accept: Term
  let tokens: Term

  /// Bytes of its weights.
  var size: Term? {
    context.model.size(context.inputs.weights).map { $0.named("size of the draft model") }
  }

  /// How it decodes, and how many tokens a pass yields.
  func model(_ length: Term, _ served: ServingContext) throws(EngineError) -> DecodeModel.Drafting {
    let one = served.builder.constant(1)
    // All guesses right yield one token more than was guessed.
    let series = (1 - accept.raised(to: tokens + 1)) / (1 - accept).maximum(1e-9)
    let yield = (accept < one).choose(series, else: tokens + 1).named(
      "tokens of a pass", "(1 − \(accept)^(\(tokens) + 1)) ÷ (1 − \(accept))",
      citation: .leviathan)
    var step = try context.stepModel(context: length)
    // Guesses are made within one step of the engine, whose own time the check has.
    let engine = served.constant("engine's time of a step", \.step, .time)
    step.fixed = (step.fixed - engine).named(
      "engine's time of a guess", "\(step.fixed) − \(engine)")
    return DecodeModel.Drafting(step: step, tokens: tokens, yield: yield)
  }
}

extension Term {
  /// The time to read a prompt with both models.
  func added(to own: Term) -> Term {
    (own + self).named("time to read a prompt, by the draft model too", "\(own) + \(self)")
  }
}

extension ServingContext {
  /// The draft model; nil where `speculate` names none.
  func draft(_ length: Term) throws(EngineError) -> Draft? {
    guard let model = run.speculate.draft else { return nil }
    guard model.kind.generates else {
      throw EngineError(
        "deployment.draft", field: "speculate",
        "`\(model.name)` writes no tokens, so it cannot guess any",
        help: "take a small transformer of the same family")
    }
    guard let accept = fields["speculate.accept"], let tokens = fields.value("speculate.tokens")
    else {
      throw EngineError(
        "deployment.accept", field: "speculate",
        "how often a token that `\(model.name)` guesses is right is not known",
        help: "write `accept 80%` behind it, or what you measured on your own requests")
    }
    var drafting = run
    drafting.model = model
    drafting.prune = .init()
    drafting.earlyExit = .init()
    drafting.distill = .init()
    drafting.speculate = .init()
    return Draft(context: try ServingContext(drafting), accept: accept, tokens: tokens)
  }

  /// That the draft model speaks the same tokens, and makes each of them faster.
  func requirements(on decoding: DecodeModel, at batch: Term, draft: Draft?) -> [Requirement] {
    guard let draft else { return [] }
    var requirements: [Requirement] = draft.context.model.requirements
    if let own = model.shape?.vocab, let other = draft.context.model.shape?.vocab {
      requirements.append(
        Requirement(
          "deployment.vocabulary", .warning, field: "speculate", own.isEqual(to: other),
          "the draft model has \(other) tokens in its vocabulary, the served one \(own)",
          help: "both must have the same tokens, or no guess can be checked"))
    }
    // Advice that follows the mean: single samples on the other side are no reason for it.
    let guessed = builder.statistic(.mean, of: decoding.time(batch))
    let plain = builder.statistic(.mean, of: decoding.plain(batch))
    requirements.append(
      Requirement(
        "deployment.speculation", .warning, field: "speculate", guessed <= plain,
        "at a batch of \(batch) a token takes \(guessed) with the draft model, and \(plain) without",
        help: "guessing pays where few requests run together: cap `batch`, or leave `speculate` out"
      ))
    return requirements
  }
}
