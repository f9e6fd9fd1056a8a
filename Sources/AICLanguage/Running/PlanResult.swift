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
  public let breakEven: BreakEven

  /// The month whose end has brought back what was spent.
  public struct BreakEven: Sendable {
    /// In half of the samples it is no later; nil where it is not within the plan.
    public let month: CalendarDate?
    /// From which month, at the earliest, to which, in 90% of the samples, each nil where it is not within the plan; nil
    /// where nothing is uncertain.
    public let interval: (first: CalendarDate?, last: CalendarDate?)?
    /// The share of the samples in which no month of the plan does.
    public let chanceOfNone: Double
  }
}

extension Run {
  func result(_ plan: Plan, _ name: String) -> PlanResult {
    PlanResult(
      name: name, months: plan.totals.indices.map { plan.date(of: $0) },
      lines: plan.lines.map { line in
        PlanResult.Line(
          label: line.label, amounts: line.amounts.map { figure($0.id, Display()) })
      },
      totals: plan.totals.map { figure($0.id, Display()) },
      cumulative: plan.cumulative.map { figure($0.id, Display()) },
      presentValue: plan.presentValue.map { figure($0.id, Display()) },
      breakEven: breakEven(plan))
  }

  private func breakEven(_ plan: Plan) -> PlanResult.BreakEven {
    func month(_ number: Double) -> CalendarDate? {
      guard let number = Int(exactly: number.rounded(.up)), number <= plan.months else {
        return nil
      }
      return plan.date(of: number - 1)
    }
    let none = evaluation[plan.isNeverEven.id]
    guard let samples = evaluation.samples(of: plan.breakEven.id), samples.standardDeviation > 0
    else {
      return PlanResult.BreakEven(
        month: month(evaluation[plan.breakEven.id]), interval: nil, chanceOfNone: none)
    }
    return PlanResult.BreakEven(
      month: month(samples.quantile(0.5)),
      interval: (month(samples.quantile(0.05)), month(samples.quantile(0.95))),
      chanceOfNone: none)
  }
}
