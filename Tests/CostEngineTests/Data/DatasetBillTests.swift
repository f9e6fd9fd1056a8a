import Quantities
import Testing

@testable import CostEngine

@Suite struct DatasetBillTests {
  private let fixtures = Fixtures()
  private static let day = 86_400.0
  private static let month = 2_628_000.0

  private func bill(_ dataset: Dataset) throws -> DatasetBill {
    let bill = try dataset.bill(in: fixtures.builder)
    #expect(fixtures.builder.faults == [])
    return bill
  }

  private func flat(_ price: Double) -> PriceTiers {
    PriceTiers(fixtures.number(price, .money / .data / .time))
  }

  /// 40 TB in two copies for a year at $0.02 a GB and month: 80,000 × 0.02 × 12 = $19,200.
  @Test func whatIsThereFromTheStart() throws {
    var data = Dataset(name: "d")
    data.size = fixtures.number(40e12, .data)
    data.copies = fixtures.number(2)
    data.retention = fixtures.number(365 * Self.day, .time)
    data.tier = flat(0.02 / 1e9 / Self.month)
    let bill = try bill(data)
    #expect(isClose(fixtures.value(bill.cost), 19_200))
    #expect(isClose(fixtures.value(bill.runRate) * Self.month, 1_600))
    #expect(fixtures.value(bill.stored) == 80e12)
  }

  /// 1 TB a day kept for 30 days: 15 TB on average while it fills up, and 30 TB from then on. Over 90 days
  /// that is (15 × 30 + 30 × 60) ÷ 90 = 25 TB.
  @Test func steadyIngestFillsUp() throws {
    var data = Dataset(name: "d")
    data.ingest = fixtures.number(1e12 / Self.day, .data / .time)
    data.retention = fixtures.number(30 * Self.day, .time)
    data.tier = flat(1e-12 / Self.day)
    #expect(isClose(fixtures.value(try bill(data).stored), 15e12))
    data.period = fixtures.number(90 * Self.day, .time)
    let long = try bill(data)
    #expect(isClose(fixtures.value(long.stored), 25e12))
    #expect(isClose(fixtures.value(long.storedAtEnd), 30e12))
    #expect(isClose(fixtures.value(long.ingested), 90e12))
    // 25 TB for 90 days at $1 a TB and day; at the end 30 TB cost $30 a day.
    #expect(isClose(fixtures.value(long.cost), 2_250))
    #expect(isClose(fixtures.value(long.runRate) * Self.day, 30))
    data.period = fixtures.number(10 * Self.day, .time)
    #expect(isClose(fixtures.value(try bill(data).stored), 5e12))
    data.retention = nil
    #expect(isClose(fixtures.value(try bill(data).stored), 5e12))
  }

  /// What is there from the start is let go after the retention too: 10 TB for 30 of 90 days.
  @Test func whatIsThereIsLetGo() throws {
    var data = Dataset(name: "d")
    data.size = fixtures.number(9e12, .data)
    data.retention = fixtures.number(30 * Self.day, .time)
    data.period = fixtures.number(90 * Self.day, .time)
    data.tier = flat(1e-12 / Self.day)
    let bill = try bill(data)
    #expect(isClose(fixtures.value(bill.stored), 3e12))
    #expect(fixtures.value(bill.storedAtEnd) == 0)
    #expect(fixtures.value(bill.runRate) == 0)
  }

  /// 10,000 labels by three people at $0.08 are $2,400; 1M reads a day for 30 days at $0.40 a million $12,
  /// 5M writes once at $5 a million $25; 2 TB in at $10 and prepared at $20 a TB are $60; 3 TB out at $90, $270.
  @Test func everyPart() throws {
    let bill = try bill(everything)
    #expect(isClose(fixtures.value(bill.labelsCost), 2_400))
    #expect(isClose(fixtures.value(bill.requestsCost), 37))
    #expect(isClose(fixtures.value(bill.ingestCost), 20))
    #expect(isClose(fixtures.value(bill.preprocessCost), 40))
    #expect(isClose(fixtures.value(bill.networkCost), 270))
    #expect(isClose(fixtures.value(bill.storageCost), 2 * 30))
    #expect(isClose(fixtures.value(bill.cost), 2_827))
    // Storage $2 a day and reads 40 cents.
    #expect(isClose(fixtures.value(bill.runRate) * Self.day, 2.4))
    #expect(bill.notes == [])
  }

  private var everything: Dataset {
    var data = Dataset(name: "d", samples: fixtures.number(1e6, .samples))
    data.size = fixtures.number(2e12, .data)
    data.retention = fixtures.number(30 * Self.day, .time)
    data.tier = flat(1e-12 / Self.day)
    data.labels = fixtures.number(10_000)
    data.votes = fixtures.number(3)
    data.pricePerLabel = fixtures.number(0.08, .money)
    data.reads = fixtures.number(1e6 / Self.day, .requests / .time)
    data.readPrice = fixtures.number(0.4e-6, .money / .requests)
    data.writes = fixtures.number(5e6, .requests)
    data.writePrice = fixtures.number(5e-6, .money / .requests)
    data.ingestPrice = fixtures.number(10e-12, .money / .data)
    data.preprocess = fixtures.number(20e-12, .money / .data)
    data.egress = fixtures.number(3e12, .data)
    data.egressPrice = PriceTiers(fixtures.number(90e-12, .money / .data))
    return data
  }

  /// Over any combination of fields the parts add up to the last bit, and storage is the integral of what the
  /// stored volume costs at each moment, taken in 4,000 slices.
  @Test func randomCombinations() throws {
    var random = SplitMix64(state: 11)
    func maybe() -> Bool { Bool.random(using: &random) }
    func amount(_ range: ClosedRange<Double>) -> Double { Double.random(in: range, using: &random) }
    for round in 0..<150 {
      var data = everything
      let (size, ingest) = (amount(0...400), amount(0...3))
      let (kept, period) = (amount(5...400), amount(5...400))
      let copies = maybe() ? amount(1...3) : 1
      let ends = [amount(1...100), amount(101...800)]
      let prices = [amount(0...2), amount(0...2)]
      let last = amount(0...2)
      data.size = maybe() || round % 7 == 0 ? fixtures.number(size * 1e12, .data) : nil
      data.ingest =
        maybe() || data.size == nil ? fixtures.number(ingest * 1e12 / Self.day, .data / .time) : nil
      data.copies = copies == 1 ? nil : fixtures.number(copies)
      data.retention = maybe() ? fixtures.number(kept * Self.day, .time) : nil
      data.period =
        maybe() || data.retention == nil ? fixtures.number(period * Self.day, .time) : nil
      data.tier = PriceTiers(
        zip(ends, prices).map { end, price in
          PriceTiers.Tier(
            upTo: fixtures.number(end * 1e12, .data),
            price: fixtures.number(price * 1e-12 / Self.day, .money / .data / .time))
        } + [
          PriceTiers.Tier(
            upTo: nil, price: fixtures.number(last * 1e-12 / Self.day, .money / .data / .time))
        ])
      if maybe() { (data.labels, data.pricePerLabel) = (nil, nil) }
      if maybe() { (data.egress, data.egressPrice) = (nil, nil) }
      if maybe() { (data.reads, data.readPrice) = (nil, nil) }
      if maybe() { data.preprocess = nil }
      let bill = try bill(data)
      #expect(bill.requirements.failing(fixtures.builder) == [])
      let parts = DatasetBill.figures.filter { $0.name.hasPrefix("cost.") }
        .map { fixtures.value(bill[keyPath: $0.path]) }
      #expect(fixtures.value(bill.cost) == parts.reduce(0, +), "round \(round)")

      let days = data.period != nil ? period : kept
      let letGo = data.retention != nil ? kept : .infinity
      func stored(_ day: Double) -> Double {
        let first = data.size != nil && day < letGo ? size : 0
        return copies * (first + (data.ingest != nil ? ingest * min(day, letGo) : 0))
      }
      func daily(_ volume: Double) -> Double {
        let (a, b) = (min(volume, ends[0]), min(volume, ends[1]))
        return a * prices[0] + (b - a) * prices[1] + (volume - b) * last
      }
      let slice = days / 4_000
      var total = 0.0
      for step in 0..<4_000 { total += daily(stored((Double(step) + 0.5) * slice)) * slice }
      #expect(
        abs(fixtures.value(bill.storageCost) - total) < 2e-3 * max(total, 1), "round \(round)")
    }
  }

  @Test func whatIsMissing() {
    func refusal(_ change: (inout Dataset) -> Void) -> String? {
      var data = Dataset(name: "d", tokens: fixtures.number(1e12, .tokens))
      change(&data)
      do throws(EngineError) {
        _ = try data.bill(in: fixtures.builder)
        return nil
      } catch {
        return "\(error.id) \(error.field ?? "")"
      }
    }
    let price = fixtures.number(1, .money / .data)
    let request = fixtures.number(1, .money / .requests)
    #expect(refusal { _ in } == nil)
    #expect(refusal { $0.preprocess = price } == "datasets.size preprocess")
    #expect(refusal { $0.ingestPrice = price } == "datasets.size ingest_price")
    #expect(refusal { $0.tier = flat(1) } == "datasets.size tier")
    #expect(refusal { $0.egressPrice = PriceTiers(price) } == "datasets.amount egress_price")
    #expect(refusal { $0.readPrice = request } == "datasets.amount read_price")
    #expect(
      refusal { ($0.size, $0.tier) = (fixtures.number(1, .data), flat(1)) }
        == "datasets.period tier")
    #expect(
      refusal {
        ($0.reads, $0.readPrice) = (fixtures.number(1, .requests / .time), request)
      } == "datasets.period reads")
  }

  @Test func boundsAndNotes() throws {
    var data = everything
    data.copies = fixtures.number(0.5)
    data.retention = fixtures.number(0, .time)
    #expect(
      try bill(data).requirements.failing(fixtures.builder) == ["field.bounds", "field.bounds"])
    var plain = Dataset(name: "d", tokens: fixtures.number(1, .tokens))
    plain.labels = fixtures.number(5)
    let bill = try bill(plain)
    #expect(bill.cost == nil)
    #expect(bill.notes == ["`labels` cost nothing here: they need a `price_per_label`"])
    #expect(bill.help(forUnknown: "cost.storage") != nil)
  }

  /// The bill is a part of a training's cost once, or the share that the training pays.
  @Test func aTrainingPaysTheBill() throws {
    var run = TrainingRun(
      model: fixtures.llama8B, hardware: fixtures.h100, devices: fixtures.number(8),
      dataset: everything)
    run.dataset.tokens = fixtures.number(1e9, .tokens)
    run.mfu = fixtures.number(0.4)
    let whole = try run.figures()
    #expect(isClose(fixtures.value(whole.dataCost), 2_827))
    #expect(whole.notes.contains { $0.contains("`data_share`") })
    run.dataShare = fixtures.number(0.25)
    run.data = fixtures.number(100, .money)
    let part = try run.figures()
    #expect(isClose(fixtures.value(part.dataCost), 100 + 2_827 / 4))
    #expect(!part.notes.contains { $0.contains("`data_share`") })
    run.dataset = Dataset(name: "d", tokens: fixtures.number(1e9, .tokens))
    #expect(isClose(fixtures.value(try run.figures().dataCost), 100))
  }

  /// Four people at $180,000 for half of their time: $360,000 a year, and 30% beside it.
  @Test func aTeam() throws {
    var team = Team(name: "research")
    team.people = fixtures.number(4)
    team.salary = fixtures.number(180_000, .money / .time)
    team.share = fixtures.number(0.5)
    let cost = try team.cost(in: fixtures.builder)
    #expect(fixtures.value(cost.salaryCost) == 360_000)
    #expect(fixtures.value(cost.overheadCost) == 108_000)
    #expect(fixtures.value(cost.cost) == 468_000)
    team.salary = nil
    #expect(throws: EngineError.self) { try team.cost(in: fixtures.builder) }
  }
}
