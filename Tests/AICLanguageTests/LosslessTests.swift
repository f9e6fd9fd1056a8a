import Testing

@testable import AICLanguage

/// A small seeded generator.
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

struct LosslessTests {
  @Test(arguments: Programs.all.indices)
  func everyPrefixComesBack(number: Int) {
    let bytes = Array(Programs.all[number].utf8)
    for count in 0...bytes.count {
      let prefix = Array(bytes.prefix(count))
      #expect(isSound(prefix), "prefix of \(count) bytes")
    }
  }

  @Test func everyPrefixOfEveryExampleComesBack() {
    #expect(ExampleFiles.all.count > 10)
    for (name, bytes) in ExampleFiles.all {
      for count in 0...bytes.count {
        let prefix = Array(bytes[..<count])
        if !isSound(prefix) { Issue.record("\(name), \(count) bytes") }
      }
    }
  }

  @Test func randomBytesComeBack() {
    var generator = SplitMix64(state: 1)
    for number in 0..<10_000 {
      let count = Int.random(in: 0...60, using: &generator)
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
      #expect(isSound(bytes), "input \(number): \(bytes)")
    }
  }

  @Test func randomTokensComeBack() {
    var generator = SplitMix64(state: 2)
    let pieces = Programs.all.joined().split(separator: " ").map { Array($0.utf8) }
    for number in 0..<5_000 {
      let count = Int.random(in: 0...30, using: &generator)
      let bytes = (0..<count).flatMap { _ in
        (pieces.randomElement(using: &generator) ?? []) + [UInt8(ascii: " ")]
      }
      #expect(isSound(bytes), "input \(number): \(String(decoding: bytes, as: UTF8.self))")
    }
  }

  @Test(arguments: Programs.all.indices)
  func mutatedProgramsComeBack(number: Int) {
    var generator = SplitMix64(state: 3)
    let alphabet = Array("(){}[]\"\\,:=;%$ \n\t+-*/.<>!&|'#`5ax\0".utf8)
    for round in 0..<1_000 {
      var bytes = Array(Programs.all[number].utf8)
      for _ in 0..<Int.random(in: 1...6, using: &generator) {
        let index = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: bytes.remove(at: index)
        case 1: bytes.insert(alphabet.randomElement(using: &generator) ?? 0, at: index)
        default: bytes[index] = alphabet.randomElement(using: &generator) ?? 0
        }
      }
      #expect(isSound(bytes), "mutation \(round)")
    }
  }

  @Test func bytesThatAreNoTextComeBack() {
    let bytes: [UInt8] = [0x78, 0x20, 0x3D, 0x20, 0xFF, 0xC3, 0x28, 0x00, 0xE2, 0x80]
    #expect(isSound(bytes))
    #expect(parse(SourceFile(name: "x", bytes: bytes)).bytes == bytes)
  }
}
