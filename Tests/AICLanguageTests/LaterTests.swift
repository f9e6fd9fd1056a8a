import Testing

@testable import AICLanguage

/// What is read and not yet computed is refused by one message, wherever it stands.
struct LaterTests {
  static let all: [(text: String, word: String)] = [
    ("calibrate serving from \"m.csv\"", "calibrate")
  ]

  @Test(arguments: all.indices)
  func whatIsOfALaterVersionIsToldOnce(number: Int) {
    let (text, word) = Self.all[number]
    let told = Checker.check(parsed(text)).diagnostics
    #expect(told.map(\.id) == ["syntax.later"], "\(text)")
    #expect(told.first?.message == "`\(word)` is not part of this version yet", "\(text)")
  }
}
