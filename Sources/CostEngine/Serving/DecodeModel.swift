import Quantities

/// The time of a generated token of a replica as a function of how many requests run together, a draft model included.
struct DecodeModel {
  /// The served model; with a draft it computes all guesses of a request, and one token more, in a step.
  let target: StepModel
  let drafting: Drafting?

  /// A draft model that guesses tokens one by one before the served model checks them at once.
  struct Drafting {
    let step: StepModel
    /// Tokens that are guessed at a time.
    let tokens: Term
    /// Tokens that a pass yields on average.
    let yield: Term
  }

  init(target: StepModel, draft drafting: Drafting? = nil) {
    var target = target
    target.width = drafting.map { $0.tokens + 1 }
    self.target = target
    self.drafting = drafting
  }

  /// The time per token at a batch.
  func time(_ batch: Term) -> Term {
    guard let drafting else { return target.time(batch) }
    return (drafting.tokens * drafting.step.time(batch) + target.time(batch)) / drafting.yield
  }

  /// The same with its derivation.
  func explained(_ batch: Term) -> Term {
    guard let drafting else { return target.explained(batch) }
    let guess = drafting.step.explained(batch, as: "time of a step of the draft model")
    let check = target.explained(batch, as: "time to check the guesses of a step")
    return ((drafting.tokens * guess + check) / drafting.yield).named(
      "time of a decoded token",
      "(\(drafting.tokens) × \(guess) + \(check)) ÷ \(drafting.yield)", citation: .leviathan)
  }

  /// The time of a whole pass, of which a token takes so long.
  func pass(of token: Term) -> Term {
    guard let drafting else { return token }
    return (token * drafting.yield).named(
      "time to guess and check", "\(token) × \(drafting.yield)", citation: .leviathan)
  }

  /// The time per token without the draft model.
  func plain(_ batch: Term) -> Term {
    var alone = target
    alone.width = nil
    return alone.time(batch)
  }

  func memoryTime(_ batch: Term) -> Term { target.memoryTime(batch) }
  func arithmeticTime(_ batch: Term) -> Term { target.arithmeticTime(batch) }
}
