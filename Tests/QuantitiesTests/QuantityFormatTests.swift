import Testing

@testable import Quantities

@Suite struct QuantityFormatTests {
  static let month = Dimension.money / .time
  static let euro = Currency(code: "EUR")

  /// The figures of the sketches in the output page, and their neighbours.
  static let figures: [(Double, Dimension, String)] = [
    (743, .money, "$743"), (12_400, .money, "$12.4k"), (4_310_000, .money, "$4.31M"),
    (52_900.1, .money, "$52.9k"), (5_830, .money, "$5,830"), (168_000, .money, "$168k"),
    (3_312_345, .money, "$3.31M"), (0.00048, .money, "$0.00048"), (2.5, .money, "$2.50"),
    (0.423, .money / .none, "$0.423"), (0.4234, .money, "$0.42"), (0.4, .money, "$0.40"),
    (10.5, .money, "$10.50"), (3, .money, "$3"), (0, .money, "$0"), (-743, .money, "−$743"),
    (999.96, .money, "$1,000"), (9999.6, .money, "$10.0k"), (1e30, .money, "$1e30"),
    (4210.4 / 2_628_000, month, "$4,210 per month"),
    (0.42e-6, .money / .tokens, "$0.42 per 1M tokens"),
    (0.00048, .money / .requests, "$0.00048 per request"),
    (4600, Dimension(.money(euro)), "€4,600"),
    (4600 / 2_628_000.0, Dimension(.money(euro)) / .time, "€4,600 per month"),
    (46, Dimension(.money(Currency(code: "SEK"))), "46 SEK"),
    (0.182, .time, "182 ms"), (0.0114, .time, "11.4 ms"), (28.91 * 86_400, .time, "28.9 days"),
    (90, .time, "1.5 min"), (3600, .time, "1 hour"), (31_536_000, .time, "1 year"),
    (0, .time, "0 s"),
    (0.9996, .time, "1.00 s"), (3e-10, .time, "0.3 ns"),
    (1.31 * 3.6e6, .energy, "1.31 kWh"), (756, .energy / .requests, "0.21 Wh per request"),
    (0.3, .energy / .tokens, "0.3 J per token"), (700, .power, "700 W"), (1.5e8, .power, "150 MW"),
    (80e9, .data, "80 GB"), (29.46e9, .data, "29.5 GB"), (1, .data, "1 byte"),
    (512, .data, "512 bytes"),
    (3.35e12, .data / .time, "3.35 TB/s"), (131_072, .data / .tokens, "131 kB/token"),
    (7.74e23, .compute, "7.74e23 FLOP"), (5e18, .compute, "5 EFLOP"), (1e21, .compute, "1e21 FLOP"),
    (9.89e14, .compute / .time, "989 TFLOP/s"), (35, .tokens / .users / .time, "35 tokens/s/user"),
    (30, .requests / .time, "30 requests/s"), (0.375, .requests / .time, "32,400 requests/day"),
    (15e12, .tokens, "15T tokens"), (6300, .users, "6,300 users"), (1, .users, "1 user"),
    (400, .mass, "400 kgCO₂e"), (4000, .mass, "4 tCO₂e"),
    (0.4 / 3.6e6, .mass / .energy, "400 gCO₂e per kWh"),
    (1.8 / 3.6e6, .volume / .energy, "1.8 L per kWh"), (0.5, .volume, "500 mL"),
    (8.03e9, .none, "8.03B"), (1_419_264, .none, "1.42M"), (2048, .none, "2,048"),
    (128_256, .none, "128,256"), (0.4, .none, "0.40"), (0.391_23, .none, "0.391"), (2, .none, "2"),
    (1.5, .none, "1.5"), (18_432.7, .none, "18.4k"), (1e-7, .none, "1e-7"), (-0.0, .none, "0"),
    (3.2, .money / .users / .time / .time, "$3.20/user/s²"),
    (2, Dimension(.custom("seat")), "2 seat"),
    (.nan, .money, "not a number"), (.infinity, .time, "infinite"),
    (-.infinity, .none, "−infinite"),
  ]

  @Test(arguments: figures)
  func displays(value: Double, dimension: Dimension, text: String) {
    #expect(QuantityFormat.display.text(value, dimension) == text)
  }

  /// Every line of the display table is read, and each of its units is of one dimension.
  @Test func displayTableIsRead() {
    #expect(DisplayTable.units.count == DisplayTable.lines.count)
    for line in DisplayTable.lines {
      let units = line.compactMap { DisplayUnit(line: $0, units: .standard) }
      #expect(units.count == line.count, "\(line)")
      #expect(Set(units.map(\.unit.dimension)).count == 1, "\(line)")
      #expect(units.map { $0.unit.scale }.dropLast().isSorted, "\(line)")
    }
  }

  @Test func unitIsPinned() throws {
    let table = UnitTable.standard
    let format = QuantityFormat.display
    let inYears = try table.unit("$/year")
    #expect(format.text(50_520 / 31_536_000, Self.month, unit: inYears) == "$50.5k/year")
    #expect(format.text(16.06e9, .data, unit: try table.unit("bytes")) == "16.1B bytes")
    #expect(format.text(3600, .time, unit: try table.unit("hours")) == "1 hour")
    #expect(format.text(80e12, .data, unit: try table.unit("GB")) == "80,000 GB")
    #expect(format.text(48_500, .money, unit: try table.unit("USD")) == "$48.5k")
  }

  @Test func percentages() throws {
    let format = QuantityFormat.display
    #expect(format.text(0.4, .none, asPercent: true) == "40%")
    #expect(format.text(0.3912, .none, asPercent: true) == "39.1%")
    #expect(format.text(0.3912, .none, asPercent: true, digits: 2) == "39%")
    #expect(format.text(-0.22, .none, asPercent: true) == "−22%")
    #expect(format.text(12.5, .none, asPercent: true) == "1,250%")
    let monthly = try UnitTable.standard.unit("1/month")
    #expect(
      format.text(0.08 / 2_628_000, .none / .time, unit: monthly, asPercent: true) == "8%/month")
  }

  @Test func partsStandApart() {
    let format = QuantityFormat.display
    let unit = format.displayUnit(for: 4210 / 2_628_000, Self.month)
    let parts = format.parts(-5830 / 2_628_000, in: unit)
    #expect(parts == QuantityText(before: "−$", number: "5,830", after: " per month"))
  }

  @Test func groupsIntegers() {
    let format = QuantityFormat.display
    #expect(format.integerGrouped(0) == "0")
    #expect(format.integerGrouped(999) == "999")
    #expect(format.integerGrouped(1_419_264) == "1,419,264")
    #expect(format.integerGrouped(-1000) == "−1,000")
    #expect(format.integerGrouped(.min) == "−9,223,372,036,854,775,808")
  }

  static let shown = DisplayTable.units.keys.sorted { $0.baseUnit < $1.baseUnit }

  /// Some dimension, often one of the display table.
  static func randomDimension(_ generator: inout SplitMix64) -> Dimension {
    if Bool.random(using: &generator) {
      return shown.randomElement(using: &generator) ?? .none
    }
    return DimensionTests.random(&generator, bases: DimensionTests.bases.dropLast())
  }

  static func randomValue(_ generator: inout SplitMix64) -> Double {
    let exponent = Int.random(in: -15...25, using: &generator)
    let mantissa = Double.random(in: 1..<10, using: &generator)
    let digits = Int.random(in: 0...17, using: &generator)
    return Double(DecimalDigits(mantissa).rounded(to: digits + 1).plainText() + "e\(exponent)") ?? 0
  }

  /// Reads what was printed, which begins with a sign that no literal has.
  static func read(_ text: String) throws -> QuantityLiteral {
    try QuantityReader().read(text.hasPrefix("-") ? String(text.dropFirst()) : text)
  }

  @Test func exactSourceReadsBackExactly() throws {
    var generator = SplitMix64(seed: 5)
    for _ in 0..<10_000 {
      let dimension = Self.randomDimension(&generator)
      let value = Self.randomValue(&generator) * (Bool.random(using: &generator) ? 1 : -1)
      let text = QuantityFormat.source.text(value, dimension, digits: QuantityFormat.exactDigits)
      let literal = try Self.read(text)
      #expect(literal.value == value.magnitude, "\(text)")
      #expect(literal.dimension == dimension, "\(text)")
      #expect(text.hasPrefix("-") == (value < 0))
    }
  }

  @Test func sourceReadsBackToThreeDigits() throws {
    var generator = SplitMix64(seed: 6)
    for _ in 0..<10_000 {
      let dimension = Self.randomDimension(&generator)
      let value = Self.randomValue(&generator)
      let text = QuantityFormat.source.text(value, dimension)
      let literal = try Self.read(text)
      #expect(abs(literal.value - value) <= 0.005_000_1 * value, "\(value) \(text)")
      #expect(literal.dimension == dimension, "\(text)")
      #expect(literal.canonicalText == text)
    }
  }

  @Test func sourceInAPinnedUnitReadsBack() throws {
    var generator = SplitMix64(seed: 7)
    let names = UnitTable.standard.names
    for _ in 0..<10_000 {
      let above = names.randomElement(using: &generator) ?? "s"
      let below = names.randomElement(using: &generator) ?? "s"
      let unit = try UnitTable.standard.unit("\(above)/\(below)")
      let value = Self.randomValue(&generator)
      let text = QuantityFormat.source.text(value, unit.dimension, unit: unit)
      let literal = try Self.read(text)
      #expect(abs(literal.value - value) <= 0.005_000_1 * value, "\(value) \(text)")
      #expect(literal.dimension == unit.dimension, "\(text)")
    }
  }
}

extension ArraySlice where Element == Double {
  fileprivate var isSorted: Bool { zip(self, dropFirst()).allSatisfy { $0 < $1 } }
}
