import AICLanguage
import Quantities

/// What the results of a script rest on, an input a line: for a terminal, a page, a spreadsheet or a program.
///
/// Pages and spreadsheets are laid out without regard to the width of anything, so that one changed value is one
/// changed line.
public struct AssumptionsReport {
  private let assumptions: AssumptionsResult
  private let file: String

  private typealias Input = AssumptionsResult.Input

  public init(_ assumptions: AssumptionsResult, file: String) {
    self.assumptions = assumptions
    self.file = file
  }

  // MARK: - For a terminal

  /// The figures, then columns lined up, without those that are empty throughout; where that is wider than a terminal,
  /// names are wrapped, and who says so and where stands below each.
  public var text: String {
    guard !assumptions.inputs.isEmpty else { return "" }
    let isOne = assumptions.figures.count == 1
    let rows = [headings.map { isOne ? $0.short : $0.long }] + rows
    let columns = headings.indices.filter { column in
      rows.dropFirst().contains { !$0[column].isEmpty }
    }
    let below = columns.filter { $0 >= headings.count - Self.below }
    var widths = columns.map { column in rows.map { $0[column].displayWidth }.max() ?? 0 }
    func room() -> Int { Self.width - widths.reduce(0) { $0 + $1 + 2 } + 2 }
    let isNarrow = room() >= 0
    if !isNarrow {
      widths.removeLast(below.count)
      widths[0] = min(widths[0], max(Self.leastName, widths[0] + room()))
    }
    let lines = rows.flatMap { row -> [String] in
      let name = row[0].wrapped(to: widths[0])
      let cells = zip(columns, widths).dropFirst().map { row[$0].padded(to: $1) }
      let first = ([(name.first ?? "").padded(to: widths[0])] + cells).joined(separator: "  ")
      let told = below.map { row[$0] }.filter { !$0.isEmpty }.joined(separator: " · ")
      return [String(first.reversed().drop { $0 == " " }.reversed())] + name.dropFirst()
        + (isNarrow ? [] : told.wrapped(to: Self.width - 4).map { "    " + $0 })
    }
    return figures + lines.map { $0 + "\n" }.joined()
  }

  private static let width = 80
  /// How many of the last columns say who says so and where.
  private static let below = 5
  private static let leastName = 20

  /// What the inputs move.
  private var figures: String {
    let lines = assumptions.figures.map { named in
      let interval = named.value.figure?.interval.map { "   (90%: \($0))" } ?? ""
      return "\(named.name)   \(named.value.text)\(interval)\n"
    }
    return lines.isEmpty ? "" : lines.joined() + "\n"
  }

  // MARK: - For pages and spreadsheets

  public var markdown: String { Delimited.markdown(headings.map(\.long), rows) }

  /// RFC 4180, with LF line ends.
  public var csv: String { Delimited.csv(headings.map(\.long), rows) }

  private var rows: [[String]] { assumptions.inputs.map { row($0) } }

  /// With the name of the figure, and without it where there is one figure only.
  private var headings: [(short: String, long: String)] {
    func both(_ heading: String) -> (short: String, long: String) { (heading, heading) }
    let moves = assumptions.figures.flatMap { figure in
      [("+1% moves it", "+1% moves \(figure.name)"), ("spread", "spread of \(figure.name)")]
    }
    return [both("input"), both("kind"), both("value"), both("90% interval")] + moves
      + [both("confidence"), both("as of"), both("age"), both("where"), both("source")]
  }

  private func row(_ input: Input) -> [String] {
    let moves = assumptions.figures.indices.flatMap { figure -> [String] in
      guard let move = input.moves?[figure] else { return ["", ""] }
      return [elasticity(move), move.share.map { percent($0) } ?? ""]
    }
    return [
      input.name, input.kind.rawValue, input.value.text, input.value.figure?.interval ?? "",
    ] + moves + [
      input.confidence.rawValue, input.asOf ?? "", age(input),
      input.place.map { "\($0.file):\($0.line)" } ?? "", input.source ?? "",
    ]
  }

  private func elasticity(_ move: AssumptionsResult.Move) -> String {
    guard move.isFelt else { return "0%" }
    return (move.elasticity < 0 ? "" : "+") + percent(move.elasticity / 100)
  }

  private func percent(_ share: Double) -> String {
    QuantityFormat.display.text(share, .none, asPercent: true, digits: 2)
  }

  private func age(_ input: Input) -> String {
    input.age == 0 ? "" : "over \(input.age) \(input.age == 1 ? "year" : "years")"
  }

  // MARK: - For programs

  public var json: String {
    var writer = JSONWriter()
    writer.object { report in
      report.member("aic", JSONReport.version)
      report.member("file", file)
      report.member("figures") { $0.array(assumptions.figures) { write($1, &$0) } }
      report.member("assumptions") {
        $0.array(assumptions.inputs, isOpen: true) { write($1, &$0) }
      }
    }
    return writer.text + "\n"
  }

  private func write(_ named: NamedValue, _ writer: inout JSONWriter) {
    writer.object { object in
      object.member("name", named.name)
      write(named.value, &object)
    }
  }

  private func write(_ input: Input, _ writer: inout JSONWriter) {
    writer.object { object in
      object.member("name", input.name)
      object.member("kind", input.kind.rawValue)
      write(input.value, &object)
      object.member("dimension", input.type)
      object.member("confidence", input.confidence.rawValue)
      if let source = input.source { object.member("source", source) }
      if let asOf = input.asOf { object.member("as_of", asOf) }
      object.member("years_older", input.age)
      if let doc = input.doc { object.member("doc", doc) }
      if let place = input.place {
        object.member("file", place.file)
        object.member("line", place.line)
        object.member("used_on") { $0.array(input.uses) { $0.number(Double($1)) } }
      }
      guard let moves = input.moves else { return }
      object.member("moves") { writer in
        writer.array(Array(zip(assumptions.figures, moves))) { writer, pair in
          writer.object { object in
            object.member("figure", pair.0.name)
            object.member("elasticity", rounded(pair.1.elasticity))
            if let share = pair.1.share { object.member("share", rounded(share)) }
            if let total = pair.1.total { object.member("total_share", rounded(total)) }
          }
        }
      }
    }
  }

  /// Without the last bits, which change with every other input.
  private func rounded(_ share: Double) -> Double { (share * 1e9).rounded() / 1e9 }

  private func write(_ value: ResultValue, _ object: inout JSONWriter) {
    if case .figure(let figure) = value {
      object.member("value", figure.value)
      object.member("unit", figure.dimension.baseUnit)
      if let spread = figure.spread {
        object.member("p5", spread.p5)
        object.member("p95", spread.p95)
      }
    }
    object.member("text", value.text)
  }
}
