import Quantities

/// What stops a run: how often, and what each stop costs beside the work since the last checkpoint.
struct Interruptions {
  /// Something that stops the run: how often, and the time until it goes on.
  struct Cause {
    let rate: Term
    let recovery: Term
  }

  /// At least one.
  let causes: [Cause]
  /// Time that a checkpoint stalls the run.
  let checkpoint: Term
  /// Stops of the whole run per time.
  let rate: Term
  /// Mean time between stops.
  let between: Term
  /// Useful time between checkpoints: Young's, where the user says none.
  let interval: Term

  /// Nil without a cause.
  init?(_ causes: [Cause], checkpoint: Term, every: Term?) {
    guard let rate = Term.sum(causes.map(\.rate), "interruptions of the run per time") else {
      return nil
    }
    self.causes = causes
    self.checkpoint = checkpoint
    self.rate = rate
    let between = (1 / rate).named("time between interruptions", "1 ÷ \(rate)")
    self.between = between
    interval =
      every?.part("checkpoint_interval")
      ?? (2 * checkpoint * between).squareRoot.named(
        "checkpoint_interval", "√(2 × \(checkpoint) × \(between))", citation: .young)
  }

  /// The share of the time that does useful work, to first order in what is lost.
  var goodput: Term {
    let saving = (checkpoint / interval).named(
      "share lost to checkpoints", "\(checkpoint) ÷ \(interval)", citation: .daly)
    let redone = (interval / 2 * rate).named(
      "share lost to work done again", "\(interval) ÷ 2 × \(rate)", citation: .daly)
    let waits = causes.map {
      ($0.recovery * $0.rate).named("share lost to recovery", "\($0.recovery) × \($0.rate)")
    }
    let lost = waits.reduce(saving + redone, +)
    let text = waits.reduce("1 ÷ (1 + \(saving) + \(redone)" as TermText) { $0 + " + \($1)" }
    return (1 / (1 + lost)).named("goodput", text + ")", citation: .daly)
  }
}
