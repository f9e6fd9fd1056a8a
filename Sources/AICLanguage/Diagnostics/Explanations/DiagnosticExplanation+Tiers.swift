extension DiagnosticExplanation {
  /// Prices by tiers.
  static let tiers: [DiagnosticExplanation] = [
    DiagnosticExplanation(
      "tiers.empty",
      """
      A price by tiers is a list of at least one, and this list has none. Give each tier its \
      `price`, and all but the last `up_to`, where it ends.
      """,
      wrong: """
        show tiered(60 TB, [])
        """,
      mended: """
        show tiered(60 TB, [{ up_to: 10 TB, price: $0.09/GB }, { price: $0.07/GB }])
        """),
    DiagnosticExplanation(
      "tiers.order",
      """
      Each tier is charged for what lies between the end of the one before and its own, so the \
      ends must rise, and only the last tier may have none. List the tiers from the least amount \
      to the greatest.
      """,
      wrong: """
        show tiered(60 TB, [{ up_to: 50 TB, price: $0.09/GB }, { up_to: 10 TB, price: $0.08/GB }, { price: $0.07/GB }])
        """,
      mended: """
        show tiered(60 TB, [{ up_to: 10 TB, price: $0.09/GB }, { up_to: 50 TB, price: $0.08/GB }, { price: $0.07/GB }])
        """),
    DiagnosticExplanation(
      "tiers.gap",
      """
      A tier begins where the one before ends, and this one says that it begins elsewhere. What \
      lies between would have no price, or two. Leave `from` out, or mend it or the end before it.
      """,
      wrong: """
        show tiered(60 TB, [{ up_to: 10 TB, price: $0.09/GB }, { from: 20 TB, price: $0.07/GB }])
        """,
      mended: """
        show tiered(60 TB, [{ up_to: 10 TB, price: $0.09/GB }, { from: 10 TB, price: $0.07/GB }])
        """),
    DiagnosticExplanation(
      "tiers.end",
      """
      The last tier has an end, and the amount lies beyond it: what that would cost is not known. \
      Give a last tier without `up_to`, or check the unit of the amount.
      """,
      wrong: """
        show tiered(60 TB, [{ up_to: 50 TB, price: $0.09/GB }])
        """,
      mended: """
        show tiered(60 TB, [{ up_to: 50 TB, price: $0.09/GB }, { price: $0.07/GB }])
        """),
    DiagnosticExplanation(
      "tiers.negative",
      """
      Neither an amount that is priced nor a price of a tier can be below zero. Check the sign, or \
      where the figure comes from.
      """,
      wrong: """
        show tiered(60 TB, [{ up_to: 10 TB, price: $0.09/GB }, { price: -$0.07/GB }])
        """,
      mended: """
        show tiered(60 TB, [{ up_to: 10 TB, price: $0.09/GB }, { price: $0.07/GB }])
        """),
    DiagnosticExplanation(
      "tiers.price",
      """
      Every tier has a `price`, and all are prices of the same thing, such as money per data. A \
      free tier may be written as `$0`. Write the missing price, or the same unit everywhere.
      """,
      wrong: """
        show tiered(60 TB, [{ up_to: 10 TB, price: $0.09/GB }, { price: $0.07/request }])
        """,
      mended: """
        show tiered(60 TB, [{ up_to: 10 TB, price: $0.09/GB }, { price: $0.07/GB }])
        """),
    DiagnosticExplanation(
      "tiers.bound",
      """
      The ends of tiers are amounts of what is priced. Where a rate is priced, such as 60 \
      TB/month, an end such as 10 TB holds for each month; an amount without a time cannot be \
      priced by tiers that end at rates. Write both in one kind of unit.
      """,
      wrong: """
        show tiered(60 TB, [{ up_to: 10 TB/month, price: $0.09/GB }, { price: $0.07/GB }])
        """,
      mended: """
        show tiered(60 TB/month, [{ up_to: 10 TB/month, price: $0.09/GB }, { price: $0.07/GB }])
        """),
    DiagnosticExplanation(
      "tiers.amount",
      """
      An amount times a price must be money, or money over time. These two do not go together, as \
      requests at a price of data do not. Price what the tiers are of.
      """,
      wrong: """
        show tiered(60 requests, [{ up_to: 10 TB, price: $0.09/GB }, { price: $0.07/GB }])
        """,
      mended: """
        show tiered(60 TB, [{ up_to: 10 TB, price: $0.09/GB }, { price: $0.07/GB }])
        """),
  ]
}
