import Testing

@testable import AICLanguage

/// Prices by tiers in programs; expected figures are worked out by hand.
@Suite struct TierTests {
  private static let aws = """
    aws_tiers = [
      { up_to: 10 TiB, price: $0.09/GiB },
      { up_to: 50 TiB, price: $0.085/GiB },
      { up_to: 150 TiB, price: $0.07/GiB },
      { price: $0.05/GiB }
    ]

    """

  /// To the cent: what a bill would say.
  private func cents(_ expression: String, after text: String = aws) -> [Double] {
    figures("\(text)\nshow \(expression)").map { ($0.value * 100).rounded() / 100 }
  }

  /// 10,240 × 0.09 + 40,960 × 0.085 + 10,240 × 0.07; the rest is read off in the same way.
  @Test(arguments: [
    ("tiered(60 TiB, aws_tiers)", 5120.0), ("tiered(60 TiB/month, aws_tiers) * 1 month", 5120),
    ("tiered(200 TiB, aws_tiers)", 14_131.2), ("tiered(1 GiB, aws_tiers)", 0.09),
    ("tiered(60 TiB, aws.egress_internet)", 5120),
    ("tiered(60 TiB, aws.egress.eu_west_1)", 5120),
    ("tiered(60 TiB, $0.09/GiB)", 5529.6), ("tiered(0 TB, aws_tiers)", 0),
    ("tiered(3 TB, [{ up_to: 1 TB, price: $0 }, { from: 1 TB, price: $0.1/GB }])", 200),
    (
      "tiered(30M requests, [{ up_to: 1M requests, price: $0 }, { price: $0.2 per 1M requests }])",
      5.8
    ),
    // 51,200 × 0.023 + 460,800 × 0.022 + 102,400 × 0.021 a month.
    ("tiered(600 TiB, aws.s3_standard) * 1 month", 13_465.6),
    // 1,024 × 0.12 + 9,216 × 0.11 + 2,048 × 0.08.
    ("tiered(12 TiB, gcp.egress)", 1_300.48),
    // 10 TB are free, 5,000 GB cost 0.0085.
    ("tiered(15 TB, oci.egress)", 42.5),
  ])
  func cost(expression: String, dollars: Double) {
    #expect(cents(expression) == [dollars])
  }

  @Test func anAxisAndAnUncertainAmount() throws {
    let swept = run(Self.aws + "v = 1 TiB\nsweep v in [1 TiB, 60 TiB] show tiered(v, aws_tiers)")
    #expect(swept.diagnostics.isEmpty)
    let mean = try #require(
      figures(Self.aws + "show tiered(uniform(8 TiB to 12 TiB), aws_tiers)").first)
    // The 90% from 8 to 12 is uniform from 7.78 to 12.22: 921.6 less the mean of what is missing or over.
    // Of 1024 × 4.44 GiB one half lies below the end: 921.6 − 1.11/2 × 1024 × 0.09 + 1.11/2 × 1024 × 0.085.
    let half = 12.222222 - 10
    let expected = 921.6 + half / 4 * 1024 * (0.085 - 0.09)
    #expect(abs(mean.value - expected) < 0.5)
  }

  @Test(arguments: [
    ("tiered(1 TB)", "calls.count"),
    ("tiered(1 TB, [])", "tiers.empty"),
    ("tiered(1 TB, [{ price: $1/TB }, { price: $2/TB }])", "tiers.order"),
    ("tiered(1 TB, [{ up_to: 5 TB, price: $1/TB }, { up_to: 4 TB, price: $1/TB }])", "tiers.order"),
    ("tiered(6 TB, [{ up_to: 5 TB, price: $1/TB }])", "tiers.end"),
    ("tiered(6 TB, [{ up_to: 5 TB, price: $1/TB }, { from: 6 TB, price: $1/TB }])", "tiers.gap"),
    ("tiered(6 TB, [{ up_to: 5 TB }, { price: $1/TB }])", "tiers.price"),
    ("tiered(6 TB, [{ up_to: 5 TB, price: $1/TB }, { price: $1/request }])", "tiers.price"),
    ("tiered(6 TB, [{ up_to: 5 TB, price: $1/TB }, { price: 3 }])", "tiers.price"),
    ("tiered(6 requests, $1/TB)", "tiers.amount"),
    ("tiered(6 TB, [{ up_to: 5 requests, price: $1/TB }, { price: $1/TB }])", "tiers.bound"),
    ("tiered(6 TB, [{ up_to: 5 TB/day, price: $1/TB }, { price: $1/TB }])", "tiers.bound"),
    ("tiered(0 TB - 6 TB, $1/TB)", "tiers.negative"),
    ("tiered(6 TB, $0/TB - $1/TB)", "tiers.negative"),
    ("tiered(6 TB, [{ to: 5 TB, price: $1/TB }])", "fields.unknown"),
    ("tiered(6 TB, [3])", "types.expected"),
    ("tiered(6 TB, [{ price: true }])", "types.expected"),
    ("tiered(6 TB, nothing)", "names.unknown"),
    ("tiered(6 TB, \"dear\")", "types.expected"),
  ])
  func refusals(expression: String, id: String) {
    #expect(Set(run("show \(expression)").diagnostics.map(\.id)) == [id])
  }

  /// Tiers count 165 TB = 150 × 1.024⁴ TB; a list of the catalogue cannot be given a last tier.
  @Test func publishedListsThatEndSaySo() {
    let help =
      "take another list, such as `aws.egress_internet.us_west_2`, or tiers of your own, the last of them without `up_to`"
    let list = "no price of aws data transfer out to internet in us-east-1 beyond 165 TB"
    #expect(
      diagnosed("show tiered(200 TB, aws.egress_internet)") == [
        "tiers.end: \(list) is known, and this is 200 TB = \(help)"
      ])
    #expect(
      diagnosed("show tiered(200 TB/month, aws.egress_internet)") == [
        "tiers.end: \(list) a month is known, and this is 200 TB a month = \(help)"
      ])
    #expect(
      diagnosed("show tiered(60 TB/month, [{ up_to: 50 TB, price: $1/TB }])") == [
        "tiers.end: the tiers end at 50 TB a month, and 60 TB a month is beyond"
          + " = give a last tier without `up_to`"
      ])
    // Of 110 to 200 TB, 39% lies beyond 164.93: 35.07 ÷ 90.
    let found = diagnosed("show tiered(uniform(110 TB to 200 TB), aws.egress_internet)")
    #expect(
      found == [
        "tiers.end: \(list) is known, and this is 200 TB"
          + " (in 39.0% of the samples, of which this is the worst) = \(help)"
      ])
  }
}
