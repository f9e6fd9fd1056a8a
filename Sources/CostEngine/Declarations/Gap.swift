/// Figures that a run leaves unknown for one reason, and what would make them known.
public struct Gap: Hashable, Sendable {
  /// As they are declared, without their parts: `cost` stands for `cost.compute` too.
  public let figures: Set<String>
  public let help: String
}

extension Reported {
  /// What would make a figure known; nil where the run leaves none of that name out.
  public func help(forUnknown figure: String) -> String? {
    let whole = String(figure.prefix { $0 != "." })
    return gaps.first { $0.figures.contains(whole) }?.help
  }

  /// Every figure of money, which a price alone is missing for.
  static func unpriced(_ hardware: String) -> Gap {
    Gap(
      figures: Set(figures.map(\.name).filter { $0.hasPrefix("cost") }),
      help: "give it a `price`, such as `price: $2.50/hour`, or give `\(hardware)` one")
  }
}
