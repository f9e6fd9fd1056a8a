import Foundation
import Testing

/// Input that no one should write: it ends with a message and the right status, never with a crash.
@Suite struct HostileInputTests {
  private func run(_ bytes: some Sequence<UInt8>) throws -> Command.Result {
    try Command.run(["-"], input: Data(bytes))
  }

  private func refuses(_ bytes: some Sequence<UInt8>) throws {
    let result = try run(bytes)
    #expect(result.status == 2)
    #expect(result.errors.contains("error: "))
    // A message fits on a screen or two, however large the input.
    #expect(result.errors.utf8.count < 100_000)
  }

  @Test(arguments: ["(", "[", "{", "-(", "if (", "sum([", "\"{", "not ("])
  func deepNesting(opener: String) throws {
    try refuses("x = \(String(repeating: opener, count: 100_000))".utf8)
  }

  @Test func balancedDeepNesting() throws {
    let depth = 100_000
    try refuses(
      "x = \(String(repeating: "(", count: depth))1\(String(repeating: ")", count: depth))".utf8)
  }

  @Test func aLineOfTenMegabytes() throws {
    try refuses("x = 1\(String(repeating: " + 1", count: 2_500_000))".utf8)
    try refuses("x = \(String(repeating: "a", count: 10_000_000))".utf8)
    try refuses("x = \"\(String(repeating: "a", count: 10_000_000))".utf8)
    let comment = try run("#\(String(repeating: "a", count: 10_000_000))".utf8)
    #expect(comment.status == 0)
  }

  @Test func aLongSumIsFine() throws {
    let result = try run("show 1\(String(repeating: " + 1", count: 50_000))".utf8)
    #expect(result.status == 0)
    #expect(result.output.contains("50,001"))
  }

  @Test func twentyThousandMistakes() throws {
    try refuses((0..<20_000).map { "x\($0) = y\($0)" }.joined(separator: "\n").utf8)
    try refuses("x = [\((0..<20_000).map { "y\($0)" }.joined(separator: ", "))]".utf8)
  }

  @Test func nulBytes() throws {
    try refuses([UInt8](repeating: 0, count: 1_000_000))
  }

  @Test func bytesThatAreNotUTF8() throws {
    try refuses([0x78, 0x20, 0x3D, 0x20, 0xFF, 0xFE, 0x0A])
    try refuses(Array("x = \"".utf8) + [0xC3, 0x28] + Array("\ny = z".utf8))
  }

  @Test func nothingAtAll() throws {
    let result = try run([])
    #expect(result.status == 0)
    #expect(result.output.isEmpty && result.errors.isEmpty)
  }

  @Test(arguments: [
    "show 1 / 0", "x = 0\nshow 1 / x", "show 1e308 * 10", "show 10 ^ 400", "show sqrt(0 - 1)",
    "show log(0)", "show 0 / 0", "show 5 mod 0",
  ])
  func whatIsNotANumber(script: String) throws {
    let result = try run(script.utf8)
    #expect(result.status == 2)
    #expect(result.output.isEmpty)
    #expect(!result.errors.contains("nan") && !result.errors.contains("inf"))
  }

  @Test func aBranchThatIsNotTakenMayDivideByZero() throws {
    let result = try run("n = 0\nshow if n == 0 then 0 else 1 / n".utf8)
    #expect(result.status == 0)
  }

  /// Random bytes, and examples cut short or with bytes changed: always a verdict.
  @Test func randomAndMutatedInput() throws {
    var random = SplitMix64(seed: 7)
    let folder = Command.package.appending(path: "examples")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    let examples = try names.filter { $0.hasSuffix(".aic") }.sorted().map {
      [UInt8](try Data(contentsOf: folder.appending(path: $0)))
    }
    for round in 0..<60 {
      var bytes: [UInt8]
      if round % 3 == 0 || examples.isEmpty {
        bytes = (0..<400).map { _ in UInt8.random(in: .min ... .max, using: &random) }
      } else {
        bytes = examples[round % examples.count]
        if round % 3 == 1 {
          bytes.removeLast(Int.random(in: 0..<bytes.count, using: &random))
        } else {
          for _ in 0..<8 {
            let place = Int.random(in: 0..<bytes.count, using: &random)
            bytes[place] = UInt8.random(in: .min ... .max, using: &random)
          }
        }
      }
      let result = try run(bytes)
      #expect([0, 1, 2].contains(result.status), "round \(round): status \(result.status)")
      #expect(result.status != 2 || !result.errors.isEmpty)
    }
  }
}

/// A small generator with a seed, so that every run of the tests sees the same input.
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
