import Quantities

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
        [each("on_demand").map { $0 + of }, each("spot").map { $0 + " spot" }]
      case .pastPrice:
        [
          price("price", self["unit"] == "usd_per_chip" ? "" : "/h"),
          self["commitment"].map { $0 == "on_demand" ? "" : $0 }, self["accelerator"],
        ]
      case .api: [price("input", " in"), price("output", " out, 1M tokens")]
      case .energy: [self["value"].map { $0 + " " + plain("unit") }, self["year"]]
      case .storage:
        [price("price", " " + String(plain("unit").dropFirst(4))), tier, self["region"]]
      case .convention: [self["value"].map { $0 + " " + plain("unit") }, self["title"]]
      }
    return parts.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// US dollars: of a device by the hour, to buy one, or of a million prompt tokens.
  public var price: Double? {
    switch kind {
    case .price:
      return (number("on_demand") ?? number("spot")).map { $0 / shared }
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

  /// By how many devices the price of an instance is shared.
  private var shared: Double {
    guard !isPerDevice, let devices = number("devices"), devices > 0 else { return 1 }
    return devices
  }

  /// What is priced: ` each of 8 H100-SXM`.
  private var of: String {
    guard let accelerator = self["accelerator"] else { return "" }
    guard shared != 1 else { return " " + accelerator }
    return " each of \(QuantityFormat.display.number(shared)) \(accelerator)"
  }

  /// A price by the hour, of each device where there are some.
  private func each(_ field: String) -> String? {
    number(field).map { QuantityFormat.display.text($0 / shared, .money) + "/h" }
  }

  /// Between which amounts a price holds, such as `10 to 50 tb`.
  private var tier: String? {
    switch (self["tier_from"], self["tier_to"]) {
    case (let low?, let high?): "\(low) to \(high) \(plain("tier_unit"))"
    case (let low?, nil): "over \(low) \(plain("tier_unit"))"
    case (nil, let high?): "up to \(high) \(plain("tier_unit"))"
    case (nil, nil): nil
    }
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
