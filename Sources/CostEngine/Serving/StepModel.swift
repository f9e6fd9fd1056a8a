import Quantities

/// The time of one decode step of a replica as a function of how many requests run together.
///
/// Memory and arithmetic overlap, as the cube root of the sum of their cubes; the engine's own time is added.
struct StepModel {
  let builder: GraphBuilder
  /// Time to read the weights that every step reads.
  let weights: Term
  /// Time to read one request's cache.
  let cache: Term
  /// Time to read all routed experts, and the chance that a token passes by one of them; nil without experts.
  let experts: (time: Term, missed: Term)?
  /// Arithmetic of one request.
  let work: Term
  /// The engine's own time, of a step and of each request in it.
  let fixed: Term
  let each: Term
  /// Stages of the pipeline, which share the requests.
  let stages: Term

  /// The time at a batch.
  func time(_ batch: Term) -> Term {
    let share = batch / stages
    let (memory, arithmetic) = parts(share)
    return overlap(memory, arithmetic) + fixed + each * share
  }

  /// The time at a batch, with its derivation.
  func explained(_ batch: Term) -> Term {
    let memory = memoryTime(batch)
    let arithmetic = arithmeticTime(batch)
    return (overlap(memory, arithmetic) + fixed + each * (batch / stages)).named(
      "time of a decode step",
      "∛(\(memory)³ + \(arithmetic)³) + \(fixed) + \(batch) × \(each)", citation: .fitted)
  }

  func memoryTime(_ batch: Term) -> Term {
    let time = parts(batch / stages).memory
    if let experts {
      return time.named(
        "time to read memory in a step",
        """
        \(weights) + \(experts.time) × (1 − \(experts.missed)^\(batch)) + \(batch) × \(cache)
        """, citation: .roofline)
    }
    return time.named(
      "time to read memory in a step", "\(weights) + \(batch) × \(cache)", citation: .roofline)
  }

  func arithmeticTime(_ batch: Term) -> Term {
    parts(batch / stages).arithmetic.named(
      "time of arithmetic in a step", "\(batch) × \(work)", citation: .roofline)
  }

  private func parts(_ share: Term) -> (memory: Term, arithmetic: Term) {
    var memory = weights + cache * share
    if let experts { memory = memory + experts.time * (1 - experts.missed.raised(to: share)) }
    return (memory, work * share)
  }

  private func overlap(_ a: Term, _ b: Term) -> Term {
    (a * a * a + b * b * b).raised(to: Exponent(1, over: 3))
  }
}
