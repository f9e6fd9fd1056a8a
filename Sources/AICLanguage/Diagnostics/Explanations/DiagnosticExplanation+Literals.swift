extension DiagnosticExplanation {
  /// Numbers with their magnitudes, percent signs and currencies.
  static let literals: [DiagnosticExplanation] = [
    DiagnosticExplanation(
      "literals.number",
      """
      These digits are no number, or there is no number where one must be. A number is digits \
      with single `_` between them, at most one dot and an exponent such as `e9`. Write it \
      like `1_000`, `2.5` or `1e9`.
      """,
      wrong: """
        users = 1__000 users
        """,
      mended: """
        users = 1_000 users
        """),
    DiagnosticExplanation(
      "literals.range",
      """
      This number is too large or too small for a computer's floating point, about 1.8e308 at \
      most. Computing with infinity would make every figure that follows meaningless. Check \
      the exponent.
      """,
      wrong: """
        params = 1e999
        """,
      mended: """
        params = 1e9
        """),
    DiagnosticExplanation(
      "literals.exponent-magnitude",
      """
      A number has an exponent and a magnitude at once, and readers miss one of the two. aic \
      wants the size of a number in one place. Write either, such as `1.5e6` or `1.5M`.
      """,
      wrong: """
        seen = 1.5e3k tokens
        """,
      mended: """
        seen = 1.5M tokens
        """),
    DiagnosticExplanation(
      "literals.magnitude-space",
      """
      A magnitude such as `k`, `M` or `B` stands right behind its number; after a space it \
      would be a unit, and `B` also means bytes. Eight billion and eight bytes are far apart, \
      so aic asks. Write `8B` for the number or `8 bytes` for the data.
      """,
      wrong: """
        params = 8 B
        """,
      mended: """
        params = 8B
        """),
    DiagnosticExplanation(
      "literals.million",
      """
      `m` behind a number could be a million or minutes, so aic reads it as neither. A million \
      is `M`, minutes are `min`. Write `5M users` or `5 min`.
      """,
      wrong: """
        users = 5m users
        """,
      mended: """
        users = 5M users
        """),
    DiagnosticExplanation(
      "literals.magnitude",
      """
      These letters were probably meant as a magnitude and are not spelled like one. The \
      magnitudes are `k`, `M`, `B` and `T`, and `Ki`, `Mi`, `Gi` and `Ti` for powers of 1024. \
      Write one of them, right behind the number.
      """,
      wrong: """
        params = 8bn
        """,
      mended: """
        params = 8B
        """),
    DiagnosticExplanation(
      "literals.glued",
      """
      A magnitude and a unit are run together without a space. Letters behind a number are \
      read as one word, and this word is no unit. Put a space before the unit: `4k users`.
      """,
      wrong: """
        users = 4kusers
        """,
      mended: """
        users = 4k users
        """),
    DiagnosticExplanation(
      "literals.percent",
      """
      `%` stands where it makes no share: after a space, behind a magnitude, or with money or \
      a unit. A percentage is a plain share of something, right behind its number, such as \
      `40%`. Write the share alone, and multiply by it: `40% * 10k users`.
      """,
      wrong: """
        discount = $5%
        """,
      mended: """
        discount = 5%
        """),
    DiagnosticExplanation(
      "literals.money-unit",
      """
      An amount of money cannot have a second unit behind it, because it is not said how the \
      two go together. A price is money for each of something, with a slash. Write `$5/token` \
      for a price or `5 tokens` for a count.
      """,
      wrong: """
        price = $5 hour
        """,
      mended: """
        price = $5/hour
        """),
  ]
}
