import Testing

@testable import Quantities

@Suite struct QuantityReaderTests {
  let reader = QuantityReader()

  /// Values by hand, quotients by Python.
  static let literals: [(String, Double, Dimension, String)] = [
    ("12", 12, .none, "12"), ("1_000", 1000, .none, "1_000"), ("2.5", 2.5, .none, "2.5"),
    ("1e9", 1e9, .none, "1e9"), ("1E-3", 0.001, .none, "1e-3"), ("007", 7, .none, "007"),
    ("8B", 8e9, .none, "8B"), ("15T", 15e12, .none, "15T"), ("128Ki", 131_072, .none, "128Ki"),
    ("5K", 5000, .none, "5k"), ("4.6M", 4.6e6, .none, "4.6M"), ("0.1k", 100, .none, "0.1k"),
    ("40%", 0.4, .none, "40%"), ("0.1%", 0.001, .none, "0.1%"), ("100%", 1, .none, "100%"),
    ("80 GB", 80e9, .data, "80 GB"), ("80GB", 80e9, .data, "80 GB"),
    ("80\u{A0}gb", 80e9, .data, "80 GB"), ("80\u{202F}GB", 80e9, .data, "80 GB"),
    ("80   GiB", 80 * 1_073_741_824, .data, "80 GiB"), ("8 byte", 8, .data, "8 bytes"),
    ("5mb", 5e6, .data, "5 MB"), ("5kW", 5000, .power, "5 kW"), ("5mw", 5e6, .power, "5 MW"),
    ("24h", 86_400, .time, "24 h"), ("1 hours", 3600, .time, "1 hour"),
    ("1.0 hour", 3600, .time, "1.0 hours"), ("2 day", 172_800, .time, "2 days"),
    ("9 ms", 0.009, .time, "9 ms"), ("3 μs", 3e-6, .time, "3 µs"), ("3us", 3e-6, .time, "3 µs"),
    ("15 t", 15_000, .mass, "15 t"), ("15T tokens", 15e12, .tokens, "15T tokens"),
    ("30 requests/s", 30, .requests / .time, "30 requests/s"),
    ("1 requests/s", 1, .requests / .time, "1 request/s"),
    ("6 requests/user/day", 6.0 / 86_400, .requests / .users / .time, "6 requests/user/day"),
    ("3.35 TB/s", 3.35e12, .data / .time, "3.35 TB/s"), ("8B/s", 8e9, .none / .time, "8B/s"),
    ("5/s", 5, .none / .time, "5/s"), ("8%/month", 0.08 / 2_628_000, .none / .time, "8%/month"),
    ("2 GPU-hours", 7200, .time, "2 GPU-hours"),
    ("$4.6M", 4.6e6, .money, "$4.6M"), ("$0", 0, .money, "$0"),
    ("4.6M usd", 4.6e6, .money, "4.6M USD"),
    ("$2.50/GPU-hour", 2.5 / 3600, .money / .time, "$2.50/GPU-hour"),
    ("$30k/year", 30_000.0 / 31_536_000, .money / .time, "$30k/year"),
    ("€30k", 30_000, Dimension(.money(Currency(code: "EUR"))), "€30k"),
    ("£2", 2, Dimension(.money(Currency(code: "GBP"))), "£2"),
    ("¥500", 500, Dimension(.money(Currency(code: "JPY"))), "¥500"),
    ("5 €", 5, Dimension(.money(Currency(code: "EUR"))), "€5"),
    ("7.74e23 FLOP", 7.74e23, .compute, "7.74e23 FLOP"),
    ("0.4 tCO₂e", 400, .mass, "0.4 tCO2e"), ("500 ml", 0.5, .volume, "500 mL"),
  ]

  @Test(arguments: literals)
  func reads(text: String, value: Double, dimension: Dimension, canonical: String) throws {
    let literal = try reader.read(text)
    #expect(literal.value == value)
    #expect(literal.dimension == dimension)
    #expect(literal.canonicalText == canonical)
    #expect(try reader.read(canonical).value == value)
    #expect(try reader.read(canonical).canonicalText == canonical)
  }

  @Test func keepsWhatTheFormatterNeeds() throws {
    let literal = try reader.read("$1_500.50k/gpu-hour")
    #expect(literal.digits == "1_500.50")
    #expect(literal.magnitude == .thousand)
    #expect(literal.unit?.text == "$/GPU-hour")
    #expect(!literal.isPercent)
    #expect(try reader.read("40%").isPercent)
    #expect(try reader.read("40%").unit == nil)
  }

  static let refusals: [(String, String, String?)] = [
    ("8 B", "`8 B` could be billions or bytes", "write `8B` or `8 bytes`"),
    ("8 B/s", "`8 B/s` has a space before its magnitude", "write `8B/s` or `8 bytes/s`"),
    ("8B B", "`8B B` could be billions or bytes", "write `8B bytes`"),
    ("$8 B", "`$8 B` could be billions or bytes", "write `$8B`"),
    ("15 T tokens", "`15 T tokens` has a space before its magnitude", "write `15T tokens`"),
    ("5 k", "`5 k` has a space before its magnitude", "write `5k`"),
    ("5m", "`5m` could be a million or minutes", "write `5M` or `5 min`"),
    ("5 m", "`5 m` could be a million or minutes", "write `5M` or `5 min`"),
    ("5m tokens", "`5m tokens` could be a million or minutes", "write `5M tokens`"),
    ("$5m", "`$5m` does not spell a magnitude", "write `$5M`"),
    ("$5bn", "`$5bn` does not spell a magnitude", "write `$5B`"),
    ("$5mm/year", "`$5mm/year` does not spell a magnitude", "write `$5M/year`"),
    ("8b", "`8b` does not spell a magnitude", "write `8B` or `8 bytes`"),
    ("15t", "`15t` does not spell a magnitude", "write `15T` or `15 t`"),
    ("15t tokens", "`15t tokens` does not spell a magnitude", "write `15T tokens`"),
    ("128ki", "`128ki` does not spell a magnitude", "write `128Ki`"),
    ("5 million users", "`5 million users` does not spell a magnitude", "write `5M users`"),
    ("4kusers", "`4kusers` has no space before its unit", "write `4k users`"),
    ("4kusers/day", "`4kusers/day` has no space before its unit", "write `4k users/day`"),
    ("2Mitokens", "`2Mitokens` has no space before its unit", "write `2Mi tokens`"),
    ("1,000", "`1,000` has a comma in a number", "write `1_000` or `1k`"),
    ("$4,210/month", "`4,210` has a comma in a number", "write `4_210` or `4.21k`"),
    ("1,419,264", "`1,419,264` has a comma in a number", "write `1_419_264`"),
    ("1,5", "`1,5` has a comma in a number", "write `1.5`"),
    ("1,", "`1,` has a comma in a number", nil),
    ("1.5e3k", "`1.5e3k` has both an exponent and a magnitude", "write `1.5e6`"),
    ("$1e3M/year", "`$1e3M/year` has both an exponent and a magnitude", "write `$1e9/year`"),
    ("1e3Ki", "`1e3Ki` has both an exponent and a magnitude", nil),
    ("5k%", "`5k%` has both a magnitude and a percent sign", "write `5k`"),
    ("5 %", "`5 %` has a space before its percent sign", "write `5%`"),
    ("5% tokens", "`5% tokens` is both a percentage and an amount", "write `5%` or `5 tokens`"),
    ("5%5", "`5%5` is both a percentage and an amount", "write `5%`"),
    ("$5%", "`$5%` is both money and a percentage", "write `5%` or `$5`"),
    ("$5 hours", "`$5 hours` is both money and another unit", "write `$5/hour` or `5 hours`"),
    ("$5GB", "`$5GB` is both money and another unit", "write `$5/GB` or `5 GB`"),
    ("$5 EUR", "`$5 EUR` is both money and another unit", "write `$5` or `5 EUR`"),
    ("1__0", "`1__0` is not a number", "write `10`"), ("1_", "`1_` is not a number", "write `1`"),
    ("1_.5", "`1_.5` is not a number", "write `1.5`"), ("_1", "`_1` is not a number", "write `1`"),
    (".5", "`.5` is not a number", "write `0.5`"), ("1.", "`1.` is not a number", "write `1`"),
    (".", "`.` is not a number", nil), ("1.2.3", "`1.2.3` is not a number", nil),
    ("0x10", "`0x10` is not a number", "write `16`"),
    ("0b11", "`0b11` is not a number", "write `3`"),
    ("0o17", "`0o17` is not a number", "write `15`"),
    ("1e999", "`1e999` is beyond the range of numbers", nil),
    ("1e-999", "`1e-999` is beyond the range of numbers", nil),
    ("1e308 GB", "`1e308 GB` is beyond the range of numbers", nil),
    ("", "a number is missing", nil), ("$", "a number is missing", nil),
    ("abc", "a number is missing", nil), ("-5", "a number is missing", nil),
    ("5 TFLOPs", "`TFLOPs` could be work or a rate", "write `TFLOP` or `TFLOP/s`"),
    ("5 Gb/s", "`Gb` could be bits or bytes", "write `Gbit` or `GB`"),
    ("5mW", "`mW` is a thousandth, and only seconds take `m`", "write `MW` or `W`"),
    ("5 tokns", "there is no unit `tokns`", "did you mean `tokens`?"),
    ("5x", "there is no unit `x`", nil), ("1e", "there is no unit `e`", nil),
    ("80 GB / h", "`GB / h` is not a unit", nil), ("5 /s", "`/s` is not a unit", nil),
  ]

  @Test(arguments: refusals)
  func refuses(text: String, message: String, help: String?) {
    let error = #expect(throws: QuantityError.self) { try reader.read(text) }
    #expect(error?.message == message)
    #expect(error?.help == help)
  }

  /// What a help line offers can be pasted over what it complains of.
  @Test(arguments: refusals)
  func readingsCanBePasted(text: String, message: String, help: String?) throws {
    let error = try #require(#expect(throws: QuantityError.self) { try reader.read(text) })
    let bytes = Array(text.utf8)
    #expect(error.range.upperBound <= bytes.count)
    for reading in error.readings {
      let mended =
        bytes[..<error.range.lowerBound] + Array(reading.utf8)
        + bytes[error.range.upperBound...]
      #expect(throws: Never.self) { try reader.read(String(decoding: mended, as: UTF8.self)) }
    }
  }

  @Test func rangesPointAtWhatIsWrong() {
    func range(_ text: String) -> Range<Int>? {
      #expect(throws: QuantityError.self) { try reader.read(text) }?.range
    }
    #expect(range("5 requests/fortnite") == 11..<19)
    #expect(range("$2.50/GPU-huor") == 10..<14)
    #expect(range("€5/huor") == 5..<9)
    #expect(range("8%/mnth") == 3..<7)
    #expect(range("$1,000/hour") == 1..<6)
    #expect(range("€1__0") == 3..<7)
    #expect(range("80 TFLOPs") == 3..<9)
  }

  @Test func noInputCrashes() {
    let pieces = [
      "5", "1,000", "0", "x", "$", "€", "k", "B", "b", " ", "%", "/", "users", "GB", "s", "m", "e3",
      ".", "_", "-", "·", "²", "⁻", "^(", "1/2)", "\u{A0}", "\u{301}", "µ", "FLOPs", "\n", "é",
      "👩‍💻", "Ki", "CO₂e", "9999999999", "\0",
    ]
    var generator = SplitMix64(seed: 4)
    var read = 0
    for _ in 0..<20_000 {
      let count = Int.random(in: 1...6, using: &generator)
      let text = (0..<count).compactMap { _ in pieces.randomElement(using: &generator) }.joined()
      do {
        let literal = try reader.read(text)
        let again = try reader.read(literal.canonicalText)
        #expect(again.value == literal.value && again.dimension == literal.dimension, "\(text)")
        read += 1
      } catch {
        #expect(error.range.lowerBound >= 0 && error.range.upperBound <= text.utf8.count, "\(text)")
        #expect(!error.message.isEmpty)
      }
    }
    #expect(read > 200)
  }

  @Test func longInputIsReadInTime() {
    let long = 200_000
    for text in [
      String(repeating: "1", count: long), "5 " + String(repeating: "a", count: long),
      "5 " + String(repeating: "s/", count: long), "5" + String(repeating: " ", count: long),
      String(repeating: "1_", count: long), "5 s" + String(repeating: "²", count: long),
      "5 " + Array(repeating: "GB/GB", count: long / 5).joined(separator: "/"),
    ] {
      _ = try? reader.read(text)
    }
  }
}
