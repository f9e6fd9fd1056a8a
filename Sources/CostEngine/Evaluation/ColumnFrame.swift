import CKernels

/// A column program with room for its columns: what one thread runs, block after block.
struct ColumnFrame: ~Copyable {
  /// How many rows a block has.
  static let blockSize = 512
  /// Bytes of columns that are worked on at a time: about what the nearest cache holds.
  private static let nearMemory = 56 << 10
  /// Bytes that come from memory together: a vector that begins with a line is never in two.
  private static let lineSize = 64

  private let program: ColumnProgram
  /// So many rows of a block are computed before the next: the more columns, the fewer.
  private let rows: Int
  private let columns: UnsafeMutablePointer<Double>
  /// The columns of the results over a whole block, where it is computed in parts.
  private let wholes: UnsafeMutablePointer<Double>
  private let constants: UnsafeMutablePointer<Double>
  private let steps: UnsafeMutablePointer<CKStep>

  /// - Parameter value: what each of the program's constants is.
  init(
    _ program: ColumnProgram, _ set: InstructionSet = .best, value: (NodeID) -> Double
  ) {
    self.program = program
    let width = max(1, program.registerCount) * MemoryLayout<Double>.stride
    rows =
      [Self.blockSize, Self.blockSize / 2].first { $0 * width <= Self.nearMemory }
      ?? Self.blockSize / 4
    // What a program never writes is not to be read as what was there before.
    columns = Self.columns(max(1, program.registerCount), rows)
    wholes = Self.columns(rows < Self.blockSize ? program.results.count : 0, Self.blockSize)
    constants = .allocate(capacity: max(1, program.constants.count))
    for (place, id) in program.constants.enumerated() { constants[place] = value(id) }
    steps = .allocate(capacity: max(1, program.instructions.count))
    for (index, instruction) in program.instructions.enumerated() {
      steps[index] = step(instruction, set)
    }
  }

  deinit {
    columns.deallocate()
    wholes.deallocate()
    constants.deallocate()
    steps.deallocate()
  }

  /// Room for so many columns, without a number in it.
  private static func columns(_ number: Int, _ rows: Int) -> UnsafeMutablePointer<Double> {
    let count = number * rows
    let memory = UnsafeMutableRawPointer.allocate(
      byteCount: count * MemoryLayout<Double>.stride, alignment: lineSize)
    let columns = memory.bindMemory(to: Double.self, capacity: count)
    columns.initialize(repeating: .nan, count: count)
    return columns
  }

  /// The values of a result in the block that was run last: a column, or one number for all rows.
  func result(_ number: Int) -> (values: UnsafePointer<Double>, isColumn: Bool) {
    let operand = program.results[number]
    guard case .register = operand else { return (pointer(operand), false) }
    let isWhole = rows == Self.blockSize
    return (isWhole ? pointer(operand) : UnsafePointer(wholes + number * Self.blockSize), true)
  }

  private func pointer(_ operand: ColumnProgram.Operand) -> UnsafePointer<Double> {
    switch operand {
    case .register(let register): UnsafePointer(columns + register * rows)
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
      c: operand(2), out: columns + instruction.place * rows,
      table: instruction.table.map { program.tables[$0].coefficients })
  }

  /// Runs the program over one block.
  ///
  /// - Parameters:
  ///   - count: how many rows are meant.
  ///   - load: fills a column with an input, for rows of the block that follow one another.
  func run(
    count: Int, load: (_ input: Int, UnsafeMutablePointer<Double>, _ rows: Range<Int>) -> Void
  ) {
    for first in stride(from: 0, to: count, by: rows) {
      let part = first..<min(first + rows, count)
      run(part, load)
      guard rows < Self.blockSize else { continue }
      for (number, result) in program.results.enumerated() {
        guard case .register = result else { continue }
        (wholes + number * Self.blockSize + first).update(from: pointer(result), count: part.count)
      }
    }
  }

  private func run(
    _ part: Range<Int>, _ load: (Int, UnsafeMutablePointer<Double>, Range<Int>) -> Void
  ) {
    var done = 0
    for interlude in program.interludes {
      ck_run(steps + done, interlude.instruction - done, part.count)
      done = interlude.instruction
      let column = columns + interlude.place * rows
      switch interlude.work {
      case .load(let input): load(input, column, part)
      case .function(let operation, let operands):
        func argument(_ index: Int, _ row: Int) -> Double {
          guard operands.indices.contains(index) else { return 0 }
          if case .constant = operands[index] { return pointer(operands[index])[0] }
          return pointer(operands[index])[row]
        }
        for row in 0..<part.count {
          column[row] = operation.apply(argument(0, row), argument(1, row), argument(2, row))
        }
      }
    }
    ck_run(steps + done, program.instructions.count - done, part.count)
  }
}
