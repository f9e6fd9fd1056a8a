extension DiagnosticExplanation {
  /// Plans over months, trends and rates of change.
  static let plans: [DiagnosticExplanation] = [
    DiagnosticExplanation(
      "plans.empty",
      """
      A plan adds up its lines over its months, and this one has none. There is nothing to \
      add. Write a line, such as `service: monthly $4k`.
      """,
      wrong: """
        plan p from 2026-01 for 12 months { discount: 8%/year }
        """,
      mended: """
        plan p from 2026-01 for 12 months { service: monthly $4k, discount: 8%/year }
        """),
    DiagnosticExplanation(
      "plans.twice",
      """
      Two lines of a plan have the same name. A line is asked for by its name, such as \
      `p.service`, which would then mean either. Give each a name of its own.
      """,
      wrong: """
        plan p from 2026-01 for 12 months { service: monthly $4k, service: monthly $2k }
        """,
      mended: """
        plan p from 2026-01 for 12 months { service: monthly $4k, support: monthly $2k }
        """),
    DiagnosticExplanation(
      "plans.name",
      """
      A line of a plan has the name of a figure that every plan has, such as its total. Asked \
      for by that name, only one of the two could answer. Give the line another name.
      """,
      wrong: """
        plan budget from 2026-01 for 3 months {
          total: monthly $5
        }
        """,
      mended: """
        plan budget from 2026-01 for 3 months {
          service: monthly $5
        }
        """),
    DiagnosticExplanation(
      "plans.unlike",
      """
      The lines of a plan are added up, and here they are not of one dimension. Money and \
      hours have no sum. Price what is not money by a rate, or make a second plan.
      """,
      wrong: """
        plan p from 2026-01 for 12 months { service: monthly $4k, support: monthly 20 hours }
        """,
      mended: """
        plan p from 2026-01 for 12 months {
          service: monthly $4k
          support: monthly 20 hours * $50/hour
        }
        """),
    DiagnosticExplanation(
      "plans.clause",
      """
      This clause belongs to the other kind of line. `at` says when a `once` line falls; \
      `from`, `until`, `growing` and `falling` say how a `monthly` line runs. Change the \
      clause, or the kind of the line.
      """,
      wrong: """
        plan p from 2026-01 for 12 months { service: monthly $4k at 2026-03 }
        """,
      mended: """
        plan p from 2026-01 for 12 months { service: monthly $4k from 2026-03 }
        """),
    DiagnosticExplanation(
      "plans.outside",
      """
      This date lies outside the months of the plan. What falls there would not be counted, \
      and the totals would be too low without a word. Correct the date, or make the plan \
      longer.
      """,
      wrong: """
        plan p from 2026-01 for 12 months { training: once $120k at 2029-02 }
        """,
      mended: """
        plan p from 2026-01 for 12 months { training: once $120k at 2026-02 }
        """),
    DiagnosticExplanation(
      "plans.backwards",
      """
      A line of the plan ends before it begins. Mostly the two dates were exchanged, or a year \
      was misread. Correct one of them.
      """,
      wrong: """
        plan p from 2026-01 for 12 months { service: monthly $4k from 2026-05 until 2026-03 }
        """,
      mended: """
        plan p from 2026-01 for 12 months { service: monthly $4k from 2026-03 until 2026-05 }
        """),
    DiagnosticExplanation(
      "plans.length",
      """
      A plan goes from month to month, so its length is a whole number of months, known before \
      the run and at most 1,200. Part of a month has no line of its own. Write, for one, `for \
      24 months` or `for 2 years`.
      """,
      wrong: """
        plan p from 2026-01 for 45 days { service: monthly $4k }
        """,
      mended: """
        plan p from 2026-01 for 2 months { service: monthly $4k }
        """),
    DiagnosticExplanation(
      "plans.discount",
      """
      The present value of a plan needs a discount rate, and this plan has none. At a rate of \
      zero it would be the plain total, which is not what was asked for. Write `discount: \
      8%/year` among its lines.
      """,
      wrong: """
        plan p from 2026-01 for 12 months { service: monthly $4k }
        show p.npv
        """,
      mended: """
        plan p from 2026-01 for 12 months { service: monthly $4k, discount: 8%/year }
        show p.npv
        """),
    DiagnosticExplanation(
      "plans.never",
      """
      The plan never gets back what it spends, so it has no month of break-even. Costs are \
      positive in a plan and what comes in is negative. Add what comes in, or make the plan \
      longer.
      """,
      wrong: """
        plan p from 2026-01 for 12 months { training: once $120k, savings: monthly -$4k }
        show p.break_even
        """,
      mended: """
        plan p from 2026-01 for 36 months { training: once $120k, savings: monthly -$4k }
        show p.break_even
        """),
    DiagnosticExplanation(
      "dates.period",
      """
      A change such as growth must say how often it happens, per month or per year: 8% a month \
      is 152% a year. aic does not assume one. Write `8%/month`, and give the rate a name \
      where it is written, so that its period is known.
      """,
      wrong: """
        plan p from 2026-01 for 12 months { service: monthly $4k growing 8% }
        """,
      mended: """
        plan p from 2026-01 for 12 months { service: monthly $4k growing 8%/month }
        """),
    DiagnosticExplanation(
      "trends.form",
      """
      A trend takes three things by name: the figure it starts from, the date of that figure, \
      and how it changes. One of them is missing here, or it has another name. Write \
      `trend(from: $4.6M, at: 2020, falling: 70%/year)`, or `growing`.
      """,
      wrong: """
        price = trend(from: $4.6M, falling: 70%/year)
        """,
      mended: """
        price = trend(from: $4.6M, at: 2020, falling: 70%/year)
        show price at 2022
        """),
    DiagnosticExplanation(
      "trends.dated",
      """
      A fit draws a trend through figures with dates, all of one dimension. Figures without \
      dates have no place in time. Write them as `[2020: $4.6M, 2022: $450k]`.
      """,
      wrong: """
        price = fit([$4.6M, $450k])
        """,
      mended: """
        price = fit([2020: $4.6M, 2022: $450k])
        show price at 2023
        """),
    DiagnosticExplanation(
      "trends.dates",
      """
      A trend goes through at least two points in time, and these figures have only one date. \
      Through one point every trend fits. Add a figure of another date.
      """,
      wrong: """
        price = fit([2020: $4.6M])
        """,
      mended: """
        price = fit([2020: $4.6M, 2022: $450k])
        show price at 2023
        """),
    DiagnosticExplanation(
      "trends.positive",
      """
      A trend changes by the same share each year, so its figures are all above zero. It never \
      reaches zero or turns negative. Correct the figure, or leave it out.
      """,
      wrong: """
        price = fit([2020: $4.6M, 2022: -$450k])
        """,
      mended: """
        price = fit([2020: $4.6M, 2022: $450k])
        show price at 2023
        """),
  ]
}
