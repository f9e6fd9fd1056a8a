import Quantities
import Testing

@testable import CostEngine

@Suite struct PriceTiersTests {
  private let fixtures = Fixtures()
  private static let gibibyte = 1_073_741_824.0
  private static let tebibyte = 1024 * gibibyte
  private static let month = 2_628_000.0

  /// Ends in TiB and prices in dollars per GiB.
  private func tiers(_ steps: [(upTo: Double?, price: Double)]) throws -> PriceTiers {
    try #require(
      PriceTiers(
        steps.map { step in
          PriceTiers.Tier(
            upTo: step.upTo.map { fixtures.number($0 * Self.tebibyte, .data) },
            price: fixtures.number(step.price / Self.gibibyte, .money / .data))
        }))
  }

  private func aws() throws -> PriceTiers {
    try tiers([(10, 0.09), (50, 0.085), (150, 0.07), (nil, 0.05)])
  }

  /// AWS's own arithmetic for 60 TiB: 10,240 × $0.09 + 40,960 × $0.085 + 10,240 × $0.07 = $5,120.00.
  @Test func sixtyTebibytesOfEgress() throws {
    let amount = fixtures.number(60 * Self.tebibyte, .data)
    #expect(isClose(fixtures.value(try aws().cost(of: amount)), 5120))
  }

  /// The same every month: an end without a time holds for each month of a rate.
  @Test func sixtyTebibytesAMonth() throws {
    let rate = fixtures.number(60 * Self.tebibyte / Self.month, .data / .time)
    let cost = try aws().cost(of: rate)
    #expect(cost.dimension == .money / .time)
    #expect(isClose(fixtures.value(cost) * Self.month, 5120))
  }

  /// S3 Standard: 50 TB, the next 450 TB, the rest. 51,200 × $0.023 + 460,800 × $0.022 + 102,400 × $0.021
  /// = $13,465.60 for 600 TiB; GCP egress: 1,024 × $0.12 + 9,216 × $0.11 + 2,048 × $0.08 = $1,300.48 for 12 TiB.
  @Test func otherProviders() throws {
    let s3 = try tiers([(50, 0.023), (500, 0.022), (nil, 0.021)])
    let stored = fixtures.number(600 * Self.tebibyte, .data)
    #expect(isClose(fixtures.value(s3.cost(of: stored)), 13_465.6))
    let gcp = try tiers([(1, 0.12), (10, 0.11), (nil, 0.08)])
    let sent = fixtures.number(12 * Self.tebibyte, .data)
    #expect(isClose(fixtures.value(gcp.cost(of: sent)), 1_300.48))
  }

  /// At an end the lower tier's price holds for all below it, and no more.
  @Test(arguments: [(0.0, 0.0), (5.0, 460.8), (10.0, 921.6), (50.0, 4403.2), (150.0, 11_571.2)])
  func ends(tebibytes: Double, dollars: Double) throws {
    let amount = fixtures.number(tebibytes * Self.tebibyte, .data)
    #expect(isClose(fixtures.value(try aws().cost(of: amount)), dollars))
  }

  @Test func aFreeAllowanceCostsNothing() throws {
    let tiers = try tiers([(1, 0), (nil, 0.1)])
    let amount = fixtures.number(3 * Self.tebibyte, .data)
    #expect(isClose(fixtures.value(tiers.cost(of: amount)), 204.8))
    let little = fixtures.number(0.5 * Self.tebibyte, .data)
    #expect(fixtures.value(tiers.cost(of: little)) == 0)
  }

  /// Random tiers against walking up the list by hand.
  @Test func randomTiers() throws {
    var random = SplitMix64(state: 7)
    for _ in 0..<200 {
      var end = 0.0
      var steps: [(upTo: Double?, price: Double)] = []
      for _ in 0..<Int.random(in: 0...5, using: &random) {
        end += Double.random(in: 0.1...40, using: &random)
        steps.append((end, Double.random(in: 0...0.2, using: &random)))
      }
      steps.append((nil, Double.random(in: 0...0.2, using: &random)))
      let amount = Double.random(in: 0...200, using: &random)
      var (expected, low) = (0.0, 0.0)
      for step in steps where amount > low {
        expected += (min(amount, step.upTo ?? amount) - low) * 1024 * step.price
        low = step.upTo ?? amount
      }
      let cost = try tiers(steps).cost(of: fixtures.number(amount * Self.tebibyte, .data))
      #expect(isClose(fixtures.value(cost), expected, 1e-9), "\(steps) \(amount)")
    }
  }

  @Test func whatMustHold() throws {
    let amount = fixtures.number(200 * Self.tebibyte, .data)
    func failing(_ steps: [(upTo: Double?, price: Double)]) throws -> [String] {
      let tiers = try tiers(steps)
      return (tiers.requirements(as: "x") + tiers.requirements(on: amount, as: "x"))
        .failing(fixtures.builder)
    }
    #expect(try failing([(10, 0.09), (nil, 0.05)]) == [])
    #expect(try failing([(10, 0.09), (10, 0.08), (nil, 0.05)]) == ["tiers.order"])
    #expect(try failing([(0, 0.09), (nil, 0.05)]) == ["tiers.order"])
    #expect(try failing([(10, 0.09), (150, 0.05)]) == ["tiers.end"])
    #expect(try failing([(10, -0.09), (nil, 0.05)]) == ["tiers.negative"])
    let below = fixtures.number(-1, .data)
    #expect(
      try aws().requirements(on: below, as: "x").failing(fixtures.builder) == ["tiers.negative"])
  }

  @Test func aGap() throws {
    let price = fixtures.number(1, .money / .data)
    let tiers = try #require(
      PriceTiers([
        PriceTiers.Tier(upTo: fixtures.number(5, .data), price: price),
        PriceTiers.Tier(from: fixtures.number(7, .data), upTo: nil, price: price),
      ]))
    #expect(tiers.requirements(as: "x").failing(fixtures.builder) == ["tiers.gap"])
  }

  @Test func whatIsNoTiers() {
    let price = fixtures.number(1, .money / .data)
    let open = PriceTiers.Tier(upTo: nil, price: price)
    #expect(PriceTiers([]) == nil)
    #expect(PriceTiers([open, open]) == nil)
    let other = PriceTiers.Tier(
      upTo: fixtures.number(1, .data), price: fixtures.number(1, .money / .requests))
    #expect(PriceTiers([other, open]) == nil)
    #expect(fixtures.builder.faults == [])
  }
}
