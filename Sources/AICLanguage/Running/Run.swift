import CostEngine
import Quantities

/// One evaluation of a checked program: its outputs, and what only the figures could tell was wrong.
struct Run {
  let program: CheckedProgram
  let evaluation: Evaluation
  let sampling: Sampling
  let execution: Execution
  private(set) var outputs: [RunResult.Output] = []
  var diagnostics: [Diagnostic] = []
  /// The operations that were already reported for a result that is not a number.
  private var reported: Set<NodeID> = []
  /// The conditions that were already found not to hold, so that each is told at one place.
  private var unmet: Set<UnmetCondition> = []
  /// The things that an error was reported on.
  private var blamed: Set<SourceRange> = []

  /// - Parameter others: nodes that are looked at besides those of the program's own statements.
  init(
    _ program: CheckedProgram, _ sampling: Sampling, _ execution: Execution = Execution(),
    also others: [NodeID] = []
  ) {
    self.program = program
    self.sampling = sampling
    self.execution = execution
    evaluation = Evaluation(
      program.graph, roots: program.roots + others, sampling: sampling, execution: execution)
    guard !execution.isInterrupted else { return }
    checkRequirements()
    for cell in program.cells { checkFinite(cell.value, cell.range) }
    for action in program.actions { perform(action) }
  }

  /// Two fields with one value have one condition, and are two mistakes.
  private struct UnmetCondition: Hashable {
    let node: NodeID
    let range: SourceRange
  }

  // MARK: - Outputs

  private mutating func perform(_ action: CheckedProgram.Action) {
    switch action {
    case .title(let title): outputs.append(.title(title))
    case .print(let text): outputs.append(.line(words(text)))
    case .compare(let comparison):
      for row in comparison.rows {
        for value in row.values { checkFinite(value, comparison.range) }
      }
      outputs.append(
        .comparison(
          ComparisonResult(
            title: comparison.title, scenarios: comparison.scenarios,
            rows: comparison.rows.map { row in
              ComparisonResult.Row(
                name: row.name, values: row.values.map { result($0) },
                differences: row.differences.map { $0.flatMap { difference($0) } })
            })))
    case .sweep(let sweep):
      if let table = result(sweep) { outputs.append(.sweep(table)) }
    case .sensitivity(let sensitivity): outputs.append(.sensitivity(result(sensitivity)))
    case .assert(let assertion): outputs.append(.assertion(result(assertion)))
    case .show(let name, let value, let range):
      checkFinite(value, range)
      outputs.append(output(name, value))
    }
  }

  /// What `show` tells of a value.
  func output(_ name: String, _ value: Value) -> RunResult.Output {
    switch value {
    case .optimum(let optimum): .optimum(result(optimum, name))
    case .plan(let plan): .plan(result(plan, name))
    default:
      card(name, value).map { .card($0) } ?? .figure(NamedValue(name: name, value: result(value)))
    }
  }

  /// How two figures differ where one of them is uncertain.
  private func difference(_ difference: CheckedProgram.Comparison.Difference) -> Difference? {
    guard let samples = evaluation.samples(of: difference.share.id),
      abs(samples.mean) + samples.standardDeviation > CheckedProgram.Comparison.noise
    else { return nil }
    return Difference(
      p5: samples.quantile(0.05), p95: samples.quantile(0.95),
      chanceOfLower: evaluation[difference.isLower.id])
  }

  private func result(_ assertion: CheckedProgram.Assertion) -> AssertionResult {
    AssertionResult(
      text: assertion.text, holds: holds(assertion), chance: chance(assertion.condition.id),
      message: assertion.message.map { words($0) },
      values: assertion.parts.compactMap { part in
        let value = result(part.value)
        // Such as the name of a data type, which says nothing twice.
        return value.text == part.text
          ? nil
          : AssertionResult.Part(
            named: NamedValue(name: part.text, value: value), place: part.place)
      },
      range: assertion.range)
  }

  /// An uncertain condition holds where it does in as many samples as were asked for.
  private func holds(_ assertion: CheckedProgram.Assertion) -> Bool {
    guard let confidence = assertion.confidence, let chance = chance(assertion.condition.id) else {
      return evaluation[assertion.condition.id] != 0
    }
    return chance >= confidence
  }

  /// The share of the samples that meet a condition; nil where it is certain.
  private func chance(_ condition: NodeID) -> Double? { evaluation.samples(of: condition)?.mean }

  private func words(_ text: TextValue) -> String {
    text.pieces.map { piece in
      switch piece {
      case .words(let words): words
      case .value(let value): result(value).text
      }
    }.joined()
  }

  /// `$4.6M in 2020, −70% a year`
  private func words(_ trend: Trend) -> String {
    let change = evaluation[trend.yearly.id] - 1
    let share = QuantityFormat.display.text(change, .none, asPercent: true)
    return "\(figure(trend.start.id, trend.display).text) in \(trend.date), "
      + "\(change > 0 ? "+" : "")\(share) a year"
  }

  func result(_ value: Value) -> ResultValue {
    switch value {
    case .quantity(let term, let display): .figure(figure(term.id, display))
    case .bool(let term):
      chance(term.id).map {
        .text("in \(ResultFigure($0, .none, isPercent: true).text) of samples")
      }
        ?? .bool(evaluation[term.id] != 0)
    case .text(let text): .text(words(text))
    case .date(let date): .text(date.description)
    case .list(let values): .list(values.map { result($0) })
    case .record(let record):
      .record(record.fields.map { NamedValue(name: $0.name, value: result($0.value)) })
    case .word(let word): .text(word)
    case .function(let function): .text(function.name)
    case .hardware(let hardware): .text(hardware.name)
    case .model(let model): .text(model.name)
    case .dataset(let dataset, _): .text(dataset.name ?? value.type)
    case .team(let team, _): .text(team.name)
    case .optimum(let optimum): optimum.record["value"].map { result($0) } ?? .text(value.type)
    case .trend(let trend): .text(words(trend))
    case .plan(let plan): .figure(figure(plan.total.id, Display()))
    case .module(let module): .text(module.name)
    case .table(let table):
      .text("a table of \(table.table.rowCount) rows: \(table.table.names.joined(separator: ", "))")
    case .training, .deployment, .api, .ownership, .unknown: .text(value.type)
    }
  }

  func figure(_ id: NodeID, _ display: Display) -> ResultFigure {
    func scaled(_ unit: Unit?, _ one: Term?) -> (unit: Unit, scale: Double)? {
      unit.flatMap { unit in one.map { (unit: unit, scale: evaluation[$0.id]) } }
    }
    let spread = spread(id)
    return ResultFigure(
      spread?.mean ?? evaluation[id], program.graph[id].dimension,
      unit: scaled(display.unit, display.unitValue),
      written: scaled(display.written, display.writtenValue),
      isPercent: display.isPercent, spread: spread,
      isSampled: program.graph[id].rank.isSampled)
  }

  /// What the samples of an uncertain figure say; nil for a certain one.
  private func spread(_ id: NodeID) -> Spread? {
    // Such as the difference of a figure and itself.
    evaluation.samples(of: id).map { Spread($0) }.flatMap { $0.p5 == $0.p95 ? nil : $0 }
  }

  func figure(_ id: NodeID, _ display: FigureDisplay) -> ResultFigure {
    let dimension = program.graph[id].dimension
    let spread = spread(id)
    let value = spread?.mean ?? evaluation[id]
    switch display {
    case .automatic: return ResultFigure(value, dimension, spread: spread)
    case .yesOrNo: return ResultFigure(value, dimension, isTruth: true)
    case .percent: return ResultFigure(value, dimension, isPercent: true, spread: spread)
    case .unit(let name):
      let unit = try? UnitTable.standard.unit(name)
      return ResultFigure(
        value, dimension, unit: unit.map { (unit: $0, scale: $0.scale) }, spread: spread)
    }
  }

  /// The text of a formula or a message with its figures filled in.
  ///
  /// - Parameter sample: the figures of one sample, told instead of the mean.
  func text(_ text: TermText, at sample: [NodeID: Double] = [:]) -> String {
    func told(_ id: NodeID, _ display: FigureDisplay) -> String {
      guard let value = sample[id] else { return figure(id, display).text }
      return ResultFigure(
        value, program.graph[id].dimension, isPercent: display == .percent
      ).text
    }
    return text.text(percentage: { told($0, .percent) }, node: { told($0, .automatic) })
  }

  // MARK: - What only the figures can tell

  /// Values out of bounds first, then what cannot be, then what a reader must know; a thing with an error
  /// is not asked further, so that one mistake is told once.
  private mutating func checkRequirements() {
    let unmet = program.requirements.filter { isUnmet($0.requirement) }
    let isBounds = { (placed: CheckedProgram.PlacedRequirement) in
      placed.requirement.id == "field.bounds"
    }
    let errors = unmet.filter { $0.requirement.severity == .error }
    for stage in [
      errors.filter(isBounds), errors.filter { !isBounds($0) },
      unmet.filter { $0.requirement.severity == .warning },
    ] {
      let blamed = blamed
      for placed in stage where !blamed.contains(placed.thing) { report(placed) }
    }
  }

  /// Whether a condition does not hold: an uncertain one where any sample fails it.
  private func isUnmet(_ requirement: Requirement) -> Bool {
    chance(requirement.condition).map { $0 < 1 } ?? (evaluation[requirement.condition] == 0)
  }

  private mutating func report(_ placed: CheckedProgram.PlacedRequirement) {
    let requirement = placed.requirement
    let condition = UnmetCondition(node: requirement.condition, range: placed.range)
    guard unmet.insert(condition).inserted else { return }
    if requirement.severity == .error { blamed.insert(placed.thing) }
    let worst = worst(requirement)
    var message = text(requirement.message, at: worst)
    if !worst.isEmpty, let chance = chance(requirement.condition) {
      let share =
        chance > 0 ? "\(ResultFigure(1 - chance, .none, isPercent: true).text) of the" : "all"
      message += " (in \(share) samples, of which this is the worst)"
    }
    diagnostics.append(
      Diagnostic(
        requirement.id, message,
        severity: requirement.severity == .error ? .error : .warning,
        at: .init(placed.range, placed.scenario.map { "in the scenario `\($0)`" } ?? ""),
        help: requirement.help.map { text($0, at: worst) }))
  }

  /// The figures of a message in the sample that fails a condition by most: the one whose first figure is furthest
  /// from its mean. None where the condition or the message is certain.
  private func worst(_ requirement: Requirement) -> [NodeID: Double] {
    guard program.graph[requirement.condition].rank.isSampled else { return [:] }
    let nodes = (requirement.message.nodes + (requirement.help?.nodes ?? [])).filter {
      program.graph[$0].rank.isSampled
    }
    guard let first = nodes.first else { return [:] }
    // More samples than this hardly go further, and would all be held at once.
    let sampling = Sampling(
      samples: min(sampling.samples, 16_384), seed: sampling.seed, sampler: sampling.sampler)
    let columns = [requirement.condition, first].map {
      evaluation.columns(of: [$0], sampling, execution)[0]
    }
    let failing = columns[0].indices.filter { columns[0][$0] == 0 && columns[1][$0].isFinite }
    let mean = evaluation[first]
    let worst = failing.max { abs(columns[1][$0] - mean) < abs(columns[1][$1] - mean) }
    guard let worst else { return [:] }
    var values: [NodeID: Double] = [:]
    for node in nodes {
      values[node] = SamplePoint(worst, of: node, in: program.graph, evaluation, sampling)[node]
    }
    return values
  }

  private mutating func checkFinite(_ value: Value, _ range: SourceRange) {
    switch value {
    case .quantity(let term, _): checkFinite(term.id, range)
    case .list(let values): for value in values { checkFinite(value, range) }
    case .record(let record): for field in record.fields { checkFinite(field.value, range) }
    case .training(_, let training): checkFinite(training, range)
    case .deployment(_, let deployment): checkFinite(deployment, range)
    case .api(_, let deployment): checkFinite(deployment, range)
    case .ownership(_, _, let ownership): checkFinite(ownership, range)
    default: break
    }
  }

  private mutating func checkFinite<Record: Reported>(_ record: Record, _ range: SourceRange) {
    for figure in Record.figures {
      if let term = record[keyPath: figure.path] { checkFinite(term.id, range) }
    }
  }

  /// Reports the first operation that left the numbers, once.
  private mutating func checkFinite(_ id: NodeID, _ range: SourceRange) {
    if let samples = evaluation.samples(of: id) {
      checkFinite(samples, of: id, range)
      return
    }
    guard let origin = evaluation.originOfNonFinite(id, in: program.graph),
      reported.insert(origin).inserted
    else { return }
    let place = program.graph[origin].range ?? range
    guard !blamed.contains(place) else { return }
    let (message, label) = mistake(at: origin) { evaluation[$0] }
    diagnostics.append(Diagnostic("values.not-finite", message, at: .init(place, label)))
  }

  /// Reports the operation that left the numbers in the first sample that was lost, with the inputs of that sample.
  private mutating func checkFinite(_ samples: Samples, of id: NodeID, _ range: SourceRange) {
    guard let first = samples.firstLost else { return }
    let point = SamplePoint(first, of: id, in: program.graph, evaluation, sampling)
    let origin = point.originOfNonFinite(id) ?? id
    guard reported.insert(origin).inserted else { return }
    let place = program.graph[origin].range ?? range
    guard !blamed.contains(place) else { return }
    let (message, label) = mistake(at: origin) { point[$0] }
    let share = ResultFigure(Double(samples.lost) / Double(samples.count), .none, isPercent: true)
    let under = Set(program.graph.nodes(under: [id]))
    let inputs = program.cells.compactMap { cell -> String? in
      guard cell.isAssumption, let term = cell.value.term, under.contains(term.id),
        program.graph[term.id].rank.isSampled
      else { return nil }
      return "\(cell.name) = \(ResultFigure(point[term.id], term.dimension).text)"
    }
    diagnostics.append(
      Diagnostic(
        "values.not-finite", "\(message) in \(share.text) of the samples",
        at: .init(place, label),
        help: inputs.isEmpty ? nil : "it happens where \(inputs.listed)"))
  }

  /// What an operation did that cannot be done, and with what.
  private func mistake(
    at origin: NodeID, _ value: (NodeID) -> Double
  ) -> (message: String, label: String) {
    let node = program.graph[origin]
    let inputs = node.inputs.all.map {
      ResultFigure(value($0), program.graph[$0].dimension).text
    }
    switch node.operation {
    case .divide where node.inputs.b.map({ value($0) == 0 }) == true:
      return ("division by zero", "\(inputs[0]) divided by \(inputs[1])")
    case .squareRoot: return ("square root of a negative number", "of \(inputs[0])")
    case .log, .log2, .log10:
      return ("logarithm of a number that is not above zero", "of \(inputs[0])")
    case .power where node.inputs.a.map({ value($0) < 0 }) == true:
      return ("power of a negative number", "\(inputs[0]) to the power of \(inputs[1])")
    default: return ("the result is too large for a number", "the first step that overflows")
    }
  }
}

extension ResultValue {
  /// As a person would write it.
  public var text: String {
    switch self {
    case .figure(let figure): figure.text
    case .bool(let truth): truth ? "true" : "false"
    case .text(let text): text
    case .list(let values): "[" + values.map(\.text).joined(separator: ", ") + "]"
    case .record(let fields):
      "{ " + fields.map { "\($0.name): \($0.value.text)" }.joined(separator: ", ") + " }"
    }
  }
}
