import Testing

@testable import Quantities

@Suite struct SimilarityTests {
  /// Distances by hand; "ca" to "abc" is 3 where no part is edited twice.
  @Test(arguments: [
    ("", "", 0), ("abc", "", 3), ("kitten", "sitting", 3), ("ab", "ba", 1), ("ca", "abc", 3),
    ("tokens", "tokens", 0),
  ])
  func distance(a: String, b: String, expected: Int) {
    #expect(editDistance(Array(a.unicodeScalars), Array(b.unicodeScalars)) == expected)
    #expect(editDistance(Array(b.unicodeScalars), Array(a.unicodeScalars)) == expected)
  }

  @Test func bestComesFirst() {
    let names = ["gpu_price", "gpu_count", "price", "GPU_PRICES", "users"]
    #expect(nearest(to: "gpu_pirce", among: names) == ["gpu_price", "GPU_PRICES"])
    #expect(nearest(to: "user", among: names) == ["users"])
    #expect(nearest(to: "gpu_price", among: names, limit: 1) == ["gpu_price"])
  }

  @Test func equallyLikeNamesStandInOrder() {
    #expect(
      nearest(to: "abcde", among: ["abcdz", "abcdx", "abcdy"]) == ["abcdx", "abcdy", "abcdz"])
  }

  /// Two of five letters wrong are 0.6 alike, three are not.
  @Test func threshold() {
    #expect(nearest(to: "abcde", among: ["abcxy"]) == ["abcxy"])
    #expect(nearest(to: "abcde", among: ["abxyz"]).isEmpty)
  }

  @Test func longNamesAreSkipped() {
    let long = String(repeating: "a", count: 65)
    #expect(nearest(to: long, among: [long]).isEmpty)
    #expect(nearest(to: "aaa", among: [long]).isEmpty)
    #expect(nearest(to: "", among: ["a"]).isEmpty)
  }
}
