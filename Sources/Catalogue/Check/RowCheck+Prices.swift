/// What cannot be true of a row of the tables of prices, energy and conventions.
extension RowCheck {
  /// A dearer device, in dollars an hour, is a price for longer or for more than one.
  private static let dearest = 1_000.0

  init(cloudPrice record: Record, among catalogue: Catalogue) throws(CatalogueProblem) {
    self.init(record)
    check(try record.provenance())
    for column in ["provider", "name", "instance", "region"] { _ = try record.requiredText(column) }
    let basis = try record.required("basis", try record.choice("basis", as: Offer.Basis.self))
    let devices = try record.required("devices", try record.number("devices"))
    try checkAccelerator(among: catalogue)
    expect(
      try record.text("accelerator") == nil ? devices == 0 : devices > 0, "devices",
      "devices without an accelerator, or the other way round")
    let onDemand = try record.number("on_demand")
    let (spot, one) = (try record.number("spot"), try record.number("reserved_1y"))
    for column in ["on_demand", "spot", "reserved_1y", "reserved_3y"] { expectPositive(column) }
    expect(onDemand != nil || spot != nil, "on_demand", "there is no price")
    expect(spot, isAtMost: onDemand, "spot", "a spot price over the on-demand price")
    checkReserved(one, try record.number("reserved_3y"), onDemand)
    let price = (onDemand ?? spot ?? 0) / (basis.isPerDevice ? 1 : max(devices, 1))
    expect(price, isAtMost: RowCheck.dearest, "on_demand", "a device for over $1,000 an hour")
  }

  init(pastPrice record: Record, among catalogue: Catalogue) throws(CatalogueProblem) {
    self.init(record)
    check(try record.provenance())
    for column in ["provider", "name", "instance"] { _ = try record.requiredText(column) }
    let unit = try record.required("unit", try record.choice("unit", as: PastUnit.self))
    let commitment = try record.required(
      "commitment", try record.choice("commitment", as: PastCommitment.self))
    let price = try record.required("price", try record.number("price"))
    try checkAccelerator(among: catalogue)
    expectPositive("price")
    expect(
      (unit == .device) == (commitment == .purchase), "unit",
      "a purchase is of a device, and nothing else is")
    checkReserved(try record.number("reserved_1y"), try record.number("reserved_3y"), price)
  }

  init(tokenPrice record: Record) throws(CatalogueProblem) {
    self.init(record)
    check(try record.provenance())
    let price = try TokenPrice(record)
    expect(
      price.cachedInput, isAtMost: price.input, "cached_input", "a cached token over a new one")
    expect(price.batchDiscount, isAtMost: 1, "batch_discount", "more than the whole price off")
    if let from = price.validFrom { checkDate(from, "valid_from") }
    if let next = price.next {
      checkDate(next.from, "next_from")
      expect(next.from > price.provenance.asOf, "next_from", "the next price is here already")
    }
    expect(
      (try record.number("long_above") == nil) == (price.longInput == nil), "long_above",
      "a price of long prompts without their length, or the other way round")
  }

  init(energy record: Record) throws(CatalogueProblem) {
    self.init(record)
    check(try record.provenance())
    for column in ["metric", "scope_type", "scope", "name"] { _ = try record.requiredText(column) }
    let value = try record.required("value", try record.number("value"))
    let year = try record.required("year", try record.count("year"))
    expect(1990...2100 ~= year, "year", "year \(year)")
    switch try record.requiredText("unit") {
    case "fraction": expect(value, isAtMost: 1, "value", "a share over 1")
    case "ratio": expect(1, isAtMost: value, "value", "a PUE below 1")
    case "gco2e_per_kwh": expect(value, isAtMost: 2000, "value", "over 2 kg of CO₂e per kWh")
    case "usd_per_kwh", "eur_per_kwh": expect(value, isAtMost: 2, "value", "over 2 per kWh")
    case "l_per_kwh": expect(value, isAtMost: 20, "value", "over 20 L per kWh")
    case "usd_per_w_it": expectPositive("value")
    case let unit: expect(false, "unit", "unknown unit \(unit)")
    }
  }

  init(storagePrice record: Record) throws(CatalogueProblem) {
    self.init(record)
    check(try record.provenance())
    for column in ["provider", "category", "name", "region"] { _ = try record.requiredText(column) }
    _ = try record.required("price", try record.number("price"))
    let unit = try record.requiredText("unit")
    let gigabyte = try record.choice("gigabyte", as: Gigabyte.self)
    if gigabyte != nil { check(try record.provenance("gigabyte_"), "gigabyte_") }
    expect(StorageUnit(unit) != nil, "unit", "unknown unit \(unit)")
    expect(
      gigabyte != nil || !unit.contains("_gb") && !unit.contains("mbps"), "gigabyte",
      "a price of gigabytes without what a gigabyte is")
    let (low, high) = (try record.number("tier_from"), try record.number("tier_to"))
    if let low, let high { expect(low < high, "tier_to", "a tier that ends before it begins") }
    if let text = try record.text("tier_unit") {
      expect(StorageUnit.bound(text) != nil, "tier_unit", "unknown unit \(text)")
    }
    expect(
      ((low ?? high) == nil) == (try record.text("tier_unit") == nil), "tier_unit",
      "a tier without its unit, or the other way round")
  }

  init(convention record: Record) throws(CatalogueProblem) {
    self.init(record)
    check(try record.provenance())
    for column in ["category", "name", "value"] { _ = try record.requiredText(column) }
    // Some values are formulas; only numbers have bounds.
    guard let low = try record.number("low"), let high = try record.number("high") else { return }
    let value = try record.required("value", try record.number("value"))
    expect(low <= value && value <= high, "value", "a value outside of its own range")
  }

  private mutating func checkAccelerator(among catalogue: Catalogue) throws(CatalogueProblem) {
    guard let name = try record.text("accelerator") else { return }
    let known = catalogue.accelerator(named: name)
    // Somebody's own table may call it by any of its names.
    expect(
      known?.name == name || known != nil && record.isOwn, "accelerator",
      "there is no accelerator \(name)")
  }

  private mutating func checkReserved(_ one: Double?, _ three: Double?, _ onDemand: Double?) {
    expect(one, isAtMost: onDemand, "reserved_1y", "a reserved price over the on-demand price")
    expect(three, isAtMost: one ?? onDemand, "reserved_3y", "three years dearer than less")
  }
}

/// What a past price is of.
enum PastUnit: String, CaseIterable {
  case instanceHour = "usd_per_instance_hour"
  case deviceHour = "usd_per_chip_hour"
  case device = "usd_per_chip"
}

/// On what terms a past price was.
enum PastCommitment: String, CaseIterable {
  case onDemand = "on_demand"
  case spot
  case capacityBlock = "capacity_block"
  case purchase
}
