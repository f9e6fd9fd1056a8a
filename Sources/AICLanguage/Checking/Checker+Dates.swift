import CostEngine
import Quantities

/// Dates: where they stand, and arithmetic with them.
extension Checker {
  /// The date that an expression gives; nil where an error was reported.
  mutating func when(_ node: SyntaxNode) -> CalendarDate? {
    switch expression(node) {
    case .date(let date): return date
    case .unknown: return nil
    case let other:
      report(expected("a date, such as `2026-03`", other, node))
      return nil
    }
  }

  /// `date - date`, `date + 3 months`, and which of two is earlier; nil for everything else.
  func datesCombined(_ left: Value, _ right: Value, _ operation: TokenKind?) -> Value? {
    switch (left, operation, right) {
    case (.date(let a), .minus, .date(let b)):
      let days = Double(b.days(until: a))
      return .quantity(builder.constant(days * Checker.day, .time))
    case (.date(let date), .plus, .quantity(let time, _)) where time.dimension == .time:
      return moved(date, by: time, forward: true)
    case (.quantity(let time, _), .plus, .date(let date)) where time.dimension == .time:
      return moved(date, by: time, forward: true)
    case (.date(let date), .minus, .quantity(let time, _)) where time.dimension == .time:
      return moved(date, by: time, forward: false)
    case (.date(let a), _, .date(let b)):
      let holds: Bool
      switch operation {
      case .less: holds = a < b
      case .lessEqual: holds = a <= b
      case .greater: holds = a > b
      case .greaterEqual: holds = a >= b
      default: return nil
      }
      return .bool(builder.constant(holds ? 1 : 0))
    default: return nil
    }
  }

  private static let day = 86_400.0
  /// A twelfth of a year of 365 days.
  static let month = 2_628_000.0

  /// Whole months keep the day of the month; other times count days. Nil where the time is not known before the run.
  private func moved(_ date: CalendarDate, by time: Term, forward: Bool) -> Value? {
    guard let seconds = builder.value(of: time), abs(seconds) < 1e12 else { return nil }
    let sign: Double = forward ? 1 : -1
    let months = (seconds / Checker.month).rounded()
    if abs(seconds / Checker.month - months) < 1e-9 {
      return .date(date.adding(months: Int(sign * months)))
    }
    return .date(date.adding(days: Int((sign * seconds / Checker.day).rounded())))
  }

  /// Years from one date to another: whole ones from a year to a year, months as twelfths, days as parts of 365.
  func years(from start: CalendarDate, to end: CalendarDate) -> Double {
    let months = (end.month ?? 1) - (start.month ?? 1)
    let days = (end.day ?? 1) - (start.day ?? 1)
    return Double(end.year - start.year) + Double(months) / 12 + Double(days) / 365
  }

  // MARK: - Rates of change

  /// A change over each period, such as `8%/month`: the share, and the seconds of the period.
  struct Change {
    let share: Term
    let period: Double
  }

  /// The change that an expression gives; nil where an error was reported.
  mutating func change(_ node: SyntaxNode) -> Change? {
    switch expression(node) {
    case .quantity(let term, let display) where term.dimension == Dimension.none / .time:
      // How often it compounds is what was written: 8%/month is not 96%/year.
      guard let unit = display.written ?? display.unit, unit.scale > 0 else {
        report(unknownPeriod(node))
        return nil
      }
      let period = 1 / unit.scale
      return Change(share: term * builder.constant(period, .time), period: period)
    case .quantity(let term, _) where term.dimension.isNone:
      report(noPeriod(node))
      return nil
    case .unknown: return nil
    case let other:
      report(expected("a rate of change, such as `8%/month`", other, node))
      return nil
    }
  }

  private func unknownPeriod(_ node: SyntaxNode) -> Diagnostic {
    Diagnostic(
      "dates.period", "it is not known how often this rate compounds",
      at: .init(node.sourceRange), help: "give it a name where it is written: `g = 8%/month`")
  }

  private func noPeriod(_ node: SyntaxNode) -> Diagnostic {
    Diagnostic(
      "dates.period", "a rate of change says how often: per month or per year",
      at: .init(node.sourceRange), help: "write `\(node.text.onOneLine)/month` or `/year`")
  }
}
