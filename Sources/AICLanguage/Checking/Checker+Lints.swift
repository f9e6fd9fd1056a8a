import CostEngine
import Quantities

/// What is no mistake but probably not meant: warnings, which hide no figure.
extension Checker {
  /// An assumption as the lints see it.
  struct Stated {
    let name: String
    let range: SourceRange
    let asOf: CalendarDate?
    let isPrice: Bool
  }

  /// Prices change: one that is this much older than the newest date of the file is probably out of date.
  private static let stale = 365

  /// Dearer devices than this, in dollars an hour, are probably a price per year, or of a whole cluster.
  private static let dearest = 1_000.0

  mutating func lint() {
    for stated in assumptions where !used.contains(stated.name) {
      report(unused(stated.name, stated.range))
    }
    let own = names.filter { $0.value.range.file == 0 }
    for name in catalogue.known(among: Array(own.keys)).sorted() {
      if let binding = own[name] { report(shadowed(name, binding.range)) }
    }
    let dated = assumptions + prices.values.map(\.stated)
    guard let newest = dated.compactMap(\.asOf).max() else { return }
    for stated in dated where stated.isPrice {
      guard let asOf = stated.asOf, asOf.days(until: newest) > Checker.stale else { continue }
      report(stalePrice(stated.name, stated.range, asOf, newest))
    }
  }

  /// The warning that a price of a device is out of all proportion.
  func suspicion(of price: Term) -> Requirement? {
    guard price.dimension == .money / .time else { return nil }
    let limit = builder.constant(Checker.dearest / 3600, price.dimension)
    return Requirement(
      "lints.price", .warning, field: "price", price <= limit,
      "a device for more than $1,000 an hour",
      help: "is it a price for longer than an hour, or for more than one device?")
  }

  // MARK: - Messages

  private func unused(_ name: String, _ range: SourceRange) -> Diagnostic {
    Diagnostic(
      "lints.unused", "nothing follows from the assumption `\(name)`", severity: .warning,
      at: .init(range))
  }

  private func shadowed(_ name: String, _ range: SourceRange) -> Diagnostic {
    Diagnostic(
      "lints.shadowed", "`\(name)` is also a name of the catalogue: here it is this one",
      severity: .warning, at: .init(range), help: "another name would keep both")
  }

  private func stalePrice(
    _ name: String, _ range: SourceRange, _ asOf: CalendarDate, _ newest: CalendarDate
  ) -> Diagnostic {
    Diagnostic(
      "lints.stale", "the price `\(name)` is more than a year older than the newest date here",
      severity: .warning, at: .init(range, "as of \(asOf), and the newest is \(newest)"))
  }
}
