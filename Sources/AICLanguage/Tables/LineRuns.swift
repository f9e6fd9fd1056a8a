/// The line of each row of a table, kept only where rows do not follow line by line.
struct LineRuns: Sendable {
  private var rows: [Int] = []
  private var lines: [Int] = []
  private var count = 0

  /// The line of the next row.
  mutating func append(_ line: Int) {
    let follows = lines.last.map { $0 + count - (rows.last ?? 0) == line } ?? false
    if !follows {
      rows.append(count)
      lines.append(line)
    }
    count += 1
  }

  /// The line of a row, both counted as they were appended.
  subscript(row: Int) -> Int {
    var (low, high) = (0, rows.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if rows[middle] <= row { low = middle } else { high = middle }
    }
    return rows.isEmpty ? 1 : lines[low] + row - rows[low]
  }
}
