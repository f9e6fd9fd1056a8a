import CostEngine
import Quantities

/// A figure that changes by the same share every year.
struct Trend {
  /// The figure at the date it starts from.
  let start: Term
  let date: CalendarDate
  /// What it is multiplied by in a year.
  let yearly: Term
  let display: Display
}

/// `trend(from: $4.6M, at: 2020, falling: 70%/year) at 2022`, `fit([2020: $4.6M, 2022: $450k])`
extension Checker {
  mutating func trend(_ arguments: [SyntaxNode], _ node: SyntaxNode) -> Value {
    var named: [String: SyntaxNode] = [:]
    for argument in arguments {
      guard argument.kind == .namedArgument else { return refuse(trendForm(node)) }
      named[argument[0].identifier] = argument[1]
    }
    let growing = named["growing"] != nil
    guard named.count == 3, arguments.count == 3, let from = named["from"], let at = named["at"],
      let rate = named["growing"] ?? named["falling"]
    else { return refuse(trendForm(node)) }
    guard case .quantity(let start, let display) = expression(from), let date = when(at),
      let change = change(rate)
    else { return .unknown }
    let factor = growing ? 1 + change.share : 1 - change.share
    let yearly = factor.raised(to: builder.constant(12 * Checker.month / change.period))
    return .trend(Trend(start: start, date: date, yearly: yearly, display: display))
  }

  /// The trend through dated figures: a straight line through their logarithms, by least squares.
  mutating func fit(_ arguments: [SyntaxNode], _ node: SyntaxNode) -> Value {
    guard arguments.count == 1 else {
      return refuse(wrongCount("fit", takes: "one list of dated figures", arguments.count, node))
    }
    let value = expression(arguments[0])
    if case .unknown = value { return .unknown }
    guard case .list(let entries) = value else {
      return refuse(
        expected("a list of dated figures, such as `[2020: $4.6M]`", value, arguments[0]))
    }
    var dates: [CalendarDate] = []
    var figures: [Term] = []
    var display = Display()
    for entry in entries {
      guard case .record(let record) = entry, case .date(let date)? = record["date"],
        case .quantity(let figure, let own)? = record["value"],
        figures.first.map({ $0.dimension == figure.dimension }) != false
      else { return refuse(notDated(arguments[0])) }
      dates.append(date)
      figures.append(figure)
      display = own
    }
    guard let first = dates.first, let base = figures.first, Set(dates).count >= 2 else {
      return refuse(tooFewDates(arguments[0]))
    }
    let times = dates.map { years(from: first, to: $0) }
    let mean = times.reduce(0, +) / Double(times.count)
    let spread = times.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let logs = figures.map { ($0 / base).applying(.log) }
    let level = logs.dropFirst().reduce(logs[0], +) / Double(logs.count)
    let terms = zip(times, logs).map { ($0 - mean) * ($1 - level) }
    let slope = terms.dropFirst().reduce(terms[0], +) / spread
    for figure in figures {
      place(
        Requirement(
          "trends.positive", .error, figure > builder.constant(0, figure.dimension),
          "a trend runs through figures above zero, not \(figure)"), at: arguments[0].sourceRange)
    }
    let start = base * (level - slope * mean).applying(.exp)
    return .trend(
      Trend(start: start, date: first, yearly: slope.applying(.exp), display: display))
  }

  /// `t at 2022`, `aws.p5_48xlarge as of 2024-06`
  mutating func at(_ base: SyntaxNode, _ date: SyntaxNode) -> Value {
    guard let date = when(date) else {
      _ = expression(base)
      return .unknown
    }
    if let price = price(base, asOf: date) { return price }
    let value = expression(base)
    switch value {
    case .trend(let trend):
      let years = builder.constant(years(from: trend.date, to: date))
      return .quantity(trend.start * trend.yearly.raised(to: years), Display())
    case .unknown: return .unknown
    case let other: return refuse(expected("a trend or a price of the catalogue", other, base))
    }
  }

  /// What stands after the dot of a trend.
  func member(_ name: String, of trend: Trend) -> Value? {
    switch name {
    case "from": .quantity(trend.start, trend.display)
    case "at": .date(trend.date)
    case "yearly": .quantity(trend.yearly - 1, Display(isPercent: true))
    default: nil
    }
  }

  // MARK: - Messages

  private func trendForm(_ node: SyntaxNode) -> Diagnostic {
    Diagnostic(
      "trends.form", "`trend` takes a figure, its date and how it changes",
      at: .init(node.sourceRange),
      help: "write `trend(from: $4.6M, at: 2020, falling: 70%/year)`, or `growing:`")
  }

  private func notDated(_ node: SyntaxNode) -> Diagnostic {
    Diagnostic(
      "trends.dated", "a fit needs dated figures of one dimension", at: .init(node.sourceRange),
      help: "write `[2020: $4.6M, 2022: $450k]`")
  }

  private func tooFewDates(_ node: SyntaxNode) -> Diagnostic {
    Diagnostic(
      "trends.dates", "a fit needs figures at two dates or more", at: .init(node.sourceRange))
  }
}
