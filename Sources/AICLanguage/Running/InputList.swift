import CostEngine
import Quantities

/// The inputs that a checked program rests on: the script's own in its order, then facts, then defaults, by name.
struct InputList {
  struct Input {
    /// What is shown as its value.
    enum Content {
      case value(Value)
      case node(NodeID)
      case word(String)
    }

    let name: String
    let kind: AssumptionsResult.Input.Kind
    let content: Content
    /// Where it stands in the graph; nil where it is no number.
    let node: NodeID?
    let type: String
    let citation: Citation?
    /// Where the script states it.
    var range: SourceRange?
  }

  let inputs: [Input]
  /// The numbers among the inputs that follow from no other input.
  let leaves: [NodeID]
  /// Every node that is looked at.
  let nodes: [NodeID]

  init(_ program: CheckedProgram, moving figures: [NodeID]) {
    let graph = program.graph
    let assumed = program.cells.filter(\.isAssumption).map { Input($0, .assumption, graph) }
    let rates = program.rates.map { Input($0, .rate, graph) }
    let cellNodes = program.cells.flatMap { $0.value.terms.map(\.id) }
    let literals = graph.namedLeaves(under: cellNodes).compactMap { program.literal($0) }
    let own = (assumed + rates + literals).sorted { $0.place < $1.place }
    let shown = program.shownNodes
    let roots = figures + (shown.isEmpty ? cellNodes : shown)
    let others =
      graph.namedLeaves(under: roots).compactMap { Input(lookedUp: $0, graph) }
      + program.words(among: Set(graph.nodes(under: roots)))
    inputs =
      own
      + [.fact, .default].flatMap { kind in
        others.filter { $0.kind == kind }.sorted { $0.name < $1.name }
      }
    let numbers = Set(inputs.compactMap(\.node))
    leaves = numbers.sorted().filter { number in
      graph.nodes(under: [number]).allSatisfy { $0 == number || !numbers.contains($0) }
    }
    nodes = cellNodes + figures + numbers
  }
}

extension InputList.Input {
  /// What the script states as a cell.
  fileprivate init(
    _ cell: CheckedProgram.Cell, _ kind: AssumptionsResult.Input.Kind, _ graph: CostGraph
  ) {
    let node = cell.value.term?.id
    self.init(
      name: cell.name, kind: kind, content: .value(cell.value), node: node, type: cell.value.type,
      citation: node.flatMap { graph.annotation(of: $0)?.citation }, range: cell.range)
  }

  /// A fact or a default of the graph; nil for every other leaf.
  ///
  /// A constant of a formula is a fact, too: a step with a source that follows from nothing named.
  fileprivate init?(lookedUp node: NodeID, _ graph: CostGraph) {
    guard let annotation = graph.annotation(of: node), annotation.citation != nil,
      [.fact, .default, .figure].contains(annotation.role)
    else { return nil }
    self.init(
      name: annotation.label, kind: annotation.role == .default ? .default : .fact,
      content: .node(node), node: node, type: graph[node].dimension.description,
      citation: annotation.citation)
  }

  /// By file, then by statement; what stands in one statement in the order it came into the graph.
  fileprivate var place: (Int, Int, Int) {
    (range?.file ?? 0, range?.lower ?? 0, kind == .literal ? node?.index ?? 0 : 0)
  }
}

extension CostGraph {
  /// The named nodes under some that follow from no other named one, in the order of the graph.
  fileprivate func namedLeaves(under roots: [NodeID]) -> [NodeID] {
    var following: Set<NodeID> = []
    return nodes(under: roots).filter { node in
      let follows = self[node].inputs.all.contains { input in
        annotation(of: input) != nil || following.contains(input)
      }
      if follows { following.insert(node) }
      return !follows && annotation(of: node) != nil
    }
  }
}

extension CheckedProgram {
  /// The ranges and distributions under a figure that are written in their place.
  func rangesInPlace(under figure: NodeID) -> [(name: String, node: NodeID)] {
    graph.namedLeaves(under: [figure]).filter { graph[$0].rank.isSampled }.compactMap { node in
      literal(node).map { (name: $0.name, node: node) }
    }
  }

  /// What is written in its place: a plain cell, or a field of a thing; nil for every other leaf.
  fileprivate func literal(_ node: NodeID) -> InputList.Input? {
    guard let annotation = graph.annotation(of: node), annotation.role == .cell else { return nil }
    let statement = annotation.range ?? graph[node].range
    let cell = cells.first { cell in statement.map { cell.range.contains($0) } ?? false }
    let isCell = annotation.range != nil
    let field = cell.map { "\($0.name).\(annotation.label)" } ?? annotation.label
    return InputList.Input(
      name: isCell ? annotation.label : field, kind: .literal,
      content: cell.flatMap { isCell ? .value($0.value) : nil } ?? .node(node), node: node,
      type: graph[node].dimension.description, citation: nil, range: statement)
  }

  /// The words that stand in for what the script does not say, of things that some nodes belong to.
  fileprivate func words(among nodes: Set<NodeID>) -> [InputList.Input] {
    var words: [InputList.Input] = []
    for (name, value) in cells.map({ ($0.name, $0.value) }) + shown {
      guard !value.wordDefaults.isEmpty, value.terms.contains(where: { nodes.contains($0.id) })
      else { continue }
      for word in value.wordDefaults {
        let field = "\(name).\(word.field)"
        guard !words.contains(where: { $0.name == field }) else { continue }
        words.append(
          InputList.Input(
            name: field, kind: .default, content: .word(word.word), node: nil, type: "Word",
            citation: word.citation))
      }
    }
    return words
  }

  /// What the program shows as it stands, without its scenarios: by the text of each.
  fileprivate var shown: [(name: String, value: Value)] {
    actions.flatMap { action -> [(name: String, value: Value)] in
      switch action {
      case .show(let name, let value, _): [(name, value)]
      case .compare(let comparison):
        comparison.rows.compactMap { row in row.values.first.map { (row.name, $0) } }
      case .sensitivity(let table): [(table.name, .quantity(table.figure, table.display))]
      case .assert(let assertion): assertion.parts.map { ($0.text, $0.value) }
      case .sweep(let sweep):
        sweep.points.cases.flatMap { zip(sweep.names, $0.figures).map { ($0, $1) } }
      case .title, .print: []
      }
    }
  }

  fileprivate var shownNodes: [NodeID] { shown.flatMap { $0.value.terms.map(\.id) } }

  /// The first money that is shown, or else the last money that a cell comes to; where there is no money, any figure.
  var mainFigure: MovedFigure? {
    let inputs = Set(cells.filter(\.isAssumption).compactMap { $0.value.term?.id })
    func figures(_ values: [(name: String, value: Value)]) -> [MovedFigure] {
      // What varies over the points of a sweep is no one figure.
      values.compactMap { MovedFigure($0.name, $0.value) }.filter {
        !inputs.contains($0.node) && graph[$0.node].rank.axes.isEmpty
      }
    }
    let shown = figures(shown)
    let stated = figures(cells.reversed().map { ($0.name, $0.value) })
    func isMoney(_ figure: MovedFigure) -> Bool { graph[figure.node].dimension.hasMoney }
    return shown.first(where: isMoney) ?? stated.first(where: isMoney) ?? shown.first
      ?? stated.first
  }
}

extension Value {
  fileprivate var wordDefaults: [WordDefault] {
    switch self {
    case .training(_, let training): training.wordDefaults
    case .deployment(_, let deployment): deployment.wordDefaults
    case .api(_, let deployment): deployment.wordDefaults
    default: []
    }
  }
}

extension SourceRange {
  fileprivate func contains(_ other: SourceRange) -> Bool {
    file == other.file && lower <= other.lower && other.upper <= upper
  }
}
