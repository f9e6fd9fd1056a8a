import Quantities

/// What the names of figures of energy begin with, such as `grid` in `grid.france`.
enum EnergyRoot: String, CaseIterable {
  case grid, electricity
  case electricityEUR = "electricity_eur"
  case pue
  case publicCloud = "pue_public_cloud"
  case onPremises = "pue_on_premises"
  case wue
  case carbonFree = "carbon_free"
  case construction

  init?(metric: String) {
    switch metric {
    case "grid_carbon_intensity": self = .grid
    case "industrial_electricity_price", "business_electricity_price": self = .electricity
    case "non_household_electricity_price_eur": self = .electricityEUR
    case "pue": self = .pue
    case "pue_public_cloud": self = .publicCloud
    case "pue_on_premises": self = .onPremises
    case "wue": self = .wue
    case "carbon_free_energy_share": self = .carbonFree
    case "data_center_construction_cost": self = .construction
    default: return nil
    }
  }

  /// The dimension, how many base units one of the data's is, and the unit as a program writes it.
  var unit: (dimension: Dimension, scale: Double, text: String?) {
    let kilowattHour = 3.6e6
    return switch self {
    case .grid: (.mass / .energy, 1e-3 / kilowattHour, "g/kWh")
    case .electricity: (.money / .energy, 1 / kilowattHour, "$/kWh")
    case .electricityEUR:
      (Dimension(.money(Currency(code: "EUR"))) / .energy, 1 / kilowattHour, "EUR/kWh")
    case .wue: (.volume / .energy, 1 / kilowattHour, "L/kWh")
    case .construction: (.money / .power, 1, "$/W")
    case .pue, .publicCloud, .onPremises, .carbonFree: (.none, 1, nil)
    }
  }
}

extension Catalogue {
  /// A place is called by its name, a state of the USA with `us_` before it, a cloud's region behind its provider.
  func energyFigures(among records: [Record]) -> [CatalogueFigure] {
    var names: [String: String] = [:]
    for record in records {
      guard let scope = try? record.requiredText("scope"),
        let name = try? record.requiredText("name"), names[scope] == nil,
        name != scope, !scope.hasSuffix("-" + name)
      else { continue }
      names[scope] = name
    }
    return records.enumerated().compactMap { index, record in
      guard let metric = try? record.requiredText("metric"), let root = EnergyRoot(metric: metric),
        let kind = try? record.requiredText("scope_type"),
        let scope = try? record.requiredText("scope"), let value = try? record.number("value"),
        let year = try? record.requiredText("year"), let provenance = try? record.provenance()
      else { return nil }
      let (name, aliases) = Catalogue.spellings(kind, scope, names[scope] ?? scope)
      let unit = root.unit
      return CatalogueFigure(
        root: root.rawValue, name: name, aliases: aliases.map { FoldedName($0) }, region: nil,
        label: "\(metric.split(separator: "_").joined(separator: " ")) of \(names[scope] ?? scope)",
        tiers: [.init(upTo: nil, value: value * unit.scale, provenance: provenance)],
        dimension: unit.dimension,
        bound: .none, unit: unit.text, isShare: root == .carbonFree, range: nil, date: year,
        rows: [index])
    }
  }

  private static func spellings(
    _ kind: String, _ scope: String, _ name: String
  ) -> (name: String, aliases: [String]) {
    switch kind {
    case "cloud_region":
      let parts = scope.split(separator: "/").map { String($0).slug }
      return (parts.joined(separator: "."), [parts.joined(separator: "_")])
    case "us_state", "us_census_division": return ("us_" + name.slug, [scope.slug])
    default: return (name.slug, [scope.slug])
    }
  }
}
