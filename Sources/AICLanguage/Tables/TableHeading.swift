import Quantities

/// The heading of a column: `price [$/hour]`, `as of [date]`, `name`.
struct TableHeading: Sendable {
  /// What the brackets say of the column.
  enum Form: Sendable {
    /// There are none: the cells decide.
    case open
    case measured(HeadingUnit)
    case date
    case text
  }

  let name: String
  /// As written.
  let text: String
  let place: TablePlace
  let form: Form

  /// Reads the heading of the column `number`, counted from 1.
  init(
    _ text: String, number: Int, at place: TablePlace, reader: QuantityReader
  ) throws(TableError) {
    self.text = text
    self.place = place
    let (title, bracket) = try Self.split(text, at: place)
    name = Self.name(title)
    guard !name.isEmpty else { throw TableError(.nameless(text, number), at: place) }
    switch bracket {
    case nil: form = .open
    case "date": form = .date
    case "text": form = .text
    case let unit?:
      do throws(QuantityError) {
        form = .measured(try HeadingUnit(unit, reader: reader))
      } catch {
        throw TableError(.unit(unit, error), at: place)
      }
    }
  }

  /// Small letters and digits, with `_` for each run of blanks and other signs between them, and
  /// before a digit at the front: `GPU name` is `gpu_name`, `2025 price` is `_2025_price`.
  static func name(_ title: some StringProtocol) -> String {
    var name = String.UnicodeScalarView()
    var isBreak = false
    for scalar in title.lowercased().unicodeScalars {
      let isDigit = ("0"..."9").contains(scalar)
      // Marks that belong to a letter do not break a name.
      guard isDigit || Lexer.continuesName(scalar), scalar != "_" else {
        isBreak = true
        continue
      }
      if name.isEmpty ? isDigit : isBreak { name.append("_") }
      isBreak = false
      name.append(scalar)
    }
    if let first = name.first, first != "_", !Lexer.startsName(first) {
      name.insert("_", at: name.startIndex)
    }
    return String(name)
  }

  /// The title and what stands in the brackets behind it.
  private static func split(
    _ text: String, at place: TablePlace
  ) throws(TableError) -> (title: Substring, bracket: String?) {
    guard let open = text.lastIndex(of: "["), text.last == "]" else {
      guard !text.contains("["), !text.contains("]") else {
        throw TableError(.openBracket(text), at: place)
      }
      return (text[...], nil)
    }
    let bracket = text[text.index(after: open)...].dropLast()
    return (text[..<open], trimmed(bracket))
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text.drop { $0.isWhitespace }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
