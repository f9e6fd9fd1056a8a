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
  var fixed: Term
  let each: Term
  /// The part of `each` that every token of a request takes: that of the links.
  let token: Term
  /// Stages of the pipeline, which share the requests.
  let stages: Term
  /// Tokens of one request that a step computes; nil for one.
  var width: Term?
  /// What is saved where layers are skipped; nil where none are.
  var exit: LayerExit?

  /// The time at a batch.
  func time(_ batch: Term) -> Term {
    let share = batch / stages
    let (memory, arithmetic) = parts(share)
    return overlap(memory, arithmetic) + ownTime(share)
  }

  /// The time at a batch, with its derivation.
  func explained(_ batch: Term, as label: String = "time of a decode step") -> Term {
    let memory = memoryTime(batch)
    let arithmetic = arithmeticTime(batch)
    let own = ownTime(batch / stages)
    let isPlain = width == nil && exit == nil
    let others = own.named("engine's and links' time of a step")
    return (overlap(memory, arithmetic) + own).named(
      label,
      isPlain
        ? "∛(\(memory)³ + \(arithmetic)³) + \(fixed) + \(batch) × \(each)"
        : "∛(\(memory)³ + \(arithmetic)³) + \(others)", citation: .fitted)
  }

  func memoryTime(_ batch: Term) -> Term {
    let time = parts(batch / stages).memory
    if let exit {
      let skipped = exit.skipped(by: rows(batch / stages))
      return time.named(
        "time to read memory in a step",
        "\(weights) + \(batch) × \(cache), but for \(share: skipped) of what the layers read",
        citation: .earlyExit)
    }
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
    let time = parts(batch / stages).arithmetic
    guard let width else {
      return time.named(
        "time of arithmetic in a step", "\(batch) × \(work)", citation: .roofline)
    }
    return time.named(
      "time of arithmetic in a step", "\(batch) × \(width) × \(work)", citation: .roofline)
  }

  /// Tokens that a step computes.
  private func rows(_ share: Term) -> Term { width.map { share * $0 } ?? share }

  /// A request's cache is read once for all its tokens.
  private func parts(_ share: Term) -> (memory: Term, arithmetic: Term) {
    let rows = rows(share)
    var read = weights
    if let experts { read = read + experts.time * (1 - experts.missed.raised(to: rows)) }
    let caches = cache * share
    let computed = work * rows
    guard let exit else { return (read + caches, computed) }
    let skipped = exit.skipped(by: rows)
    let spared = exit.isRegrouped ? exit.share : skipped
    let layers = read - weights + exit.weights
    return (
      read - skipped * layers + caches * (1 - spared), computed - spared * exit.work * rows
    )
  }

  private func ownTime(_ share: Term) -> Term {
    let rows = rows(share)
    var time = fixed + each * share
    if width != nil { time = time + token * (rows - share) }
    guard let exit else { return time }
    return time - exit.skipped(by: rows) * (exit.fixed + token * rows)
  }

  private func overlap(_ a: Term, _ b: Term) -> Term {
    (a * a * a + b * b * b).raised(to: Exponent(1, over: 3))
  }
}
