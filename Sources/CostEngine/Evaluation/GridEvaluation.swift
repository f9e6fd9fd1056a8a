/// Some points of a grid that follow one another, with the values of the roots at them.
public struct GridBlock {
  /// Which points of the grid.
  public let points: Range<Int>
  private let columns: [Column]

  fileprivate init(points: Range<Int>, columns: [Column]) {
    self.points = points
    self.columns = columns
  }

  /// One point, with the values of the roots.
  init(point: Int, values: [Double]) {
    self.init(
      points: point..<point + 1, columns: values.map { Column(values: nil, value: $0) })
  }

  /// The values of a root at the points of the block, counted from 0.
  public struct Column {
    /// Nil where the value is the same everywhere.
    fileprivate let values: UnsafePointer<Double>?
    fileprivate let value: Double

    @inline(__always)
    public subscript(point: Int) -> Double { values.map { $0[point] } ?? value }

    fileprivate func copy(to all: inout [Double], at points: Range<Int>) {
      all.withUnsafeMutableBufferPointer { all in
        let part = UnsafeMutableBufferPointer(rebasing: all[points])
        if let values {
          _ = part.update(from: UnsafeBufferPointer(start: values, count: points.count))
        } else {
          part.update(repeating: value)
        }
      }
    }
  }

  /// The values of the root of that number.
  public func column(_ root: Int) -> Column { columns[root] }

  /// The value of the root of that number at a point of the block.
  public subscript(root: Int, point: Int) -> Double { column(root)[point - points.lowerBound] }
}

/// The values of some nodes at every point of a grid.
///
/// A node is computed over the axes that it depends on and no others: what depends on one axis of a thousand values
/// is computed a thousand times, also where the grid has a million points. The points come in blocks that stay in
/// the cache, so memory is bounded by what depends on fewer axes than all.
public struct GridEvaluation {
  /// More than this would need memory out of proportion to what a reader can look at.
  public static let mostPoints = 100_000_000
  /// Numbers that are kept for what depends on some of the axes only: 512 MiB of them.
  private static let mostKept = 1 << 26

  /// Why a grid cannot be computed.
  public enum Refusal: Error {
    case tooManyPoints
    /// What depends on some of the axes only would not fit in memory.
    case tooMuchKept
    /// Points times samples.
    case tooManyDraws
  }

  /// The nodes of one set of axes, and the columns of those that others need.
  private struct Stage {
    let axes: AxisSet
    let count: Int
    let program: ColumnProgram
    let constants: [NodeID: Double]
    let results: [NodeID]

    init(
      _ graph: CostGraph, _ nodes: [NodeID], along axes: AxisSet, count: Int, results: [NodeID],
      _ constant: (NodeID) -> Double?
    ) {
      self.axes = axes
      self.count = count
      self.results = results
      program = ColumnProgram(graph, nodes: nodes, results: results) { constant($0) != nil }
      constants = program.constants.reduce(into: [:]) { $0[$1] = constant($1) }
    }
  }

  private let grid: Grid
  private let execution: Execution
  private let last: Stage
  /// What was computed over fewer axes than all.
  private let tables: [NodeID: Table]

  private typealias Table = (axes: AxisSet, values: [Double])

  /// - Parameter constant: the value of a node that does not vary; nil for every other.
  public init(
    _ graph: CostGraph, _ roots: [NodeID], over grid: Grid, execution: Execution = Execution(),
    constant: (NodeID) -> Double?
  ) throws(Refusal) {
    guard let count = grid.count, count <= GridEvaluation.mostPoints else {
      throw .tooManyPoints
    }
    self.grid = grid
    self.execution = execution
    let roots = roots.map { graph.named($0) }
    var tables: [NodeID: Table] = [:]
    var byAxes: [AxisSet: [NodeID]] = [:]
    var needed: Set<NodeID> = []
    for id in graph.nodes(under: roots) where !graph[id].rank.isConstant {
      let axes = graph[id].rank.axes
      if case .axis(let axis) = graph[id].operation {
        tables[id] = (axes, grid.axes.indices.contains(axis) ? grid.axes[axis] : [])
        continue
      }
      byAxes[axes, default: []].append(id)
      for input in graph[id].inputs.all where graph[input].rank.axes != axes {
        needed.insert(graph.named(input))
      }
    }
    needed.formUnion(roots)
    let sets = byAxes.keys.filter { $0 != grid.all }.sorted {
      ($0.rawValue.nonzeroBitCount, $0.rawValue) < ($1.rawValue.nonzeroBitCount, $1.rawValue)
    }
    var kept = 0
    for axes in sets {
      let nodes = byAxes[axes] ?? []
      let results = nodes.filter { needed.contains($0) && graph.named($0) == $0 }
      guard let count = grid.count(along: axes),
        case (let size, let overflows) = count.multipliedReportingOverflow(by: results.count),
        !overflows, kept + size <= GridEvaluation.mostKept
      else { throw .tooMuchKept }
      kept += size
      let stage = Stage(graph, nodes, along: axes, count: count, results: results, constant)
      GridEvaluation.keep(stage, in: &tables, of: grid, execution)
    }
    self.tables = tables
    last = Stage(
      graph, byAxes[grid.all] ?? [], along: grid.all, count: count, results: roots, constant)
  }

  /// Hands over the points in blocks, in their order.
  public func forEachBlock(_ body: (GridBlock) -> Void) {
    GridEvaluation.run(last, tables, grid, execution, body)
  }

  /// Computes a stage and keeps the columns of its results.
  private static func keep(
    _ stage: Stage, in tables: inout [NodeID: Table], of grid: Grid, _ execution: Execution
  ) {
    var columns = stage.results.map { _ in [Double](repeating: 0, count: stage.count) }
    run(stage, tables, grid, execution) { block in
      for root in stage.results.indices {
        let column = block.column(root)
        column.copy(to: &columns[root], at: block.points)
      }
    }
    for (root, result) in stage.results.enumerated() {
      tables[result] = (stage.axes, columns[root])
    }
  }

  private static func run(
    _ stage: Stage, _ tables: [NodeID: Table], _ grid: Grid, _ execution: Execution,
    _ body: (GridBlock) -> Void
  ) {
    let program = stage.program
    let frame = ColumnFrame(program, execution.instructionSet) { stage.constants[$0] ?? .nan }
    let inputs = program.inputs.map { input in
      tables[input].map { Spread($0.values, along: $0.axes, over: stage.axes, of: grid) }
    }
    var start = 0
    while start < stage.count, !execution.isInterrupted {
      let count = min(ColumnFrame.blockSize, stage.count - start)
      frame.run(count: count) { input, column, rows in
        inputs[input]?.fill(column, from: start + rows.lowerBound, count: rows.count)
      }
      let columns = stage.results.indices.map { root in
        let result = frame.result(root)
        return GridBlock.Column(
          values: result.isColumn ? result.values : nil, value: result.values.pointee)
      }
      body(GridBlock(points: start..<start + count, columns: columns))
      start += count
      execution.monitor?.advance(to: Double(start) / Double(stage.count))
    }
  }
}
