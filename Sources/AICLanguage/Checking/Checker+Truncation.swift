import CostEngine
import Quantities

/// `truncate(x, low: a, high: b)`: a distribution as it is where it lies between two bounds.
extension Checker {
  /// Less than this of a distribution is too little to be drawn from.
  private static let leastShare = 1e-9

  mutating func truncated(_ arguments: [SyntaxNode], _ node: SyntaxNode) -> Value {
    guard let found = named(arguments, of: .truncate, node), let base = found["of"] else {
      return .unknown
    }
    guard found.count > 1 else { return refuse(wrongParameters(.truncate, node)) }
    guard case .quantity(let named, let display) = expression(base) else {
      _ = figure(base)
      return .unknown
    }
    let whole = builder.unnamed(named)
    guard let share = builder.share(of: whole) else { return refuse(notADistribution(base)) }
    guard let low = bound(found["low"], else: -.infinity, named, base, node),
      let high = bound(found["high"], else: .infinity, named, base, node)
    else { return .unknown }
    if low >= high, let first = found["low"], let last = found["high"] {
      return refuse(reversedBounds(first, last, node))
    }
    guard let quantile = builder.function(from: share, to: whole) else {
      return refuse(notFixed(node))
    }
    // The least share that reaches the lower bound, and the greatest that stays within the upper one.
    let from = Checker.least { quantile($0) >= low }
    let until = Checker.least { quantile($0) > high }
    guard until - from >= Checker.leastShare else { return refuse(nothingBetween(base, node)) }
    let quantity = builder.replacing(share, by: from + share * (until - from), in: whole)
    builder.note(quantity, isQuantileAt: share)
    return .quantity(quantity, display)
  }

  /// The least share at which a condition holds that then holds at all above it; 1 where it never does.
  private static func least(_ holds: (Double) -> Bool) -> Double {
    var (low, high) = (0.0, 1.0)
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if holds(middle) { high = middle } else { low = middle }
    }
    return high
  }

  /// The value of a bound; nil where an error was reported.
  private mutating func bound(
    _ bound: SyntaxNode?, else none: Double, _ whole: Term, _ base: SyntaxNode, _ node: SyntaxNode
  ) -> Double? {
    guard let bound else { return none }
    guard let term = figure(bound), isCertain(term, bound) else { return nil }
    guard term.dimension == whole.dimension else {
      report(mismatch(whole, term, Display(), node, base, bound))
      return nil
    }
    guard let value = builder.value(of: term) else {
      report(notFixed(bound))
      return nil
    }
    return value
  }

  // MARK: - Messages

  private func notADistribution(_ node: SyntaxNode) -> Diagnostic {
    Diagnostic(
      "ranges.shape", "only a range or a distribution can be truncated",
      at: .init(node.sourceRange, "this is neither, nor a cell that is one"),
      help: "truncate what it is made of, or keep it in bounds by `min` and `max`")
  }

  private func reversedBounds(
    _ low: SyntaxNode, _ high: SyntaxNode, _ node: SyntaxNode
  ) -> Diagnostic {
    Diagnostic(
      "ranges.order", "the lower bound is not below the upper one", at: .init(node.sourceRange),
      help: "write `low: \(high.text.onOneLine), high: \(low.text.onOneLine)`")
  }

  private func nothingBetween(_ base: SyntaxNode, _ node: SyntaxNode) -> Diagnostic {
    Diagnostic(
      "ranges.nothing", "`\(base.text.onOneLine)` practically never lies between these bounds",
      at: .init(node.sourceRange), help: "bounds are meant to cut a tail off: widen them")
  }
}
