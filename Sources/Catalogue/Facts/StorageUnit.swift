import Quantities

/// What a provider calls a gigabyte on its bill.
enum Gigabyte: String, CaseIterable {
  case binary, decimal

  var bytes: Double { self == .binary ? 1_073_741_824 : 1e9 }
  /// How many of the next smaller unit one is.
  var step: Double { self == .binary ? 1024 : 1000 }
  var unit: String { self == .binary ? "GiB" : "GB" }
}

/// What a price of storage, transfer or serverless computing is of, such as `usd_per_gb_month`.
struct StorageUnit {
  let dimension: Dimension
  /// How much of the dimension's base unit is priced: bytes times seconds, requests, seconds.
  let amount: (Gigabyte) -> Double
  /// As a program writes it behind `$`; nil where the unit that suits the figure is shown.
  let text: (Gigabyte) -> String?

  /// A twelfth of a year of 365 days: the 730 hours that clouds bill.
  private static let month = 2_628_000.0

  init?(_ name: String) {
    let month = StorageUnit.month
    switch name {
    case "usd_per_gb": self.init(.data, { $0.bytes }, { $0.unit })
    case "usd_per_gb_month":
      self.init(.data * .time, { $0.bytes * month }, { $0.unit + "/month" })
    case "usd_per_gb_second": self.init(.data * .time, { $0.bytes }, { $0.unit + "/s" })
    case "usd_per_gib_second":
      self.init(.data * .time, { _ in Gigabyte.binary.bytes }, { _ in "GiB/s" })
    // Capacity that is kept ready: so many operations or bytes a second, for a month.
    case "usd_per_iops_month": self.init(.requests, { _ in month }, { _ in nil })
    case "usd_per_mbps_month": self.init(.data, { $0.bytes / $0.step * month }, { _ in nil })
    case "usd_per_1000_requests": self.init(.requests, { _ in 1e3 }, { _ in nil })
    case "usd_per_million_requests": self.init(.requests, { _ in 1e6 }, { _ in nil })
    case "usd_per_vcpu_second", "usd_per_core_second", "usd_per_gpu_second":
      self.init(.time, { _ in 1 }, { _ in "hour" })
    case "usd_per_hour": self.init(.time, { _ in 3600 }, { _ in "hour" })
    case "usd_per_disk_month": self.init(.time, { _ in month }, { _ in "month" })
    default: return nil
    }
  }

  private init(
    _ dimension: Dimension, _ amount: @escaping (Gigabyte) -> Double,
    _ text: @escaping (Gigabyte) -> String?
  ) {
    (self.dimension, self.amount, self.text) = (dimension, amount, text)
  }

  /// How much one unit of a tier's bounds is, in bytes, or in bytes times seconds; nil where it is unknown.
  static func bound(_ name: String) -> ((Gigabyte) -> (Double, Dimension))? {
    switch name {
    case "tb": { ($0.bytes * $0.step, .data) }
    case "billion gb-s": { (1e9 * $0.bytes, .data * .time) }
    default: nil
    }
  }
}
