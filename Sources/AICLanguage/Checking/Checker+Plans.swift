import CostEngine
import Quantities

/// `plan name from DATE for 24 months { … }`
extension Checker {
  /// No plan is longer: a hundred years.
  private static let mostMonths = 1_200

  /// Costs are positive, what comes in is negative.
  mutating func plan(_ node: SyntaxNode) -> Value {
    let lines = node.children(.planLine)
    let before = diagnostics.count
    guard let start = when(node[1]), let months = months(node[2]) else { return .unknown }
    var discount: Change?
    for field in node.children(.field) {
      guard field[0].identifier == "discount" else {
        report(unknownField(field[0].identifier, field[0].sourceRange, of: "a plan", ["discount"]))
        continue
      }
      discount = change(field[1])
    }
    // A bare year begins with its January.
    let first = start.month == nil ? start.adding(months: 1).adding(months: -1) : start
    let timeline = Timeline(start: first, months: months)
    var read: [Plan.Line] = []
    for line in lines {
      if let earlier = read.firstIndex(where: { $0.label == line[0].identifier }) {
        report(lineTwice(line[0], lines[earlier][0]))
        continue
      }
      if Checker.planMembers.contains(line[0].identifier) {
        report(planName(line[0]))
        continue
      }
      guard let amounts = amounts(line, timeline) else { continue }
      if let other = read.first?.amounts.first, let amount = amounts.first,
        other.dimension != amount.dimension
      {
        report(unlikeLines(line[0], amount, lines[0][0], other))
        continue
      }
      read.append(Plan.Line(label: line[0].identifier, amounts: amounts))
    }
    guard diagnostics.count == before, read.count == lines.count else { return .unknown }
    guard !read.isEmpty else { return refuse(emptyPlan(node)) }
    return .plan(plan(node[0].identifier, first, read, discount))
  }

  private func plan(
    _ name: String, _ start: CalendarDate, _ lines: [Plan.Line], _ discount: Change?
  ) -> Plan {
    let dimension = lines[0].amounts[0].dimension
    let zero = builder.constant(0, dimension)
    let totals = lines[0].amounts.indices.map { month in
      lines.dropFirst().reduce(lines[0].amounts[month]) { $0 + $1.amounts[month] }
    }
    var cumulative: [Term] = []
    for total in totals { cumulative.append(cumulative.last.map { $0 + total } ?? total) }
    let total = (cumulative.last ?? zero).named(
      "\(name).total", "the sum of its lines over \(totals.count) months")
    // The first month from which nothing is owed any more, up to the end; the month behind it where there is none.
    var breakEven = builder.constant(Double(totals.count + 1))
    var isBack = builder.constant(1)
    for month in cumulative.indices.reversed() {
      isBack = isBack.and(cumulative[month] <= zero)
      breakEven = isBack.choose(builder.constant(Double(month + 1)), else: breakEven)
    }
    let presentValue = discount.map { discount -> Term in
      let monthly = (1 + discount.share).raised(
        to: builder.constant(Checker.month / discount.period))
      // By Horner's rule from the last month back; the first month is at time 0.
      let value = totals.dropLast().reversed().reduce(totals[totals.count - 1]) {
        $1 + $0 / monthly
      }
      return value.named(
        "\(name).npv", "the totals of its \(totals.count) months, each discounted to the start")
    }
    return Plan(
      name: name, start: start, lines: lines, discount: discount?.share, totals: totals,
      cumulative: cumulative, total: total, presentValue: presentValue, breakEven: breakEven,
      isNeverEven: breakEven > builder.constant(Double(totals.count)))
  }

  // MARK: - Lines

  private struct Timeline {
    let start: CalendarDate
    let months: Int

    /// The month of the plan that a date lies in, also outside of the plan.
    func month(of date: CalendarDate) -> Int {
      12 * (date.year - start.year) + (date.month ?? 1) - (start.month ?? 1)
    }

    /// The same for the end of what a date names: a bare year ends with its December.
    func lastMonth(of date: CalendarDate) -> Int {
      month(of: date) + (date.month == nil ? 11 : 0)
    }
  }

  /// What a line comes to in each month; nil where an error was reported.
  private mutating func amounts(_ line: SyntaxNode, _ timeline: Timeline) -> [Term]? {
    let isOnce = line.token?.kind == .once
    guard var amount = figure(line[1]) else { return nil }
    if !isOnce, amount.dimension.hasRate {
      // A rate such as $/month runs for the month.
      amount = amount * builder.constant(Checker.month, .time)
    }
    var first = 0
    var last = timeline.months - 1
    for clause in line.children(.dateClause) {
      let word = clause.token?.kind
      guard (word == .at) == isOnce else {
        report(wrongClause(clause, isOnce: isOnce))
        return nil
      }
      guard let date = when(clause[0]) else { return nil }
      let month = word == .until ? timeline.lastMonth(of: date) : timeline.month(of: date)
      let isBefore = month < 0 || date.day != nil && date < timeline.start
      if word == .until ? month < 0 : isBefore || month >= timeline.months {
        report(outside(date, timeline.start, timeline.months, clause))
        return nil
      }
      if word == .until { last = min(month, last) } else { first = month }
    }
    if isOnce { last = first }
    guard first <= last else {
      report(backwards(line))
      return nil
    }
    var factor: Term?
    for clause in line.children(.growthClause) {
      guard !isOnce else {
        report(wrongClause(clause, isOnce: true))
        return nil
      }
      guard let change = change(clause[0]) else { return nil }
      let isGrowing = clause.token?.kind == .growing
      let step = (isGrowing ? 1 + change.share : 1 - change.share).raised(
        to: builder.constant(Checker.month / change.period))
      factor = factor.map { $0 * step } ?? step
    }
    let zero = builder.constant(0, amount.dimension)
    return (0..<timeline.months).map { month in
      guard (first...last).contains(month) else { return zero }
      guard let factor, month > first else { return amount }
      return amount * factor.raised(to: builder.constant(Double(month - first)))
    }
  }

  /// A duration in whole months; nil where an error was reported.
  private mutating func months(_ node: SyntaxNode) -> Int? {
    guard let term = figure(node, .time, "the length of a plan") else { return nil }
    guard let seconds = builder.value(of: term),
      case let months = (seconds / Checker.month).rounded(),
      abs(seconds / Checker.month - months) < 1e-6, months >= 1,
      months <= Double(Checker.mostMonths)
    else {
      report(badLength(node))
      return nil
    }
    return Int(months)
  }

  /// What stands after the dot of a plan.
  mutating func member(_ name: String, of plan: Plan, _ node: SyntaxNode) -> Value? {
    switch name {
    case "total": return .quantity(plan.total)
    case "monthly": return .list(plan.totals.map { .quantity($0) })
    case "cumulative": return .list(plan.cumulative.map { .quantity($0) })
    case "npv":
      guard let value = plan.presentValue else { return refuse(noDiscount(node)) }
      return .quantity(value)
    case "break_even":
      if builder.value(of: plan.isNeverEven) == 1 { return refuse(neverEven(plan, node)) }
      let month = builder.constant(Checker.month, .time)
      let unit = try? units.unit("months")
      return .quantity(
        plan.breakEven * month,
        Display(unit: unit, unitValue: unit.map { builder.constant($0.scale, .time) }))
    case "start": return .date(plan.start)
    case "end": return .date(plan.date(of: plan.months - 1))
    default:
      guard let line = plan.lines.first(where: { $0.label == name }) else { return nil }
      return .quantity(line.amounts.dropFirst().reduce(line.amounts[0], +))
    }
  }

  static let planMembers = ["total", "monthly", "cumulative", "npv", "break_even", "start", "end"]

  // MARK: - Messages

  private func lineTwice(_ name: SyntaxNode, _ earlier: SyntaxNode) -> Diagnostic {
    Diagnostic(
      "plans.twice", "`\(name.identifier)` stands twice in this plan",
      at: .init(name.sourceRange), notes: [.init(earlier.sourceRange, "first here")])
  }

  private func planName(_ name: SyntaxNode) -> Diagnostic {
    Diagnostic(
      "plans.name", "`\(name.identifier)` is a figure of every plan, and no name for a line",
      at: .init(name.sourceRange), help: "give the line another name")
  }

  private func unlikeLines(
    _ name: SyntaxNode, _ amount: Term, _ first: SyntaxNode, _ other: Term
  ) -> Diagnostic {
    Diagnostic(
      "plans.unlike", "the lines of a plan are of one dimension",
      at: .init(name.sourceRange, "this is \(Value.quantity(amount).aType)"),
      notes: [.init(first.sourceRange, "this is \(Value.quantity(other).aType)")])
  }

  private func emptyPlan(_ node: SyntaxNode) -> Diagnostic {
    Diagnostic(
      "plans.empty", "a plan needs a line", at: .init(node[0].sourceRange),
      help: "such as `service: monthly $4k growing 5%/month`")
  }

  private func wrongClause(_ clause: SyntaxNode, isOnce: Bool) -> Diagnostic {
    let word = clause.token.map { clause.tree.source.text($0.range) } ?? ""
    return Diagnostic(
      "plans.clause",
      isOnce ? "`\(word)` is for `monthly` lines" : "`at` is for `once` lines",
      at: .init(clause.sourceRange),
      help: isOnce ? "a line that happens once has `at DATE`" : "write `from DATE`, `until DATE`")
  }

  private func outside(
    _ date: CalendarDate, _ start: CalendarDate, _ months: Int, _ node: SyntaxNode
  ) -> Diagnostic {
    Diagnostic(
      "plans.outside", "\(date) is outside of the plan", at: .init(node.sourceRange),
      help: "it runs from \(start) to \(start.adding(months: months - 1))")
  }

  private func backwards(_ line: SyntaxNode) -> Diagnostic {
    Diagnostic("plans.backwards", "this line ends before it begins", at: .init(line.sourceRange))
  }

  private func badLength(_ node: SyntaxNode) -> Diagnostic {
    Diagnostic(
      "plans.length",
      "a plan is between 1 and \(Checker.mostMonths) whole months long, known before the run",
      at: .init(node.sourceRange))
  }

  private func noDiscount(_ node: SyntaxNode) -> Diagnostic {
    Diagnostic(
      "plans.discount", "this plan has no discount rate", at: .init(node.sourceRange),
      help: "write `discount: 8%/year` among its lines")
  }

  private func neverEven(_ plan: Plan, _ node: SyntaxNode) -> Diagnostic {
    Diagnostic(
      "plans.never",
      "what `\(plan.name)` spends does not come back within its \(plan.months) months",
      at: .init(node.sourceRange), help: "what comes in stands as a negative amount")
  }
}

extension Dimension {
  /// Whether something per time: a rate that runs on.
  fileprivate var hasRate: Bool {
    factors.contains { $0.base == .time && $0.exponent == Exponent(-1) }
  }
}
