import Testing

@testable import AICLanguage

/// What is read and not yet computed is refused by one message, wherever it stands.
struct LaterTests {
  static let all: [(text: String, word: String)] = [
    ("fn f(a: Money) = a * b\nx = f($3) + 1", "fn"),
    ("x = sum(fn(a) = a + unknown)", "fn"),
    ("x = sum([y * 2 for y in 1..8]) + 1", "for"),
  ]

  @Test(arguments: all.indices)
  func whatIsOfALaterVersionIsToldOnce(number: Int) {
    let (text, word) = Self.all[number]
    let told = Checker.check(parsed(text)).diagnostics
    #expect(told.map(\.id) == ["syntax.later"], "\(text)")
    #expect(told.first?.message == "`\(word)` is not part of this version yet", "\(text)")
  }
}
