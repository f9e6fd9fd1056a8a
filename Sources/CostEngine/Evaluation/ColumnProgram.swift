import CKernels

/// Straight-line code over columns of numbers: some nodes of a graph, with registers for their columns that are
/// used again as soon as nobody reads them any more.
struct ColumnProgram {
  /// Where an operand is found.
  enum Operand: Hashable {
    case register(Int)
    case constant(Double)
  }

  enum Instruction {
    /// Fills a register from what was computed before: the input of that number.
    case load(input: Int, into: Int)
    case unary(CKOperation, Int, into: Int)
    /// What has no kernel of its own.
    case function(Operation, Int, into: Int)
    case binary(CKOperation, Operand, Operand, into: Int)
    case select(Operand, Operand, Operand, into: Int)
  }

  private(set) var instructions: [Instruction] = []
  private(set) var registerCount = 0
  /// The nodes whose columns are loaded, in the order of their numbers.
  private(set) var inputs: [NodeID] = []
  /// Where the column of each result stands when the code has run.
  private(set) var results: [Operand] = []

  /// Code for the nodes that `isOwn`; what they need besides is a constant, or an input.
  ///
  /// - Parameters:
  ///   - nodes: in the order of the graph.
  ///   - results: the nodes whose columns are wanted in the end.
  init(
    _ graph: CostGraph, nodes: [NodeID], results: [NodeID], constant: (NodeID) -> Double?
  ) {
    var lastUse: [NodeID: Int] = [:]
    for (time, node) in nodes.enumerated() {
      for input in graph[node].inputs.all { lastUse[graph.named(input)] = time }
    }
    for result in results { lastUse[graph.named(result)] = .max }
    var places: [NodeID: Int] = [:]
    var free: [Int] = []
    func register() -> Int {
      if let used = free.popLast() { return used }
      registerCount += 1
      return registerCount - 1
    }
    func operand(_ id: NodeID) -> Operand {
      let id = graph.named(id)
      if let value = constant(id) { return .constant(value) }
      if let place = places[id] { return .register(place) }
      // Not computed here: an input, loaded where it is first needed.
      let place = register()
      places[id] = place
      instructions.append(.load(input: inputs.count, into: place))
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
      append(node.operation, operands, into: place)
    }
    self.results = results.map { operand($0) }
  }

  private mutating func append(_ operation: Operation, _ operands: [Operand], into place: Int) {
    if let kernel = operation.unaryKernel {
      guard case .register(let a)? = operands.first else { return }
      instructions.append(.unary(kernel, a, into: place))
    } else if operation.isFunction {
      guard case .register(let a)? = operands.first else { return }
      instructions.append(.function(operation, a, into: place))
    } else if let kernel = operation.binaryKernel, operands.count == 2 {
      instructions.append(.binary(kernel, operands[0], operands[1], into: place))
    } else if operation == .select, operands.count == 3 {
      instructions.append(.select(operands[0], operands[1], operands[2], into: place))
    }
  }

  /// Runs the code over one block.
  ///
  /// - Parameters:
  ///   - columns: room for `registerCount` columns of `stride` numbers.
  ///   - count: how many numbers of each column are meant.
  ///   - load: fills a column with an input.
  func run(
    _ columns: UnsafeMutablePointer<Double>, stride: Int, count: Int,
    load: (_ input: Int, UnsafeMutablePointer<Double>) -> Void
  ) {
    func column(_ register: Int) -> UnsafeMutablePointer<Double> { columns + register * stride }
    func with(_ operand: Operand, _ body: (UnsafePointer<Double>, Int) -> Void) {
      switch operand {
      case .register(let register): body(UnsafePointer(column(register)), 1)
      case .constant(let value): withUnsafePointer(to: value) { body($0, 0) }
      }
    }
    for instruction in instructions {
      switch instruction {
      case .load(let input, let place): load(input, column(place))
      case .unary(let kernel, let a, let place): ck_unary(kernel, column(a), column(place), count)
      case .function(let operation, let a, let place):
        for index in 0..<count { column(place)[index] = operation.apply(column(a)[index], 0, 0) }
      case .binary(let kernel, let a, let b, let place):
        with(a) { a, aStep in
          with(b) { b, bStep in ck_binary(kernel, a, aStep, b, bStep, column(place), count) }
        }
      case .select(let condition, let a, let b, let place):
        with(a) { a, aStep in
          with(b) { b, bStep in
            switch condition {
            case .register(let register):
              ck_select(column(register), a, aStep, b, bStep, column(place), count)
            case .constant(let value):
              let (chosen, step) = value != 0 ? (a, aStep) : (b, bStep)
              for index in 0..<count { column(place)[index] = chosen[index * step] }
            }
          }
        }
      }
    }
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
  fileprivate var unaryKernel: CKOperation? {
    switch self {
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
    default: nil
    }
  }

  fileprivate var isFunction: Bool {
    switch self {
    case .normalQuantile, .normalShare, .betaQuantile: true
    default: false
    }
  }

  fileprivate var binaryKernel: CKOperation? {
    switch self {
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
    default: nil
    }
  }
}
