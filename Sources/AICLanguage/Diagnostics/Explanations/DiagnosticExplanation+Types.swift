extension DiagnosticExplanation {
  /// Kinds of value.
  static let types: [DiagnosticExplanation] = [
    DiagnosticExplanation(
      "types.expected",
      """
      A value of one kind must stand here, and the one given is of another: a figure instead \
      of a model, say, or a number where a condition is asked for. No kind of value turns into \
      another by itself. The message says what is expected; give that.
      """,
      wrong: """
        assert 5
        """,
      mended: """
        assert 5 > 3
        """),
    DiagnosticExplanation(
      "types.operator",
      """
      This operator cannot work on these kinds of value. Arithmetic is for figures and dates, \
      not for texts, things or lists. To put a figure into a text, write it in braces: `"{x} \
      tokens"`.
      """,
      wrong: """
        users = 5
        label = "users: " + users
        """,
      mended: """
        users = 5
        label = "users: {users}"
        """),
    DiagnosticExplanation(
      "types.function",
      """
      A bracket behind a value calls it, and this value is no function. Where a product was \
      meant, nothing multiplies by standing side by side. Write `*`, or the name of a \
      function.
      """,
      wrong: """
        price = $3/hour
        cost  = price(2 hours)
        """,
      mended: """
        price = $3/hour
        cost  = price * (2 hours)
        """),
    DiagnosticExplanation(
      "types.branches",
      """
      Both sides of a choice must be of one kind and one dimension, because what follows must \
      hold for either. Here they differ. Give both sides the same kind of value.
      """,
      wrong: """
        is_rented = true
        cost      = if is_rented then $3 else 2 hours
        """,
      mended: """
        is_rented = true
        cost      = if is_rented then $3 else 2 hours * $1/hour
        """),
    DiagnosticExplanation(
      "types.undecided",
      """
      This choice is between things, such as hardware, and its condition is only known when \
      the figures are computed. What a name stands for must be known before that, so that \
      everything can be checked. Choose between figures instead.
      """),
    DiagnosticExplanation(
      "types.whole",
      """
      A whole number must stand here that is known before the run, such as a place in a list \
      or a number of steps. A fraction counts nothing, and a figure that only the run finds \
      out comes too late. Write a whole number, or `round` the figure.
      """,
      wrong: """
        sizes = [7, 13, 70]
        show sizes[1.5]
        """,
      mended: """
        sizes = [7, 13, 70]
        show sizes[1]
        """),
    DiagnosticExplanation(
      "date.unreadable",
      """
      This looks like a date and the calendar has no such day. Months go from 1 to 12 and days \
      to the end of their month. Correct it.
      """,
      wrong: """
        assume price = $2/hour as of 2026-02-30
        show price
        """,
      mended: """
        assume price = $2/hour as of 2026-02-28
        show price
        """),
    DiagnosticExplanation(
      "values.not-finite",
      """
      A calculation leaves the numbers: a division by zero, a root or logarithm of what is not \
      above zero, or a result too large. Every figure that follows would be meaningless, so \
      none is shown. The mark shows the first such step, with the figures that went into it.
      """,
      wrong: """
        users = 0 users
        cost  = $400
        show cost / users
        """,
      mended: """
        users = 20 users
        cost  = $400
        show cost / users
        """),
    DiagnosticExplanation(
      "explain.figure",
      """
      `aic explain FILE CELL` shows how a figure follows from its inputs, and what was named \
      here is no figure. Lists, texts and whole things have no single derivation. Name a cell \
      with a figure, or one figure of a thing, such as `service.cost`.
      """,
      figure: "regions",
      wrong: """
        regions = ["eu", "us"]
        """,
      mended: """
        regions = 2
        """),
    DiagnosticExplanation(
      "types.title",
      """
      What stands after `as` names a table before anything is computed, so it cannot hold a \
      figure. Show the figure as a column of its own, or tell it in a line by `print`.
      """,
      wrong: """
        assume price = $3/hour
        show price as "Rent, {price * 1 month} a month"
        """,
      mended: """
        assume price = $3/hour
        show price, price * 1 month as "Rent, and what it comes to in a month"
        """),
  ]
}
