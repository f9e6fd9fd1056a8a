/// An order of statements in which every name stands above its uses.
enum SessionOrder {
  /// Why there is none: names that follow from one another.
  struct Circle: Error {
    let names: [String]
  }

  /// The statements in their order, each moved down only as far as what it needs stands below it.
  ///
  /// - Parameter ratesFirst: whether units and rates go above all that does not lead to them.
  static func sorted(
    _ statements: [SessionStatement], ratesFirst: Bool
  ) throws(Circle) -> [Int] {
    var definers: [String: [Int]] = [:]
    for (place, statement) in statements.enumerated() {
      if let name = statement.name { definers[name, default: []].append(place) }
    }
    var order: [Int] = []
    var isPlaced = Array(repeating: false, count: statements.count)
    // The chain of statements that need one another, and for each what it still needs.
    var chain: [(place: Int, needs: [Int])] = []
    let first = statements.indices.filter {
      ratesFirst && [.rateDeclaration, .unitDeclaration].contains(statements[$0].kind)
    }
    func needs(_ place: Int) -> [Int] {
      statements[place].uses.flatMap { definers[$0] ?? [] }.filter { $0 != place }.sorted(by: >)
    }
    for place in first + Array(statements.indices) where !isPlaced[place] {
      chain.append((place, needs(place)))
      while let last = chain.last {
        guard let next = last.needs.last else {
          chain.removeLast()
          isPlaced[last.place] = true
          order.append(last.place)
          continue
        }
        chain[chain.count - 1].needs.removeLast()
        if isPlaced[next] { continue }
        if let start = chain.firstIndex(where: { $0.place == next }) {
          let names = (chain[start...].map(\.place) + [next]).compactMap { statements[$0].name }
          throw Circle(names: names)
        }
        chain.append((next, needs(next)))
      }
    }
    return order
  }
}
