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
    return catalogue.model(named: name).flatMap { model($0) }.map { .model($0) }
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
    hardware.link = fact("link", accelerator.link, .data / .time)
    hardware.domain = fact("domain", accelerator.domain, .none)
    hardware.power = fact("power", accelerator.power, .power)
    hardware.node = fact("node", accelerator.node, .none)
    return hardware
  }

  private func model(_ entry: ModelEntry) -> Model? {
    guard let kind = entry.kind.flatMap({ ModelKind(rawValue: $0) }) else { return nil }
    let published = entry.provenance.citation
    // What the shape leaves open is taken from another document than the shape itself.
    let structure = entry.structureSource.map { Citation($0, asOf: published.asOf) } ?? published
    var model = Model(name: entry.name, kind: kind)
    for field in Model.fields(of: kind) {
      switch field.content {
      case .quantity(let dimension, let path):
        let isCount = field.name == "params" || field.name == "active_params"
        guard let value = entry.figures[field.name], !(isCount && entry.isShapeWhole) else { break }
        let citation = ModelEntry.structural.contains(field.name) ? structure : published
        model[keyPath: path] = builder.fact("\(entry.name) \(field.name)", value, dimension, citation)
      case .quantities(let dimension, let keys, let path):
        for key in keys {
          guard let value = entry.figures[key] else { continue }
          model[keyPath: path][key] = builder.fact(
            "\(entry.name) \(key)", value, dimension, published)
        }
      case .flag(let path): model[keyPath: path] = entry.flags[field.name]
      case .either, .list, .word: break
      }
    }
    return model
  }
}

extension Provenance {
  fileprivate var citation: Citation {
    let mark =
      isRecalled ? ", recalled, not checked" : kind == .estimate ? ", an estimate" : ""
    return Citation(source + mark, asOf: asOf)
  }
}

extension GraphBuilder {
  /// A published figure under a name, with its source.
  func fact(_ label: String, _ value: Double, _ dimension: Dimension, _ citation: Citation) -> Term {
    named(constant(value, dimension), Annotation(label, role: .fact, citation: citation))
  }
}
