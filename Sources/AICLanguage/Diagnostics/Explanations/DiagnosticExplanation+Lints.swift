extension DiagnosticExplanation {
  /// What is no mistake but probably not meant: warnings.
  static let lints: [DiagnosticExplanation] = [
    DiagnosticExplanation(
      "lints.unused",
      """
      Nothing in the file follows from this assumption. Its value changes no figure, which is \
      easily overlooked when it is replaced. Use it, or remove it.
      """,
      wrong: """
        assume users = 4k users
        assume price = $2/hour
        show price * 1 day
        """,
      mended: """
        assume price = $2/hour
        show price * 1 day
        """),
    DiagnosticExplanation(
      "lints.stale",
      """
      This price is more than a year older than the newest date in the file. Prices of compute \
      change fast, so figures that mix the two may describe no time at all. Look the price up \
      again and date it.
      """,
      wrong: """
        assume gpu_price = $4/hour as of 2023-01
        assume api_price = $3/hour as of 2026-01
        show gpu_price, api_price
        """,
      mended: """
        assume gpu_price = $3/hour as of 2025-11
        assume api_price = $3/hour as of 2026-01
        show gpu_price, api_price
        """),
    DiagnosticExplanation(
      "lints.price",
      """
      A device for more than $1,000 an hour is hardly meant. Mostly it is a price per month or \
      year, or that of a whole cluster. Write the period that the price is for; the field \
      takes the price of one device.
      """,
      wrong: """
        run = deploy llama_3_1_8b on 1 H100 serving 2 requests/s {
          prompt:   500 tokens
          response: 100 tokens
          price:    $1800/hour
        }
        """,
      mended: """
        run = deploy llama_3_1_8b on 1 H100 serving 2 requests/s {
          prompt:   500 tokens
          response: 100 tokens
          price:    $1800/month
        }
        """),
    DiagnosticExplanation(
      "lints.shadowed",
      """
      A name of the file is also one of the catalogue. From here on it means what the file \
      says, which a reader who knows the catalogue may overlook. Choose another name, and both \
      can be used.
      """,
      wrong: """
        h100 = $2/hour
        show h100
        """,
      mended: """
        h100_price = $2/hour
        show h100_price
        """),
  ]
}
