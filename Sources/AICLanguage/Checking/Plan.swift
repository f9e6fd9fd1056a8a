import CostEngine
import Quantities

/// A timeline: what each line comes to in each month.
struct Plan {
  struct Line {
    let label: String
    /// One for each month.
    let amounts: [Term]
  }

  let name: String
  let start: CalendarDate
  let lines: [Line]
  /// The discount rate for a year; nil where none is given.
  let discount: Term?
  /// Of all lines, one for each month.
  let totals: [Term]
  /// The totals up to each month.
  let cumulative: [Term]
  let total: Term
  /// What all is worth at the start; nil without a discount rate.
  let presentValue: Term?
  /// So many months until what was spent has come back; 0 where it never does.
  let breakEven: Term
  /// Whether no month of the plan does.
  let isNeverEven: Term

  var months: Int { totals.count }

  func date(of month: Int) -> CalendarDate { start.adding(months: month) }
}
