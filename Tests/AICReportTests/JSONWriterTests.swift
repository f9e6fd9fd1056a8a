import Testing

@testable import AICReport

@Suite struct JSONWriterTests {
  private func written(_ write: (inout JSONWriter) -> Void) -> String {
    var writer = JSONWriter()
    write(&writer)
    return writer.text
  }

  /// By RFC 8259, section 7; U+2028 and U+2029 too, which end lines in JavaScript.
  @Test(arguments: [
    ("", #""""#), ("plain", #""plain""#), ("a\"b", #""a\"b""#), ("a\\b", #""a\\b""#),
    ("a\nb\r\t", #""a\nb\r\t""#), ("\u{0}\u{1F}\u{7F}", #""\u0000\u001f\u007f""#),
    ("\u{8}\u{C}", #""\u0008\u000c""#), ("\u{2028}\u{2029}", #""\u2028\u2029""#),
    ("a/b", #""a/b""#),
    ("日本 €", #""日本 €""#), ("😀e\u{301}", "\"😀e\u{301}\""), ("\r\n", #""\r\n""#),
    ("\u{FFFD}\u{FEFF}", "\"\u{FFFD}\u{FEFF}\""),
  ])
  func strings(text: String, json: String) {
    #expect(Array(written { $0.string(text) }.utf8) == Array(json.utf8))
  }

  @Test(arguments: [
    (0, "0"), (-0.0, "0"), (1, "1"), (-3, "-3"), (0.1, "0.1"), (1.0 / 3, "0.3333333333333333"),
    (52900.125, "52900.125"), (999_999_999_999_999, "999999999999999"),
    (1e15, "1000000000000000.0"), (1e17, "1e+17"),
    (7.74e23, "7.74e+23"), (1.5e-9, "1.5e-09"), (.leastNonzeroMagnitude, "5e-324"),
    (1.7976931348623157e308, "1.7976931348623157e+308"), (-2.5, "-2.5"), (.infinity, "null"),
    (-.infinity, "null"), (.nan, "null"),
  ])
  func numbers(value: Double, json: String) {
    #expect(written { $0.number(value) } == json)
  }

  @Test func everyNumberReadsBack() {
    var state: UInt64 = 1
    for _ in 0..<10_000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let value = Double(bitPattern: state)
      guard value.isFinite else { continue }
      #expect(Double(written { $0.number(value) }) == value)
    }
  }

  @Test func nesting() {
    let json = written { writer in
      writer.object { object in
        object.member("a", 1)
        object.member("b") { $0.array([1.0, 2.5]) { $0.number($1) } }
        object.member("c") { $0.object { $0.member("d", true) } }
        object.member("e") {
          $0.array([[Double]](repeating: [], count: 2)) { $0.array($1) { $0.number($1) } }
        }
        object.member("f") { $0.object { _ in } }
        object.member("g", "h")
        object.member("i", 0.5)
      }
    }
    #expect(
      json
        == #"{"a": 1, "b": [1, 2.5], "c": {"d": true}, "e": [[], []], "f": {}, "g": "h", "i": 0.5}"#
    )
  }
}
