/// The heading of a column, such as `memory [GB]`.
struct Heading {
  /// As it is written.
  let text: String
  let position: CSVPosition

  /// Without the unit.
  var name: String {
    guard let bracket = text.firstIndex(of: "["), text.last == "]" else { return text }
    var name = text[..<bracket]
    while name.last == " " { name.removeLast() }
    return String(name)
  }
}

extension CSVPosition {
  static let start = CSVPosition(offset: 0, line: 1, column: 1)
}
