import Catalogue
import CostEngine
import Quantities

/// Names that the file does not define but the catalogue knows.
extension Checker {
  /// The hardware or model of the catalogue with this name, each figure a fact with its source.
  func catalogued(_ name: String) -> Value? {
    if let accelerator = catalogue.accelerator(named: name) {
      return .hardware(hardware(accelerator))
    }
    if let entry = catalogue.model(named: name) { return .model(model(entry)) }
    return nil
  }

  /// Whether some field may be given this word.
  func isWord(_ name: String) -> Bool {
    DataType.named(name) != nil || ServingFamily.named(name) != nil
      || Optimizer.named(name) != nil || Recompute(rawValue: name) != nil
  }

  private func hardware(_ accelerator: Accelerator) -> Hardware {
    let citation = accelerator.provenance.citation
    func fact(_ label: String, _ value: Double?, _ dimension: Dimension) -> Term? {
      value.map {
        builder.fact("\(accelerator.name) \(label)", $0, dimension, citation)
      }
    }
    var hardware = Hardware(name: accelerator.name)
    hardware.memory = fact("memory", accelerator.memory, .data)
    hardware.bandwidth = fact("bandwidth", accelerator.bandwidth, .data / .time)
    for (type, peak) in accelerator.peaks where Hardware.peakTypes.contains(type) {
      hardware.peak[type] = fact("peak \(type)", peak, .compute / .time)
    }
    hardware.achievable = fact("achievable", accelerator.achievable, .none)
    hardware.link = fact("link", accelerator.linkBandwidth, .data / .time)
    hardware.domain = fact("domain", accelerator.scaleUpDomain, .none)
    hardware.power = fact("power", accelerator.power, .power)
    hardware.purchase = fact("purchase", accelerator.listPrice, .money)
    hardware.node = fact("node", accelerator.devicesPerNode, .none)
    return hardware
  }

  private func model(_ entry: ModelEntry) -> Model {
    Model(name: entry.name, kind: .transformer)
  }
}

extension Provenance {
  fileprivate var citation: Citation {
    let mark =
      isRecalled ? ", recalled, not checked" : kind == "estimate" ? ", an estimate" : ""
    return Citation(source + mark, asOf: asOf)
  }
}

extension GraphBuilder {
  /// A published figure under a name, with its source.
  func fact(_ label: String, _ value: Double, _ dimension: Dimension, _ citation: Citation) -> Term {
    named(constant(value, dimension), Annotation(label, role: .fact, citation: citation))
  }
}
