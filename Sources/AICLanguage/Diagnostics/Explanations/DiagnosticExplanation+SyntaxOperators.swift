extension DiagnosticExplanation {
  /// Operators, and what stands where none can.
  static let syntaxOperators: [DiagnosticExplanation] = [
    DiagnosticExplanation(
      "syntax.operator",
      """
      This operator is of another language. aic writes `and`, `or`, `not` and `^`, and has one \
      way for each. Write the one in the help.
      """,
      wrong: """
        side = 8
        area = side ** 2
        """,
      mended: """
        side = 8
        area = side ^ 2
        """),
    DiagnosticExplanation(
      "syntax.modulo",
      """
      `%` makes a percentage of the number before it, so it cannot be the remainder of a \
      division too. The remainder is `mod`. Write `a mod b`.
      """,
      wrong: """
        requests = 7
        rest = requests % 2
        """,
      mended: """
        requests = 7
        rest     = requests mod 2
        """),
    DiagnosticExplanation(
      "syntax.percent",
      """
      `%` is part of a number as it is written, such as `40%`. It cannot follow a name or a \
      bracket, because a cell holds its share already. Leave it out, or write it where the \
      number stands.
      """,
      wrong: """
        share = 40
        show share %
        """,
      mended: """
        share = 40%
        show share
        """),
    DiagnosticExplanation(
      "syntax.slashes",
      """
      `//` is a comment in some languages and a whole quotient in others, and neither here. A \
      comment begins with `#`; a whole quotient is `floor(a / b)`. Write the one that is \
      meant.
      """,
      wrong: """
        requests = 7
        batches = requests // 2
        """,
      mended: """
        requests = 7
        batches  = floor(requests / 2)
        """),
    DiagnosticExplanation(
      "syntax.parentheses",
      """
      Behind an operator, `if`, `not`, `fn` and `minimize` would reach to the end of the line, \
      further than most readers expect. aic asks for parentheses there, so that everybody sees \
      where they end. Put them around the whole choice or function.
      """,
      wrong: """
        is_large = true
        cost = $1 + if is_large then $2 else $3
        """,
      mended: """
        is_large = true
        cost     = $1 + (if is_large then $2 else $3)
        """),
    DiagnosticExplanation(
      "syntax.chained-comparison",
      """
      Two comparisons cannot share a value in the middle: languages disagree on what `1 < x < \
      5` means. In some it compares the answer of the first with 5. Write both, joined by \
      `and`.
      """,
      wrong: """
        x = 3
        assert 1 < x < 5
        """,
      mended: """
        x = 3
        assert 1 < x and x < 5
        """),
    DiagnosticExplanation(
      "syntax.chained-range",
      """
      A range has one low end and one high end. A third value has no meaning in it. Write \
      `low..high` for whole numbers and `low to high` for an uncertain value.
      """,
      wrong: """
        batches = [1..4..8]
        """,
      mended: """
        batches = [1, 4, 8]
        """),
    DiagnosticExplanation(
      "syntax.after-unit",
      """
      A unit stands here after `per` or `in`, and behind it an operator cannot go on: it might \
      belong to the unit or to the whole figure. Put the figure in parentheses, `($2 per hour) \
      * 3 hours`. A unit that is a quotient is glued together: `USD/hour`.
      """,
      wrong: """
        cost = $2 per hour * 3 hours
        """,
      mended: """
        cost = ($2 per hour) * 3 hours
        """),
    DiagnosticExplanation(
      "syntax.operator-first",
      """
      A line cannot begin with an operator, because each line could be a statement of its own. \
      A line that ends with an operator goes on with the next one. Move the operator up, or \
      put the whole in parentheses.
      """,
      wrong: """
        total = $3
          + $4
        """,
      mended: """
        total = $3 +
                $4
        """),
    DiagnosticExplanation(
      "syntax.juxtaposed",
      """
      Two values stand side by side with nothing between them. In mathematics that multiplies; \
      here it could as well be a forgotten sign or comma, so aic asks. Write the operator, \
      such as `price * hours`, or the comma.
      """,
      wrong: """
        price = $2/hour
        hours = 3 hours
        cost = price hours
        """,
      mended: """
        price = $2/hour
        hours = 3 hours
        cost  = price * hours
        """),
    DiagnosticExplanation(
      "syntax.operators",
      """
      One expression holds more than 100,000 operators in a row. The limit keeps time and \
      memory in bounds whatever the file holds. Write the values as a list and take its `sum`, \
      or give parts of the expression names of their own.
      """,
      wrong: "x = 1" + String(repeating: " + 1", count: 100_001),
      mended: """
        x = sum([1, 1, 1])
        """),
    DiagnosticExplanation(
      "syntax.depth",
      """
      Brackets, blocks or choices are nested deeper than 200 levels. The limit keeps the \
      reader of the file from running out of memory, and no person follows such a nest. Give \
      the inner parts names of their own.
      """,
      wrong: "x = " + String(repeating: "(", count: 300) + "1" + String(repeating: ")", count: 300),
      mended: """
        inner = (1)
        x     = (inner)
        """),
  ]
}
