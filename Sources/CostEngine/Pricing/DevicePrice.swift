import Quantities

/// What one device of a run costs per time.
struct DevicePrice {
  /// But for the electricity of a run on owned devices, which its energy tells.
  let price: Term
  /// All that an hour of use costs, electricity of owned devices included.
  let priceOfUse: Term
  /// What the energy of the run is charged at; nil where a rent includes it.
  let electricity: Term?
  /// How owned devices come to their price.
  let ownership: Ownership?
  /// How many devices are only sold together; nil where each can be had alone.
  private let bundle: Term?
  /// What must hold for the price to mean something, said of the run's fields.
  private let requirements: [Requirement]

  private init(rent: Term, _ terms: Terms, _ electricity: Term?) {
    price =
      terms.kept.map { (rent * $0).named("price on its terms", "\(rent) × \($0)") } ?? rent
    priceOfUse = price
    self.electricity = electricity
    ownership = nil
    bundle = rent.builder.bundle(of: rent)
    requirements = terms.requirements(on: rent)
  }

  /// - Parameters:
  ///   - electricity: what the run says of it, where owning does not.
  ///   - isProvisioned: whether the devices are the run's round the clock. Others are used as much as their owner
  ///     says, and every hour of use pays for its share of the idle ones, their electricity included.
  private init?(
    _ owned: Ownership, _ electricity: Term?, isProvisioned: Bool, _ requirements: [Requirement]
  ) {
    let ownership = isProvisioned ? owned.provisioned : owned
    guard let price = ownership.priceWithoutEnergy, let whole = owned.price else { return nil }
    self.price =
      ownership.idleEnergyPrice.map {
        (price + $0).named("price but for the electricity of use", "\(price) + \($0)")
      } ?? price
    priceOfUse = whole
    self.electricity = ownership.electricity ?? electricity
    self.ownership = ownership
    bundle = nil
    self.requirements = requirements
  }

  /// The price of a run's own, else that of its hardware; nil where neither says one.
  ///
  /// - Parameters:
  ///   - rent: what the run itself says, as of `owned` and of `electricity`.
  ///   - terms: on which devices are rented.
  static func find(
    rent: Term?, owned: OwnedPrice?, of hardware: Hardware, _ reader: Reader<Hardware>,
    electricity: Term?, terms: Terms, isProvisioned: Bool
  ) throws(EngineError) -> DevicePrice? {
    guard let owned = owned ?? (rent == nil ? hardware.owned : nil) else {
      return (rent ?? reader["price"]).map { DevicePrice(rent: $0, terms, electricity) }
    }
    guard terms.kept == nil else {
      throw EngineError(
        "ownership.terms", field: terms.field,
        "owned devices are neither on spot nor reserved",
        help: "leave it out, or give a rent as `price`")
    }
    let ownership: Ownership
    var requirements: [Requirement] = []
    switch owned {
    // What must hold of it was asked where it was said.
    case .figures(let figures): ownership = figures
    case .run(let run):
      do throws(EngineError) {
        ownership = try run.figures(of: hardware, in: reader.builder)
        // What is left out of the price needs no warning.
        requirements = ownership.requirements
          .filter { !isProvisioned || $0.id == "field.bounds" || $0.field != "utilization" }
          .map { $0.inside("price") }
      } catch {
        throw EngineError(
          error.id, field: "price" + (error.field.map { ".\($0)" } ?? ""), error.message,
          help: error.help)
      }
    }
    guard electricity == nil || ownership.electricity == nil else {
      throw EngineError(
        "ownership.electricity", field: "electricity",
        "the price of owned devices has their electricity in it already",
        help: "say `electricity` inside of `own { … }` alone")
    }
    return DevicePrice(ownership, electricity, isProvisioned: isProvisioned, requirements)
  }

  /// The devices of a node, where whole nodes are rented; nil where devices are.
  ///
  /// Fails where nothing says how many there are in one.
  func node(
    _ rent: String?, of hardware: Hardware, _ reader: Reader<Hardware>
  ) throws(EngineError) -> Term? {
    guard rent == "nodes" else { return nil }
    guard let node = reader["node"] ?? bundle else { throw hardware.missing("node", "node: 8") }
    return node
  }

  /// That devices which are only sold together are rented together.
  func requirements(renting devices: Term, by node: Term?) -> [Requirement] {
    guard let bundle, node == nil else { return requirements }
    return requirements + [
      Requirement(
        "terms.bundle", .warning, field: "price", devices.isMultiple(of: bundle),
        "\(bundle) devices are sold together at this price, but the run takes \(devices)",
        help: "write `rent: nodes` to pay for whole nodes")
    ]
  }
}

extension Requirement {
  /// The same said of a part of a field.
  fileprivate func inside(_ outer: String) -> Requirement {
    Requirement(self, field: field.map { "\(outer).\($0)" } ?? outer)
  }
}
