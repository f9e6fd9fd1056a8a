import CostEngine
import Quantities

/// `deploy`: clauses and blocks become a deployment, on devices or on an api.
extension Checker {
  mutating func deployment(_ node: SyntaxNode) -> Value {
    let before = diagnostics.count
    var ranges = FieldRanges(whole: node.range(upToBlock: node.child(.record)))
    checkClauses(
      of: node,
      [[.devicesClause, .apiClause, .serverlessClause], [.servingClause], [.withClause]])
    if let clause = node.child(.apiClause) { return bought(node, clause, ranges, before) }
    let model = model(node[0])
    if let clause = node.child(.serverlessClause) {
      guard let run = serverless(clause[0], model, &ranges) else {
        checkRest(of: node)
        return .unknown
      }
      return finished(run, node, ranges, before)
    }
    guard let clause = node.child(.devicesClause) else {
      report(missingClause("on", "the devices after the model, such as `on 1 H100`", node))
      checkRest(of: node)
      return .unknown
    }
    ranges.ranges["model"] = node[0].sourceRange
    ranges.ranges["hardware"] = clause[1].sourceRange
    ranges.ranges["devices"] = (clause[0].isMissing ? clause : clause[0]).sourceRange
    guard let (count, hardware) = devices(clause), let model else {
      checkRest(of: node)
      return .unknown
    }
    return finished(
      DeploymentRun(model: model, hardware: hardware, devices: count), node, ranges, before)
  }

  /// A run with its techniques, its traffic and its block.
  private mutating func finished(
    _ run: DeploymentRun, _ node: SyntaxNode, _ ranges: FieldRanges, _ before: Int
  ) -> Value {
    var (run, ranges) = (run, ranges)
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

  /// `on serverless { hardware: H100, price: … }`: devices by the second, which stop when no request is there.
  private mutating func serverless(
    _ block: SyntaxNode, _ model: Model?, _ ranges: inout FieldRanges
  ) -> DeploymentRun? {
    let fields = block.children.filter { $0.kind == .field }
    func value(_ name: String) -> SyntaxNode? { fields.first { $0[0].identifier == name }?[1] }
    guard let named = value("hardware") else {
      report(serverlessWithout("hardware", block))
      return nil
    }
    let hardware = hardware(named)
    let count = value("devices").map { number($0) } ?? builder.constant(1)
    guard let model, let hardware, let count else { return nil }
    var run = DeploymentRun(model: model, hardware: hardware, devices: count)
    ranges.ranges["devices"] = (value("devices") ?? named).sourceRange
    run.isServerless = true
    run.scaleToZero = true
    for field in fields where !["hardware", "devices"].contains(field[0].identifier) {
      assign(
        field[0].identifier, field[0].sourceRange, field[1], to: &run,
        of: "a serverless deployment", &ranges)
    }
    guard run.price != nil || !ranges.areRead else {
      report(serverlessWithout("price", block))
      return nil
    }
    return run
  }

  private func serverlessWithout(
    _ field: String, _ block: SyntaxNode
  ) -> Diagnostic {
    Diagnostic(
      "deployment.serverless", "`serverless` needs a `\(field)`", at: .init(block.sourceRange),
      help: "write `on serverless { hardware: H100, price: $0.0011 per s }`"
        + (field == "price" ? ", for one device" : ""))
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
    techniques(node, &run, "a deployment on an api", &ranges)
    serving(node, &run, &ranges)
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
