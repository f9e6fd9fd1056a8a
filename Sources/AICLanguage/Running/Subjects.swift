import CostEngine

/// What the title of a card says that a thing is.
extension TrainingRun {
  var subject: TermText {
    let precision = precision ?? hardware.usualPrecision.word
    let devices: TermText = "\(devices) × \(hardware.name) · \(precision)"
    guard let data = dataset.tokens ?? dataset.samples else { return devices }
    return "\(model.name) on \(data) · " + devices
  }
}

extension DeploymentRun {
  var subject: TermText {
    let type = quantize ?? precision ?? hardware.usualPrecision.word
    let engine = engine ?? "vllm"
    let rented = isServerless ? " · serverless" : ""
    return "\(model.name) (\(type)) on \(devices) × \(hardware.name) · \(engine)\(rented)"
  }
}

extension TermText {
  static func + (a: TermText, b: TermText) -> TermText {
    TermText(pieces: a.pieces + b.pieces)
  }
}
