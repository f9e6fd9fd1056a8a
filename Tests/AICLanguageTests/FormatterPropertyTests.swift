import Testing

@testable import AICLanguage

/// What holds for every text: its meaning and comments stay, once is enough, nothing crashes.
@Suite struct FormatterPropertyTests {
  /// 10,000 programs, in parts that run side by side.
  @Test(arguments: 1...4)
  func programsMeanTheSame(seed: UInt64) {
    var generator = ProgramGenerator(seed: seed)
    var checked = 0
    for number in 0..<2_500 {
      let program = generator.program()
      guard let result = formatted(program) else {
        Issue.record("program \(number) has syntax errors: \(program)")
        return
      }
      let broken = brokenPromises(Array(program.utf8))
      let graphs = graphs(program, result)
      if graphs.areChecked { checked += 1 }
      if !broken.isEmpty || !graphs.areAlike {
        Issue.record("program \(number), \(broken), alike \(graphs.areAlike): \(program)")
        return
      }
    }
    // Without the errors of a program there are graphs to compare.
    #expect(checked == 2_500)
  }

  @Test func examplesMeanTheSame() throws {
    for (name, bytes) in ExampleFiles.all {
      #expect(brokenPromises(bytes) == [], "\(name)")
      let text = String(decoding: bytes, as: UTF8.self)
      guard let result = formatted(text) else { continue }
      #expect(graphs(text, result).areAlike, "\(name)")
    }
  }

  @Test func everyExampleIsFormatted() throws {
    for (name, bytes) in ExampleFiles.all {
      let text = String(decoding: bytes, as: UTF8.self)
      if let result = formatted(text) { #expect(result == text, "\(name) is not formatted") }
    }
  }

  @Test(arguments: Programs.all.indices)
  func prefixesKeepTheirMeaning(number: Int) {
    let bytes = Array(Programs.all[number].utf8)
    for count in 0...bytes.count {
      #expect(brokenPromises(Array(bytes.prefix(count))) == [], "prefix of \(count) bytes")
    }
  }

  @Test func randomBytes() {
    var random = SplitMix64(state: 21)
    for number in 0..<10_000 {
      let count = Int.random(in: 0...60, using: &random)
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
      #expect(brokenPromises(bytes) == [], "input \(number): \(bytes)")
    }
  }

  @Test func randomTokens() {
    var random = SplitMix64(state: 22)
    let pieces = Programs.all.joined().split(separator: " ").map { Array($0.utf8) }
    for number in 0..<10_000 {
      let count = Int.random(in: 0...12, using: &random)
      let bytes = (0..<count).flatMap { _ in
        (pieces.randomElement(using: &random) ?? []) + [UInt8(ascii: " ")]
      }
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(brokenPromises(bytes) == [], "input \(number): \(text)")
    }
  }

  @Test(arguments: Programs.all.indices)
  func mutatedPrograms(number: Int) {
    var random = SplitMix64(state: 23)
    let alphabet = Array("(){}[]\"\\,:=% \n\n\t\r+-*/.<>#`5ax".utf8)
    for round in 0..<1_000 {
      var bytes = Array(Programs.all[number].utf8)
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let index = Int.random(in: 0..<bytes.count, using: &random)
        bytes.insert(alphabet.randomElement(using: &random) ?? 0, at: index)
      }
      #expect(brokenPromises(bytes) == [], "mutation \(round)")
    }
  }

  @Test(arguments: ["(", "[", "f(", "f(a: ", "x with {a: ", "{a: ", "{\na: ", "(\n", "[1,\n", "-"])
  func deepNesting(opener: String) {
    let closers = ["(": ")", "[": "]", "{": "}"]
    for depth in [50, 190, 250, 10_000] {
      let close = opener.reversed().compactMap { closers[String($0)] }.joined(separator: " ")
      let text =
        "x = " + String(repeating: opener, count: depth) + "1"
        + String(repeating: close, count: depth)
      #expect(brokenPromises(Array(text.utf8)) == [], "\(depth) of \(opener)")
    }
  }

  /// Neither a long chain, nor many lines beside one long name, nor deep lines take long or grow.
  @Test func largeFiles() {
    let chain = "x = 1" + String(repeating: "+1", count: 50_000)
    #expect(formatted(chain)?.utf8.count == 200_006)
    let name = String(repeating: "n", count: 50_000)
    let names = "\(name) = 1\n" + String(repeating: "b = 2\n", count: 20_000)
    #expect(formatted(names) == names)
    let items = String(repeating: "1,\n", count: 10_000)
    let lists = String(repeating: "[\n", count: 150) + items + String(repeating: "]", count: 150)
    let size = formatted("x = \(lists)")?.utf8.count ?? 0
    #expect(size > 800_000 && size < 1_000_000)
  }
}
