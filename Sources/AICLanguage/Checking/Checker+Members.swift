import CostEngine
import Quantities

/// What stands after a dot.
extension Checker {
  mutating func member(_ base: SyntaxNode, _ name: SyntaxNode) -> Value {
    // A part of a figure, such as `service.cost.compute`, is declared under its whole path.
    if base.kind == .member {
      let thing = expression(base[0])
      if let part = member("\(base[1].identifier).\(name.identifier)", of: thing) { return part }
      return part(name, of: base[1], of: thing)
    }
    return member(name, of: expression(base))
  }

  /// What stands after the dot of a figure that has no such part; apart from the chain of dots, whose every step
  /// takes of the stack.
  private mutating func part(_ name: SyntaxNode, of whole: SyntaxNode, of thing: Value) -> Value {
    let path = whole.identifier + "."
    let part = path + name.identifier
    // Where the whole is unknown too, that is what is said.
    if gap(whole.identifier, of: thing) == nil, gap(part, of: thing) != nil {
      return refuse(noMember(part, of: thing, legal(thing), name))
    }
    let parts = legal(thing).filter { $0.hasPrefix(path) }.map { String($0.dropFirst(path.count)) }
    return member(name, of: member(whole, of: thing), parts: parts)
  }

  /// What stands after the dot of a value, which is checked once: a chain of dots takes time by its length.
  mutating func member(_ name: SyntaxNode, of value: Value, parts: [String] = []) -> Value {
    if case .unknown = value { return .unknown }
    guard !name.isMissing else { return .unknown }
    if case .table(let table) = value { return column(name, of: table) }
    if case .plan(let plan) = value, let found = member(name.identifier, of: plan, name) {
      return found
    }
    if let found = member(name.identifier, of: value) { return found }
    return refuse(noMember(name.identifier, of: value, legal(value) + parts, name))
  }

  private func member(_ name: String, of value: Value) -> Value? {
    switch value {
    case .record(let record): record[name]
    case .optimum(let optimum): optimum.record[name]
    case .trend(let trend): member(name, of: trend)
    case .module(let module): module.names[name]?.value
    case .hardware(let hardware): price(name, of: hardware) ?? field(name, of: hardware)
    case .dataset(let dataset, let bill): figure(name, of: bill) ?? field(name, of: dataset)
    case .team(let team, let cost): figure(name, of: cost) ?? field(name, of: team)
    case .model(let model):
      (try? model.figures(in: builder)).flatMap { figure(name, of: $0) } ?? field(name, of: model)
    case .training(let run, let training):
      figure(name, of: training) ?? price(name, of: training.ownership) ?? field(name, of: run)
    case .deployment(let run, let deployment):
      figure(name, of: deployment) ?? price(name, of: deployment.ownership) ?? field(name, of: run)
    case .ownership(let run, _, let ownership):
      figure(name, of: ownership) ?? field(name, of: run)
    case .api(let run, let deployment): figure(name, of: deployment) ?? field(name, of: run)
    default: nil
    }
  }

  /// The names that may stand after the dot.
  func legal(_ value: Value) -> [String] {
    switch value {
    case .record(let record): record.names
    case .optimum(let optimum): optimum.record.names
    case .module(let module): module.names.keys.sorted()
    case .table(let table): table.table.names
    case .trend: ["from", "at", "yearly"]
    case .plan(let plan): Checker.planMembers + plan.lines.map(\.label)
    case .hardware: Hardware.fields.map(\.name)
    case .dataset: DatasetBill.figures.map(\.name) + Dataset.fields.map(\.name)
    case .team: TeamCost.figures.map(\.name) + Team.fields.map(\.name)
    case .model(let model):
      ModelFigures.figures.map(\.name) + Model.fields(of: model.kind).map(\.name)
    case .training: Training.figures.map(\.name) + TrainingRun.fields.map(\.name)
    case .deployment: Deployment.figures.map(\.name) + DeploymentRun.fields.map(\.name)
    case .api: APIDeployment.figures.map(\.name) + APIDeploymentRun.fields.map(\.name)
    case .ownership: Ownership.figures.map(\.name) + OwnershipRun.fields.map(\.name)
    default: []
    }
  }

  /// `m.size(fp8)` and `m.kv_per_token(fp8)`.
  mutating func sized(
    _ model: Model, _ name: SyntaxNode, _ arguments: [SyntaxNode], _ node: SyntaxNode
  ) -> Value {
    guard arguments.count == 1 else {
      return refuse(wrongCount(name.identifier, takes: "one data type", arguments.count, node))
    }
    guard let word = word(arguments[0]) else { return .unknown }
    guard let type = DataType.named(word) else {
      return refuse(
        unknownWord(arguments[0].text, for: name.identifier, DataType.names, arguments[0]))
    }
    do throws(EngineError) {
      let figures = try model.figures(in: builder)
      let size: Term? =
        switch name.identifier {
        case "size": figures.size(type)
        case "kv_per_token": figures.kvPerToken(type)
        default: nil
        }
      guard let size else {
        return refuse(noMember(name.identifier, of: .model(model), ["size", "kv_per_token"], name))
      }
      return .quantity(size)
    } catch {
      return refuse(refused(error, FieldRanges(whole: node.sourceRange)))
    }
  }
}
