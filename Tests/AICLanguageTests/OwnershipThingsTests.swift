import Testing

@testable import AICLanguage

/// Owned devices in programs: what they cost stands in the engine's tests.
@Suite struct OwnershipThingsTests {
  /// $40,000 a device all in, straight over 4 years: $10,000 a year, in use half of the time.
  private let owned =
    things + """
      o = own box { purchase: $40k, server: 0, network: 0, life: 4 years, utilization: 50% }

      """

  @Test(arguments: [
    ("o.price", "$10k / (4380 hours)"),
    ("o.price.capital", "o.price"),
    ("o.cost", "$10k/year"),
    ("(o with { life: 2 years }).price", "o.price * 2"),
    ("(train m on 20T tokens using 8 o at 40% mfu).cost", "t.device_hours * o.price"),
    (
      "(train m on 20T tokens using 8 box at 40% mfu { price: o }).cost",
      "t.device_hours * o.price"
    ),
    (
      "(train m on 20T tokens using 8 box at 40% mfu "
        + "{ price: own { purchase: $40k, server: 0, network: 0, life: 4 years } }).cost",
      "t.device_hours * o.price / 2"
    ),
    (
      "(train m on 20T tokens using 8 (box with { price: own { purchase: $8760, server: 0, "
        + "network: 0, life: 1 years } }) at 40% mfu).cost",
      "t.device_hours * $1/hour"
    ),
    ("(train m on 20T tokens using 8 box at 40% mfu { price: o }).price.capital", "o.price"),
    (
      "(s with { price: own { purchase: $8760, server: 0, network: 0, life: 1 years } }).cost",
      "s.cost / 2"
    ),
    ("H100.purchase", "$33810"),
    ("(own H100 { network: 0, server: 0 }).paid", "$33810"),
  ])
  func owning(expression: String, expected: String) {
    expectAlike(expression, expected, after: owned)
  }

  @Test func fieldsOfOwnedDevicesAreReplaced() {
    let text = owned + "r = train m on 20T tokens using 8 o at 40% mfu\nshow r.cost"
    let plain = figures(text).map(\.value)
    let longer = figures(text, settings: [("o.life", "8 years")]).map(\.value)
    #expect(plain.count == 1 && plain.map { $0 / 2 } == longer)
  }

  @Test(arguments: [
    ("own", "own"), ("own = 3\nx = own * 2", nil), ("x = own { life: 3 years }", "own"),
    ("x = 2 * own box", "own"), ("x = { own: 3 }\nshow x.own", nil),
  ])
  func ownIsANameElsewhere(text: String, pointed: String?) {
    #expect(run(text).diagnostics.isEmpty == (pointed == nil))
  }

  @Test(arguments: [
    ("o = own box { lief: 3 years }", "fields.unknown"),
    ("o = own m { life: 3 years }", "types.expected"),
    ("o = own { life: 3 years }", "ownership.hardware"),
    ("o = own box { purchase: $3, life: 0 years }\nshow o.price", "field.bounds"),
    ("o = own box { purchase: $3, salvage: 120% }\nshow o.price", "field.bounds"),
    ("o = own box { purchase: $3, utilization: 0% }\nshow o.price", "field.bounds"),
    ("x = t with { price: own { purchase: $3, life: 0 years } }\nshow x.cost", "field.bounds"),
    ("x = t with { price: own { life: 3 years } }", "ownership.purchase"),
    ("x = t with { price: 3 hours }", "units.expected"),
    ("x = t with { price: m }", "types.expected"),
  ])
  func mistakes(text: String, id: String) {
    #expect(run(things + text).diagnostics.map(\.id) == [id])
  }

  /// What is sold by eights and rented by one says so once, and not where whole nodes are rented.
  @Test func instancesAreSoldWhole() {
    let text = """
      assume price = aws.p5_48xlarge as of 2026-08
      x = train llama_3_1_8b on 1T tokens using 60 H100 at 40% mfu { price: price FIELDS }
      y = deploy llama_3_1_8b on 1 H100 serving 1 requests/s {
        prompt: 900 tokens, response: 250 tokens, price: price * 90% FIELDS
      }
      show x.cost, y.cost
      """
    let plain = run(text.replacing("FIELDS", with: ""))
    #expect(plain.diagnostics.map(\.id) == ["terms.bundle", "terms.bundle"])
    #expect(run(text.replacing("FIELDS", with: ", rent: nodes")).diagnostics.isEmpty)
  }

  /// A price that is for spot already is not taken off from again without a word, and is compared with no other.
  @Test(arguments: [
    ("aws.p5_48xlarge.spot", "spot: 60%", ["terms.price"]),
    ("aws.p5_48xlarge.spot * 90%", "spot: 60%", ["terms.price"]),
    ("aws.p5_48xlarge.spot", "spot: 0%", []), ("aws.p5_48xlarge", "spot: 60%", []),
    (
      "azure.standard_nc6s_v3.reserved_1y", "reserve: 1 day, reserve.discount: 20%", ["terms.price"]
    ),
  ])
  func committedPrices(price: String, terms: String, ids: [String]) {
    let result = run(
      """
      x = train llama_3_1_8b on 1T tokens using 64 H100 at 40% mfu {
        price: \(price), \(terms)
      }
      y = deploy llama_3_1_8b on 8 H100 serving 500 requests/s {
        prompt: 900 tokens, response: 250 tokens, price: \(price), \(terms)
      }
      show x.cost, y.cost
      """)
    #expect(result.diagnostics.map(\.id) == ids + ids)
  }

  /// $26,280 over three years is $1 an hour of 26,280, half of which $2 an hour pays for.
  @Test func explainsHoursAsHours() throws {
    let text =
      things + """
        o = own box { purchase: $26280, server: 0, network: 0, life: 3 years, rent: $2/hour }
        """
    let script = Script(SourceFile(name: "t", text: text))
    let explained = try #require(script.explain("o.breakeven_hours").figure)
    #expect(explained.figure.text == "13,140 hours")
    #expect(explained.substituted == "50% × 3 years")
    #expect(explained.parts.first?.substituted == "$8,760/year ÷ $2/hour")
  }

  /// What is told of the devices is told once, and an uncertain rent stops nothing.
  @Test func uncertainRentsAreTold() {
    let text = """
      o = own H100 { purchase: $30k, life: 4 years, rent: $0.5/hour to $1.2/hour }
      x = train llama_3_1_8b on 1T tokens using 64 o at 40% mfu
      y = deploy llama_3_1_8b on 1 o serving 4 requests/s { prompt: 900 tokens, response: 250 tokens }
      show o, x.cost, y.cost
      """
    let result = run(text)
    #expect(result.diagnostics.map(\.id) == ["ownership.breakeven"])
    #expect(result.diagnostics.first?.message.contains("of the samples") == true)
  }

  @Test(arguments: [
    ("with spot 60% off", "cost", "t.cost * 40% / goodput"),
    ("with spot 60% off { recovery: 0 s } { goodput: 80% }", "cost", "t.cost * 40% / 80%"),
  ])
  func spot(clause: String, figure: String, expected: String) {
    let text = things + "x = train m on 20T tokens using 8 box at 40% mfu \(clause)\n"
    expectAlike(
      "x.\(figure)", expected.replacing("goodput", with: "x.goodput"), after: text)
  }

  @Test func completesOwnedDevices() {
    func names(_ line: String) -> [String] { offered(completionScript + line) }
    #expect(names("x = own ‸").contains("chip"))
    #expect(names("x = own H100 { lif‸").contains { $0.hasPrefix("life") })
    #expect(
      names("x = train m on d using 8 H100 { price: own { salv‸").contains {
        $0.hasPrefix("salvage")
      })
    #expect(names("x = o‸").contains("own"))
  }
}
