import Quantities

extension Dataset {
  /// What the dataset costs over its period; fails where a price has nothing to price.
  public func bill(in builder: GraphBuilder) throws(EngineError) -> DatasetBill {
    var bill = DatasetBill()
    let context = try DatasetContext(self, builder)
    bill.requirements = context.fields.requirements
    context.volumes(&bill)
    context.money(&bill)
    context.note(&bill)
    return bill
  }
}

/// What every formula of a dataset's bill reads.
struct DatasetContext {
  let dataset: Dataset
  let builder: GraphBuilder
  let fields: Reader<Dataset>
  /// The time that the bill is for; nil where nothing depends on it.
  let period: Term?

  init(_ dataset: Dataset, _ builder: GraphBuilder) throws(EngineError) {
    self.dataset = dataset
    self.builder = builder
    fields = try Reader(dataset, in: builder)
    period = fields["period"] ?? fields["retention"]
    try checkAmounts()
  }

  /// Prices by size, by the field that holds each.
  private var pricesOfSize: [String] {
    ["ingest_price", "preprocess"].filter { fields[$0] != nil }
      + (dataset.tier == nil ? [] : ["tier"])
  }

  private func checkAmounts() throws(EngineError) {
    let name = dataset.name.map { "`\($0)`" } ?? "the dataset"
    if let price = pricesOfSize.first, fields["size"] == nil, fields["ingest"] == nil {
      throw EngineError(
        "datasets.size", field: price,
        "`\(price)` is a price by size, and the size of \(name) is not known",
        help: "give `size`, such as `size: 40 TB`, or what `ingest` brings per time")
    }
    let egress: [(String, Bool, String)] = [
      ("labels", fields["price_per_label"] != nil, "price_per_label"),
      ("reads", fields["read_price"] != nil, "read_price"),
      ("writes", fields["write_price"] != nil, "write_price"),
      ("egress", dataset.egressPrice != nil, "egress_price"),
    ]
    for (amount, isPriced, price) in egress where isPriced && fields[amount] == nil {
      throw EngineError(
        "datasets.amount", field: price, "`\(price)` prices nothing: `\(amount)` is not given",
        help: "give `\(amount)`")
    }
    guard period == nil, let rate = dependsOnTime else { return }
    throw EngineError(
      "datasets.period", field: rate, "`\(rate)` is paid for as long as the data are kept",
      help: "say how long: `retention: 1 year`, or `period: 1 year` for the time of the bill")
  }

  /// The first field that is paid by time.
  private var dependsOnTime: String? {
    if dataset.tier != nil { return "tier" }
    if fields["ingest"] != nil, !pricesOfSize.isEmpty { return "ingest" }
    let isPriced = [
      "reads": fields["read_price"] != nil, "writes": fields["write_price"] != nil,
      "egress": dataset.egressPrice != nil,
    ]
    return ["reads", "writes", "egress"].first {
      isPriced[$0] == true && fields[$0].map { isRate($0) } == true
    }
  }

  /// Whether an amount is one per time.
  func isRate(_ amount: Term) -> Bool {
    amount.dimension.exponent(of: .time) != .zero
  }
}
