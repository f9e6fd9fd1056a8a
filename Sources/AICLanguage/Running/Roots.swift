import CostEngine

extension CheckedProgram {
  /// The nodes that a run looks at: those whose samples it needs where they are uncertain.
  var roots: [NodeID] {
    var terms: [Term] = []
    var nodes: [NodeID] = []
    for action in actions {
      switch action {
      case .show(_, let value, _): terms += value.terms
      case .print(let text): terms += text.terms
      case .compare(let comparison):
        for row in comparison.rows {
          terms += row.values.flatMap(\.terms)
          terms += row.differences.compactMap { $0?.share }
        }
      case .assert(let assertion):
        terms += [assertion.condition] + assertion.parts.flatMap(\.value.terms)
        terms += assertion.message?.terms ?? []
      case .sensitivity(let sensitivity):
        terms += [sensitivity.figure] + sensitivity.inputs.map(\.term)
      case .sweep, .title: break
      }
    }
    for requirement in requirements.map(\.requirement) {
      nodes += [requirement.condition] + requirement.message.nodes
      nodes += requirement.help?.nodes ?? []
    }
    return terms.map(\.id) + nodes
  }
}

extension TextValue {
  fileprivate var terms: [Term] {
    pieces.flatMap { piece -> [Term] in
      if case .value(let value) = piece { value.terms } else { [] }
    }
  }
}

extension Value {
  /// Every term whose value its text or card shows.
  var terms: [Term] {
    switch self {
    case .quantity(let term, let display):
      [term] + [display.unitValue, display.writtenValue].compactMap { $0 }
    case .bool(let term): [term]
    case .text(let text): text.terms
    case .list(let values): values.flatMap(\.terms)
    case .record(let record): record.fields.flatMap(\.value.terms)
    case .optimum(let optimum):
      optimum.record.fields.flatMap(\.value.terms) + optimum.conditions.flatMap(\.value.terms)
    case .trend(let trend): [trend.start, trend.yearly]
    case .plan(let plan):
      plan.totals + plan.cumulative + plan.lines.flatMap(\.amounts)
        + [plan.total, plan.breakEven, plan.isNeverEven] + [plan.presentValue].compactMap { $0 }
    case .hardware(let hardware): hardware.terms(among: Hardware.fields)
    case .model(let model): model.terms(among: Model.fields(of: model.kind))
    case .training(let run, let training): run.terms(among: TrainingRun.fields) + training.terms
    case .deployment(let run, let deployment):
      run.terms(among: DeploymentRun.fields) + deployment.terms
    case .api(let run, let deployment):
      run.terms(among: APIDeploymentRun.fields) + deployment.terms
    case .ownership(let run, _, let ownership):
      run.terms(among: OwnershipRun.fields) + ownership.terms
    case .dataset(let dataset, let bill): dataset.terms(among: Dataset.fields) + bill.terms
    case .team(let team, let cost): team.terms(among: Team.fields) + cost.terms
    case .date, .word, .function, .module, .table, .unknown: []
    }
  }
}

extension Reported {
  fileprivate var terms: [Term] {
    Self.figures.compactMap { self[keyPath: $0.path] }
      + tradeoffs.flatMap { $0.changes.map(\.term) + [$0.accuracy].compactMap { $0 } }
  }
}

extension Declared {
  fileprivate func terms(among fields: [Field<Self>]) -> [Term] {
    fields.flatMap { field -> [Term] in
      switch field.content {
      case .quantity(_, let path), .either(_, let path): [self[keyPath: path]].compactMap { $0 }
      case .list(_, let path): self[keyPath: path] ?? []
      case .quantities(_, _, let path): Array(self[keyPath: path].values)
      case .price(let rent, let owned):
        if case .figures(let ownership)? = self[keyPath: owned] {
          ownership.terms
        } else {
          [self[keyPath: rent]].compactMap { $0 }
        }
      case .tiers(_, let path): self[keyPath: path]?.terms ?? []
      case .word, .flag, .model, .hardware: []
      }
    }
  }
}
