extension DiagnosticExplanation {
  /// Data and people.
  static let datasets: [DiagnosticExplanation] = [
    DiagnosticExplanation(
      "datasets.empty",
      """
      A dataset says how many tokens or samples it has, or how large it is, and this one says \
      nothing of the kind. What a training costs follows from that number, and what storing it \
      costs from its size. Give `tokens`, `samples`, `size` or `ingest`.
      """,
      wrong: """
        dataset corpus {}
        """,
      mended: """
        dataset corpus { tokens: 3T tokens }
        """),
    DiagnosticExplanation(
      "datasets.size",
      """
      Storage, ingest and preparation are priced by size, and the size of this dataset is not \
      known: tokens and samples have many sizes. Give `size`, or what `ingest` brings per time.
      """,
      wrong: """
        dataset corpus { tokens: 3T tokens, preprocess: $0.02/GB }
        """,
      mended: """
        dataset corpus { tokens: 3T tokens, size: 12 TB, preprocess: $0.02/GB }
        """),
    DiagnosticExplanation(
      "datasets.amount",
      """
      A price stands here without the amount that it is of, so it would be charged for nothing. \
      Give the amount, or leave the price out.
      """,
      wrong: """
        dataset corpus { size: 12 TB, egress_price: $0.09/GB }
        """,
      mended: """
        dataset corpus { size: 12 TB, egress: 1 TB, egress_price: $0.09/GB }
        """),
    DiagnosticExplanation(
      "datasets.period",
      """
      Something here is paid by time, and the time is not said. Give `retention`, how long each \
      byte is kept; where the bill is for another time than that, give `period` too.
      """,
      wrong: """
        dataset corpus { size: 12 TB, tier: $0.02/GB/month }
        """,
      mended: """
        dataset corpus { size: 12 TB, tier: $0.02/GB/month, retention: 1 year }
        """),
    DiagnosticExplanation(
      "teams.incomplete",
      """
      What a team costs is its people times their salary, and one of the two is missing. Give \
      `people` as full-time equivalents and `salary` as money per time.
      """,
      wrong: """
        team research { people: 4 }
        """,
      mended: """
        team research { people: 4, salary: $180k/year }
        """),
  ]
}
