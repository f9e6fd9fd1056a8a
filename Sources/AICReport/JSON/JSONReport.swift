import AICLanguage
import Quantities

/// A run as one JSON object, for other programs. Its shape is versioned by `aic`.
public struct JSONReport {
  /// Raised when a member changes its meaning; members are only ever added.
  static let version = 1

  private let result: RunResult
  private let file: String
  private let indices: [LineIndex]

  public init(_ result: RunResult, file: String) {
    self.result = result
    self.file = file
    // Looking for line ends is work that a run without remarks need not do.
    let isQuiet = result.diagnostics.isEmpty && result.assertions.isEmpty
    indices = isQuiet ? [] : result.files.map { LineIndex($0) }
  }

  public var text: String {
    var writer = JSONWriter()
    writer.object { report in
      report.member("aic", JSONReport.version)
      report.member("file", file)
      report.member("seed", Int(clamping: result.sampling.seed))
      report.member("samples", result.sampling.samples)
      report.member("sampler", result.sampling.sampler.rawValue)
      report.member("results") { $0.array(figures) { write($1, &$0) } }
      if !techniques.isEmpty {
        report.member("techniques") { $0.array(techniques) { write($1, &$0) } }
      }
      report.member("tables") { $0.array(tables) { write($1, &$0) } }
      report.member("printed") { $0.array(lines) { $0.string($1) } }
      report.member("assertions") { $0.array(result.assertions) { write($1, &$0) } }
      report.member("diagnostics") { $0.array(result.diagnostics) { write($1, &$0) } }
    }
    return writer.text + "\n"
  }

  /// Every shown value by name; a card gives one for each of its figures.
  private var figures: [NamedValue] {
    result.outputs.flatMap { output -> [NamedValue] in
      switch output {
      case .figure(let named): [named]
      case .card(let card):
        card.figures.map { name, figure in
          NamedValue(
            name: "\(card.name).\(name)",
            value: figure.isTruth ? .bool(figure.value != 0) : .figure(figure))
        }
      case .optimum(let optimum):
        (optimum.record + optimum.conditions).map {
          NamedValue(name: "\(optimum.name).\($0.name)", value: $0.value)
        }
      case .plan(let plan):
        [("total", plan.cumulative.last), ("npv", plan.presentValue)].compactMap { name, figure in
          figure.map { NamedValue(name: "\(plan.name).\(name)", value: .figure($0)) }
        }
      case .title, .line, .assertion, .comparison, .sweep, .sensitivity: []
      }
    }
  }

  /// What the techniques of every card change.
  private var techniques: [(thing: String, tradeoff: Card.Tradeoff)] {
    result.outputs.flatMap { output -> [(String, Card.Tradeoff)] in
      guard case .card(let card) = output else { return [] }
      return card.tradeoffs.map { (card.name, $0) }
    }
  }

  /// Changes are shares of the same figure without the technique.
  private func write(
    _ technique: (thing: String, tradeoff: Card.Tradeoff), _ writer: inout JSONWriter
  ) {
    writer.object { object in
      object.member("thing", technique.thing)
      object.member("technique", technique.tradeoff.technique)
      object.member("changes") { changes in
        changes.array(technique.tradeoff.changes.filter(\.share.isFinite)) { writer, change in
          writer.object {
            $0.member("figure", change.name)
            $0.member("share", change.share)
          }
        }
      }
      object.member("quality", technique.tradeoff.quality)
      object.member("source", technique.tradeoff.citation.text)
    }
  }

  private enum Table {
    case comparison(ComparisonResult)
    case sweep(SweepResult)
    case plan(PlanResult)
    case sensitivity(SensitivityResult)
  }

  private var tables: [Table] {
    result.outputs.compactMap { output in
      switch output {
      case .comparison(let table): .comparison(table)
      case .sweep(let table): .sweep(table)
      case .plan(let plan): .plan(plan)
      case .sensitivity(let table): .sensitivity(table)
      default: nil
      }
    }
  }

  private func write(_ table: Table, _ writer: inout JSONWriter) {
    switch table {
    case .comparison(let table): write(table, &writer)
    case .sweep(let table): write(table, &writer)
    case .plan(let plan): write(plan, &writer)
    case .sensitivity(let table): write(table, &writer)
    }
  }

  /// A row for each input: its name, its elasticity, and the shares of the spread it explains, alone and with others.
  private func write(_ table: SensitivityResult, _ writer: inout JSONWriter) {
    writer.object { object in
      object.member("title", "sensitivity \(table.name)")
      object.member("columns") { columns in
        columns.array(["input", "elasticity", "share", "total"]) { writer, name in
          writer.object { $0.member("name", name) }
        }
      }
      object.member("rows") { rows in
        rows.array(table.inputs) { writer, input in
          writer.array([0, 1, 2, 3]) { writer, column in
            switch column {
            case 0: writer.string(input.name)
            case 1: writer.number(input.elasticity)
            default:
              let share = column == 2 ? input.share : input.total
              if let share { writer.number(share) } else { writer.null() }
            }
          }
        }
      }
    }
  }

  /// A row for each month: its lines, their total, and the total so far.
  private func write(_ plan: PlanResult, _ writer: inout JSONWriter) {
    var lines =
      plan.lines.map { (name: $0.label, amounts: $0.amounts) }
      + [(name: "total", amounts: plan.totals), (name: "cumulative", amounts: plan.cumulative)]
    if plan.cumulative.contains(where: { $0.spread != nil }) {
      let ends: [(String, KeyPath<Spread, Double> & Sendable)] = [
        ("p5", \.p5), ("p50", \.p50), ("p95", \.p95),
      ]
      lines += ends.map { name, end in
        (
          name: "cumulative \(name)",
          amounts: plan.cumulative.map { $0.like($0.spread?[keyPath: end] ?? $0.value) }
        )
      }
    }
    writer.object { object in
      object.member("title", plan.name)
      object.member("columns") { columns in
        columns.array([nil] + lines.map { Optional($0) }) { writer, line in
          writer.object { column in
            column.member("name", line?.name ?? "month")
            if let figure = line?.amounts.first { column.member("unit", figure.dimension.baseUnit) }
          }
        }
      }
      object.member("rows") { rows in
        rows.array(Array(plan.months.indices)) { writer, month in
          writer.array(
            [ResultValue.text(plan.months[month].description)]
              + lines.map { .figure($0.amounts[month]) }
          ) { write($1, &$0) }
        }
      }
    }
  }

  /// A row for each point: what stands on the axes, then the figures; null where the point cannot be.
  private func write(_ table: SweepResult, _ writer: inout JSONWriter) {
    writer.object { object in
      object.member("title", table.title ?? "sweep")
      object.member("columns") { columns in
        let headings =
          table.axes.map { ($0.name, $0.values.first?.figure) }
          + table.columns.map { ($0.name, $0.figure) }
        columns.array(headings) { writer, heading in
          writer.object { column in
            column.member("name", heading.0)
            if let figure = heading.1 {
              column.member("unit", figure.unit?.unit.text ?? figure.dimension.baseUnit)
            }
          }
        }
      }
      object.member("rows") { rows in
        rows.array(Array(0..<table.count)) { writer, point in
          let axes = zip(table.axes, table.position(of: point)).map { Optional($0.values[$1]) }
          let values = table.columns.indices.map { table.value($0, point) }
          writer.array(axes + values) { writer, value in
            if let value { write(value, &writer) } else { writer.null() }
          }
        }
      }
    }
  }

  /// A row for each scenario, a column for each figure.
  private func write(_ table: ComparisonResult, _ writer: inout JSONWriter) {
    writer.object { object in
      object.member("title", table.title ?? "compare")
      object.member("columns") { columns in
        columns.array([nil] + table.rows.map { Optional($0) }) { writer, row in
          writer.object { column in
            column.member("name", row?.name ?? "scenario")
            if case .figure(let figure)? = row?.values.first {
              column.member("unit", figure.unit?.unit.text ?? figure.dimension.baseUnit)
            }
          }
        }
      }
      object.member("rows") { rows in
        rows.array(Array(table.scenarios.indices)) { writer, index in
          writer.array(
            [ResultValue.text(table.scenarios[index])] + table.rows.map { $0.values[index] }
          ) {
            write($1, &$0)
          }
        }
      }
    }
  }

  private var lines: [String] {
    result.outputs.compactMap { if case .line(let line) = $0 { line } else { nil } }
  }

  private func write(_ named: NamedValue, _ writer: inout JSONWriter) {
    writer.object { object in
      object.member("name", named.name)
      object.member("value") { write(named.value, &$0) }
      if case .figure(let figure) = named.value {
        object.member("unit", figure.unit?.unit.text ?? figure.dimension.baseUnit)
        object.member("dimension", figure.dimension.description)
      }
      object.member("text", named.value.text)
      if let figure = named.value.figure, let spread = figure.spread {
        let scale = figure.unit?.scale ?? 1
        object.member("mean", spread.mean / scale)
        object.member("sd", spread.standardDeviation / scale)
        object.member("p5", spread.p5 / scale)
        object.member("p50", spread.p50 / scale)
        object.member("p95", spread.p95 / scale)
        object.member("error", spread.error / scale)
      }
    }
  }

  private func write(_ value: ResultValue, _ writer: inout JSONWriter) {
    switch value {
    case .figure(let figure): writer.number(figure.value / (figure.unit?.scale ?? 1))
    case .bool(let truth): writer.bool(truth)
    case .text(let text): writer.string(text)
    case .list(let values): writer.array(values) { write($1, &$0) }
    case .record(let fields):
      writer.object { object in
        for field in fields { object.member(field.name) { write(field.value, &$0) } }
      }
    }
  }

  private func write(_ assertion: AssertionResult, _ writer: inout JSONWriter) {
    writer.object { object in
      object.member("text", assertion.text)
      object.member("holds", assertion.holds)
      if let chance = assertion.chance { object.member("chance", chance) }
      if let message = assertion.message { object.member("message", message) }
      object.member("line", position(assertion.range.file, assertion.range.lower).line)
      object.member("values") { $0.array(assertion.values) { write($1.named, &$0) } }
    }
  }

  private func write(_ diagnostic: Diagnostic, _ writer: inout JSONWriter) {
    let range = diagnostic.primary.range
    let place = position(range.file, range.lower)
    writer.object { object in
      object.member("severity", diagnostic.severity.rawValue)
      object.member("code", diagnostic.id)
      object.member("message", diagnostic.message)
      object.member(
        "file", result.files.indices.contains(range.file) ? result.files[range.file].name : file)
      object.member("line", place.line)
      object.member("column", place.column)
      if let help = diagnostic.help { object.member("help", help) }
    }
  }

  private func position(_ file: Int, _ offset: Int) -> (line: Int, column: Int) {
    indices.indices.contains(file) ? indices[file].position(of: offset) : (1, 1)
  }
}
