import Quantities

extension ServingContext {
  /// Fills in what it costs to make the student, once, on devices at a price; nil where that is not known.
  func distillation(
    _ deployment: inout Deployment, at price: Term?
  ) throws(EngineError) {
    guard let student = run.distill.student else { return }
    if let cost = fields["distill.cost"] {
      deployment.distillation = cost.part("distillation")
      return
    }
    guard let learnt = fields["distill.tokens"] else {
      throw EngineError(
        "deployment.distill", field: "distill",
        "what it takes to distil to `\(student.name)` is not known",
        help: "give `tokens` in a block behind it, such as `{ tokens: 94B tokens }`, or `cost: $0` "
          + "for a model that is there already")
    }
    guard let price else { return }
    let teacher = try run.model.figures(in: builder)
    let perToken = learnt.dimension == .tokens
    guard let teaching = perToken ? teacher.flopsPerToken : teacher.flopsPerSample,
      let learning = perToken ? model.flopsPerToken : model.flopsPerSample
    else {
      throw EngineError(
        "deployment.distill", field: "distill.tokens",
        "`\(student.name)` does not learn from \(perToken ? "tokens" : "samples")",
        help: "give `tokens` in \(perToken ? "samples" : "tokens")")
    }
    let work = (learnt * (teaching + 3 * learning)).named(
      "flops of distilling", "\(learnt) × (\(teaching) + 3 × \(learning))", citation: .hinton)
    let type = try DataType.required(run.hardware.usualPrecision.word, field: "distill")
    let peak = try run.hardware.peak(of: type, hardware, field: "distill")
    let mfu = try distillingMFU(student, type)
    let time = (work / (peak * mfu)).named(
      "device-time of distilling", "\(work) ÷ (\(peak) × \(mfu))", citation: .kaplan)
    deployment.distillation = (time * price).named("distillation", "\(time) × \(price)")
    deployment.notes.append(
      "attention over the context is left out of the cost of distilling")
  }

  private func distillingMFU(_ student: Model, _ type: DataType) throws(EngineError) -> Term {
    if let mfu = fields["distill.mfu"] { return mfu }
    guard let prior = MFUPrior.find(run.hardware.name, type.name, student.kind) else {
      throw EngineError(
        "deployment.distill", field: "distill",
        "how much of the peak distilling reaches is not known",
        help: "give `mfu` in a block behind it, such as `{ mfu: 40% }`")
    }
    return builder.fallback("distill.mfu", prior.fallback)
  }

  /// A one-time cost as money per time; nil where there is none.
  func spread(_ cost: Term?, over field: String, _ label: String) -> Term? {
    guard let cost, let time = fields.value(field) else { return nil }
    return (cost / time).named(label, "\(cost) ÷ \(time)")
  }
}

extension DeploymentRun {
  /// Fills in when distilling has paid for itself, against serving the model that it learnt from.
  func payback(_ deployment: inout Deployment) {
    guard let once = deployment.distillation, let cost = deployment.cost,
      let spread = deployment.distillationCost
    else { return }
    var teacher = self
    teacher.distill = Distill()
    guard let base = try? teacher.figures(), let before = base.cost, let fits = base.fits,
      once.builder.value(of: fits) != 0
    else {
      let reason = "`\(model.name)` cannot be served on these devices"
      deployment.gaps.append(
        Gap(figures: ["payback"], help: "\(reason), so that nothing is saved against it"))
      deployment.notes.append("payback is left out: \(reason)")
      return
    }
    let builder = once.builder
    let after = (cost - spread).named("cost without distilling", "\(cost) − \(spread)")
    let saving = builder.statistic(.mean, of: before - after).named(
      "saving", "\(before) − \(after)")
    // What the last bits of two equal bills differ by saves nothing.
    let pays = saving > 1e-9 * builder.statistic(.mean, of: before)
    guard builder.value(of: pays) != 0 else {
      let help = "distilling never pays: serving `\(model.name)` costs no more"
      deployment.gaps.append(Gap(figures: ["payback"], help: help))
      deployment.notes.append(help)
      return
    }
    // Where only the run knows whether anything is saved, never is as long as nobody plans for.
    let least = (once / builder.constant(100 * 365 * 86_400, .time)).maximum(1e-12)
    deployment.payback = (once / saving.maximum(least)).named(
      "payback", "\(once) ÷ \(saving), 100 years at most")
  }
}
