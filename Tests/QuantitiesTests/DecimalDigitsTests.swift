import Testing

@testable import Quantities

@Suite struct DecimalDigitsTests {
  /// Halves go away from zero by the decimal digits, not the binary value: 1.005 is 1.01.
  @Test(arguments: [
    (1.005, 3, "1.01"), (2.5, 1, "3"), (0.125, 2, "0.13"), (999.5, 3, "1000"), (9.995, 3, "10"),
    (0.000_999_6, 3, "0.001"), (123_456, 3, "123000"), (0, 3, "0"), (-2.5, 1, "-3"),
    (1e22, 3, "10000000000000000000000"),
  ])
  func rounds(value: Double, digits: Int, text: String) {
    #expect(DecimalDigits(value).rounded(to: digits).plainText() == text)
  }

  @Test func textReadsBackExactly() {
    var generator = SplitMix64(seed: 8)
    for _ in 0..<10_000 {
      let value = Double(bitPattern: generator.next())
      guard value.isFinite else { continue }
      let digits = DecimalDigits(value)
      #expect(Double(digits.plainText()) == value)
      #expect(Double(digits.scientificText()) == value)
    }
  }

  @Test func zeroHasNoSign() {
    #expect(DecimalDigits(-0.0).plainText() == "0")
    #expect(DecimalDigits(-0.0).scientificText() == "0e0")
    #expect(DecimalDigits(-0.4).rounded(to: 0).plainText() == "0")
    #expect(DecimalDigits(7).rounded(to: -1).plainText() == "0")
    #expect(QuantityFormat.display.text(1234.5, .money, digits: -3) == "$1,000")
  }

  @Test func groupsAndPads() {
    #expect(DecimalDigits(1_234_567.5).plainText(grouped: true) == "1,234,567.5")
    #expect(DecimalDigits(123).plainText(decimals: 2, grouped: true) == "123.00")
    #expect(DecimalDigits(7.7e23).scientificText(decimals: 2) == "7.70e23")
  }
}
