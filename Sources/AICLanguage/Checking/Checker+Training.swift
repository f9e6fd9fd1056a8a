import CostEngine
import Quantities

/// `train` and `finetune`: clauses and a block become a training run.
extension Checker {
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
      data(clause[0], &run.dataset, &ranges)
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

  mutating func figures(_ run: TrainingRun, _ ranges: FieldRanges) -> Value {
    do throws(EngineError) {
      let training = try run.figures()
      // What a dataset of the file must meet was asked where it was described.
      let asked = try run.dataset.name == nil ? [] : run.dataset.bill(in: builder).requirements
      place(
        training.requirements.filter { requirement in
          !asked.contains {
            ($0.condition, $0.field) == (requirement.condition, requirement.field)
          }
        }, ranges)
      return .training(run, training)
    } catch {
      return refuse(refused(error, ranges))
    }
  }

  /// What a training reads: a number of tokens or of samples.
  private mutating func data(
    _ node: SyntaxNode, _ dataset: inout Dataset, _ ranges: inout FieldRanges
  ) {
    let value = expression(node)
    if case .dataset(let known, _) = value {
      dataset = known
      return
    }
    guard case .quantity(let term, _) = value else {
      ranges.areRead = false
      if case .unknown = value { return }
      report(expected("a number of tokens or samples, or a dataset", value, node))
      return
    }
    switch term.dimension {
    case .tokens: dataset.tokens = term
    case .samples: dataset.samples = term
    default: report(notData(term, node))
    }
  }
}
