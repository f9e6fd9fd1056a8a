import Testing

@testable import AICLanguage

/// Prices of the catalogue in programs; expected figures are the rows' own, divided by hand.
@Suite struct CataloguePriceTests {
  /// aws p5.48xlarge, eight H100: $55.04 today, $98.32 until 2025-06; $11.5616 spot in us-east-2.
  @Test(arguments: [
    ("aws.p5_48xlarge", "55.04/8"),
    ("aws.p5_48xlarge.on_demand", "55.04/8"),
    ("aws.p5_48xlarge.us_east_2.spot", "11.5616/8"),
    ("aws.p5_48xlarge.spot.us_east_2", "11.5616/8"),
    ("aws.p5_48xlarge.instance", "55.04"),
    ("aws.p5_48xlarge.us_west_1.instance", "68.8"),
    ("aws.p5_48xlarge as of 2024-06", "98.32/8"),
    ("aws.p5_48xlarge as of 2023-08", "98.32/8"),
    ("aws.p5_48xlarge as of 2025-06-22", "98.32/8"),
    ("aws.p5_48xlarge as of 2025-06-23", "55.04/8"),
    ("aws.p5_48xlarge at 2024-06", "98.32/8"),
    ("(aws.p5_48xlarge) as of 2024-06", "98.32/8"),
    ("aws.p5_48xlarge.capacity_block as of 2025", "39.33/8"),
    ("gcp.tpu_v5e.reserved_3y", "0.54"),
    ("aws.m7i_xlarge", "0.2016"),
    ("azure.standard_nc6s_v3.reserved_1y", "2.24"),
    ("crusoe.h100_sxm_80gb", "3.9"),
    ("lambda.gpu_1x_h100_sxm5", "4.29"),
    ("aws.p2_8xlarge.instance", "7.2"),
    ("runpod.`RTX-4090`", "0.34"),
  ])
  func byTheHour(price: String, expected: String) throws {
    let parts = expected.split(separator: "/").compactMap { Double($0) }
    let dollars = parts.dropFirst().reduce(parts[0], /)
    let figure = try #require(figures("show (\(price)) in $/hour").first)
    #expect(abs(figure.value * 3600 - dollars) < 1e-9 * dollars)
  }

  @Test func aPriceIsTakenWhereOneStands() throws {
    let found = figures(
      """
      p = deploy llama_3_1_8b on 1 H100 with quantize fp8, batch 64 serving 1 requests/s {
        prompt: 900 tokens, response: 250 tokens, price: aws.p5_48xlarge as of 2024-06
      }
      q = deploy llama_3_1_8b on 1 H100 with quantize fp8, batch 64 serving 1 requests/s {
        prompt: 900 tokens, response: 250 tokens, price: $12.29/hour
      }
      show p.cost - q.cost
      """)
    #expect(abs(try #require(found.first).value) < 1e-12)
  }

  /// openai gpt-4o is $2.50 in and $10 out for a million: 900 and 250 of them are $0.00475.
  @Test func tokens() throws {
    let found = figures(
      """
      t = openai.gpt_4o
      a = deploy gpt_4o on api openai.gpt_4o serving 1 requests/s { prompt: 900 tokens, response: 250 tokens }
      b = deploy gpt_4o on api t serving 1 requests/s { prompt: 900 tokens, response: 250 tokens }
      show a.cost_per_request, b.cost_per_request, openai.gpt_4o.cached_input * 1M tokens
      """)
    #expect(found.map(\.value).map { ($0 * 1e6).rounded() / 1e6 } == [0.00475, 0.00475, 1.25])
  }

  /// google gemini-3.8-flash: $0.75 until $1.50 from 2027-01-01 on, as announced.
  @Test func announcedChanges() throws {
    let found = figures(
      """
      show google.gemini_3_8_flash.input * 1M tokens
      show (google.gemini_3_8_flash.input as of 2026-12) * 1M tokens
      show (google.gemini_3_8_flash as of 2027-01).input * 1M tokens
      """)
    #expect(found.map { ($0.value * 1e6).rounded() / 1e6 } == [0.75, 0.75, 1.5])
  }

  @Test func aCurrencyWithARateIsJoined() throws {
    let found = figures("rate USD = €0.50 as of 2026-10-01\nshow crusoe.h100_sxm_80gb * 1 hour")
    #expect(abs(try #require(found.first).value - 1.95) < 1e-12)
  }

  @Test(arguments: [
    ("aws", "prices.provider: `aws` is a provider, and no price"),
    ("aws.p6_48xlarg", "prices.instance: there is no price of `p6_48xlarg` at aws"),
    ("aws.p5_48xlarge.us_eest_1", "prices.region: there is no such price in `us_eest_1`"),
    ("aws.p5_48xlarge.us_west_1.spot", "prices.region: there is no such price in `us_west_1`"),
    ("aws.p5e_48xlarge", "prices.commitment: there is no on-demand price of it"),
    ("aws.p5_48xlarge.spot.spot", "prices.terms: a price is of one region and of one commitment"),
    (
      "aws.p5_48xlarge as of 2023-07",
      "prices.date: no price of `aws.p5_48xlarge` is known by 2023-07"
    ),
    ("aws.p2_8xlarge", "prices.devices: how many devices it has is not known, so one has no price"),
    (
      "crusoe.h100_sxm_80gb.instance",
      "prices.devices: this is sold by the device: there is no instance to price"
    ),
    (
      "openai.gpt_4o as of 2024",
      "prices.date: no price of `openai.gpt_4o` is known by 2024"
    ),
    ("5 hours + aws.p5_48xlarge", "units.mismatch: cannot add Time and Money per Time"),
    (
      "(2 * 3) as of 2024",
      "types.expected: expected a trend or a price of the catalogue, found a Number"
    ),
  ])
  func mistakes(text: String, told: String) {
    let found = diagnosed("show \(text)")
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix(told) == true, "\(found)")
  }

  @Test func mendsOfMistakes() {
    #expect(diagnosed("show aws.p5_48xlarg").first?.contains("did you mean `p5_48xlarge`") == true)
    #expect(
      diagnosed("show aws.p5_48xlarge as of 2020").first?
        .hasSuffix("such as `aws.p5_48xlarge as of 2023-08-08`") == true)
    #expect(
      diagnosed("show vast.h100_sxm").first?.hasSuffix("= it has `vast.h100_sxm.spot`") == true)
  }

  @Test func aNameOfTheFileComesFirst() throws {
    #expect(
      try #require(figures("aws = { p5_48xlarge: 3 }\nshow aws.p5_48xlarge").first).value == 3)
    #expect(diagnosed("x = aws.p5_48xlarge\naws = 3").map { $0.prefix(11) } == ["names.below"])
  }

  @Test func anAssumptionBringsItsSourceAndDate() throws {
    let script = Script(
      SourceFile(
        name: "t",
        text: """
          assume now = aws.p5_48xlarge
          assume early = aws.p5_48xlarge as of 2024-06
          assume own = aws.p5_48xlarge source "mine"
          show now + early + own
          """))
    let all = try #require(script.assumptions().assumptions).inputs
    let inputs = all.filter { $0.kind == .assumption }
    #expect(
      inputs.map { $0.source?.hasPrefix("aws/karpenter-provider-aws@") } == [true, true, false])
    #expect(inputs.map(\.asOf) == ["2026-07-20", "2024-06", nil])
    #expect(inputs.map(\.confidence) == [.listed, .listed, .sourced])
    #expect(
      inputs.map { ($0.value.figure?.value ?? 0) * 3600 }.map { ($0 * 100).rounded() / 100 } == [
        6.88, 12.29, 6.88,
      ])
  }

  @Test func estimatesSaySo() throws {
    let explained = Script(SourceFile(name: "t", text: "x = runpod.rtx_4090")).explain("x").figure
    #expect(explained?.parts.first?.source?.hasSuffix(", an estimate (2026-03-10)") == true)
  }

  /// A price of 2024-12 beside one of 2026-10; one that was asked for by its date is meant to be old.
  @Test func stalePrices() {
    let told = diagnosed(
      "assume u = $1 as of 2026-10\nshow u, aws.p5e_48xlarge.capacity_block, aws.p5_48xlarge as of 2024-06"
    )
    #expect(told.count == 1)
    #expect(
      told.first?.hasPrefix("warning lints.stale: the price `aws.p5e_48xlarge.capacity_block`")
        == true)
  }

  @Test func completions() {
    #expect(offered("x = aws.p5‸").starts(with: ["p5_4xlarge", "p5_48xlarge"]))
    #expect(offered("x = aws.p5_48xlarge.us_e‸") == ["us_east_1", "us_east_2"])
    #expect(
      offered("x = aws.p5_48xlarge.‸").suffix(4) == [
        "on_demand", "spot", "capacity_block", "instance",
      ])
    #expect(offered("x = openai.gpt_4o.‸").starts(with: ["input", "output"]))
    #expect(offered("x = deploy m on api ‸").starts(with: ["openai", "anthropic"]))
    #expect(offered("x = deploy m on api openai.gpt_4o_m‸") == ["gpt_4o_mini"])
    #expect(offered("x = corew‸").contains("coreweave"))
    #expect(offered("aws = { p: 1 }\nx = aws.‸") == ["p"])
  }

  @Test func longPathsTakeNoTime() {
    let path = "aws" + String(repeating: ".p5_48xlarge", count: 5000)
    #expect(diagnosed("show \(path)").count >= 1)
  }
}
