/// Longer names than this many bytes are not compared, which bounds the cost.
private let longestCompared = 64

/// The names most like a mistyped one, the likest first and equally like ones in order of spelling:
/// at least 0.6 like it by the number of insertions, deletions, replacements and swaps, case aside.
public func nearest(
  to name: String, among candidates: some Sequence<String>, limit: Int = 3
) -> [String] {
  guard !name.isEmpty, name.utf8.count <= longestCompared, limit > 0 else { return [] }
  let wanted = Array(name.lowercased().unicodeScalars)
  var found: [(name: String, similarity: Double)] = []
  for candidate in candidates where candidate.utf8.count <= longestCompared {
    let other = Array(candidate.lowercased().unicodeScalars)
    let longest = max(wanted.count, other.count)
    // The difference in length is already a lower bound of the distance.
    guard 5 * abs(wanted.count - other.count) <= 2 * longest else { continue }
    let distance = editDistance(wanted, other)
    guard 5 * distance <= 2 * longest else { continue }
    found.append((candidate, 1 - Double(distance) / Double(longest)))
  }
  found.sort { ($1.similarity, $0.name) < ($0.similarity, $1.name) }
  return found.prefix(limit).map(\.name)
}

/// The Damerau–Levenshtein distance in which no part is edited twice (optimal string alignment).
func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...b.count)
  for i in a.indices {
    var row = [i + 1]
    row.reserveCapacity(b.count + 1)
    for j in b.indices {
      var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
        cost = min(cost, beforeLast[j - 1] + 1)
      }
      row.append(cost)
    }
    (beforeLast, last) = (last, row)
  }
  return last[b.count]
}
