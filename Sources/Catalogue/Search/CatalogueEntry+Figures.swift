extension CatalogueEntry {
  /// The figures that tell most, in one line.
  public var figures: String {
    let parts: [String?] =
      switch kind {
      case .accelerator:
        [
          figure("memory", " GB"), figure("bandwidth", " GB/s"),
          figure("peak_bf16", " bf16 TFLOP/s") ?? figure("peak_fp16", " fp16 TFLOP/s"),
          figure("power", " W"), self["price"].map { "$" + $0 },
        ]
      case .model:
        [
          figure("params", "B params"), figure("active_params", "B active"),
          figure("layers", " layers"), figure("context", " context"),
          figure("macs", " GMAC"),
        ]
      case .price:
        [
          price("on_demand", "/h"), price("spot", "/h spot"), devices,
          isPerDevice ? "a device" : nil,
        ]
      case .pastPrice:
        [
          price("price", self["unit"] == "usd_per_chip" ? " to buy" : "/h"), self["commitment"],
          basis,
        ]
      case .api: [price("input", " in"), price("output", " out, 1M tokens")]
      case .energy: [self["value"].map { $0 + " " + plain("unit") }, self["year"]]
      case .storage: [price("price", " " + String(plain("unit").dropFirst(4))), self["region"]]
      case .convention: [self["value"].map { $0 + " " + plain("unit") }, self["title"]]
      }
    return parts.compactMap(\.self).joined(separator: ", ")
  }

  /// US dollars: of a device by the hour, to buy one, or of a million prompt tokens.
  public var price: Double? {
    switch kind {
    case .price:
      guard let dollars = number("on_demand") ?? number("spot") else { return nil }
      let devices = isPerDevice ? 1 : number("devices") ?? 1
      return dollars / (devices > 0 ? devices : 1)
    case .accelerator, .pastPrice, .storage: return number("price")
    case .api: return number("input")
    case .model, .energy, .convention: return nil
    }
  }

  /// The year that the entry is of, as a text.
  var year: Substring? {
    (self["year"] ?? self["released"] ?? self["as_of"])?.prefix(4)
  }

  private var isPerDevice: Bool {
    self["basis"].flatMap { Offer.Basis(rawValue: $0) }?.isPerDevice ?? false
  }

  private var devices: String? {
    guard let accelerator = self["accelerator"], let count = self["devices"] else { return nil }
    return count == "1" ? accelerator : "\(count) × \(accelerator)"
  }

  private var basis: String? {
    self["unit"] == PastUnit.deviceHour.rawValue ? "a device" : nil
  }

  private func number(_ field: String) -> Double? { self[field].flatMap { Double($0) } }

  private func figure(_ field: String, _ unit: String) -> String? { self[field].map { $0 + unit } }

  private func price(_ field: String, _ per: String) -> String? {
    self[field].map { "$" + $0 + per }
  }

  private func plain(_ field: String) -> String {
    String((self[field] ?? "").map { $0 == "_" ? " " : $0 })
  }
}
