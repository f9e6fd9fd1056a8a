import CostEngine
import Quantities

/// Hardware, models, trainings and deployments: clauses and blocks become the engine's records.
extension Checker {
  // MARK: - Hardware and models

  mutating func hardware(_ block: SyntaxNode, name: String) -> Value {
    var hardware = Hardware(name: name)
    var ranges = FieldRanges(whole: block.sourceRange)
    assign(block, to: &hardware, of: "hardware", &ranges)
    return ranges.areRead ? .hardware(hardware) : .unknown
  }

  /// A model of a kind, or one that starts from another.
  mutating func model(_ kind: SyntaxNode, _ block: SyntaxNode, name: String) -> Value {
    guard !kind.isMissing else { return .unknown }
    var model: Model
    if names[kind.identifier] == nil, let known = ModelKind(rawValue: kind.identifier) {
      model = Model(name: name, kind: known)
    } else {
      guard let base = self.model(kind) else { return .unknown }
      model = base
      model.name = name
    }
    return built(model, block, kind.sourceRange)
  }

  private mutating func built(_ model: Model, _ block: SyntaxNode?, _ whole: SourceRange) -> Value {
    var model = model
    var ranges = FieldRanges(whole: whole)
    let before = diagnostics.count
    assign(
      block, to: &model, of: "a \(model.kind.rawValue)", among: Model.fields(of: model.kind),
      &ranges)
    guard diagnostics.count == before, ranges.areRead else { return .unknown }
    do throws(EngineError) {
      place(try model.figures(in: builder).requirements, ranges)
      return .model(model)
    } catch {
      return refuse(refused(error, ranges))
    }
  }

  /// The value of an expression; nil for a name that neither the file nor the catalogue knows.
  private mutating func known(_ node: SyntaxNode) -> Value? {
    guard node.kind == .name else { return expression(node) }
    return names[node.identifier]?.value ?? catalogued(node.identifier)
  }

  /// The model that an expression gives; nil where an error was reported.
  private mutating func model(_ node: SyntaxNode) -> Model? {
    let value = known(node)
    guard let value else {
      let legal = names.filter { if case .model = $0.value.value { true } else { false } }.keys
        .sorted()
      report(
        unknownThing(
          "model", node, legal + ModelKind.allCases.map(\.rawValue),
          catalogue.suggestions(for: node.identifier, of: .model, limit: 2)))
      return nil
    }
    switch value {
    case .model(let model): return model
    case .unknown: return nil
    case let other:
      report(expected("a model", other, node))
      return nil
    }
  }

  /// The hardware that an expression gives; nil where an error was reported.
  private mutating func hardware(_ node: SyntaxNode) -> Hardware? {
    let value = known(node)
    guard let value else {
      let legal = names.filter { if case .hardware = $0.value.value { true } else { false } }.keys
      report(
        unknownThing(
          "hardware", node, legal.sorted(),
          catalogue.suggestions(for: node.identifier, of: .accelerator, limit: 2)))
      return nil
    }
    switch value {
    case .hardware(let hardware): return hardware
    case .unknown: return nil
    case let other:
      report(expected("hardware, such as `H100`", other, node))
      return nil
    }
  }

  /// `N HW`: how many devices of which hardware.
  private mutating func devices(_ clause: SyntaxNode) -> (count: Term, hardware: Hardware)? {
    let count = clause[0].isMissing ? builder.constant(1) : number(clause[0])
    let hardware = hardware(clause[1])
    guard let count, let hardware else { return nil }
    return (count, hardware)
  }

  /// Reports clauses that stand twice, or that the thing has no use for. Clauses of one slot exclude each other.
  private mutating func checkClauses(of node: SyntaxNode, _ slots: [[SyntaxKind]]) {
    var seen: [Int: SyntaxNode] = [:]
    for clause in node.children.dropFirst() where ![.record, .broken].contains(clause.kind) {
      guard let slot = slots.firstIndex(where: { $0.contains(clause.kind) }) else {
        report(uselessClause(clause, node))
        continue
      }
      if let earlier = seen[slot] { report(clauseTwice(clause, earlier)) }
      seen[slot] = clause
    }
  }

  // MARK: - Training

  mutating func training(_ node: SyntaxNode) -> Value {
    let before = diagnostics.count
    var ranges = FieldRanges(whole: node.range(upToBlock: node.child(.record)))
    checkClauses(
      of: node, [[.onClause], [.devicesClause], [.mfuClause], [.epochsClause], [.withClause]])
    let model = model(node[0])
    var cluster: (count: Term, hardware: Hardware)?
    if let clause = node.child(.devicesClause) {
      cluster = devices(clause)
      ranges.ranges["devices"] = (clause[0].isMissing ? clause : clause[0]).sourceRange
    } else {
      report(missingClause("using", "the devices after the model, such as `using 8 H100`", node))
    }
    guard let model, let cluster else {
      checkRest(of: node)
      return .unknown
    }
    var run = TrainingRun(
      model: model, hardware: cluster.hardware, devices: cluster.count, dataset: Dataset())
    if node.kind == .finetune { run.method = "full" }
    if let clause = node.child(.onClause) {
      ranges.ranges["tokens"] = clause[0].sourceRange
      ranges.ranges["samples"] = clause[0].sourceRange
      data(clause[0], &run.dataset)
    } else {
      report(missingClause("on", "the data after the model, such as `on 15T tokens`", node))
    }
    for (clause, name) in [(node.child(.mfuClause), "mfu"), (node.child(.epochsClause), "epochs")] {
      guard let clause else { continue }
      assign(name, clause[0].sourceRange, clause[0], to: &run, of: "a training", &ranges)
    }
    techniques(node, &run, "a training", &ranges)
    assign(node.child(.record), to: &run, of: "a training", &ranges)
    return diagnostics.count == before && ranges.areRead ? figures(run, ranges) : .unknown
  }

  private mutating func figures(_ run: TrainingRun, _ ranges: FieldRanges) -> Value {
    do throws(EngineError) {
      let training = try run.figures()
      place(training.requirements, ranges)
      return .training(run, training)
    } catch {
      return refuse(refused(error, ranges))
    }
  }

  /// What a training reads: a number of tokens or of samples.
  private mutating func data(_ node: SyntaxNode, _ dataset: inout Dataset) {
    guard let term = figure(node) else { return }
    switch term.dimension {
    case .tokens: dataset.tokens = term
    case .samples: dataset.samples = term
    default: report(notData(term, node))
    }
  }

  // MARK: - Deployment

  mutating func deployment(_ node: SyntaxNode) -> Value {
    let before = diagnostics.count
    var ranges = FieldRanges(whole: node.range(upToBlock: node.child(.record)))
    if let clause = node.child(.serverlessClause) { return refuse(later("on serverless", clause)) }
    checkClauses(of: node, [[.devicesClause, .apiClause], [.servingClause], [.withClause]])
    if let clause = node.child(.apiClause) { return bought(node, clause, ranges, before) }
    let model = model(node[0])
    guard let clause = node.child(.devicesClause) else {
      report(missingClause("on", "the devices after the model, such as `on 1 H100`", node))
      checkRest(of: node)
      return .unknown
    }
    ranges.ranges["devices"] = (clause[0].isMissing ? clause : clause[0]).sourceRange
    guard let (count, hardware) = devices(clause), let model else {
      checkRest(of: node)
      return .unknown
    }
    var run = DeploymentRun(model: model, hardware: hardware, devices: count)
    techniques(node, &run, "a deployment", &ranges)
    serving(node, &run, &ranges)
    assign(node.child(.record), to: &run, of: "a deployment", &ranges)
    return diagnostics.count == before && ranges.areRead ? figures(run, ranges) : .unknown
  }

  private mutating func figures(_ run: DeploymentRun, _ ranges: FieldRanges) -> Value {
    do throws(EngineError) {
      let deployment = try run.figures()
      place(deployment.requirements, ranges)
      return .deployment(run, deployment)
    } catch {
      return refuse(refused(error, ranges))
    }
  }

  /// `deploy M on api { … }`: the prices stand in the clause, the traffic in the block after it.
  private mutating func bought(
    _ node: SyntaxNode, _ clause: SyntaxNode, _ ranges: FieldRanges, _ before: Int
  ) -> Value {
    var ranges = ranges
    guard clause[0].kind == .record else {
      checkRest(of: node)
      return refuse(later("on api NAME", clause))
    }
    // A provider need not say what a model is made of: any name will do.
    var run = APIDeploymentRun(name: node[0].text.onOneLine)
    if known(node[0]) != nil {
      guard let model = model(node[0]) else {
        checkRest(of: node)
        return .unknown
      }
      run.name = model.name
    }
    techniques(node, &run, "a deployment on an api", &ranges)
    serving(node, &run, &ranges)
    // Only the block of the deployment takes replacements, so that each is taken once.
    for field in clause[0].children where field.kind == .field {
      assign(
        field[0].identifier, field[0].sourceRange, field[1], to: &run, of: "a deployment on an api",
        &ranges)
    }
    assign(node.child(.record), to: &run, of: "a deployment on an api", &ranges)
    return diagnostics.count == before && ranges.areRead ? figures(run, ranges) : .unknown
  }

  private mutating func figures(_ run: APIDeploymentRun, _ ranges: FieldRanges) -> Value {
    do throws(EngineError) {
      let deployment = try run.figures()
      place(deployment.requirements, ranges)
      return .api(run, deployment)
    } catch {
      return refuse(refused(error, ranges))
    }
  }

  private mutating func serving<Record: Declared>(
    _ node: SyntaxNode, _ run: inout Record, _ ranges: inout FieldRanges
  ) {
    guard let clause = node.child(.servingClause) else { return }
    assign("rate", clause[0].sourceRange, clause[0], to: &run, of: "a deployment", &ranges)
  }

  // MARK: - Techniques

  /// The techniques of the language that this version cannot cost yet.
  private static let laterTechniques = [
    "prune", "distill", "early_exit", "speculate", "autoscale", "spot", "reserve",
  ]

  /// `with quantize fp8, batch 64`: each technique sets the field of its name.
  private mutating func techniques<Record: Declared>(
    _ node: SyntaxNode, _ run: inout Record, _ thing: String, _ ranges: inout FieldRanges
  ) {
    for clause in node.children(.withClause) {
      for technique in clause.children(.technique) {
        self.technique(technique, &run, thing, &ranges)
      }
    }
  }

  private mutating func technique<Record: Declared>(
    _ technique: SyntaxNode, _ run: inout Record, _ thing: String, _ ranges: inout FieldRanges
  ) {
    let name = technique[0]
    let operands = technique.children(.techniqueOperand)
    if Checker.laterTechniques.contains(name.identifier) {
      report(later(name.identifier, name))
      return
    }
    if let method = Record.field(named: "method"),
      case .word(let methods, let path) = method.content,
      methods.contains(name.identifier)
    {
      run[keyPath: path] = name.identifier
      ranges.ranges["method"] = name.sourceRange
      if let rank = operands.first {
        assign("rank", rank.sourceRange, rank[0], to: &run, of: thing, &ranges)
      }
      return
    }
    guard let operand = operands.first, operands.count == 1 else {
      report(techniqueOperand(name, operands.count))
      return
    }
    let field = name.identifier == "cache" ? "cached" : name.identifier
    assign(field, name.sourceRange, operand[0], to: &run, of: thing, &ranges)
  }

  /// Checks what is left of a thing that cannot be built, so that other mistakes in it are told too.
  private mutating func checkRest(of node: SyntaxNode) {
    for clause in node.children {
      switch clause.kind {
      case .onClause, .mfuClause, .epochsClause, .servingClause: _ = expression(clause[0])
      default: break
      }
    }
  }

  // MARK: - Copies

  /// `x with { a: 1 }`: the same thing with fields replaced.
  mutating func copy(_ base: SyntaxNode, _ block: SyntaxNode) -> Value {
    let value = expression(base)
    // A replacement from outside is meant for the thing itself, not for its copies.
    let outer = cell
    cell = nil
    defer { cell = outer }
    let before = diagnostics.count
    var ranges = FieldRanges(whole: base.sourceRange)
    switch value {
    case .unknown: return .unknown
    case .record(var record):
      for field in block.children where field.kind == .field {
        guard record[field[0].identifier] != nil else {
          report(
            unknownField(field[0].identifier, field[0].sourceRange, of: "the record", record.names))
          continue
        }
        record[field[0].identifier] = expression(field[1])
      }
      return .record(record)
    case .hardware(var hardware):
      assign(block, to: &hardware, of: "hardware", &ranges)
      return ranges.areRead ? .hardware(hardware) : .unknown
    case .model(let model): return built(model, block, base.sourceRange)
    case .training(var run, _):
      assign(block, to: &run, of: "a training", &ranges)
      return diagnostics.count == before && ranges.areRead ? figures(run, ranges) : .unknown
    case .deployment(var run, _):
      assign(block, to: &run, of: "a deployment", &ranges)
      return diagnostics.count == before && ranges.areRead ? figures(run, ranges) : .unknown
    case .api(var run, _):
      assign(block, to: &run, of: "a deployment on an api", &ranges)
      return diagnostics.count == before && ranges.areRead ? figures(run, ranges) : .unknown
    default: return refuse(expected("a record or a thing with fields", value, base))
    }
  }
}

extension SyntaxNode {
  /// The place of a thing without its block: what is said of the whole points at its first lines.
  fileprivate func range(upToBlock block: SyntaxNode?) -> SourceRange {
    guard let block, block.range.lowerBound > range.lowerBound else { return sourceRange }
    return SourceRange(file: tree.file, lower: range.lowerBound, upper: block.range.lowerBound)
  }
}
