import Quantities

/// What a run leaves behind: greenhouse gas of its electricity and of making its devices, and water.
///
/// All three are of a whole run, or per time of serving, as the energy is.
struct Footprint {
  private(set) var operational: Term
  /// Nil unless what making a device takes is given.
  private(set) var embodied: Term?
  private(set) var carbon: Term
  /// Water at the site, and where the electricity is made; nil unless asked for.
  private(set) var onsiteWater: Term?
  private(set) var sourceWater: Term?
  private(set) var water: Term?

  /// Nil where the fields have no carbon intensity.
  ///
  /// - Parameters:
  ///   - energy: of the whole site, whose share over its computers is `pue`.
  ///   - use: time of the devices, or their number where all is per time.
  ///   - owned: the life that owned devices are written off over; nil for others.
  init?<Record>(
    _ fields: Reader<Record>, energy: Term, pue: Term, use: Term, life owned: Term? = nil
  ) {
    guard let intensity = fields.value("carbon_intensity") else { return nil }
    let operational = (energy * intensity).named(
      "carbon.operational", "\(energy) × \(intensity)", citation: .patterson)
    self.operational = operational
    if let mass = fields["embodied"], let life = fields["life"] ?? owned ?? fields.value("life") {
      embodied = (use * mass / life).named(
        "carbon.embodied", "\(use) × \(mass) ÷ \(life)", citation: .gupta)
    }
    let parts = [operational] + [embodied].compactMap { $0 }
    carbon = Term.sum(parts, "carbon") ?? operational
    onsiteWater = fields["wue"].map {
      (energy / pue * $0).named("water.onsite", "\(energy) ÷ \(pue) × \($0)", citation: .li)
    }
    sourceWater = fields["water_intensity"].map {
      (energy * $0).named("water.source", "\(energy) × \($0)", citation: .li)
    }
    water = Term.sum([onsiteWater, sourceWater].compactMap { $0 }, "water")
  }
}

/// A result with a footprint.
protocol Footprinted: Incomplete {
  var carbon: Term? { get set }
  var operationalCarbon: Term? { get set }
  var embodiedCarbon: Term? { get set }
  var water: Term? { get set }
  var onsiteWater: Term? { get set }
  var sourceWater: Term? { get set }
}

extension Training: Footprinted {}
extension Deployment: Footprinted {}

extension Footprinted {
  /// Fills in the footprint, and what would make known what is left out of it.
  mutating func leave(_ footprint: Footprint?) {
    guard let footprint else { return }
    carbon = footprint.carbon
    operationalCarbon = footprint.operational
    embodiedCarbon = footprint.embodied
    water = footprint.water
    onsiteWater = footprint.onsiteWater
    sourceWater = footprint.sourceWater
    gaps += Footprint.gaps
  }
}

extension Footprint {
  fileprivate static let gaps = [
    Gap(
      figures: ["carbon.embodied"],
      help: "give what making one device takes, such as `embodied: 164 kg` (NVIDIA, HGX H100)"),
    Gap(
      figures: ["water", "water.onsite"],
      help: "give water per energy at the site, such as `wue: 0.12 L/kWh` (AWS, Virginia, 2024)"),
    Gap(
      figures: ["water.source"],
      help: "give water per electricity made, such as `water_intensity: 3.1 L/kWh` "
        + "(United States, arXiv:2304.03271)"),
  ]

  /// The fields of a run that its footprint reads, but for energy's own.
  static func fields<Record>(
    embodied: WritableKeyPath<Record, Term?> & Sendable,
    life: WritableKeyPath<Record, Term?> & Sendable,
    wue: WritableKeyPath<Record, Term?> & Sendable,
    waterIntensity: WritableKeyPath<Record, Term?> & Sendable
  ) -> [Field<Record>] {
    [
      Field(
        "embodied", .quantity(.mass, embodied), .nonNegative,
        "greenhouse gas of making one device, its share of the server included; left out unless given"
      ),
      Field(
        "life", .quantity(.time, life), .positive, default: OwnershipData.life,
        "time of use that `embodied` is spread over"),
      Field(
        "wue", .quantity(.volume / .energy, wue), .nonNegative,
        "water used at the site over the energy of its computers; left out unless given"),
      Field(
        "water_intensity", .quantity(.volume / .energy, waterIntensity), .nonNegative,
        "water used where electricity is made, over that electricity; left out unless given"),
    ]
  }
}
