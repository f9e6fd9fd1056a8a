/// The drawing of samples by a program: in chunks, shared out among threads.
struct SampleWork {
  let program: SampleProgram
  let sampling: Sampling
  let execution: Execution
  let chunks: [Sampling.Chunk]
  /// The first sample of each chunk, and one beyond the last.
  let starts: [Int]
  /// Sources of uncertainty whose draws are others than usual.
  private let redrawn: Set<UInt64>
  private let constants: [NodeID: Double]

  /// Less work than this, in operations on single numbers, is done before threads have started.
  private static let leastToShare = 1 << 22

  /// - Parameter constant: the value of a node that does not vary over samples.
  init(
    _ program: SampleProgram, _ sampling: Sampling, _ execution: Execution,
    redrawing redrawn: Set<UInt64> = [], constant: (NodeID) -> Double
  ) {
    self.program = program
    self.sampling = sampling
    self.execution = execution
    self.redrawn = redrawn
    chunks = sampling.chunks
    starts = chunks.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.count) }
    constants = Dictionary(
      uniqueKeysWithValues: program.code.constants.map { ($0, constant($0)) })
  }

  /// How many threads are worth their start for some of the chunks.
  func threads(for part: Range<Int>) -> Int {
    let samples = starts[part.upperBound] - starts[part.lowerBound]
    let work = samples.multipliedReportingOverflow(by: program.code.instructions.count + 1)
    guard work.overflow || work.partialValue >= Self.leastToShare else { return 1 }
    return min(execution.threads, max(1, part.count))
  }

  /// Runs the program over some chunks; each thread takes chunks that follow one another.
  ///
  /// - Parameter body: is handed every block, by the thread that computed it.
  func run(_ part: Range<Int>, _ body: @escaping @Sendable (Block, borrowing ColumnFrame) -> Void) {
    let threads = threads(for: part)
    execution.parallel(threads) { thread in
      let frame = ColumnFrame(program.code, execution.instructionSet) { constants[$0] ?? .nan }
      var draws: [any DrawSequence] = []
      var replicate: Int?
      for number in part.count * thread / threads..<part.count * (thread + 1) / threads {
        let index = part.lowerBound + number
        let chunk = chunks[index]
        if chunk.replicate != replicate {
          replicate = chunk.replicate
          draws = program.draws(sampling, replicate: chunk.replicate, redrawing: redrawn)
        }
        for done in stride(from: 0, to: chunk.count, by: ColumnFrame.blockSize) {
          guard !execution.isInterrupted else { return }
          let count = min(ColumnFrame.blockSize, chunk.count - done)
          frame.run(count: count) { input, column, rows in
            draws[input].fill(
              column, from: chunk.offset + done + rows.lowerBound, count: rows.count,
              execution.instructionSet)
          }
          body(
            Block(thread: thread, chunk: index, start: starts[index] + done, count: count), frame)
        }
        // One thread speaks for all: their shares are alike.
        if thread == 0 {
          let done = Double(number + 1) * Double(threads) / Double(part.count)
          let (first, last) = (Double(starts[part.lowerBound]), Double(starts[part.upperBound]))
          execution.monitor?.advance(
            to: (first + min(1, done) * (last - first)) / Double(sampling.samples))
        }
      }
    }
  }

  /// Samples that follow one another, in the columns of a frame.
  struct Block {
    let thread: Int
    let chunk: Int
    /// The number of the first of them.
    let start: Int
    let count: Int
  }

  /// All samples of the program's roots over the first chunks, in the order of the draws.
  func columns(_ count: Int) -> [[Double]] {
    let samples = starts[count]
    nonisolated(unsafe) let columns = program.roots.map { _ in
      UnsafeMutablePointer<Double>.allocate(capacity: max(1, samples))
    }
    defer { for column in columns { column.deallocate() } }
    // What an interrupted run leaves out is not a number.
    for column in columns { column.initialize(repeating: .nan, count: samples) }
    run(0..<count) { block, frame in
      for root in columns.indices {
        let result = frame.result(root)
        let target = columns[root] + block.start
        if result.isColumn {
          target.update(from: result.values, count: block.count)
        } else {
          target.update(repeating: result.values.pointee, count: block.count)
        }
      }
    }
    return columns.map { Array(UnsafeBufferPointer(start: $0, count: samples)) }
  }
}
