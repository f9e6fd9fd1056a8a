import Testing

@testable import Quantities

@Suite struct DimensionTests {
  static let bases: [BaseDimension] = [
    .money(.usd), .money(Currency(code: "EUR")), .time, .energy, .data, .compute, .tokens,
    .requests, .samples, .users, .mass, .volume, .custom("seat"),
  ]

  static func random(_ generator: inout SplitMix64, bases: [BaseDimension] = bases) -> Dimension {
    var dimension = Dimension.none
    for _ in 0..<Int.random(in: 0...3, using: &generator) {
      let base = bases.randomElement(using: &generator) ?? .time
      let power = [-2, -1, -1, 1, 1, 2].randomElement(using: &generator) ?? 1
      dimension = dimension * Dimension(base, Exponent(power))
    }
    return dimension
  }

  @Test func productsFormAnAbelianGroup() {
    var generator = SplitMix64(seed: 1)
    for _ in 0..<10_000 {
      let (a, b, c) = (
        Self.random(&generator), Self.random(&generator), Self.random(&generator)
      )
      #expect(a * b == b * a)
      #expect((a * b) * c == a * (b * c))
      #expect(a * .none == a)
      #expect(a / a == .none)
      #expect((a / b) * b == a)
      #expect((a * b).raised(to: Exponent(2)) == a * a * b * b)
      #expect((a * a).raised(to: Exponent(1, over: 2)) == a)
    }
  }

  @Test func exponentsStayInLowestTerms() {
    #expect(Exponent(2, over: 4) == Exponent(1, over: 2))
    #expect(Exponent(3, over: -6) == Exponent(-1, over: 2))
    #expect(Exponent(1, over: 2) + Exponent(1, over: 2) == .one)
    #expect(Exponent(0, over: 7) == .zero)
  }

  @Test func extremeExponentsDoNotTrap() {
    let most = Exponent(.min, over: .min)
    #expect(most == .one)
    #expect((Exponent(.max) * Exponent(.max)).denominator == 1)
    #expect((-Exponent(.min)).numerator > 0)
    _ = Exponent(.min, over: .max) + Exponent(.max, over: .max - 1)
  }

  @Test(arguments: [
    (Dimension.none, "Number", ""),
    (.money, "Money", "USD"),
    (Dimension(.money(Currency(code: "EUR"))), "Money (EUR)", "EUR"),
    (.money / .time, "Money per Time", "USD/s"),
    (.power, "Power", "J/s"),
    (Dimension.tokens / .time / .users, "Tokens per User per Time", "token/user/s"),
    (Dimension.money / .users / .time / .time, "Money per User per Time²", "USD/user/s²"),
    (Dimension.none / .time, "Number per Time", "1/s"),
    (Dimension.energy * .time, "Time × Energy", "s·J"),
    (Dimension(.data, Exponent(1, over: 2)), "Data^(1/2)", "byte^(1/2)"),
    (Dimension(.custom("seat")), "seat", "seat"),
  ])
  func isNamedInTheReadersWords(dimension: Dimension, name: String, unit: String) {
    #expect(dimension.description == name)
    #expect(dimension.baseUnit == unit)
  }

  @Test func namesReadBack() {
    var generator = SplitMix64(seed: 2)
    for _ in 0..<10_000 {
      let dimension = Self.random(&generator, bases: Self.bases.dropLast())
      #expect(Dimension(named: dimension.description) == dimension)
    }
  }

  @Test func annotationsRead() {
    #expect(Dimension(named: "Money/Request") == .money / .requests)
    #expect(Dimension(named: "Money per Time") == .money / .time)
    #expect(Dimension(named: "Number") == Dimension.none)
    #expect(Dimension(named: "Token") == .tokens)
    for text in ["", "Monye", "Money per ", "money", "Money (XYZ)", "per Time", "Money Time"] {
      #expect(Dimension(named: text) == nil, "\(text)")
    }
  }

  @Test func baseUnitsReadBack() throws {
    var generator = SplitMix64(seed: 3)
    for _ in 0..<10_000 {
      let dimension = Self.random(&generator, bases: Self.bases.dropLast())
      if dimension.isNone { continue }
      let unit = try UnitTable.standard.unit(dimension.baseUnit)
      #expect(unit.dimension == dimension)
      #expect(unit.scale == 1)
    }
  }

  @Test func onlyOneCurrencyIsMoney() {
    #expect(Dimension.money.isMoney)
    #expect(Dimension(.money(Currency(code: "JPY"))).isMoney)
    #expect(!(Dimension.money * .money).isMoney)
    #expect(!(Dimension.money / .time).isMoney)
    #expect(!Dimension.none.isMoney)
  }
}
