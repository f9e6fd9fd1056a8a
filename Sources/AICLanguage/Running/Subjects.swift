import CostEngine

/// What the title of a card says that a thing is.
extension TrainingRun {
  var subject: TermText {
    let precision = precision ?? hardware.usualPrecision.word
    let devices: TermText = "\(devices) × \(hardware.name) · \(precision)"
    guard let data = dataset.tokens ?? dataset.samples else { return devices }
    let origin = student == nil ? "" : ", distilled from \(model.name),"
    return "\(trained.name)\(origin) on \(data) · " + devices
  }
}

extension Dataset {
  var subject: TermText {
    let amounts = [tokens ?? samples, size].compactMap { $0 }
    var subject: TermText = amounts.isEmpty ? "a dataset" : ""
    for (index, amount) in amounts.enumerated() {
      subject = subject + (index == 0 ? "\(amount)" : " · \(amount)")
    }
    if let ingest { subject = subject + " · \(ingest) coming in" }
    if let copies { subject = subject + " · \(copies) copies" }
    if let kept = retention { subject = subject + " · each byte kept for \(kept)" }
    return period.map { subject + " · over \($0)" } ?? subject
  }
}

extension Team {
  var subject: TermText {
    guard let people, let salary else { return "a team" }
    return "\(people) people at \(salary) each"
  }
}

extension DeploymentRun {
  var subject: TermText {
    let type = quantize ?? precision ?? hardware.usualPrecision.word
    let engine = engine ?? "vllm"
    let origin = distill.student == nil ? "" : ", distilled from \(model.name),"
    let rented = isServerless ? " · serverless" : ""
    return "\(served.name) (\(type))\(origin) on \(devices) × \(hardware.name) · \(engine)\(rented)"
  }
}
