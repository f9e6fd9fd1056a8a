/// Figures that a run leaves unknown for one reason, and what would make them known.
public struct Gap: Hashable, Sendable {
  /// As they are declared: `cost` stands for all its parts too, `carbon.embodied` for itself.
  public let figures: Set<String>
  public let help: String
}

extension Reported {
  /// What would make a figure known; nil where the run leaves none of that name out.
  public func help(forUnknown figure: String) -> String? {
    let whole = String(figure.prefix { $0 != "." })
    return gaps.first { $0.figures.contains(whole) || $0.figures.contains(figure) }?.help
  }
}

/// A result that says itself what it leaves out.
protocol Incomplete: Reported {
  var notes: [String] { get set }
  var gaps: [Gap] { get set }
}

extension Training: Incomplete {}
extension Deployment: Incomplete {}

extension Incomplete {
  /// Says that money is unknown for want of a price.
  mutating func leaveMoneyOut(_ hardware: String) {
    gaps.append(
      Gap(
        figures: Set(Self.figures.map(\.name).filter { $0.hasPrefix("cost") }),
        help: "give it a `price`, such as `price: $2.50/hour`, or give `\(hardware)` one"))
    notes.append("costs are left out: they need a `price`")
  }

  /// Says that electricity is unknown for want of the devices' power.
  mutating func leaveEnergyOut(_ hardware: String) {
    gaps.append(
      Gap(
        figures: ["energy", "energy_per_token", "energy_per_request", "carbon", "water"],
        help: "give `\(hardware)` a `power`, such as `power: 700 W`"))
    notes.append(
      "energy, carbon and the cost of electricity are left out: `\(hardware)` has no `power`")
  }
}
