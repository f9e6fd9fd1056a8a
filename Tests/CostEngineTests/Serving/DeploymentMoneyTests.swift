import Quantities
import RealModule
import Testing

@testable import CostEngine

@Suite struct DeploymentMoneyTests {
  let fixtures = Fixtures()

  private var run: DeploymentRun {
    var run = fixtures.deployment(fixtures.llama8B)
    run.rate = fixtures.perSecond(12)
    return run
  }

  private func parts(_ figures: Deployment) -> Double {
    [
      figures.computeCost, figures.idleCost, figures.egressCost, figures.storageCost,
      figures.energyCost,
    ].map(fixtures.value).reduce(0, +)
  }

  @Test func splitsTheProvisionedTime() throws {
    let figures = try run.figures()
    let provisioned = fixtures.value(figures.replicas) * 2 / 3600
    let used = fixtures.value(figures.utilization)
    #expect(isClose(fixtures.value(figures.cost), provisioned))
    #expect(isClose(fixtures.value(figures.computeCost), provisioned * used))
    #expect(isClose(fixtures.value(figures.idleCost), provisioned * (1 - used)))
    #expect(isClose(fixtures.value(figures.costUsed), provisioned * used))
    #expect(fixtures.value(figures.cost) == parts(figures))
  }

  @Test func chargesWhatIsPriced() throws {
    var run = run
    run.egress = PriceTiers(fixtures.number(0.09e-9, .money / .data))
    run.responseBytes = fixtures.number(2_000, .data)
    run.storage = fixtures.number(1e-6, .money / .time)
    run.electricity = fixtures.number(0.1 / 3.6e6, .money / .energy)
    let figures = try run.figures()
    #expect(isClose(fixtures.value(figures.egressCost), 12 * 2_000 * 0.09e-9))
    #expect(fixtures.value(figures.storageCost) == 1e-6)
    #expect(
      isClose(fixtures.value(figures.energyCost), fixtures.value(figures.energy) * 0.1 / 3.6e6))
    #expect(fixtures.value(figures.cost) == parts(figures))
    #expect(fixtures.builder.faults.isEmpty)
  }

  /// 12 requests a second of 5 MB are 157.68 TB a month: 10,000 GB at 9 cents and 147,680 GB at 5, or $8,284.
  @Test func chargesEgressByTheTiersOfAMonth() throws {
    var run = run
    run.responseBytes = fixtures.number(5e6, .data)
    run.egress = PriceTiers([
      .init(upTo: fixtures.number(10e12, .data), price: fixtures.number(0.09e-9, .money / .data)),
      .init(upTo: nil, price: fixtures.number(0.05e-9, .money / .data)),
    ])
    let figures = try run.figures()
    #expect(isClose(fixtures.value(figures.egressCost) * 2_628_000, 8284))
    #expect(fixtures.value(figures.cost) == parts(figures))
    run.responseBytes = nil
    #expect { try run.figures() } throws: { ($0 as? EngineError)?.id == "deployment.egress" }
  }

  @Test func givesEverythingElseWithoutAPrice() throws {
    var unpriced = run
    unpriced.hardware.price = nil
    unpriced.electricity = fixtures.number(0.1 / 3.6e6, .money / .energy)
    let figures = try unpriced.figures()
    let priced = try run.figures()
    for figure in Deployment.figures {
      let term = figures[keyPath: figure.path]
      let other = figure.name.hasPrefix("cost") ? nil : priced[keyPath: figure.path]
      #expect((term == nil) == (other == nil), "\(figure.name)")
      if let term { #expect(fixtures.value(term) == fixtures.value(other)) }
    }
    #expect(figures.energyPerToken != nil)
    #expect(figures.notes.contains("costs are left out: they need a `price`"))
    #expect(figures.help(forUnknown: "cost_per_token")?.contains("`price`") == true)
    #expect(priced.help(forUnknown: "cost") == nil)
  }

  /// Electricity that is priced must not look free where nothing says how much of it there is.
  @Test func saysThatPowerIsMissing() throws {
    var run = run
    run.hardware.power = nil
    run.electricity = fixtures.number(0.1 / 3.6e6, .money / .energy)
    let figures = try run.figures()
    for energy in [
      figures.energy, figures.energyCost, figures.energyPerToken, figures.energyPerRequest,
      figures.carbon,
    ] {
      #expect(energy == nil)
    }
    #expect(
      figures.notes.contains(
        "energy, carbon and the cost of electricity are left out: `H100` has no `power`"))
    #expect(figures.help(forUnknown: "carbon")?.contains("`power`") == true)
    run.electricity = nil
    #expect(fixtures.value(try run.figures().energyCost) == 0)
  }

  /// What prompts and responses cost together is what requests cost.
  @Test func splitsTheCostOfTokensByTime() throws {
    let figures = try run.figures()
    let request =
      900 * fixtures.value(figures.costPerInputToken)
      + 250 * fixtures.value(figures.costPerOutputToken)
    #expect(isClose(request, fixtures.value(figures.costPerRequest)))
    #expect(isClose(1150 * fixtures.value(figures.costPerToken), request))
    #expect(
      fixtures.value(figures.costPerOutputToken) > fixtures.value(figures.costPerInputToken))
    #expect(figures.costPerToken?.dimension == .money / .tokens)
  }

  /// ⌈rate × peak × 1.2 ÷ capacity⌉.
  @Test func takesTheFewestReplicas() throws {
    var run = run
    run.rate = fixtures.perSecond(100)
    run.peak = fixtures.number(3)
    let figures = try run.figures()
    let capacity = fixtures.value(figures.capacity)
    #expect(fixtures.value(figures.replicas) == (300 * 1.2 / capacity).rounded(.up))
    run.headroom = fixtures.number(0)
    let tight = try run.figures()
    #expect(fixtures.value(tight.replicas) == (300 / capacity).rounded(.up))
    run.replicas = fixtures.number(20)
    #expect(fixtures.value(try run.figures().replicas) == 20)
  }

  @Test func takesMoreReplicasForATarget() throws {
    var run = run
    run.rate = fixtures.perSecond(100)
    let free = try run.figures()
    run.target["tpot"] = fixtures.number(0.012, .time)
    let bound = try run.figures()
    #expect(fixtures.value(bound.replicas) > fixtures.value(free.replicas))
    #expect(fixtures.value(bound.tpot) <= 0.012)
    #expect(fixtures.value(bound.meets) == 1)
    #expect(free.meets == nil)
    #expect(bound.requirements.failing(fixtures.builder).isEmpty)
  }

  @Test func aTargetThatNoBatchMeetsIsMissed() throws {
    var run = run
    run.target["ttft"] = fixtures.number(0.001, .time)
    let figures = try run.figures()
    #expect(fixtures.value(figures.meets) == 0)
    #expect(figures.requirements.failing(fixtures.builder) == ["deployment.target"])
    #expect(fixtures.value(figures.replicas) == fixtures.value(try self.run.figures().replicas))
  }

  /// 8 replicas of 8 devices, 10 minutes to replace one, 50,677 device-hours between failures: 0.00021 away on average;
  /// none spare give 99.979%, one 99.999998%.
  @Test(arguments: [(0.999, 0.0), (0.9999, 1.0), (0.999_999_999_9, 2.0)])
  func keepsSpares(_ availability: Double, _ spares: Double) throws {
    var run = fixtures.deployment(fixtures.llama8B, on: 8)
    run.rate = fixtures.perSecond(1)
    run.replicas = fixtures.number(8)
    run.availability = fixtures.number(availability)
    #expect(fixtures.value(try run.figures().replicas) == 8 + spares)
  }

  /// However rarely a lone request comes, it divides the time of its device alike: a tenth of the requests, each ten
  /// times as dear. And a token that is written takes a whole step, one that is read a 900th of the prompt's
  /// arithmetic: 2 × 7.50e9 × 900 FLOP of the weights at 448 TFLOP/s, 30.1 ms.
  @Test func loneRequestsDivideTheTimeAlike() throws {
    var run = run
    func prices(_ rate: Double) throws -> (input: Double, output: Double, step: Double) {
      run.rate = fixtures.perSecond(rate)
      let figures = try run.figures()
      return (
        fixtures.value(figures.costPerInputToken), fixtures.value(figures.costPerOutputToken),
        fixtures.value(figures.tpot)
      )
    }
    let (rare, rarer) = (try prices(1e-3), try prices(1e-4))
    #expect(isClose(rarer.input, 10 * rare.input, 1e-3))
    #expect(isClose(rarer.output, 10 * rare.output, 1e-3))
    #expect(isClose(rare.input / rare.output, 0.0301 / 900 / rare.step, 1e-2))
  }

  /// (10⁻⁶ requests/s of 256 slots) to the power of 21.7 is a wait that no clock shows.
  @Test func aWaitThatNoClockShowsIsNone() throws {
    var run = run
    run.rate = fixtures.perSecond(1e-6)
    let ttft = try #require(try run.figures().ttft)
    let explained = try #require(
      Explanation(of: ttft.id, in: fixtures.builder.graph, Evaluation(fixtures.builder.graph)))
    let wait = explained.parts.first { $0.annotation.label == "mean wait for a slot" }
    #expect(wait?.value == 0)
  }

  @Test func rentsWholeNodes() throws {
    var run = run
    run.rent = "nodes"
    #expect(isClose(fixtures.value(try run.figures().cost), 8 * 2.0 / 3600))
  }

  /// Decoding draws 61% to 85% of 700 W and rest 12%: between them, times the PUE.
  @Test func drawsPower() throws {
    let figures = try run.figures()
    let share = fixtures.value(figures.energy) / (700 * 1.15 * fixtures.value(figures.replicas))
    let batch = fixtures.value(figures.batch)
    let expected: Double = 0.61 + 0.24 * (1 - .exp(-batch / 70))
    #expect(isClose(share, expected, 1e-6))
    #expect(
      isClose(
        fixtures.value(figures.carbon), fixtures.value(figures.energy) * 0.472_94 / 3.6e6))
    #expect(
      isClose(
        fixtures.value(figures.energyPerToken) * fixtures.value(figures.throughput),
        fixtures.value(figures.energy)))
    var idle = run
    idle.rate = fixtures.perSecond(1e-6)
    #expect(isClose(fixtures.value(try idle.figures().energy), 700 * 1.15 * 0.12, 1e-3))
  }

  @Test func everyFigureHasItsDimension() throws {
    var run = run
    run.target["latency"] = fixtures.number(60, .time)
    run.availability = fixtures.number(0.9999)
    run.scaleToZero = true
    run.embodied = fixtures.number(164, .mass)
    run.wue = fixtures.number(1e-7, .volume / .energy)
    run.waterIntensity = fixtures.number(1e-6, .volume / .energy)
    let figures = try run.figures()
    var known = 0
    for figure in Deployment.figures {
      guard let term = figures[keyPath: figure.path] else { continue }
      known += 1
      #expect(term.dimension == figure.dimension, "\(figure.name)")
      #expect(fixtures.value(term).isFinite, "\(figure.name)")
    }
    // Neither samples nor a deployment on spot or reserved, nor one distilled.
    #expect(known == Deployment.figures.count - 6)
    #expect(fixtures.builder.faults.isEmpty)
  }

  @Test func listsTheDefaultsItTook() throws {
    let figures = try run.figures()
    let cost = try #require(figures.energy)
    let latency = try #require(figures.latency)
    let graph = fixtures.builder.graph
    let defaults = graph.nodes(under: [cost.id, latency.id]).compactMap { id in
      graph.annotation(of: id).flatMap { $0.role == .default ? $0.label : nil }
    }
    #expect(Set(defaults) == ["pue", "idle_power", "memory_share", "batch", "headroom"])
    #expect(
      graph.nodes(under: [cost.id]).compactMap { graph.annotation(of: $0) }
        .filter { $0.role == .default }.allSatisfy { $0.citation?.asOf != nil })
  }
}
