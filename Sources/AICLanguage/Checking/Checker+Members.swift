import CostEngine
import Quantities

/// What stands after a dot.
extension Checker {
  mutating func member(_ base: SyntaxNode, _ name: SyntaxNode) -> Value {
    guard !name.isMissing else { return .unknown }
    let identifier = name.identifier
    // A part of a figure, such as `service.cost.compute`, is declared under its whole path.
    if base.kind == .member, let part = part(of: base, identifier) { return part }
    let value = expression(base)
    if case .unknown = value { return .unknown }
    if let found = member(identifier, of: value) { return found }
    return refuse(noMember(identifier, of: value, legal(value), name))
  }

  private mutating func part(of base: SyntaxNode, _ name: String) -> Value? {
    let before = diagnostics.count
    let thing = expression(base[0])
    guard diagnostics.count == before else { return .unknown }
    return member("\(base[1].identifier).\(name)", of: thing)
  }

  private func member(_ name: String, of value: Value) -> Value? {
    switch value {
    case .record(let record): record[name]
    case .hardware(let hardware): field(name, of: hardware)
    case .model(let model):
      (try? model.figures(in: builder)).flatMap { figure(name, of: $0) } ?? field(name, of: model)
    case .training(let run, let training): figure(name, of: training) ?? field(name, of: run)
    case .deployment(let run, let deployment): figure(name, of: deployment) ?? field(name, of: run)
    case .api(let run, let deployment): figure(name, of: deployment) ?? field(name, of: run)
    default: nil
    }
  }

  /// The names that may stand after the dot.
  private func legal(_ value: Value) -> [String] {
    switch value {
    case .record(let record): record.names
    case .hardware: Hardware.fields.map(\.name)
    case .model(let model):
      ModelFigures.figures.map(\.name) + Model.fields(of: model.kind).map(\.name)
    case .training: Training.figures.map(\.name) + TrainingRun.fields.map(\.name)
    case .deployment: Deployment.figures.map(\.name) + DeploymentRun.fields.map(\.name)
    case .api: APIDeployment.figures.map(\.name) + APIDeploymentRun.fields.map(\.name)
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
    guard case .word(let word) = expression(arguments[0]), let type = DataType.named(word) else {
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
