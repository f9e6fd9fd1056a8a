import Quantities

/// What one device of a run costs per time.
struct DevicePrice {
  /// But for the electricity of owned devices.
  let price: Term
  /// The electricity of owned devices, their servers and idle hours included; nil where a rent includes it.
  let energy: Term?
  /// How owned devices come to their price.
  let ownership: Ownership?
  /// How many devices are only sold together; nil where each can be had alone.
  let bundle: Term?
  /// That the terms which devices are rented on are not taken off twice.
  private let termsRequirements: [Requirement]

  private init(rent: Term, _ terms: Terms) {
    price = terms.kept.map { (rent * $0).named("price on its terms", "\(rent) × \($0)") } ?? rent
    bundle = rent.builder.bundle(of: rent)
    termsRequirements = terms.requirements(on: rent)
    (energy, ownership) = (nil, nil)
  }

  private init?(_ owned: Ownership) {
    guard let price = owned.priceWithoutEnergy, let energy = owned.energyPrice else { return nil }
    (self.price, self.energy, ownership, bundle) = (price, energy, owned, nil)
    termsRequirements = []
  }

  /// The price of a run's own, else that of its hardware; nil where neither says one.
  ///
  /// - Parameters:
  ///   - electricity: what the run itself says of electricity, which owned devices pay for themselves.
  ///   - terms: on which they are rented.
  static func find(
    rent: Term?, owned: OwnedPrice?, of hardware: Hardware, _ reader: Reader<Hardware>,
    electricity: Term?, terms: Terms
  ) throws(EngineError) -> DevicePrice? {
    guard let owned = owned ?? (rent == nil ? hardware.owned : nil) else {
      return (rent ?? reader["price"]).map { DevicePrice(rent: $0, terms) }
    }
    guard terms.kept == nil else {
      throw EngineError(
        "ownership.terms", field: terms.spot == nil ? "reserve" : "spot",
        "owned devices are neither on spot nor reserved",
        help: "leave it out, or give a rent as `price`")
    }
    guard electricity == nil else {
      throw EngineError(
        "ownership.electricity", field: "electricity",
        "the price of owned devices has their electricity in it already",
        help: "say `electricity` inside of `own { … }` alone")
    }
    switch owned {
    case .figures(let figures): return DevicePrice(figures)
    case .run(let run):
      do throws(EngineError) {
        return DevicePrice(try run.figures(of: hardware, in: reader.builder))
      } catch {
        throw EngineError(
          error.id, field: "price" + (error.field.map { ".\($0)" } ?? ""), error.message,
          help: error.help)
      }
    }
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

  /// What must hold for the price to mean something, said of the run's field.
  private var requirements: [Requirement] {
    termsRequirements + (ownership?.requirements ?? []).map { $0.inside("price") }
  }
}

extension Requirement {
  /// The same said of a part of a field.
  fileprivate func inside(_ outer: String) -> Requirement {
    Requirement(self, field: field.map { "\(outer).\($0)" } ?? outer)
  }
}
