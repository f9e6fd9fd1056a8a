import Quantities

extension OwnershipRun {
  public static let fields: [Field<OwnershipRun>] = [
    Field(
      "purchase", .quantity(.money, \.purchase),
      "what one device costs to buy; the hardware's unless given"),
    Field(
      "server", .quantity(.none, \.server), .nonNegative, default: OwnershipData.server,
      "the rest of the server, as a share of `purchase`"),
    Field(
      "network", .quantity(.none, \.network), .nonNegative, default: OwnershipData.network,
      "switches and cables, as a share of `purchase`"),
    Field(
      "life", .quantity(.time, \.life), .positive, default: OwnershipData.life,
      "time over which what was paid is written off"),
    Field(
      "salvage", .quantity(.none, \.salvage), .share,
      "what is left at the end of the life, as a share of what was paid; nothing unless given"),
    Field(
      "method", .word(Depreciation.Method.allCases.map(\.rawValue), \.method),
      "how what was paid is charged; annuity where `wacc` is given, else straight, unless given"),
    Field(
      "decline", .quantity(.none, \.decline), .positiveShare,
      "share of its value that a device loses in a year under declining; 2 ÷ life unless given"),
    Field(
      "year", .quantity(.none, \.year), .count,
      "year of the life that is charged; the average of them all unless given"),
    Field(
      "wacc", .either([.none, Dimension.time.inverse], \.wacc), .nonNegative,
      "cost of capital a year, charged by the annuity"),
    Field(
      "colo", .quantity(.money / .energy, \.colo), .nonNegative,
      "colocation, per power that may be drawn and time, such as $130/kW/month"),
    Field(
      "space", .quantity(.money / .time, \.space), .nonNegative,
      "space for one device per time, where it is not priced by power"),
    Field(
      "electricity", .quantity(.money / .energy, \.electricity), .nonNegative,
      "price of electricity"),
    Field(
      "pue", .quantity(.none, \.pue), .atLeast(1), default: EnergyData.pue,
      "energy of the whole site over that of its computers"),
    Field(
      "host", .quantity(.none, \.host), .nonNegative, default: OwnershipData.host,
      "power of the rest of the server and the network, as a share of the device's; runs draw it too"
    ),
    Field(
      "power_share", .quantity(.none, \.powerShare), .share, default: EnergyData.powerShare,
      "mean power over the year, as a share of full power; deployments tell theirs unless given"),
    Field(
      "maintenance", .either([.none, Dimension.time.inverse], \.maintenance), .nonNegative,
      "upkeep a year, as a share of what was paid"),
    Field(
      "spares", .quantity(.none, \.spares), .nonNegative,
      "devices that stand by, as a share of those in use; none unless given"),
    Field(
      "staff", .quantity(.money / .time, \.staff), .nonNegative,
      "people, for one device per time"),
    Field(
      "availability", .quantity(.none, \.availability), .positiveShare,
      "share of the time that a device is up; all of it unless given"),
    Field(
      "utilization", .quantity(.none, \.utilization), .positiveShare,
      "share of the time it is up that a device is used, by runs that do not have it all the time; "
        + "all of it unless given"),
    Field(
      "rent", .quantity(.money / .time, \.rent),
      "rent of such a device per time, which owning is compared with"),
  ]
}
