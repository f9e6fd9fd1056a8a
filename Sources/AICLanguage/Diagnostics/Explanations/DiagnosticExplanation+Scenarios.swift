extension DiagnosticExplanation {
  /// Scenarios, sweeps and optima.
  static let scenarios: [DiagnosticExplanation] = [
    DiagnosticExplanation(
      "scenarios.twice",
      """
      Two scenarios have the same name, or one is called `base`, which is the file as it \
      stands. A column of a comparison must mean one set of values. Choose another name; a \
      scenario that begins with another's values `extends` it.
      """,
      wrong: """
        assume price = $2/hour
        scenario dear { price = $3/hour }
        scenario dear { price = $4/hour }
        compare base, dear on price
        """,
      mended: """
        assume price = $2/hour
        scenario dear { price = $3/hour }
        scenario dearest { price = $4/hour }
        compare base, dear, dearest on price
        """),
    DiagnosticExplanation(
      "scenarios.unknown",
      """
      No scenario of this name stands above, and it is not `base`. Comparing with nothing \
      would leave a column empty. Correct the name, or define the scenario above this line.
      """,
      wrong: """
        assume price = $2/hour
        scenario dear { price = $3/hour }
        compare base, deer on price
        """,
      mended: """
        assume price = $2/hour
        scenario dear { price = $3/hour }
        compare base, dear on price
        """),
    DiagnosticExplanation(
      "axes.empty",
      """
      An axis walks through the values of a list, and this list has none. There would be \
      nothing to show. Write at least one value.
      """,
      wrong: """
        batch = 8
        sweep batch in [] show batch * 2
        """,
      mended: """
        batch = 8
        sweep batch in [1, 8, 64] show batch * 2
        """),
    DiagnosticExplanation(
      "axes.unlike",
      """
      The values of an axis are of different kinds. Each of them takes the place of the same \
      cell, so all must be of the kind it is of. Write values of one kind and dimension.
      """,
      wrong: """
        batch = 8
        sweep batch in [1, $2] show batch * 2
        """,
      mended: """
        batch = 8
        sweep batch in [1, 2] show batch * 2
        """),
    DiagnosticExplanation(
      "axes.twice",
      """
      The same cell stands on two axes. It can have one value at a point, so the second axis \
      would undo the first. Take one axis with all its values.
      """,
      wrong: """
        batch = 8
        sweep batch in [1, 2], batch in [4, 8] show batch * 2
        """,
      mended: """
        batch = 8
        sweep batch in [1, 2, 4, 8] show batch * 2
        """),
    DiagnosticExplanation(
      "axes.many",
      """
      A sweep or an optimum has more than five axes. The number of points multiplies with each \
      of them, and no table of so many can be read. Keep the axes that matter most, and fix \
      the others.
      """,
      wrong: """
        a = 1
        b = 1
        c = 1
        d = 1
        e = 1
        f = 1
        sweep a in [1], b in [1], c in [1], d in [1], e in [1], f in [1]
          show a * b * c * d * e * f
        """,
      mended: """
        a = 1
        b = 1
        c = 1
        d = 1
        e = 1
        f = 1
        sweep a in [1], b in [1], c in [1], d in [1], e in [1] show a * b * c * d * e * f
        """),
    DiagnosticExplanation(
      "axes.steps",
      """
      An axis has two steps or more, its ends among them, and at most as many as the message \
      says. With one step it could have only one of its ends. Write another number of steps.
      """,
      wrong: """
        users = 10
        sweep users from 1 to 9 in 1 steps show users * 2
        """,
      mended: """
        users = 10
        sweep users from 1 to 9 in 5 steps show users * 2
        """),
    DiagnosticExplanation(
      "axes.log",
      """
      The steps of a logarithmic axis multiply by the same factor, which never leads to zero \
      or across it. Both ends must be above zero. Begin above zero, or leave `log` out.
      """,
      wrong: """
        users = 10
        sweep users from 0 to 1000 in 4 steps log show users * 2
        """,
      mended: """
        users = 10
        sweep users from 1 to 1000 in 4 steps log show users * 2
        """),
    DiagnosticExplanation(
      "axes.figure",
      """
      A sweep makes a table with a figure at every point, and what it is to show is no figure. \
      A list, or a deployment as a whole, does not fit into a cell of it. Name one figure, \
      such as `service.cost`.
      """,
      wrong: """
        batch = 8
        sweep batch in [1, 8] show [batch, batch * 2]
        """,
      mended: """
        batch = 8
        sweep batch in [1, 8] show batch, batch * 2
        """),
    DiagnosticExplanation(
      "axes.cases",
      """
      Some axes hold things, such as hardware, or numbers that must be known before the run. \
      For each combination of their values the whole file is checked anew, and there are more \
      than 2,000 of them. Take fewer values; axes of numbers that only enter formulas have no \
      such limit.
      """,
      wrong: """
        sizes = 1..3000
        place = 0
        sweep place in 0..2999 show sizes[place]
        """,
      mended: """
        sizes = 1..3000
        place = 0
        sweep place in 0..9 show sizes[place]
        """),
    DiagnosticExplanation(
      "axes.points",
      """
      The axes together have more points than a table can hold, or than can be looked at in \
      reasonable time. Their numbers of steps multiply. Take fewer steps; `minimize` and \
      `maximize` look at more points than a table shows.
      """,
      wrong: """
        price = $1
        users = 1
        sweep price from $1 to $2 in 2000 steps, users from 1 to 9 in 2000 steps
          show price * users
        """,
      mended: """
        price = $1
        users = 1
        sweep price from $1 to $2 in 20 steps, users from 1 to 9 in 20 steps show price * users
        """),
    DiagnosticExplanation(
      "axes.memory",
      """
      Too much depends on most of the axes at once to be kept in memory. Each figure that does \
      not depend on all axes is kept at each of its values. Take fewer steps, or fewer axes.
      """,
      wrong: """
        a = 1
        b = 1
        c = 1
        best = minimize sum([(a * k + b) ^ 2 * c for k in 1..100])
               over a from 1 to 9 in 1000 steps, b from 1 to 9 in 1000 steps, c in [1, 2]
        """,
      mended: """
        a = 1
        b = 1
        c = 1
        best = minimize sum([(a * k + b) ^ 2 * c for k in 1..100])
               over a from 1 to 9 in 10 steps, b from 1 to 9 in 10 steps, c in [1, 2]
        """),
    DiagnosticExplanation(
      "optima.infeasible",
      """
      No point of the axes meets every condition, so there is no best one. aic does not return \
      one that breaks a condition. The mark shows the condition that the closest point fails \
      and by how much; loosen it, or widen an axis.
      """,
      wrong: """
        batch = 1
        best  = minimize batch over batch in 1..5 subject to batch > 8
        """,
      mended: """
        batch = 1
        best  = minimize batch over batch in 1..16 subject to batch > 8
        """),
  ]
}
