import Quantities
import Testing

@testable import CostEngine

/// A whole is the sum of its parts, bit for bit in the order they are declared, whatever fields are given.
@Suite struct PartsTests {
  let fixtures = Fixtures()
  private let year = 365.0 * 86_400
  private let hour = 3600.0

  private func expectSums<Record: Reported>(_ record: Record, of wholes: [String]) {
    for name in wholes {
      guard let whole = term(name, of: record) else { continue }
      let parts = Record.figures.filter { $0.name.hasPrefix(name + ".") }.compactMap {
        record[keyPath: $0.path].map(fixtures.value)
      }
      let sum = parts.dropFirst().reduce(parts.first ?? .nan, +)
      #expect(fixtures.value(whole) == sum, "\(name): \(parts)")
    }
  }

  private func term<Record: Reported>(_ name: String, of record: Record) -> Term? {
    Record.figures.first { $0.name == name }.flatMap { record[keyPath: $0.path] }
  }

  /// A value for the field half of the time.
  private func maybe(
    _ range: ClosedRange<Double>, _ dimension: Dimension, _ dice: inout SplitMix64
  ) -> Term? {
    let value = Double.random(in: range, using: &dice)
    return Bool.random(using: &dice) ? fixtures.number(value, dimension) : nil
  }

  private func ownership(_ dice: inout SplitMix64) -> OwnershipRun {
    var run = OwnershipRun()
    run.purchase = fixtures.number(Double.random(in: 1e3...1e5, using: &dice), .money)
    run.server = maybe(0...0.3, .none, &dice)
    run.network = maybe(0...0.3, .none, &dice)
    run.life = maybe(year...(8 * year), .time, &dice)
    run.salvage = maybe(0...0.4, .none, &dice)
    run.wacc = maybe(0...0.2, .none, &dice)
    run.method =
      run.wacc == nil
      ? ["straight", "declining", nil].randomElement(using: &dice) ?? nil
      : ["straight", "declining", "annuity", nil].randomElement(using: &dice) ?? nil
    run.year = Bool.random(using: &dice) ? fixtures.number(1) : nil
    run.colo = maybe(1e-6...1e-4, .money / .energy, &dice)
    run.space = maybe(1e-6...1e-4, .money / .time, &dice)
    run.electricity = maybe(1e-8...1e-7, .money / .energy, &dice)
    run.maintenance = maybe(0...0.1, .none, &dice)
    run.spares = maybe(0...0.1, .none, &dice)
    run.staff = maybe(1e-6...1e-4, .money / .time, &dice)
    run.availability = maybe(0.9...1, .none, &dice)
    run.utilization = maybe(0.1...1, .none, &dice)
    return run
  }

  @Test func pricesOfOwnedDevicesAddUp() throws {
    var dice = SplitMix64(state: 1)
    for _ in 0..<300 {
      let figures = try ownership(&dice).figures(of: fixtures.h100, in: fixtures.builder)
      expectSums(figures, of: ["price"])
    }
    #expect(fixtures.builder.faults.isEmpty)
  }

  @Test func trainingsAddUp() throws {
    var dice = SplitMix64(state: 2)
    for _ in 0..<300 {
      var run = TrainingRun(
        model: fixtures.sized(Double.random(in: 1e8...1e11, using: &dice)),
        hardware: fixtures.h100,
        devices: fixtures.number(Double(Int.random(in: 1...4096, using: &dice))),
        tokens: fixtures.number(Double.random(in: 1e9...1e13, using: &dice), .tokens))
      run.mfu = fixtures.number(Double.random(in: 0.1...0.6, using: &dice))
      run.prune = maybe(0...0.6, .none, &dice)
      if Bool.random(using: &dice) { run.student = fixtures.sized(1e8) }
      if Bool.random(using: &dice) { run.owned = .run(ownership(&dice)) }
      if run.owned == nil { run.electricity = maybe(1e-8...1e-7, .money / .energy, &dice) }
      run.rent = Bool.random(using: &dice) ? "nodes" : nil
      if run.owned == nil { run.spot = maybe(0...0.9, .none, &dice) }
      if run.owned == nil, run.spot == nil { run.reserve = maybe(year...(4 * year), .time, &dice) }
      run.goodput = maybe(0.5...1, .none, &dice)
      run.failures = maybe(1e8...1e9, .time, &dice)
      run.checkpoint = maybe(1...100, .time, &dice)
      run.experiments = maybe(1...4, .none, &dice)
      run.data = maybe(1...1e6, .money, &dice)
      run.storage = maybe(1e-6...1e-2, .money / .time, &dice)
      run.network = maybe(1...1e5, .money, &dice)
      run.staff = maybe(1e-4...1, .money / .time, &dice)
      run.embodied = maybe(10...500, .mass, &dice)
      run.wue = maybe(1e-8...1e-6, .volume / .energy, &dice)
      run.waterIntensity = maybe(1e-8...1e-6, .volume / .energy, &dice)
      expectSums(try run.figures(), of: ["cost", "carbon", "water"])
    }
    #expect(fixtures.builder.faults.isEmpty)
  }

  @Test func deploymentsAddUp() throws {
    var dice = SplitMix64(state: 3)
    for _ in 0..<100 {
      var run = fixtures.deployment(fixtures.llama8B)
      run.rate = fixtures.perSecond(Double.random(in: 0.1...200, using: &dice))
      run.replicas = maybe(1...1, .none, &dice)
      if run.replicas == nil {
        run.peak = maybe(1...2, .none, &dice)
        run.autoscale = Bool.random(using: &dice)
        run.scaleToZero = Bool.random(using: &dice)
        if run.peak != nil { run.offPeak = maybe(0...1, .none, &dice) }
      }
      run.prune.share = maybe(0...0.6, .none, &dice)
      run.prune.retraining = maybe(1...1e5, .money, &dice)
      if Bool.random(using: &dice) {
        run.distill.student = fixtures.sized(1e9)
        run.distill.tokens = fixtures.number(1e11, .tokens)
        run.distill.mfu = fixtures.number(0.4)
      }
      if Bool.random(using: &dice) { run.owned = .run(ownership(&dice)) }
      if run.owned == nil { run.electricity = maybe(1e-8...1e-7, .money / .energy, &dice) }
      run.rent = Bool.random(using: &dice) ? "nodes" : nil
      if run.owned == nil { run.spot = maybe(0...0.9, .none, &dice) }
      if run.owned == nil, run.spot == nil { run.reserve = maybe(year...(4 * year), .time, &dice) }
      run.availability = maybe(0.9...0.999, .none, &dice)
      run.egress = maybe(1e-11...1e-10, .money / .data, &dice).map { PriceTiers($0) }
      run.responseBytes = fixtures.number(2000, .data)
      run.storage = maybe(1e-6...1e-3, .money / .time, &dice)
      run.embodied = maybe(10...500, .mass, &dice)
      run.wue = maybe(1e-8...1e-6, .volume / .energy, &dice)
      run.waterIntensity = maybe(1e-8...1e-6, .volume / .energy, &dice)
      expectSums(try run.figures(), of: ["cost", "carbon", "water"])
    }
    #expect(fixtures.builder.faults.isEmpty)
  }
}
