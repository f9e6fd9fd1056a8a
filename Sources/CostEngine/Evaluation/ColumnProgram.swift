import CKernels

/// Straight-line code over columns of numbers: some nodes of a graph, with registers for their columns that are
/// used again as soon as nobody reads them any more.
struct ColumnProgram {
  /// Where an operand is found.
  enum Operand: Hashable {
    case register(Int)
    /// The number of that place in `constants`, the same in every row.
    case constant(Int)
  }

  struct Instruction {
    let operation: CKOperation
    let operands: [Operand]
    let place: Int
    /// The number of the quantile table that the operation reads, where it reads one.
    var table: Int?
  }

  /// What is done between instructions, ahead of the one of a number.
  struct Interlude {
    enum Work {
      /// Fills a register from what was computed before: the input of that number.
      case load(input: Int)
      /// What has no kernel of its own.
      case function(Operation, [Operand])
    }

    let instruction: Int
    let work: Work
    let place: Int
  }

  private(set) var instructions: [Instruction] = []
  private(set) var interludes: [Interlude] = []
  private(set) var registerCount = 0
  /// The nodes whose columns are loaded, in the order of their numbers.
  private(set) var inputs: [NodeID] = []
  /// The nodes that have one value for all rows, known when the code runs.
  private(set) var constants: [NodeID] = []
  private(set) var tables: [QuantileTable] = []
  /// Where the column of each result stands when the code has run.
  private(set) var results: [Operand] = []

  /// Code for the nodes that are not constant; what they need besides is a constant, or an input.
  ///
  /// - Parameters:
  ///   - nodes: in the order of the graph.
  ///   - results: the nodes whose columns are wanted in the end.
  init(
    _ graph: CostGraph, nodes: [NodeID], results: [NodeID], isConstant: (NodeID) -> Bool
  ) {
    var lastUse: [NodeID: Int] = [:]
    for (time, node) in nodes.enumerated() {
      for input in graph[node].inputs.all { lastUse[graph.named(input)] = time }
    }
    for result in results { lastUse[graph.named(result)] = .max }
    var places: [NodeID: Int] = [:]
    var constantPlaces: [NodeID: Int] = [:]
    var tablePlaces: [BetaDistribution: Int] = [:]
    var free: [Int] = []
    func register() -> Int {
      if let used = free.popLast() { return used }
      registerCount += 1
      return registerCount - 1
    }
    func operand(_ id: NodeID) -> Operand {
      let id = graph.named(id)
      if let place = places[id] { return .register(place) }
      if let place = constantPlaces[id] { return .constant(place) }
      if isConstant(id) {
        constantPlaces[id] = constants.count
        constants.append(id)
        return .constant(constants.count - 1)
      }
      // Not computed here: an input, loaded where it is first needed.
      let place = register()
      places[id] = place
      interludes.append(
        Interlude(instruction: instructions.count, work: .load(input: inputs.count), place: place))
      inputs.append(id)
      return .register(place)
    }
    for (time, id) in nodes.enumerated() {
      let node = graph[id]
      if case .named = node.operation { continue }
      let operands = node.inputs.all.map { operand($0) }
      // An operand that is read for the last time leaves its register to the result.
      for input in Set(node.inputs.all.map { graph.named($0) }) {
        if lastUse[input] == time, let place = places[input] {
          free.append(place)
          places[input] = nil
        }
      }
      let place = register()
      places[id] = place
      if let kernel = node.operation.kernel {
        var instruction = Instruction(operation: kernel, operands: operands, place: place)
        if case .betaQuantile(let distribution) = node.operation {
          instruction.table = tablePlaces[distribution] ?? tables.count
          if tablePlaces[distribution] == nil {
            tablePlaces[distribution] = tables.count
            tables.append(QuantileTable(distribution))
          }
        }
        instructions.append(instruction)
      } else {
        interludes.append(
          Interlude(
            instruction: instructions.count, work: .function(node.operation, operands),
            place: place))
      }
    }
    self.results = results.map { operand($0) }
  }
}

extension CostGraph {
  /// The node itself where others only give it a name.
  func named(_ id: NodeID) -> NodeID {
    var id = id
    while case .named = self[id].operation, let inner = self[id].inputs.a { id = inner }
    return id
  }
}

extension Operation {
  /// What computes it on columns; nil for what has no kernel.
  fileprivate var kernel: CKOperation? {
    switch self {
    case .constant, .named, .axis, .draw, .statistic, .normalShare, .empiricalQuantile,
      .failuresQuantile:
      nil
    case .normalQuantile: CK_NORMAL_QUANTILE
    case .betaQuantile: CK_TABLE_QUANTILE
    case .negate: CK_NEGATE
    case .absolute: CK_ABSOLUTE
    case .floor: CK_FLOOR
    case .ceiling: CK_CEILING
    case .round: CK_ROUND
    case .squareRoot: CK_SQUARE_ROOT
    case .exp: CK_EXP
    case .log: CK_LOG
    case .log2: CK_LOG2
    case .log10: CK_LOG10
    case .not: CK_NOT
    case .add: CK_ADD
    case .subtract: CK_SUBTRACT
    case .multiply: CK_MULTIPLY
    case .divide: CK_DIVIDE
    case .power: CK_POWER
    case .minimum: CK_MINIMUM
    case .maximum: CK_MAXIMUM
    case .less: CK_LESS
    case .lessOrEqual: CK_LESS_OR_EQUAL
    case .equal: CK_EQUAL
    case .and: CK_AND
    case .or: CK_OR
    case .select: CK_SELECT
    }
  }
}
