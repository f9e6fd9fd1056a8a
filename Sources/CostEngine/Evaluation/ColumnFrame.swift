import CKernels

/// A column program with room for its columns: what one thread runs, block after block.
struct ColumnFrame: ~Copyable {
  /// How many rows a block has: few enough that all its columns stay in the cache.
  static let blockSize = 512
  /// Bytes that come from memory together: a vector that begins with a line is never in two.
  private static let lineSize = 64

  private let program: ColumnProgram
  private let columns: UnsafeMutablePointer<Double>
  private let constants: UnsafeMutablePointer<Double>
  private let steps: UnsafeMutablePointer<CKStep>

  /// - Parameter value: what each of the program's constants is.
  init(
    _ program: ColumnProgram, _ set: InstructionSet = .best, value: (NodeID) -> Double
  ) {
    self.program = program
    let count = max(1, program.registerCount) * Self.blockSize
    columns = UnsafeMutableRawPointer.allocate(
      byteCount: count * MemoryLayout<Double>.stride, alignment: Self.lineSize
    ).bindMemory(to: Double.self, capacity: count)
    // What a program never writes is not to be read as what was there before.
    columns.initialize(repeating: .nan, count: count)
    constants = .allocate(capacity: max(1, program.constants.count))
    for (place, id) in program.constants.enumerated() { constants[place] = value(id) }
    steps = .allocate(capacity: max(1, program.instructions.count))
    for (index, instruction) in program.instructions.enumerated() {
      steps[index] = step(instruction, set)
    }
  }

  deinit {
    columns.deallocate()
    constants.deallocate()
    steps.deallocate()
  }

  /// The values of a result in the block that was run last: a column, or one number for all rows.
  func result(_ number: Int) -> (values: UnsafePointer<Double>, isColumn: Bool) {
    let operand = program.results[number]
    if case .register = operand { return (pointer(operand), true) }
    return (pointer(operand), false)
  }

  private func pointer(_ operand: ColumnProgram.Operand) -> UnsafePointer<Double> {
    switch operand {
    case .register(let register): UnsafePointer(columns + register * Self.blockSize)
    case .constant(let place): UnsafePointer(constants + place)
    }
  }

  private func step(_ instruction: ColumnProgram.Instruction, _ set: InstructionSet) -> CKStep {
    var operation = instruction.operation
    var operands = instruction.operands
    if operation == CK_SELECT, case .constant(let condition) = operands[0] {
      // The same branch in every row.
      operands = [constants[condition] != 0 ? operands[1] : operands[2]]
      operation = CK_COPY
    }
    // The kernel of a choice takes its condition last.
    if operation == CK_SELECT { operands = [operands[1], operands[2], operands[0]] }
    var shape = CK_COLUMNS.rawValue
    for (operand, isNumber) in zip(operands, [CK_NUMBER_A, CK_NUMBER_B]) {
      if case .constant = operand { shape |= isNumber.rawValue }
    }
    func operand(_ index: Int) -> UnsafePointer<Double>? {
      operands.indices.contains(index) ? pointer(operands[index]) : nil
    }
    return CKStep(
      kernel: ck_kernel(set.kernels, operation, shape), a: operand(0), b: operand(1),
      c: operand(2), out: columns + instruction.place * Self.blockSize,
      table: instruction.table.map { program.tables[$0].coefficients })
  }

  /// Runs the program over one block.
  ///
  /// - Parameters:
  ///   - count: how many rows are meant.
  ///   - load: fills a column with an input.
  func run(count: Int, load: (_ input: Int, UnsafeMutablePointer<Double>) -> Void) {
    var done = 0
    for interlude in program.interludes {
      ck_run(steps + done, interlude.instruction - done, count)
      done = interlude.instruction
      let column = columns + interlude.place * Self.blockSize
      switch interlude.work {
      case .load(let input): load(input, column)
      case .function(let operation, let register):
        let argument = columns + register * Self.blockSize
        for row in 0..<count { column[row] = operation.apply(argument[row], 0, 0) }
      }
    }
    ck_run(steps + done, program.instructions.count - done, count)
  }
}
