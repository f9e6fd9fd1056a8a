import CKernels

/// How a run is carried out: nothing of it changes a figure.
public struct Execution: Sendable {
  /// How many threads share the work, where there is enough of it.
  public var threads: Int
  var instructionSet = InstructionSet.best
  /// What watches the run, and may end it.
  public var monitor: (any Monitor)?

  /// - Parameter threads: at least 1; all processors that this process may use where nothing is said.
  public init(threads: Int = ck_processors(), monitor: (any Monitor)? = nil) {
    self.threads = max(1, threads)
    self.monitor = monitor
  }

  /// Whether the run is to end, without a result that anybody looks at.
  public var isInterrupted: Bool { monitor?.isInterrupted ?? false }

  /// The same for a part of the work that has no progress of its own to tell.
  var withoutProgress: Execution {
    var inner = self
    inner.monitor = monitor.map { InterruptionOnly(outer: $0) }
    return inner
  }

  private struct InterruptionOnly: Monitor {
    let outer: any Monitor

    var isInterrupted: Bool { outer.isInterrupted }
    func advance(to share: Double) {}
  }

  /// Runs `body` on each of so many threads, and waits for all.
  func parallel(_ threads: Int, _ body: @escaping @Sendable (_ thread: Int) -> Void) {
    guard threads > 1 else { return body(0) }
    var body = body
    withUnsafeMutablePointer(to: &body) { body in
      ck_parallel(
        threads,
        { context, thread in
          context?.assumingMemoryBound(to: (@Sendable (Int) -> Void).self).pointee(thread)
        }, body)
    }
  }
}

/// What watches a run from outside. Both are called often, and from any thread.
public protocol Monitor: Sendable {
  /// Whether the run is to end.
  var isInterrupted: Bool { get }
  /// Takes note of how much of a piece of work is done, as a share of 1.
  func advance(to share: Double)
}
