import Quantities

/// How a replica behaves under load: its capacity, and where it works at a rate.
///
/// A request occupies the replica for its prefill and its share of decode steps, so that b requests together are served
/// at the rate b ÷ (b × prefill + steps × step(b)).
struct ServingLoad {
  let builder: GraphBuilder
  let step: DecodeModel
  /// Time to read a prompt, and the part of it that keeps the replica from other work.
  let reading: Term
  let prefill: Term
  /// Decode steps of a request: its response tokens, a plain number.
  let steps: Term
  /// Time before and beside the queue until the first token, at no load.
  let ingest: Term
  /// Requests that fit together.
  let slots: Term
  let firstSteps: Term

  /// Requests per time at a batch.
  func rate(_ batch: Term) -> Term { batch / (prefill * batch + step.time(batch) * steps) }

  /// Time per output token while the replica serves at `rate(batch)`, prefills of others included.
  func perToken(_ batch: Term, _ step: Term) -> Term { step + batch * prefill / steps }

  /// Time to the first token but for the queue.
  func first(_ token: Term) -> Term { ingest + reading + firstSteps * step.pass(of: token) }

  /// The mean wait for a slot, as a replica of many slots.
  func wait(_ utilization: Term, residence: Term) -> (mean: Term, tail: Term) {
    let busy = utilization.minimum(0.999)
    let crowd = busy.raised(to: (2 * (slots + 1)).squareRoot - 1)
    let pace = residence / (slots * (1 - busy))
    // The wait of a request that waits at all is exponential.
    let tail = (crowd / 0.05).applying(.log).maximum(0) * pace
    return (crowd * pace, tail)
  }

  /// The largest batch that keeps every target, found by halving.
  func largestBatch(
    _ targets: [String: Term], full: Term
  ) -> Term {
    guard !targets.isEmpty else { return slots }
    var low = builder.constant(1)
    var high = slots
    for _ in 0..<8 {
      let middle = (low + high) / 2
      let holds = keeps(targets, middle, full: full)
      (low, high) = (holds.choose(middle, else: low), holds.choose(high, else: middle))
    }
    let most = keeps(targets, slots, full: full).choose(slots, else: low).roundedDown
    // A target that one request alone misses is missed at any batch: it must not size the replicas.
    return keeps(targets, builder.constant(1), full: full).choose(most.maximum(1), else: slots)
  }

  private func keeps(_ targets: [String: Term], _ batch: Term, full: Term) -> Term {
    let time = step.time(batch)
    let token = perToken(batch, time)
    let rate = batch / (prefill * batch + time * steps)
    let wait = wait(rate / full, residence: slots / full).mean
    let first = first(time) + wait
    var holds = builder.constant(1)
    if let limit = targets["tpot"] { holds = holds.and(token <= limit) }
    if let limit = targets["ttft"] { holds = holds.and(first <= limit) }
    if let limit = targets["latency"] {
      holds = holds.and(first + (steps - 1).maximum(0) * token <= limit)
    }
    return holds
  }

  /// The batch at which a rate is served, b = rate × (b × prefill + steps × step(b)): halving, then a chord.
  func batch(at rate: Term) -> Term {
    let free = (1 - rate * prefill).maximum(1e-9)
    let pull = rate * steps / free
    var low = builder.constant(0)
    var high = slots
    for _ in 0..<7 {
      let middle = (low + high) / 2
      let isEnough = pull * step.time(middle) <= middle
      (low, high) = (isEnough.choose(low, else: middle), isEnough.choose(middle, else: high))
    }
    let below = pull * step.time(low) - low
    let above = high - pull * step.time(high)
    let share = (below / (below + above).magnitude.maximum(1e-12)).maximum(0).minimum(1)
    return low + (high - low) * share
  }
}
