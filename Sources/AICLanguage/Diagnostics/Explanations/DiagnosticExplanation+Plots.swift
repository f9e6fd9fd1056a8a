extension DiagnosticExplanation {
  /// Pictures.
  static let plots: [DiagnosticExplanation] = [
    DiagnosticExplanation(
      "plots.target",
      """
      A plot goes from half of a cell's value to twice of it, so the cell holds one figure \
      other than zero. A list has no half, and twice zero is zero. Name a cell with a figure \
      after `over`, or write a `sweep` for other values.
      """,
      wrong: """
        users = 0 users
        cost  = users * $2/user
        plot cost over users
        """,
      mended: """
        users = 10 users
        cost  = users * $2/user
        plot cost over users
        """),
    DiagnosticExplanation(
      "plots.figure",
      """
      There is nothing here to draw. A plot draws a list of figures of one dimension, a plan, \
      or a figure over one of the cells that it follows from. Write one of these.
      """,
      wrong: """
        users = 10 users
        cost  = users * $2/user
        plot cost
        """,
      mended: """
        users = 10 users
        cost  = users * $2/user
        plot cost over users
        """),
  ]
}
