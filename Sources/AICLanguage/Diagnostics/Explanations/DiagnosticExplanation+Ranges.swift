extension DiagnosticExplanation {
  /// Ranges and distributions, and what is asked of them.
  static let ranges: [DiagnosticExplanation] = [
    DiagnosticExplanation(
      "ranges.order",
      """
      A range, or the parameters of a distribution, run the wrong way. A range goes from its 5% \
      end to its 95% end, so the smaller value stands first. Exchange them.
      """,
      wrong: """
        price = $3 to $2
        show price
        """,
      mended: """
        price = $2 to $3
        show price
        """),
    DiagnosticExplanation(
      "ranges.zero",
      """
      A plain range is log-normal, which is never zero or below. A quantity that may be needs \
      another shape, and aic does not choose one for you. Wrap the range in `normal` or `uniform`.
      """,
      wrong: """
        margin = -5% to 20%
        show margin
        """,
      mended: """
        margin = normal(-5% to 20%)
        show margin
        """),
    DiagnosticExplanation(
      "ranges.uncertain",
      """
      A parameter of a distribution is uncertain itself. A range of ranges has no agreed meaning. \
      Take a statistic of it, such as its mean, or multiply two uncertain figures.
      """,
      wrong: """
        price = $2 to $3
        total = price to $9
        show total
        """,
      mended: """
        price = $2 to $3
        total = p95(price) to $9
        show total
        """),
    DiagnosticExplanation(
      "ranges.parameters",
      """
      A distribution was given other parameters than it takes. Left out or misnamed, they would \
      leave its shape open. Name them as the help line shows.
      """,
      wrong: """
        load = triangular(1, 3)
        show load
        """,
      mended: """
        load = triangular(low: 1, mode: 2, high: 3)
        show load
        """),
    DiagnosticExplanation(
      "ranges.positive",
      """
      A parameter of this distribution must be above zero and is not. There is no such \
      distribution otherwise. Mend the parameter.
      """,
      wrong: """
        hits = beta(-2, 5)
        show hits
        """,
      mended: """
        hits = beta(2, 5)
        show hits
        """),
    DiagnosticExplanation(
      "ranges.deviation",
      """
      A standard deviation below zero was given. It says how far values lie apart, which is \
      never negative. Mostly a sign is too many.
      """,
      wrong: """
        load = normal(mean: 10, sd: -2)
        show load
        """,
      mended: """
        load = normal(mean: 10, sd: 2)
        show load
        """),
    DiagnosticExplanation(
      "ranges.share",
      """
      A quantile was asked for by something else than a share. The share says how many of the \
      samples lie below the value. Write a percentage between 0% and 100%.
      """,
      wrong: """
        price = $2 to $3
        show quantile(price, 95)
        """,
      mended: """
        price = $2 to $3
        show quantile(price, 95%)
        """),
    DiagnosticExplanation(
      "ranges.confidence",
      """
      A yes-or-no question of an uncertain figure has no single answer: it holds in some samples \
      and not in others. Say how sure you want to be, or ask for the chance itself.
      """,
      wrong: """
        price = $2 to $3
        assert price < $2.90
        """,
      mended: """
        price = $2 to $3
        assert price < $2.90 with 80% confidence
        """),
    DiagnosticExplanation(
      "ranges.fixed",
      """
      The shape of this distribution is made before the run, from parameters that are not known \
      by then: they rest on a statistic of samples. Write them as plain values.
      """,
      wrong: """
        price = 2 to 3
        hits  = beta(mean(price), 5)
        show hits
        """,
      mended: """
        hits = beta(2.5, 5)
        show hits
        """),
    DiagnosticExplanation(
      "axes.draws",
      """
      This sweep, or optimum, would draw too many samples over all its points. What is uncertain \
      is sampled at every point, which takes its time. Take fewer steps, or fewer samples by \
      `--samples`.
      """,
      wrong: """
        load  = 1
        price = $2 to $3
        cost  = price * load
        sweep load from 1 to 9 in 4000 steps show cost
        """,
      mended: """
        load  = 1
        price = $2 to $3
        cost  = price * load
        sweep load from 1 to 9 in 5 steps show cost
        """),
    DiagnosticExplanation(
      "sensitivity.target",
      """
      A sensitivity was asked for to a cell that the figure does not follow from. It would be \
      zero whatever the cell is. Name cells that enter the figure, or leave `to` out to see \
      them all.
      """,
      wrong: """
        assume price = $2
        assume count = 3
        total = price * count
        other = 4
        sensitivity total to other
        """,
      mended: """
        assume price = $2
        assume count = 3
        total = price * count
        sensitivity total to price
        """),
    DiagnosticExplanation(
      "sensitivity.none",
      """
      A sensitivity was asked for, and the figure follows from no assumption. Only what is \
      stated with `assume` is varied. State the inputs that way, or name cells behind `to`.
      """,
      wrong: """
        price = $2
        total = price * 3
        sensitivity total
        """,
      mended: """
        assume price = $2
        total = price * 3
        sensitivity total
        """),
    DiagnosticExplanation(
      "axes.uncertain",
      """
      A value of an axis is uncertain. A sweep asks what happens at given values, one after \
      the other, and a range is not one of them. List single values; what else is uncertain \
      stays so at each.
      """,
      wrong: """
        load = 1
        sweep load in [1 to 2, 3] show load * 2
        """,
      mended: """
        load = 1
        sweep load in [1, 2, 3] show load * 2
        """),
    DiagnosticExplanation(
      "ranges.few",
      """
      A list of values is too short to make this distribution of. One measured value says nothing \
      of how far values lie apart, and no value says nothing at all. Give more of them, or write a \
      range.
      """,
      wrong: """
        speed = empirical(values: [31])
        show speed
        """,
      mended: """
        speed = empirical(values: [31, 28, 40])
        show speed
        """),
    DiagnosticExplanation(
      "ranges.many",
      """
      A choice between so many values is slow and says no more than their distribution. Measured \
      values are meant for `empirical`, which takes any number of them.
      """,
      wrong: """
        speed = discrete(values: 1..2000)
        show speed
        """,
      mended: """
        speed = empirical(values: 1..2000)
        show speed
        """),
    DiagnosticExplanation(
      "ranges.weights",
      """
      The weights of a distribution do not fit. There is one for each value, none is negative, and \
      at least one is above zero; together they may come to any sum. Leave them out where all \
      values are equally likely.
      """,
      wrong: """
        price = discrete(values: [$1, $2, $5], weights: [50%, 30%])
        show price
        """,
      mended: """
        price = discrete(values: [$1, $2, $5], weights: [50%, 30%, 20%])
        show price
        """),
    DiagnosticExplanation(
      "ranges.shape",
      """
      Something was truncated that is not one range or distribution, nor a cell that is one. What \
      follows from several has no one shape to cut the tails off. Truncate what it is made of, \
      or keep the result in bounds by `min` and `max`.
      """,
      wrong: """
        load = (1 to 9) + 2
        rest = truncate(load, high: 10)
        show rest
        """,
      mended: """
        load = truncate(1 to 9, high: 8) + 2
        show load
        """),
    DiagnosticExplanation(
      "ranges.nothing",
      """
      A distribution was truncated to bounds between which it practically never lies: less than \
      one time in a billion. Nothing would be left to draw from. Widen the bounds, or mend their \
      unit.
      """,
      wrong: """
        load = truncate(uniform(1 to 2), low: 5)
        show load
        """,
      mended: """
        load = truncate(uniform(1 to 2), low: 1.5)
        show load
        """),
  ]
}
