/// What one provider asks for one instance on one set of terms, by the hour, as a price list had it on a date.
public struct Offer: Hashable, Sendable {
  /// On what terms capacity is rented.
  public enum Commitment: String, Hashable, Sendable, CaseIterable {
    case onDemand = "on_demand"
    case spot
    case reserved1y = "reserved_1y"
    case reserved3y = "reserved_3y"
    /// A reservation of days or weeks ahead.
    case capacityBlock = "capacity_block"
  }

  /// What the price is of.
  public enum Basis: String, Hashable, Sendable, CaseIterable {
    case instance
    case perGPU = "per_gpu"
    case perChip = "per_chip"
    /// An instance, reserved ahead.
    case capacityBlock = "capacity_block"
    /// A device of whoever rents one out.
    case marketplace
  }

  /// Such as `aws`.
  public let provider: String
  /// As the provider names it, such as `p5.48xlarge`.
  public let instance: String
  /// The catalogue's name of its devices; nil for an instance without any.
  public let accelerator: String?
  /// How many of them it has; nil where the price list does not say, or where there are none.
  public let devices: Double?
  /// Other spellings too, the first one first; empty where the price list names no region.
  public let regions: [String]
  /// On what terms.
  public let commitment: Commitment
  /// US dollars an hour.
  public let dollars: Double
  /// Whether the price is that of one device, and not of the whole instance.
  public let isPerDevice: Bool
  /// Whose `asOf` is the first date that the price is known of.
  public let provenance: Provenance

  /// An offer of a price list that is not the catalogue's own.
  public init(
    provider: String, instance: String, accelerator: String?, devices: Double?, regions: [String],
    commitment: Commitment, dollars: Double, isPerDevice: Bool, provenance: Provenance
  ) {
    self.provider = provider
    self.instance = instance
    self.accelerator = accelerator
    self.devices = devices
    self.regions = regions
    self.commitment = commitment
    self.dollars = dollars
    self.isPerDevice = isPerDevice
    self.provenance = provenance
  }
}

extension Offer.Basis {
  /// Whether the price is that of one device.
  public var isPerDevice: Bool { self == .perGPU || self == .perChip || self == .marketplace }
}

extension Offer {
  /// Every offer that a row of today's prices makes.
  static func offers(now record: Record) throws(CatalogueProblem) -> [Offer] {
    let basis = try record.required("basis", try record.choice("basis", as: Basis.self))
    let devices = try record.number("devices")
    let plain: Commitment = basis == .capacityBlock ? .capacityBlock : .onDemand
    return try offers(
      record, devices: devices == 0 ? nil : devices, isPerDevice: basis.isPerDevice,
      prices: [
        (plain, try record.number("on_demand")), (.spot, try record.number("spot")),
        (.reserved1y, try record.number("reserved_1y")),
        (.reserved3y, try record.number("reserved_3y")),
      ])
  }

  /// Every offer that a row of past prices makes; a price to buy is none.
  static func offers(past record: Record) throws(CatalogueProblem) -> [Offer] {
    let unit = try record.required("unit", try record.choice("unit", as: PastUnit.self))
    guard let commitment = Commitment(rawValue: try record.requiredText("commitment")) else {
      return []
    }
    return try offers(
      record, devices: nil, isPerDevice: unit == .deviceHour,
      prices: [
        (commitment, try record.number("price")),
        (.reserved1y, try record.number("reserved_1y")),
        (.reserved3y, try record.number("reserved_3y")),
      ])
  }

  private static func offers(
    _ record: Record, devices: Double?, isPerDevice: Bool,
    prices: [(commitment: Commitment, dollars: Double?)]
  ) throws(CatalogueProblem) -> [Offer] {
    let provider = try record.requiredText("provider")
    let instance = try record.requiredText("instance")
    let accelerator = try record.text("accelerator")
    let regions = regions(try record.text("region") ?? "")
    let provenance = try record.provenance()
    return prices.compactMap { commitment, dollars in
      dollars.map {
        Offer(
          provider: provider, instance: instance, accelerator: accelerator, devices: devices,
          regions: regions, commitment: commitment, dollars: $0, isPerDevice: isPerDevice,
          provenance: provenance)
      }
    }
  }

  /// `Iowa (us-central1), Oregon` names `us-central1`, `Iowa` and `Oregon`.
  private static func regions(_ text: String) -> [String] {
    text.split(separator: ",").flatMap { part in
      let names = part.split { "()".contains($0) }.map { $0.trimmed }.filter { !$0.isEmpty }
      return names.reversed()
    }
  }
}

extension Substring {
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
