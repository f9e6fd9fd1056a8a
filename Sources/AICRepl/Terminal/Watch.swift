import CLibedit
import CostEngine

/// Watches what is being computed: Ctrl-C stops it, and a long one tells how far it has come.
public final class Watch: Monitor {
  // Told by one thread at a time.
  nonisolated(unsafe) private var start = 0.0
  nonisolated(unsafe) private var lastTold = 0.0

  private static let patience = 0.5
  private static let pause = 0.1

  public init() {}

  public var isInterrupted: Bool { aic_interrupted() }

  /// Something is computed from now on.
  func begin() {
    aic_forget_interrupt()
    (start, lastTold) = (Terminal.now, 0)
  }

  public func advance(to share: Double) {
    let now = Terminal.now
    guard Terminal.isCapable, now - start > Watch.patience, now - lastTold > Watch.pause else {
      return
    }
    lastTold = now
    Terminal.write("\r\(Int(max(0, min(1, share)) * 100))% done, Ctrl-C stops\u{1B}[K")
  }

  /// Leaves no trace on the terminal.
  func end() {
    if lastTold > 0 { Terminal.write("\r\u{1B}[K") }
  }
}
