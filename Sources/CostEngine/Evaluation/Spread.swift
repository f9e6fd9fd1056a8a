/// Values along some axes, laid out again over more of them.
struct Spread {
  private let values: [Double]
  /// So many points in a row read either one value or as many values in a row.
  private let run: Int
  private let isConstantInRun: Bool
  /// The axes outside the run, from the innermost: how many values each has, and how far apart they lie in `values`.
  private let outer: [(count: Int, step: Int)]

  init(_ values: [Double], along axes: AxisSet, over all: AxisSet, of grid: Grid) {
    self.values = values
    var parts: [(count: Int, step: Int)] = []
    var step = 1
    for axis in grid.axes.indices.reversed() where all.contains(axis: axis) {
      let count = grid.axes[axis].count
      let isOwn = axes.contains(axis: axis)
      parts.append((count, isOwn ? step : 0))
      if isOwn { step *= count }
    }
    let isConstant = parts.first?.step == 0
    let inner = parts.prefix { ($0.step == 0) == isConstant }
    run = inner.reduce(1) { $0 * $1.count }
    isConstantInRun = isConstant
    outer = Array(parts.dropFirst(inner.count))
  }

  /// The values of points that follow one another.
  func fill(_ column: UnsafeMutablePointer<Double>, from start: Int, count: Int) {
    values.withUnsafeBufferPointer { values in
      var point = start
      var written = 0
      while written < count {
        let offset = point % run
        let length = min(run - offset, count - written)
        let base = place(ofRun: point / run)
        if isConstantInRun {
          (column + written).update(repeating: values[base], count: length)
        } else {
          let part = UnsafeBufferPointer(rebasing: values[(base + offset)...].prefix(length))
          _ = UnsafeMutableBufferPointer(start: column + written, count: length).update(from: part)
        }
        point += length
        written += length
      }
    }
  }

  private func place(ofRun number: Int) -> Int {
    var rest = number
    var place = 0
    for part in outer {
      place += rest % part.count * part.step
      rest /= part.count
    }
    return place
  }
}
