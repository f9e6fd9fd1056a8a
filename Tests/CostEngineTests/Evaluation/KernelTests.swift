import CKernels
import RealModule
import Testing

@testable import CostEngine

/// Kernels against the functions of the C library and of the language, and against one another.
@Suite struct KernelTests {
  static let special: [Double] = [
    0, -0.0, .infinity, -.infinity, .nan, 1, -1, 0.5, -0.5, 1.5, 2.5, .leastNonzeroMagnitude,
    0x1p-1030, 709.78, 710,
    -708.5, -745.2, -746, 0x1p51 + 0.5, 0x1p52 + 1, -0x1p51 - 0.5, 0.49999999999999994, 1e300,
  ]
  static let unary = [
    CK_NEGATE, CK_ABSOLUTE, CK_FLOOR, CK_CEILING, CK_ROUND, CK_SQUARE_ROOT, CK_EXP, CK_LOG,
    CK_LOG2, CK_LOG10, CK_NOT, CK_NORMAL_QUANTILE,
  ]
  static let binary = [
    CK_ADD, CK_SUBTRACT, CK_MULTIPLY, CK_DIVIDE, CK_POWER, CK_MINIMUM, CK_MAXIMUM, CK_LESS,
    CK_LESS_OR_EQUAL, CK_EQUAL, CK_AND, CK_OR,
  ]

  private func values(_ range: ClosedRange<Double>, count: Int = 3_000, seed: UInt64) -> [Double] {
    var random = SplitMix(state: seed)
    return (0..<count).map { _ in
      let share = Double(random.next() >> 11) * 0x1p-53
      return range.lowerBound + share * (range.upperBound - range.lowerBound)
    }
  }

  /// Distance in units in the last place of the expected value.
  private func distance(_ a: Double, _ b: Double) -> Double {
    a == b || a.isNaN && b.isNaN ? 0 : abs(a - b) / b.ulp
  }

  private func isSame(_ a: Double, _ b: Double) -> Bool {
    a.bitPattern == b.bitPattern || a.isNaN && b.isNaN
  }

  @Test(arguments: InstructionSet.allCases.filter(\.isAvailable))
  func everyInstructionSetGivesTheSameBits(set: InstructionSet) {
    let a = Self.special + values(-800...800, seed: 1) + values(0...1, seed: 2)
    let b = Self.special.reversed() + values(-3...3, seed: 3) + values(0...1, seed: 4)
    for operation in Self.unary {
      let (expected, found) = (
        kernel(operation, a, [], [], .portable), kernel(operation, a, [], [], set)
      )
      #expect(zip(expected, found).allSatisfy { isSame($0, $1) }, "\(operation)")
    }
    for operation in Self.binary {
      for (x, y) in [(a, b), (a, [12]), (a, [0.3]), (a, [-2]), ([1.7], b)] {
        let expected = kernel(operation, x, y, [], .portable)
        let found = kernel(operation, x, y, [], set)
        #expect(zip(expected, found).allSatisfy { isSame($0, $1) }, "\(operation)")
      }
    }
    let condition = a.map { $0 > 0 ? 1.0 : 0 }
    for (x, y) in [(a, b), (a, [2]), ([1], b), ([1], [2])] {
      #expect(
        zip(kernel(CK_SELECT, x, y, condition, .portable), kernel(CK_SELECT, x, y, condition, set))
          .allSatisfy { isSame($0, $1) })
    }
  }

  @Test func roundingIsExact() {
    let a =
      Self.special + values(-10...10, seed: 5) + values(-1e16...1e16, seed: 6)
      + (-40...40).map { Double($0) / 2 }
    for (x, y) in zip(a, kernel(CK_FLOOR, a)) { #expect(isSame(x.rounded(.down), y), "\(x)") }
    for (x, y) in zip(a, kernel(CK_CEILING, a)) { #expect(isSame(x.rounded(.up), y), "\(x)") }
    for (x, y) in zip(a, kernel(CK_ROUND, a)) {
      #expect(isSame(x.rounded(.toNearestOrAwayFromZero), y), "\(x)")
    }
  }

  @Test func exponentialsAndLogarithms() {
    let a = Self.special + values(-700...709, seed: 7) + values(-2...2, seed: 8)
    for (x, y) in zip(a, kernel(CK_EXP, a)) where !(x < -708) {
      #expect(distance(y, Double.exp(x)) <= 1, "exp \(x)")
    }
    // Below the smallest normal number one step is many units.
    for (x, y) in zip(a, kernel(CK_EXP, a)) where x < -708 {
      #expect(abs(y - Double.exp(x)) <= 2 * .leastNonzeroMagnitude, "exp \(x)")
    }
    let positive =
      Self.special + values(0...3, seed: 9) + values(-700...700, seed: 10).map { Double.exp($0) }
    for (x, y) in zip(positive, kernel(CK_LOG, positive)) {
      #expect(distance(y, Double.log(x)) <= 1, "log \(x)")
    }
  }

  @Test(arguments: [0.0, 1, 2, 12, 64, -3, 0.5, 65, 1.0 / 12, -0.7, 360])
  func powers(exponent: Double) {
    let a = values(0...4, seed: 11) + [0, 1, 2, 10]
    for (x, y) in zip(a, kernel(CK_POWER, a, [exponent])) {
      let expected = Double.pow(x, exponent)
      guard expected.isNormal else { continue }
      #expect(abs(y / expected - 1) < 1e-13, "\(x)^\(exponent) = \(y), not \(expected)")
    }
    #expect(kernel(CK_POWER, [10, 2], [15]) == [1e15, 32_768])
    #expect(kernel(CK_POWER, [-2, -2], [3]) == [-8, -8])
    #expect(kernel(CK_POWER, [-2, 4], [0.3])[0].isNaN)
    #expect(kernel(CK_POWER, [8, 27], [1.0 / 3])[0] == 2)
  }

  /// What is computed once and what is computed in columns agree to the last bit.
  @Test func singleNumbersGiveTheSameBits() {
    let a = Self.special + values(-800...800, seed: 12) + values(0...1, seed: 15)
    for operation in [CK_EXP, CK_LOG, CK_NORMAL_QUANTILE] {
      for (x, y) in zip(a, kernel(operation, a)) { #expect(isSame(ck_apply(operation, x, 0), y)) }
    }
    for exponent in [0, 1, 12, -3, 0.5, 65, 0.3, .nan] {
      for (x, y) in zip(a, kernel(CK_POWER, a, [exponent])) {
        #expect(isSame(ck_apply(CK_POWER, x, exponent), y))
      }
    }
  }

  @Test func sortingByBits() {
    var a = (Self.special + values(-1e9...1e9, seed: 13)).shuffledBySeed()
    let expected = a.filter { !$0.isNaN }.sorted()
    a.sortByBits()
    #expect(Array(a.prefix(expected.count)) == expected)
    #expect(a.suffix(1).allSatisfy { $0.isNaN } && a.count == expected.count + 1)
  }
}

extension [Double] {
  fileprivate func shuffledBySeed() -> [Double] {
    var random = SplitMix(state: 14)
    return map { ($0, random.next()) }.sorted { $0.1 < $1.1 }.map(\.0)
  }
}
