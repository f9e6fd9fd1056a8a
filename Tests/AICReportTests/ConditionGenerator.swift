/// Conditions with the columns of what has a value in them, counted while they are written.
struct ConditionGenerator {
  static let names = """
    a = 1
    `日本` = 20.5
    é = -3
    xs = [4, 5, 60000]
    r = { x: 7, y: { z: 8 } }
    fn twice(x) = 2 * x

    """

  struct Condition {
    var text = ""
    var width = 0
    /// In the order they are met.
    var marks: [Int] = []

    /// Adds text that is as wide as it has characters, or as wide as it says.
    mutating func add(_ piece: String, isMarked: Bool = false, width: Int? = nil) {
      if isMarked { marks.append(self.width) }
      text += piece
      self.width += width ?? piece.count
    }
  }

  private var random: SplitMix64
  private var condition = Condition()

  init(seed: UInt64) { random = SplitMix64(state: seed) }

  /// A condition that does not hold.
  mutating func failing() -> Condition {
    condition = Condition()
    condition.add("(")
    truth(2)
    condition.add(") and false")
    return condition
  }

  private mutating func truth(_ depth: Int) {
    switch Int.random(in: 0..<(depth > 0 ? 4 : 1), using: &random) {
    case 1:
      condition.add("not (")
      truth(depth - 1)
      condition.add(")")
    case 2:
      condition.add("(")
      truth(depth - 1)
      condition.add(Bool.random(using: &random) ? " and " : " or ")
      truth(depth - 1)
      condition.add(")")
    default:
      figure(depth)
      condition.add(" ")
      condition.add(["<", ">=", "==", "!="].randomElement(using: &random) ?? "<", isMarked: true)
      condition.add(" ")
      figure(depth)
    }
  }

  private mutating func figure(_ depth: Int) {
    switch Int.random(in: 0..<(depth > 0 ? 10 : 6), using: &random) {
    case 0: condition.add("a", isMarked: true)
    case 1: condition.add("`日本`", isMarked: true, width: 6)
    case 2: condition.add("é", isMarked: true)
    case 3: condition.add("17.5")
    case 4: condition.add(Bool.random(using: &random) ? "r.x" : "r.y.z", isMarked: true)
    case 5:
      condition.add("xs", isMarked: true)
      condition.add("[", isMarked: true)
      condition.add("2]")
    case 6:
      condition.add("twice(", isMarked: true)
      figure(depth - 1)
      condition.add(")")
    case 7:
      condition.add("(")
      condition.add("if ", isMarked: true)
      truth(depth - 1)
      condition.add(" then ")
      figure(depth - 1)
      condition.add(" else ")
      figure(depth - 1)
      condition.add(")")
    default:
      condition.add("(")
      figure(depth - 1)
      let isGlued = Bool.random(using: &random)
      condition.add(isGlued ? "" : " ")
      condition.add(["+", "*", "-"].randomElement(using: &random) ?? "+", isMarked: true)
      condition.add(isGlued ? "" : " ")
      figure(depth - 1)
      condition.add(")")
    }
  }
}

private struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
