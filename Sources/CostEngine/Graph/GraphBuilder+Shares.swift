/// Quantities that follow from one draw, which a distribution turns into a value.
extension GraphBuilder {
  /// The share of its distribution that a quantity stands at, where it rises with one; nil for every other.
  ///
  /// A name, and a factor above zero that is known, leave a distribution what it is.
  public func share(of term: Term) -> Term? {
    var id = term.id
    while shares[id] == nil {
      let node = node(id)
      guard let a = node.inputs.a else { return nil }
      switch (node.operation, node.inputs.b) {
      case (.named, _): id = a
      case (.multiply, let b?) where isAboveZero(a): id = b
      case (.multiply, let b?) where isAboveZero(b): id = a
      case (.divide, let b?) where isAboveZero(b): id = a
      default: return nil
      }
    }
    return shares[id].map { Term(id: $0, builder: self) }
  }

  private func isAboveZero(_ id: NodeID) -> Bool { value(of: id).map { $0 > 0 } ?? false }

  /// How many devices are sold together where a term is the price of one of them, or a multiple of it.
  func bundle(of price: Term) -> Term? {
    noted(bundles, of: price).map { Term(id: $0, builder: self) }
  }

  /// What a price, or what it is a multiple of, is for already; nil on demand.
  func commitment(of price: Term) -> String? { noted(commitments, of: price) }

  /// What is noted of a price, or of one that it is a multiple of.
  private func noted<Note>(_ notes: [NodeID: Note], of price: Term) -> Note? {
    var pending = [price.id]
    // What a price follows from is near.
    for _ in 0..<16 {
      guard let id = pending.popLast() else { return nil }
      if let note = notes[id] { return note }
      let node = node(id)
      switch node.operation {
      case .named, .divide: pending += [node.inputs.a].compactMap { $0 }
      case .multiply: pending += node.inputs.all
      default: break
      }
    }
    return nil
  }

  /// A term without the names that it was given.
  public func unnamed(_ term: Term) -> Term {
    var id = term.id
    while case .named = node(id).operation, let inner = node(id).inputs.a { id = inner }
    return Term(id: id, builder: self)
  }

  /// The same formula with another term in the place of one that it follows from.
  public func replacing(_ old: Term, by new: Term, in root: Term) -> Term {
    var copies = [old.id: new.id]
    for id in nodes(from: old.id, to: root.id) {
      let node = node(id)
      func copy(_ input: NodeID?) -> NodeID? { input.map { copies[$0] ?? $0 } }
      let inputs = Node.Inputs(copy(node.inputs.a), copy(node.inputs.b), copy(node.inputs.c))
      let rank = inputs.all.reduce(Rank.constant) { $0.joined(with: self.node($1).rank) }
      copies[id] = append(node.operation, inputs, node.dimension, rank).id
    }
    return Term(id: copies[root.id] ?? root.id, builder: self)
  }

  /// The value of a term as a function of one that it follows from; nil where it follows from others that vary.
  public func function(from variable: Term, to root: Term) -> ((Double) -> Double)? {
    let order = nodes(from: variable.id, to: root.id)
    var known: [NodeID: Double] = [:]
    let varying = Set(order + [variable.id])
    for input in order.flatMap({ node($0).inputs.all }) where !varying.contains(input) {
      guard let value = value(of: input) else { return nil }
      known[input] = value
    }
    let steps = order.map { ($0, node($0)) }
    return { x in
      var values = known
      values[variable.id] = x
      for (id, node) in steps {
        values[id] = node.value { values[$0] ?? 0 }
      }
      return values[root.id] ?? .nan
    }
  }

  /// The nodes on the way from one node, itself not among them, to another, in the order of the graph.
  private func nodes(from source: NodeID, to root: NodeID) -> [NodeID] {
    var seen: Set<NodeID> = []
    var pending = [root]
    while let id = pending.popLast() {
      if id > source, seen.insert(id).inserted { pending += node(id).inputs.all }
    }
    var following: Set<NodeID> = [source]
    for id in seen.sorted() where node(id).inputs.all.contains(where: following.contains) {
      following.insert(id)
    }
    return following.subtracting([source]).sorted()
  }
}
