import AICReport

/// What the word before the cursor may become.
struct Completions {
  /// A text that may stand there, and a word on what it is.
  struct Candidate: Hashable {
    let text: String
    let note: String
  }

  /// What is replaced, up to the cursor.
  var word = ""
  var candidates: [Candidate] = []
  /// What follows a candidate that is the only one.
  var ending = ""

  /// The beginning that all candidates share; nil where there are none.
  var commonPrefix: String? {
    guard var common = candidates.first?.text else { return nil }
    for candidate in candidates.dropFirst() {
      // Names are found whatever their case, so `H100` and `h100_pcie` begin alike.
      common = String(
        zip(common, candidate.text).prefix { $0.lowercased() == $1.lowercased() }.map(\.0))
    }
    return common.count < word.count ? word : common
  }

  /// What is typed behind the common beginning.
  var suffix: String { candidates.count == 1 ? ending : "" }

  /// The candidates in columns, each with its word.
  func listing(width: Int) -> String {
    let most = 60
    let shown = candidates.prefix(most)
    let texts = shown.map(\.text.displayWidth).max() ?? 0
    let cells = shown.map { candidate in
      candidate.note.isEmpty
        ? candidate.text : "\(candidate.text.padded(to: texts))  \(candidate.note)"
    }
    let widest = (cells.map(\.displayWidth).max() ?? 0) + 3
    let columns = max(1, width / widest)
    let rows = (cells.count + columns - 1) / columns
    var text = ""
    for row in 0..<rows {
      let line = stride(from: row, to: cells.count, by: rows).map { place in
        place + rows < cells.count ? cells[place].padded(to: widest) : cells[place]
      }
      var rest = line.joined()
      while rest.displayWidth >= width { rest.removeLast() }
      text += rest + "\n"
    }
    let more = candidates.count - shown.count
    return text + (more > 0 ? "… and \(more) more\n" : "")
  }
}
