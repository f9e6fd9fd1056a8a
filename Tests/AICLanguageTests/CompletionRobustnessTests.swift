import AICLanguage
import Testing

@Suite struct CompletionRobustnessTests {
  /// Every place of a whole script: what is replaced lies before the place, and fits what is offered.
  @Test func everyPlaceOfTheFirstExample() throws {
    let file = try #require(ExampleFiles.all.first { $0.name == "first.aic" })
    let text = String(decoding: file.bytes, as: UTF8.self)
    for offset in stride(from: 0, through: file.bytes.count, by: 3) {
      let whole = complete(text, at: offset)
      let cut = complete(String(decoding: file.bytes[..<offset], as: UTF8.self), at: offset)
      for found in [whole, cut] {
        #expect(found.replaced.lowerBound >= 0 && found.replaced.upperBound <= offset)
        #expect(Set(found.candidates.map(\.text)).count == found.candidates.count)
      }
    }
  }

  @Test func brokenPrograms() {
    var random = SplitMix64(state: 7)
    let pieces = [
      "deploy", "train", "on", "using", "with", "{", "}", "(", ")", "[", "]", ",", ":", ".", "=",
      "x", "8", "GB", "/", "$", "per", "in", "`", "\"", "#", "\n", "\n  ", " ", "over", "sweep",
      "scenario", "model", "fn", "to", "é", "日", "import", "plan", "minimize", "%", "-",
    ]
    for _ in 0..<300 {
      let count = Int.random(in: 1...24, using: &random)
      let text = (0..<count).map { _ in
        (pieces.randomElement(using: &random) ?? "") + (Bool.random(using: &random) ? " " : "")
      }.joined()
      let found = complete(text, at: Int.random(in: 0...text.utf8.count, using: &random))
      #expect(found.replaced.upperBound <= text.utf8.count)
    }
  }

  @Test(arguments: ["{ a: ", "(", "[", "f(", "x.", "deploy ", "x + "])
  func deepNesting(piece: String) {
    let text = String(repeating: piece, count: 20_000)
    #expect(complete(text, at: text.utf8.count).replaced.upperBound == text.utf8.count)
  }
}
