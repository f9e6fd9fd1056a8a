import Quantities

/// What one device of a run costs per time.
struct DevicePrice {
  /// But for the electricity of owned devices.
  let price: Term
  /// The electricity of owned devices, their servers and idle hours included; nil where a rent includes it.
  let energy: Term?
  /// How owned devices come to their price.
  let ownership: Ownership?

  private init(rent: Term) {
    (price, energy, ownership) = (rent, nil, nil)
  }

  private init?(_ owned: Ownership) {
    guard let price = owned.priceWithoutEnergy, let energy = owned.energyPrice else { return nil }
    (self.price, self.energy, ownership) = (price, energy, owned)
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
      guard let rent = rent ?? reader["price"] else { return nil }
      return DevicePrice(
        rent: terms.kept.map { (rent * $0).named("price on its terms", "\(rent) × \($0)") } ?? rent)
    }
    guard terms.kept == nil else {
      throw EngineError(
        "price.terms", field: terms.spot == nil ? "reserve" : "spot",
        "owned devices are neither on spot nor reserved",
        help: "leave it out, or give a rent as `price`")
    }
    guard electricity == nil else {
      throw EngineError(
        "price.electricity", field: "electricity",
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

  /// What must hold for the price to mean something, said of the run's field.
  var requirements: [Requirement] { (ownership?.requirements ?? []).map { $0.inside("price") } }
}

extension Requirement {
  /// The same said of a part of a field.
  fileprivate func inside(_ outer: String) -> Requirement {
    Requirement(self, field: field.map { "\(outer).\($0)" } ?? outer)
  }
}
