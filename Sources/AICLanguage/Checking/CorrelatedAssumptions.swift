/// Which assumptions of a file are correlated with which, as its `correlate` statements say.
struct CorrelatedAssumptions {
  struct Pair {
    /// By their numbers, the one that was mentioned first before the other.
    let first: Int
    let second: Int
    let statement: SyntaxNode

    var strength: SyntaxNode { statement[statement.children.count - 1] }
  }

  /// In the order in which they are mentioned.
  private(set) var targets: [SyntaxNode] = []
  private(set) var pairs: [Pair] = []
  private var numbers: [String: Int] = [:]
  /// What turns independent scores into correlated ones, by the first assumption of each group; empty where an error
  /// was reported.
  var factors: [Int: [[Double]]] = [:]

  /// The number of an assumption; nil for one that is correlated with none.
  func number(of name: String) -> Int? { numbers[name] }

  var count: Int { targets.count }

  mutating func enter(_ target: SyntaxNode) -> Int {
    let number = numbers[target.identifier] ?? targets.count
    if number == targets.count {
      targets.append(target)
      numbers[target.identifier] = number
    }
    return number
  }

  /// The statement that correlates two assumptions already; nil where there is none.
  func statement(_ a: Int, _ b: Int) -> SyntaxNode? {
    pairs.first { $0.first == min(a, b) && $0.second == max(a, b) }?.statement
  }

  mutating func correlate(_ a: Int, _ b: Int, _ statement: SyntaxNode) {
    pairs.append(Pair(first: min(a, b), second: max(a, b), statement: statement))
  }

  /// All that an assumption is correlated with, directly or by way of others, itself among them, in their order.
  func group(of number: Int) -> [Int] {
    var members: Set<Int> = [number]
    var count = 0
    while count < members.count {
      count = members.count
      for pair in pairs where members.contains(pair.first) || members.contains(pair.second) {
        members.formUnion([pair.first, pair.second])
      }
    }
    return members.sorted()
  }

  /// The names that the correlations of an assumption follow from.
  func names(for assumption: String) -> Set<String> {
    guard let number = numbers[assumption] else { return [] }
    let group = group(of: number)
    return pairs.filter { group.contains($0.first) }
      .reduce(into: []) { $0.formUnion($1.strength.usedNames) }
  }
}
