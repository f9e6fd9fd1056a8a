import Quantities

/// What a dataset costs over its period; a figure is nil where the dataset does not say enough to know it.
public struct DatasetBill {
  public internal(set) var cost: Term?
  public internal(set) var ingestCost: Term?
  public internal(set) var preprocessCost: Term?
  public internal(set) var labelsCost: Term?
  public internal(set) var storageCost: Term?
  public internal(set) var requestsCost: Term?
  public internal(set) var networkCost: Term?
  public internal(set) var runRate: Term?
  public internal(set) var stored: Term?
  public internal(set) var storedAtEnd: Term?
  public internal(set) var ingested: Term?

  public internal(set) var requirements: [Requirement] = []
  /// What was left out or taken for granted, in the reader's words.
  public internal(set) var notes: [String] = []
  /// What is unknown although a dataset can have it.
  public internal(set) var gaps: [Gap] = []

  public static let figures: [Figure<DatasetBill>] = [
    Figure("cost", .money, \.cost, "everything asked for, over the period"),
    Figure("cost.ingest", .money, \.ingestCost, "bringing the data in"),
    Figure("cost.preprocess", .money, \.preprocessCost, "preparing it"),
    Figure("cost.labels", .money, \.labelsCost, "labels"),
    Figure("cost.storage", .money, \.storageCost, "storage of all copies"),
    Figure("cost.requests", .money, \.requestsCost, "read and write requests"),
    Figure("cost.network", .money, \.networkCost, "data that leaves"),
    Figure(
      "run_rate", .money / .time, \.runRate,
      "cost per time at the end of the period, what is paid once left out"),
    Figure("stored", .data, \.stored, "data stored, all copies, on average over the period"),
    Figure("stored_at_end", .data, \.storedAtEnd, "data stored at the end of the period"),
    Figure("ingested", .data, \.ingested, "data brought in over the period, one copy"),
  ]
}
