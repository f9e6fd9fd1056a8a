import CLibedit
import CostEngine

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Watches what is being computed: Ctrl-C stops it, and a long one tells how far it has come.
public final class Watch: Monitor {
  private let descriptor: Int32
  /// Whether what is told can be taken back.
  private let isTelling: Bool
  // Told by one thread at a time.
  nonisolated(unsafe) private var start = Terminal.now
  nonisolated(unsafe) private var lastTold = 0.0

  private static let patience = 0.5
  private static let pause = 0.1

  /// - Parameter descriptor: where it is told how far the work has come; nothing is, where that is no capable terminal.
  public init(on descriptor: Int32 = STDOUT_FILENO) {
    self.descriptor = descriptor
    isTelling = isatty(descriptor) == 1 && Terminal.isCapable
  }

  public var isInterrupted: Bool { aic_interrupted() }

  /// Something is computed from now on.
  func begin() {
    aic_forget_interrupt()
    (start, lastTold) = (Terminal.now, 0)
  }

  public func advance(to share: Double) {
    guard isTelling else { return }
    let now = Terminal.now
    guard now - start > Watch.patience, now - lastTold > Watch.pause else { return }
    lastTold = now
    Terminal.write(
      "\r\(Int(max(0, min(1, share)) * 100))% done, Ctrl-C stops\u{1B}[K", to: descriptor)
  }

  /// Leaves no trace on the terminal.
  public func end() {
    if lastTold > 0 { Terminal.write("\r\u{1B}[K", to: descriptor) }
    lastTold = 0
  }
}
