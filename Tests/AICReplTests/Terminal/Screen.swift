/// A terminal's screen: as much of one as a line editor writes to.
struct Screen {
  private(set) var columns: Int
  private(set) var rows: Int
  /// Nil is the second half of a wide character.
  private var cells: [[Character?]]
  private(set) var row = 0
  private(set) var column = 0
  /// The next character goes to the next row: the last column was written.
  private var isFull = false
  /// What scrolled out at the top.
  private(set) var scrolled: [String] = []
  /// How often pastes in brackets were asked for: once for each line that is read.
  private(set) var reads = 0
  private(set) var bells = 0
  private(set) var hasColour = false
  private var pending: [UInt8] = []

  init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    cells = Array(repeating: Array(repeating: " ", count: columns), count: rows)
  }

  /// The lines without blanks at their ends.
  var lines: [String] {
    cells.map { line in
      var text = String(line.compactMap { $0 })
      while text.last == " " { text.removeLast() }
      return text
    }
  }

  /// All that was ever shown.
  var text: String { (scrolled + lines).joined(separator: "\n") }

  /// The line that the cursor is on.
  var line: String { lines[row] }

  // MARK: - Size

  /// Another size: lines are cut, as terminals without reflow do.
  mutating func resize(columns: Int, rows: Int) {
    while row >= rows {
      scroll()
      row -= 1
    }
    cells = (0..<rows).map { row in
      let line = row < cells.count ? cells[row] : []
      return (0..<columns).map { $0 < line.count ? line[$0] : " " }
    }
    self.columns = columns
    self.rows = rows
    column = min(column, columns - 1)
    isFull = false
  }

  private mutating func scroll() {
    scrolled.append(lines[0])
    cells.removeFirst()
    cells.append(Array(repeating: " ", count: columns))
  }

  // MARK: - Output

  mutating func write(_ bytes: [UInt8]) {
    pending += bytes
    while let count = take() { pending.removeFirst(count) }
  }

  /// Takes one character or sequence; nil where it is not all there yet.
  private mutating func take() -> Int? {
    guard let first = pending.first else { return nil }
    switch first {
    case 0x1B: return takeEscape()
    case 0x07: bells += 1
    case 0x08:
      column = max(0, column - 1)
      isFull = false
    case 0x09: column = min(columns - 1, (column / 8 + 1) * 8)
    case 0x0A: lineFeed()
    case 0x0D:
      column = 0
      isFull = false
    case 0..<0x20: break
    default:
      let count = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
      guard pending.count >= count else { return nil }
      put(Character(String(decoding: pending.prefix(count), as: UTF8.self)))
      return count
    }
    return 1
  }

  private mutating func lineFeed() {
    isFull = false
    if row == rows - 1 { scroll() } else { row += 1 }
  }

  private mutating func put(_ character: Character) {
    let isMark = character.unicodeScalars.allSatisfy {
      [.nonspacingMark, .enclosingMark].contains($0.properties.generalCategory)
    }
    if isMark { return }
    let width =
      character.unicodeScalars.first.map {
        (0x1100...0x115F).contains($0.value)
          || (0x2E80...0xA4CF).contains($0.value) || (0xAC00...0xD7A3).contains($0.value)
          || (0xFF01...0xFF60).contains($0.value) || (0x1F300...0x1FAFF).contains($0.value)
      } == true ? 2 : 1
    if isFull || column + width > columns {
      column = 0
      lineFeed()
    }
    cells[row][column] = character
    if width == 2 { cells[row][column + 1] = nil }
    column += width
    if column >= columns {
      column = columns - 1
      isFull = true
    }
  }

  private mutating func takeEscape() -> Int? {
    guard pending.count >= 2 else { return nil }
    guard pending[1] == UInt8(ascii: "[") else {
      // A character set takes one more.
      return pending[1] == UInt8(ascii: "(") ? (pending.count >= 3 ? 3 : nil) : 2
    }
    guard let end = pending.dropFirst(2).firstIndex(where: { (0x40...0x7E).contains($0) }) else {
      return nil
    }
    let body = String(decoding: pending[2..<end], as: UTF8.self)
    let numbers = body.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
    control(Character(Unicode.Scalar(pending[end])), numbers, body)
    return end + 1
  }

  private mutating func control(_ final: Character, _ numbers: [Int], _ body: String) {
    let count = max(1, numbers.first ?? 1)
    let mode = numbers.first ?? 0
    switch final {
    case "A": row = max(0, row - count)
    case "B": row = min(rows - 1, row + count)
    case "C": column = min(columns - 1, column + count)
    case "D": column = max(0, column - count)
    case "G": column = min(columns, count) - 1
    case "d": row = min(rows, count) - 1
    case "H":
      row = min(rows, count) - 1
      column = min(columns, max(1, numbers.count > 1 ? numbers[1] : 1)) - 1
    case "J":
      if mode == 2 {
        erase(0..<rows)
      } else {
        eraseLine(column..<columns)
        erase(row + 1..<rows)
      }
    case "K": eraseLine(mode == 0 ? column..<columns : mode == 1 ? 0..<column + 1 : 0..<columns)
    case "P":
      cells[row].removeSubrange(column..<min(columns, column + count))
      cells[row] += Array(repeating: " ", count: columns - cells[row].count)
    case "@":
      cells[row].insert(contentsOf: Array(repeating: " ", count: count), at: column)
      cells[row].removeSubrange(columns...)
    case "h" where body == "?2004": reads += 1
    case "m": hasColour = hasColour || numbers.contains { $0 > 0 }
    default: break
    }
    isFull = false
  }

  private mutating func eraseLine(_ range: Range<Int>) {
    for place in range.clamped(to: 0..<columns) { cells[row][place] = " " }
  }

  private mutating func erase(_ range: Range<Int>) {
    for place in range.clamped(to: 0..<rows) {
      cells[place] = Array(repeating: " ", count: columns)
    }
  }
}
