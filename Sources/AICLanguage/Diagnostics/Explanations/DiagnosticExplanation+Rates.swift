extension DiagnosticExplanation {
  /// Rates between currencies.
  static let rates: [DiagnosticExplanation] = [
    DiagnosticExplanation(
      "rates.currency",
      """
      A rate says what one unit of a currency is worth, and this name is no currency. \
      Currencies go by their three letters of ISO 4217, such as `EUR`, `GBP` or `JPY`. Write \
      the code.
      """,
      wrong: """
        rate EURO = $1.09 as of 2026-10-01
        """,
      mended: """
        rate EUR = $1.09 as of 2026-10-01
        """),
    DiagnosticExplanation(
      "rates.itself",
      """
      A rate joins two currencies, and here both are the same. A dollar is worth a dollar, and \
      any other figure would be false. Give its worth in another currency.
      """,
      wrong: """
        rate EUR = €1.09 as of 2026-10-01
        """,
      mended: """
        rate EUR = $1.09 as of 2026-10-01
        """),
    DiagnosticExplanation(
      "rates.twice",
      """
      This currency has a rate already. With two, the same amount would be worth two figures \
      in one file. Keep one of the two lines.
      """,
      wrong: """
        rate EUR = $1.09 as of 2026-10-01
        rate EUR = $1.12 as of 2026-11-01
        """,
      mended: """
        rate EUR = $1.12 as of 2026-11-01
        """),
    DiagnosticExplanation(
      "rates.late",
      """
      An amount of this currency is used above the line that gives its rate. Everything is \
      defined above its first use, so that a file reads from top to bottom. Move the `rate` \
      line up.
      """,
      wrong: """
        hosting = €900
        rate EUR = $1.09 as of 2026-10-01
        """,
      mended: """
        rate EUR = $1.09 as of 2026-10-01
        hosting = €900
        """),
    DiagnosticExplanation(
      "rates.positive",
      """
      A rate of zero or less would make an amount worthless, or turn what one pays into what \
      one gets. No currency has such a rate. Write one above zero.
      """,
      wrong: """
        rate EUR = $0 as of 2026-10-01
        """,
      mended: """
        rate EUR = $1.09 as of 2026-10-01
        """),
  ]
}
