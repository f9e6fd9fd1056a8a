import AICLanguage

/// A budget that does not hold: the condition, and the values that lead to the answer.
struct AssertionLayout {
  /// A value, and the column of the first line that it belongs under.
  private struct Mark {
    let column: Int
    let value: String

    var end: Int { column + value.displayWidth }
  }

  private static let width = 100
  private static let longestName = 60
  private static let longestValue = 32
  private static let gap = 2

  private let assertion: AssertionResult
  private let place: String
  private let palette: Palette

  /// - Parameter place: the file and the line of the assertion.
  init(_ assertion: AssertionResult, place: String, palette: Palette) {
    self.assertion = assertion
    self.place = "✗ \(place)"
    self.palette = palette
  }

  var text: String {
    let message = assertion.message.map { ["  \($0)"] } ?? []
    // Nothing may come between the condition and the values that hang from it.
    let lines = picture.map { $0 + message } ?? head + message + list
    return lines.joined(separator: "\n") + "\n"
  }

  // MARK: - Values that hang from the condition

  /// Nil where the condition or its values take more than the width.
  private var picture: [String]? {
    let indent = "\(place)  assert ".displayWidth
    guard indent + assertion.text.displayWidth <= Self.width else { return nil }
    var waiting = assertion.values.map { part in
      let before = String(decoding: assertion.text.utf8.prefix(part.place), as: UTF8.self)
      return Mark(
        column: indent + before.displayWidth, value: part.named.value.text(upTo: Self.longestValue))
    }
    guard waiting.allSatisfy({ $0.end <= Self.width }) else { return nil }
    var lines = ["\(palette(place, .error))  assert \(assertion.text)"]
    if !waiting.isEmpty { lines.append(line(waiting.map { ($0, false) })) }
    while !waiting.isEmpty {
      // From the right, as many values as there is room for; the others wait for a line below.
      var next = Self.width + Self.gap
      let marks = waiting.reversed().map { mark in
        defer { next = mark.column }
        return (mark, mark.end + Self.gap <= next)
      }
      lines.append(line(marks.reversed()))
      waiting = marks.reversed().filter { !$0.1 }.map { $0.0 }
    }
    return lines
  }

  /// The marks at their columns: those that have room as values, the others as guides.
  private func line(_ marks: [(mark: Mark, hasRoom: Bool)]) -> String {
    var (text, column) = ("", 0)
    for (mark, hasRoom) in marks {
      text += String(repeating: " ", count: max(0, mark.column - column))
      text += hasRoom ? mark.value : palette("│", .faint)
      column = hasRoom ? mark.end : mark.column + 1
    }
    return text
  }

  // MARK: - A list, where the condition is long

  private var head: [String] {
    let lines = "assert \(assertion.text)".wrapped(
      to: Self.width - 4, after: max(0, place.displayWidth + 2 - 4))
    return ["\(palette(place, .error))  \(lines[0])"] + lines.dropFirst().map { "    \($0)" }
  }

  /// Each value once; that of the whole condition is known.
  private var list: [String] {
    var told: Set = [assertion.text]
    let rows = assertion.values.map(\.named).filter { told.insert($0.name).inserted }.map { named in
      let name = named.name.wrapped(to: Self.longestName - 2)
      // What continues a long name is set in, so that it is no name of its own.
      return (name: name.prefix(1) + name.dropFirst().map { "  \($0)" }, value: named.value)
    }
    let width = rows.flatMap(\.name).map(\.displayWidth).max() ?? 0
    let room = max(Self.longestValue, Self.width - width - 5)
    return rows.flatMap { row in
      row.name.dropLast().map { "  \($0)" }
        + row.name.suffix(1).map { "  \($0.padded(to: width))   \(row.value.text(upTo: room))" }
    }
  }
}

extension ResultValue {
  /// The text on one line, as much of it as there is room for.
  fileprivate func text(upTo longest: Int) -> String {
    let line = String(text.map { $0.isWhitespace ? " " : $0 })
    if line.isEmpty { return "\"\"" }
    if line.displayWidth <= longest { return line }
    var short = ""
    var width = 0
    for character in line {
      width += character.displayWidth
      if width >= longest { break }
      short.append(character)
    }
    return short + "…"
  }
}
