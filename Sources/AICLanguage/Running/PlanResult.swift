import Quantities

/// A timeline: what each line comes to in each month, and all together.
public struct PlanResult: Sendable {
  public struct Line: Sendable {
    public let label: String
    /// One for each month.
    public let amounts: [ResultFigure]
  }

  /// The name that the user gave it.
  public let name: String
  public let months: [CalendarDate]
  public let lines: [Line]
  public let totals: [ResultFigure]
  public let cumulative: [ResultFigure]
  /// What all is worth at the start; nil without a discount rate.
  public let presentValue: ResultFigure?
  /// The month whose end has brought back what was spent; nil where none does.
  public let breakEven: CalendarDate?
}

extension Run {
  func result(_ plan: Plan, _ name: String) -> PlanResult {
    let even = Int(exactly: evaluation[plan.breakEven.id]) ?? 0
    return PlanResult(
      name: name, months: plan.totals.indices.map { plan.date(of: $0) },
      lines: plan.lines.map { line in
        PlanResult.Line(
          label: line.label, amounts: line.amounts.map { figure($0.id, Display()) })
      },
      totals: plan.totals.map { figure($0.id, Display()) },
      cumulative: plan.cumulative.map { figure($0.id, Display()) },
      presentValue: plan.presentValue.map { figure($0.id, Display()) },
      breakEven: even > 0 ? plan.date(of: even - 1) : nil)
  }
}
