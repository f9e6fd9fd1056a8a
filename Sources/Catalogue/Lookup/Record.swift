/// One row of catalogue data under its headings, read in base units.
///
/// A heading may carry a unit: the number `80` under `memory [GB]` reads as 80e9 bytes.
struct Record {
  let file: String
  let start: CSVPosition
  /// Of somebody's own table, which may leave columns out.
  let isOwn: Bool
  private let cells: [String: Cell]

  private struct Cell {
    let text: String
    let scale: Double
    let position: CSVPosition
  }

  init(
    file: String, headings: [CSVField], row: [CSVField], bytes: Span<UInt8>, isOwn: Bool = false
  ) throws(CatalogueProblem) {
    var cells: [String: Cell] = [:]
    for (heading, field) in zip(headings, row) {
      var name = heading.text(in: bytes)
      var scale = 1.0
      if let bracket = name.firstIndex(of: "["), name.last == "]" {
        let unit = name[name.index(after: bracket)...].dropLast()
        guard let known = Record.scale(of: unit) else {
          throw CatalogueProblem(file: file, at: heading.position, "unknown unit \(unit)")
        }
        scale = known
        name = String(name[..<bracket].trimmingSuffix(" "))
      }
      let cell = Cell(text: field.text(in: bytes), scale: scale, position: field.position)
      guard cells.updateValue(cell, forKey: name) == nil else {
        throw CatalogueProblem(file: file, at: heading.position, "two columns named \(name)")
      }
    }
    self.file = file
    self.cells = cells
    self.isOwn = isOwn
    start = row.first?.position ?? .start
  }

  /// How many base units a unit of a heading is: bytes, FLOP/s, W, plain counts.
  private static func scale(of unit: Substring) -> Double? {
    switch unit {
    case "W", "USD", "USD/hour", "USD/million tokens", "tokens": 1
    case "GB", "GB/s", "billion", "GMAC": 1e9
    case "GiB": 1_073_741_824
    case "TFLOP/s", "TOP/s": 1e12
    default: nil
    }
  }

  func problem(_ column: String, _ message: String) -> CatalogueProblem {
    CatalogueProblem(file: file, at: cells[column]?.position ?? start, message)
  }

  /// The text of a cell, or nil where it is empty.
  func text(_ column: String) throws(CatalogueProblem) -> String? {
    guard let cell = cells[column] else {
      if isOwn { return nil }
      throw problem(column, "there is no column \(column)")
    }
    return cell.text.isEmpty ? nil : cell.text
  }

  func requiredText(_ column: String) throws(CatalogueProblem) -> String {
    guard let text = try text(column) else { throw problem(column, "\(column) is missing") }
    return text
  }

  /// A number that is not negative, in base units, of which there are only whole ones where the
  /// heading's unit is greater.
  func number(_ column: String) throws(CatalogueProblem) -> Double? {
    guard let text = try text(column), let cell = cells[column] else { return nil }
    guard let value = Double(text), value.isFinite else {
      throw problem(column, "\(column) is not a number: \(text)")
    }
    guard value >= 0 else { throw problem(column, "\(column) is negative: \(text)") }
    return cell.scale == 1 ? value : (value * cell.scale).rounded()
  }

  /// A whole number that is not negative.
  func count(_ column: String) throws(CatalogueProblem) -> Int? {
    guard let number = try number(column) else { return nil }
    guard let count = Int(exactly: number) else {
      throw problem(column, "\(column) is not a whole number: \(number)")
    }
    return count
  }

  func yesOrNo(_ column: String) throws(CatalogueProblem) -> Bool? {
    switch try text(column) {
    case nil: return nil
    case "yes": return true
    case "no": return false
    case .some(let text): throw problem(column, "\(column) is neither yes nor no: \(text)")
    }
  }

  /// One of the words that `Choice` allows.
  func choice<Choice: RawRepresentable & CaseIterable>(
    _ column: String, as type: Choice.Type = Choice.self
  ) throws(CatalogueProblem) -> Choice? where Choice.RawValue == String {
    guard let text = try text(column) else { return nil }
    guard let choice = Choice(rawValue: text) else {
      let words = Choice.allCases.map(\.rawValue).joined(separator: ", ")
      throw problem(column, "\(column) is \(text), not one of \(words)")
    }
    return choice
  }

  /// Texts between bars.
  func list(_ column: String) throws(CatalogueProblem) -> [String] {
    try text(column)?.split(separator: "|").map(String.init) ?? []
  }

  /// A value or, where it is nil, the problem that its cell is empty.
  func required<Value>(_ column: String, _ value: Value?) throws(CatalogueProblem) -> Value {
    guard let value else { throw problem(column, "\(column) is missing") }
    return value
  }

  /// The provenance in the columns `source`, `as_of`, `kind`, `checked` and `note`, each of which
  /// may begin with a prefix such as `structure_`; somebody's own table is a source by itself.
  func provenance(_ prefix: String = "") throws(CatalogueProblem) -> Provenance {
    if isOwn {
      let source = try text(prefix + "source").map { ", " + $0 } ?? ""
      return Provenance(
        source: "\(file):\(start.line)" + source, asOf: try text(prefix + "as_of") ?? "",
        kind: try choice(prefix + "kind") ?? (source.isEmpty ? .stated : .sourced),
        isRecalled: try text(prefix + "checked")?.hasPrefix("recalled") ?? false,
        note: try text(prefix + "note") ?? "")
    }
    return Provenance(
      source: try requiredText(prefix + "source"),
      asOf: try requiredText(prefix + "as_of"),
      kind: try required(prefix + "kind", try choice(prefix + "kind")),
      isRecalled: try requiredText(prefix + "checked").hasPrefix("recalled"),
      note: try text(prefix + "note") ?? "")
  }
}

extension Substring {
  fileprivate func trimmingSuffix(_ character: Character) -> Substring {
    var rest = self
    while rest.last == character { rest.removeLast() }
    return rest
  }
}
