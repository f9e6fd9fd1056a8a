import CostEngine
import Quantities

/// `deploy`: clauses and blocks become a deployment, on devices or on an api.
extension Checker {
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

  mutating func figures(_ run: DeploymentRun, _ ranges: FieldRanges) -> Value {
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
    if clause[0].kind == .record {
      for field in clause[0].children where field.kind == .field {
        assign(
          field[0].identifier, field[0].sourceRange, field[1], to: &run,
          of: "a deployment on an api", &ranges)
      }
    } else if !takePrices(clause[0], into: &run) {
      ranges.areRead = false
    }
    assign(node.child(.record), to: &run, of: "a deployment on an api", &ranges)
    return diagnostics.count == before && ranges.areRead ? figures(run, ranges) : .unknown
  }

  mutating func figures(_ run: APIDeploymentRun, _ ranges: FieldRanges) -> Value {
    do throws(EngineError) {
      let deployment = try run.figures()
      place(deployment.requirements, ranges)
      return .api(run, deployment)
    } catch {
      return refuse(refused(error, ranges))
    }
  }

  mutating func serving<Record: Declared>(
    _ node: SyntaxNode, _ run: inout Record, _ ranges: inout FieldRanges
  ) {
    guard let clause = node.child(.servingClause) else { return }
    assign("rate", clause[0].sourceRange, clause[0], to: &run, of: "a deployment", &ranges)
  }
}
