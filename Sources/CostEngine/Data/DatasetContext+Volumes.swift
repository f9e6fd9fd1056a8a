import Quantities

/// How much is stored, and when.
///
/// What is there from the start and what comes in steadily is kept for the retention: the stored volume
/// rises in a straight line until the first byte is let go, and keeps its height from then on.
extension DatasetContext {
  /// Copies of what is there from the start.
  private var start: Term {
    let size = fields["size"] ?? builder.constant(0, .data)
    return fields["copies"].map { size * $0 } ?? size
  }

  /// Copies of what comes in per time; nil where nothing does.
  private var growth: Term? {
    fields["ingest"].map { ingest in fields["copies"].map { ingest * $0 } ?? ingest }
  }

  /// The time over which the volume rises; nil where there is no period.
  private var rise: Term? {
    period.map { period in fields["retention"].map { period.minimum($0) } ?? period }
  }

  /// The volume when the rise ends.
  var peak: Term? {
    guard let growth else { return start.named("stored at most") }
    return rise.map { rise in
      (start + growth * rise).named("stored at most", "\(start) + \(growth) × \(rise)")
    }
  }

  /// The volume after the rise, where the bill is for longer than the retention.
  private var steady: Term? {
    guard let retention = fields["retention"], fields["period"] != nil else { return nil }
    return (growth ?? builder.constant(0, .data / .time)) * retention
  }

  /// The part of the stored volume that lies under a bound, on average over the period; all of it under none.
  func averageStored(below bound: Term?) -> Term {
    func low(_ volume: Term) -> Term { bound.map(volume.minimum) ?? volume }
    var average = low(start)
    if growth != nil, let peak {
      // Of the rise from a to b under a bound the volume is b for what is left of the time.
      let (a, b) = (low(start), low(peak))
      let isRising = (b - a) / (peak - start).maximum(1)
      average = bound == nil ? (start + peak) / 2 : b - isRising * (b - a) / 2
    }
    guard let steady, let rise, let period else { return average }
    return (average * rise + low(steady) * (period - rise)) / period
  }

  /// The volume at the end of the period.
  var end: Term? {
    guard let steady, let rise, let period, let peak else { return peak }
    return (period > rise).choose(steady, else: peak)
  }

  /// All that comes in over the period, one copy.
  var ingested: Term? {
    let size = fields["size"]
    guard let ingest = fields["ingest"], let period else { return size }
    let brought = ingest * period
    return (size.map { $0 + brought } ?? brought).named(
      "ingested", size.map { "\($0) + \(ingest) × \(period)" } ?? "\(ingest) × \(period)")
  }

  /// Fills in what is stored and what comes in.
  func volumes(_ bill: inout DatasetBill) {
    guard fields["size"] != nil || fields["ingest"] != nil else { return }
    bill.ingested = ingested
    guard period != nil || growth == nil else { return }
    bill.stored = averageStored(below: nil).named("stored")
    bill.storedAtEnd = end?.named("stored_at_end")
    guard let tier = dataset.tier, let peak else { return }
    bill.requirements += tier.requirements(on: peak, as: "tier")
  }
}
