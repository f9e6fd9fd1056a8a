import AICLanguage
import Testing

/// Spare replicas on spot, against sums of probabilities in python.
@Suite struct AvailabilityTests {
  private static let fleet = """
    s = deploy llama_3_1_8b on 1 H100 serving 15000 requests/s {
      prompt: 900 tokens, response: 250 tokens, price: $2/hour, spot: 60%
    }

    """

  /// 988 serve and 1.23% of the time one is away: 12.35 failures before 988 successes on average, at most 25 of them
  /// with a chance of 99.9%. Without `availability` 1,000 make up for the time away on average.
  @Test func aLargeFleetHasAsManySparesAsItNeeds() {
    let shown = figures(
      Self.fleet + "show s.replicas, (s with { availability: 99.9% }).replicas")
    #expect(shown.map(\.value) == [1000, 1013])
  }

  @Test func uncertainFleetsToo() throws {
    let text = Self.fleet.replacing(
      "15000 requests/s", with: "uniform(14999 requests/s to 15001 requests/s)")
    let shown = figures(text + "show (s with { availability: 99.9% }).replicas")
    #expect(abs(try #require(shown.first).value - 1013) < 0.5)
  }

  /// Away ten times as long as up, more are needed than serve, and no more are away than there are.
  @Test func noMoreAreAwayThanThereAre() throws {
    let text =
      Self.fleet
      + "w = s with { availability: 99.9%, spot.interruptions: 1/minute, spot.recovery: 10 minutes }\n"
    let script = Script(
      SourceFile(name: "t", text: text.replacing("15000", with: "150") + "show w.replicas"))
    let explained = try #require(script.explain("w.replicas").0)
    let found = try #require(part("replicas away on average", of: explained))
    let serving = try #require(part("replicas that serve", of: explained))
    // 10 ÷ (1 + 10) of them, and a little for failures.
    #expect(abs(found / serving - 10.0 / 11) < 1e-4)
  }

  private func part(_ label: String, of explained: ExplainedFigure) -> Double? {
    if explained.label == label { return explained.figure.value }
    for inner in explained.parts {
      if let found = part(label, of: inner) { return found }
    }
    return nil
  }

  @Test func certaintyIsRefused() {
    let text = Self.fleet + "show (s with { availability: 100% }).replicas"
    #expect(
      diagnosed(text) == [
        "field.bounds: `availability` must be more than 0% and less than 100%, not 100%"
      ])
  }
}
