import CostEngine
import Quantities

/// Hardware and models: names and blocks become the engine's records.
extension Checker {
  // MARK: - Hardware and models

  mutating func hardware(_ block: SyntaxNode, name: String) -> Value {
    var hardware = Hardware(name: name)
    var ranges = FieldRanges(whole: block.sourceRange)
    assign(block, to: &hardware, of: "hardware", &ranges)
    return ranges.areRead ? .hardware(hardware) : .unknown
  }

  /// What a training reads, and what having it costs.
  mutating func dataset(_ block: SyntaxNode, name: String) -> Value {
    guard !block.isMissing else { return .unknown }
    var ranges = FieldRanges(whole: block.sourceRange)
    return built(Dataset(name: name), block, &ranges)
  }

  private mutating func built(
    _ dataset: Dataset, _ block: SyntaxNode, _ ranges: inout FieldRanges
  ) -> Value {
    var dataset = dataset
    assign(block, to: &dataset, of: "a dataset", &ranges)
    guard ranges.areRead else { return .unknown }
    let amounts = [dataset.tokens, dataset.samples, dataset.size, dataset.ingest]
    if amounts.allSatisfy({ $0 == nil }), dataset.labels == nil {
      return refuse(
        Diagnostic(
          "datasets.empty", "a dataset says how many tokens or samples it has, or its size",
          at: .init(block.sourceRange), help: "write `tokens: 15T tokens`"))
    }
    do throws(EngineError) {
      let bill = try dataset.bill(in: builder)
      place(bill.requirements, ranges)
      return .dataset(dataset, bill)
    } catch {
      return refuse(refused(error, ranges))
    }
  }

  /// People who are paid by time.
  mutating func team(_ block: SyntaxNode, name: String) -> Value {
    guard !block.isMissing else { return .unknown }
    var ranges = FieldRanges(whole: block.sourceRange)
    return built(Team(name: name), block, &ranges)
  }

  private mutating func built(
    _ team: Team, _ block: SyntaxNode, _ ranges: inout FieldRanges
  ) -> Value {
    var team = team
    assign(block, to: &team, of: "a team", &ranges)
    guard ranges.areRead else { return .unknown }
    do throws(EngineError) {
      let cost = try team.cost(in: builder)
      place(cost.requirements, ranges)
      return .team(team, cost)
    } catch {
      return refuse(refused(error, ranges))
    }
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

  mutating func built(_ model: Model, _ block: SyntaxNode?, _ whole: SourceRange) -> Value {
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
  mutating func known(_ node: SyntaxNode) -> Value? {
    guard node.kind == .name else { return expression(node) }
    return names[node.identifier] == nil ? catalogued(node.identifier) : expression(node)
  }

  /// The model that an expression gives; nil where an error was reported.
  mutating func model(_ node: SyntaxNode) -> Model? {
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
  mutating func hardware(_ node: SyntaxNode) -> Hardware? {
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
    case .ownership(_, var hardware, let ownership):
      hardware.owned = .figures(ownership)
      return hardware
    case .unknown: return nil
    case let other:
      report(expected("hardware, such as `H100`", other, node))
      return nil
    }
  }

  /// `N HW`: how many devices of which hardware.
  mutating func devices(_ clause: SyntaxNode) -> (count: Term, hardware: Hardware)? {
    let count = clause[0].isMissing ? builder.constant(1) : number(clause[0])
    let hardware = hardware(clause[1])
    guard let count, let hardware else { return nil }
    return (count, hardware)
  }

  // MARK: - Copies

  /// `x with { a: 1 }`: the same thing with fields replaced.
  mutating func copy(_ node: SyntaxNode, _ base: SyntaxNode, _ block: SyntaxNode) -> Value {
    // A replacement from outside is meant for the cell itself, not for what it is made from.
    let outer = cell
    defer { cell = outer }
    cell = nil
    let value = expression(base)
    if node.index == cellValue { cell = outer }
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
    case .dataset(let dataset, _): return built(dataset, block, &ranges)
    case .team(let team, _): return built(team, block, &ranges)
    case .training(var run, _):
      assign(block, to: &run, of: "a training", &ranges)
      return diagnostics.count == before && ranges.areRead ? figures(run, ranges) : .unknown
    case .deployment(var run, _):
      assign(block, to: &run, of: "a deployment", &ranges)
      return diagnostics.count == before && ranges.areRead ? figures(run, ranges) : .unknown
    case .ownership(var run, let hardware, _):
      assign(block, to: &run, of: "what is owned", &ranges)
      return diagnostics.count == before && ranges.areRead
        ? figures(run, hardware, ranges) : .unknown
    case .api(var run, _):
      assign(block, to: &run, of: "a deployment on an api", &ranges)
      return diagnostics.count == before && ranges.areRead ? figures(run, ranges) : .unknown
    default: return refuse(expected("a record or a thing with fields", value, base))
    }
  }
}

extension SyntaxNode {
  /// The expression inside any parentheses around it.
  var unparenthesised: SyntaxNode {
    var node = self
    while node.kind == .parenthesised { node = node[0] }
    return node
  }
}
