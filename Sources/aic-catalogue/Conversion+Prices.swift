/// Tables whose columns are only renamed, and those of prices, which get a name that programs write.
extension Conversion {
  private static let provenance = ["source", "as_of", "kind", "note", "checked"].map { ($0, $0) }

  private static let cloudPrices = Conversion(
    renamed: [
      ("provider", "provider"), ("instance", "instance"), ("accelerator", "accelerator"),
      ("accelerator_count", "devices"), ("vcpus", "vcpus"), ("memory_gib", "memory [GiB]"),
      ("region", "region"), ("pricing_basis", "basis"),
      ("on_demand_usd_per_hour", "on_demand [USD/hour]"), ("spot_usd_per_hour", "spot [USD/hour]"),
      ("reserved_1yr_usd_per_hour", "reserved_1y [USD/hour]"),
      ("reserved_3yr_usd_per_hour", "reserved_3y [USD/hour]"),
    ] + provenance,
    added: [("name", "instance")])

  private static let pastPrices = Conversion(
    renamed: [
      ("provider", "provider"), ("item", "instance"), ("accelerator", "accelerator"),
      ("price_type", "commitment"), ("region", "region"), ("usd", "price [USD]"), ("unit", "unit"),
      ("reserved_1yr_usd", "reserved_1y [USD/hour]"),
      ("reserved_3yr_usd", "reserved_3y [USD/hour]"),
    ] + provenance,
    added: [("name", "instance")])

  private static let tokenPrices = Conversion(
    renamed: [
      ("provider", "provider"), ("model", "model"),
      ("input_usd_per_mtok", "input [USD/million tokens]"),
      ("output_usd_per_mtok", "output [USD/million tokens]"),
      ("cached_input_usd_per_mtok", "cached_input [USD/million tokens]"),
      ("cache_write_usd_per_mtok", "cache_write [USD/million tokens]"),
      ("batch_discount", "batch_discount"), ("long_context_above_tokens", "long_above [tokens]"),
      ("long_input_usd_per_mtok", "long_input [USD/million tokens]"),
      ("long_output_usd_per_mtok", "long_output [USD/million tokens]"),
      ("context_window_tokens", "context [tokens]"), ("max_output_tokens", "max_output [tokens]"),
      ("kind_of_model", "class"), ("price_valid_from", "valid_from"),
      ("next_price_from", "next_from"),
      ("next_input_usd_per_mtok", "next_input [USD/million tokens]"),
      ("next_output_usd_per_mtok", "next_output [USD/million tokens]"), ("source", "source"),
      ("as_of", "as_of"), ("sources_agree", "sources_agree"), ("kind", "kind"), ("note", "note"),
    ],
    added: [("name", "model"), ("checked", "sources_agree")])

  private static let energy = Conversion(
    renamed: [
      ("metric", "metric"), ("scope_type", "scope_type"), ("scope", "scope"), ("name", "name"),
      ("value", "value"), ("unit", "unit"), ("year", "year"),
    ] + provenance, added: [])

  private static let storagePrices = Conversion(
    renamed: [
      ("provider", "provider"), ("category", "category"), ("item", "name"), ("region", "region"),
      ("tier_from", "tier_from"), ("tier_to", "tier_to"), ("tier_unit", "tier_unit"),
      ("price_usd", "price [USD]"), ("unit", "unit"), ("free_allowance", "free_allowance"),
    ] + provenance,
    added: ["", "_source", "_as_of", "_kind", "_checked", "_note"].map {
      ("gigabyte" + $0, "free_allowance")
    })

  private static let conventions = Conversion(
    renamed: [
      ("category", "category"), ("key", "name"), ("value", "value"), ("unit", "unit"),
      ("low", "low"), ("high", "high"), ("symbol", "symbol"), ("name", "title"),
    ] + provenance, added: [])

  /// What instances cost by the hour now.
  static func cloudPrices(_ raw: Sheet) throws(Failure) -> Sheet {
    try cloudPrices(raw) { row in
      row["name"] = spoken(row["instance"] ?? "")
      // A region with its date behind it is that region: the date has a column of its own.
      row["region"] = (row["region"] ?? "").split(separator: " (20").first.map(String.init)
    }
  }

  /// What instances and devices cost once.
  static func pastPrices(_ raw: Sheet) throws(Failure) -> Sheet {
    try pastPrices(raw) { row in row["name"] = spoken(row["instance"] ?? "") }
  }

  /// What tokens cost.
  static func tokenPrices(_ raw: Sheet) throws(Failure) -> Sheet {
    try tokenPrices(raw) { row in
      row["name"] = row["model"]
      row["checked"] = "\(row["sources_agree"] ?? "") sources agree"
    }
  }

  static func energy(_ raw: Sheet) throws(Failure) -> Sheet { try energy(raw) { _ in } }

  /// Storage and transfer, with what each provider calls a gigabyte where it prices one.
  static func storagePrices(_ raw: Sheet, gigabytes: Sheet) throws(Failure) -> Sheet {
    var gigabytes = try Overlay(gigabytes, key: "provider")
    let sheet = try storagePrices(raw) { row in
      let isOfData = ["gb", "mbps"].contains { (row["unit"] ?? "").contains($0) }
      guard isOfData, let billed = gigabytes.take(row["provider"]) else { return }
      for (heading, text) in billed {
        row[heading == "gigabyte" ? heading : "gigabyte_" + heading] = text
      }
    }
    try gigabytes.expectAllTaken()
    return sheet
  }

  static func conventions(_ raw: Sheet) throws(Failure) -> Sheet { try conventions(raw) { _ in } }

  /// What a price list says beside an instance's name, and its column `basis` says again.
  private static let asides = [
    " (per GPU)", " (per chip)", " (lowest advertised)", " (8x)", " (4x instance)",
    " (marketplace, typical)",
  ]

  /// An instance's name as it can be written after a dot: no count of one before it, no brackets.
  static func spoken(_ instance: String) -> String {
    var name = instance[...]
    for aside in asides where name.hasSuffix(aside) { name = name.dropLast(aside.count) }
    for one in ["1x ", "1x_"] where name.hasPrefix(one) { name = name.dropFirst(one.count) }
    return name.filter { !"(),".contains($0) }
  }
}
