import Quantities

/// Conventions by category and name, such as `convention.useful_life.nebius_gpu_servers`.
extension Catalogue {
  /// The dimension of a convention, how many base units one of the data's is, and its unit as a program writes it.
  private static func unit(_ name: String) -> (dimension: Dimension, scale: Double, text: String?)?
  {
    let day = 86_400.0
    switch name {
    case "", "events", "minor_digits", "fraction", "fraction_of_dense_peak", "fraction_of_peak",
      "fraction_off_on_demand":
      return (.none, 1, nil)
    case "bytes_per_element", "bytes_per_param": return (.data, 1, "B")
    case "years": return (.time, 365 * day, "years")
    case "hours": return (.time, 3600, "hours")
    case "usd_per_month": return (.money / .time, 12 / (365 * day), "$/month")
    case "events_per_week": return (.none / .time, 1 / (7 * day), nil)
    case "events_per_gpu_year": return (.none / .time, 1 / (365 * day), nil)
    case "failures_per_1000_node_days": return (.none / .time, 1 / (1000 * day), nil)
    default: return nil
    }
  }

  /// Those whose value is a number: a formula has to be written out.
  func conventionFigures(among records: [Record]) -> [CatalogueFigure] {
    records.enumerated().compactMap { index, record in
      guard let category = try? record.requiredText("category"),
        let name = try? record.requiredText("name"), let value = try? record.number("value"),
        let words = try? record.text("unit") ?? "", let unit = Catalogue.unit(words),
        let provenance = try? record.provenance()
      else { return nil }
      let low = ((try? record.number("low")) ?? nil).map { $0 * unit.scale }
      let high = ((try? record.number("high")) ?? nil).map { $0 * unit.scale }
      let range = low.flatMap { low in high.flatMap { low <= $0 ? low...$0 : nil } }
      return CatalogueFigure(
        root: "convention", name: "\(category).\(name.slug)",
        aliases: [FoldedName("\(category)_\(name.slug)")], region: nil,
        label: "\(category.split(separator: "_").joined(separator: " ")), \(name)",
        tiers: [.init(upTo: nil, value: value * unit.scale, provenance: provenance)],
        dimension: unit.dimension,
        bound: .none, unit: unit.text, isShare: words.hasPrefix("fraction"), range: range,
        date: provenance.asOf, rows: [index])
    }
  }
}
