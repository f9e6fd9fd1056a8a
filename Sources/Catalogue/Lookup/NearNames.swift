/// Ranks names by how near they are to one that was not found.
struct NearNames {
  private let wanted: [UInt8]

  init(to name: String) {
    // Longer than any name, and short enough that the comparison stays cheap.
    wanted = Array(FoldedName(name.suffix(64)).bytes.prefix(64))
  }

  /// The nearest of `names`: those that contain the name first, then those a few edits away.
  func best(of names: [String], limit: Int) -> [String] {
    guard !wanted.isEmpty, limit > 0 else { return [] }
    let ranked = names.compactMap { name in rank(name).map { (rank: $0, name: name) } }
    return ranked.sorted { ($0.rank, $0.name) < ($1.rank, $1.name) }.prefix(limit).map(\.name)
  }

  /// The number of edits, or nil where the names have little in common.
  private func rank(_ name: String) -> Int? {
    let folded = FoldedName(name).bytes
    if wanted.count >= 3, folded.contains(wanted) { return 0 }
    let edits = distance(to: folded)
    return edits <= max(1, wanted.count / 3) ? edits : nil
  }

  /// How many bytes to insert, remove or replace (Levenshtein).
  private func distance(to name: [UInt8]) -> Int {
    var row = Array(0...name.count)
    for (i, byte) in wanted.enumerated() {
      var diagonal = i
      var left = i + 1
      row[0] = left
      for (j, other) in name.enumerated() {
        let edits = min(left + 1, row[j + 1] + 1, diagonal + (byte == other ? 0 : 1))
        diagonal = row[j + 1]
        row[j + 1] = edits
        left = edits
      }
    }
    return row[name.count]
  }
}
