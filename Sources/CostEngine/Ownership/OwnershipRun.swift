/// Owning devices, as the user states it: what is bought, how it is written off, and what it takes to run.
public struct OwnershipRun: Declared {
  public var purchase: Term?
  public var server: Term?
  public var network: Term?
  public var life: Term?
  public var salvage: Term?
  public var method: String?
  public var decline: Term?
  public var year: Term?
  public var wacc: Term?
  public var colo: Term?
  public var space: Term?
  public var electricity: Term?
  public var pue: Term?
  public var host: Term?
  public var powerShare: Term?
  public var maintenance: Term?
  public var spares: Term?
  public var staff: Term?
  public var availability: Term?
  public var utilization: Term?
  public var rent: Term?

  public init() {}
}

/// What owned devices cost: as stated of the devices of the run, or as worked out for devices of their own.
///
/// Kept apart from the records that have one, which would be twice as large.
public indirect enum OwnedPrice {
  case run(OwnershipRun)
  case figures(Ownership)
}
