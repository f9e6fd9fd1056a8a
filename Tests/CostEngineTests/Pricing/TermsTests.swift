import Quantities
import Testing

@testable import CostEngine

@Suite struct TermsTests {
  let fixtures = Fixtures()
  private let hour = 3600.0
  private let year = 365.0 * 86_400

  private var training: TrainingRun {
    var run = TrainingRun(
      model: fixtures.sized(8e9), hardware: fixtures.h100, devices: fixtures.number(64),
      tokens: fixtures.number(1e12, .tokens))
    run.mfu = fixtures.number(0.4)
    return run
  }

  private var deployment: DeploymentRun {
    var run = fixtures.deployment(fixtures.llama8B)
    run.rate = fixtures.perSecond(200)
    return run
  }

  private func number(_ value: Double, _ dimension: Dimension = .none) -> Term {
    fixtures.number(value, dimension)
  }

  /// Taken away every 10 hours, 20 s to save and 600 s to go on (Python): t = 1,200 s, 10% more time, so that 60%
  /// off leaves 44% of the cost.
  @Test func trainsOnSpot() throws {
    var run = training
    run.spot = number(0.6)
    run.spotInterruptions = number(0.1 / hour, Dimension.time.inverse)
    run.spotCheckpoint = number(20, .time)
    let plain = try training.figures()
    let spot = try run.figures()
    #expect(isClose(fixtures.value(spot.checkpointInterval), 1200))
    #expect(isClose(fixtures.value(spot.goodput), 1 / (1 + 20 / 1200.0 + 600 / 36e3 + 600 / 36e3)))
    #expect(isClose(fixtures.value(spot.spotFactor), 0.4 * 1.05))
    #expect(isClose(fixtures.value(spot.cost), fixtures.value(plain.cost) * 0.4 * 1.05))
    #expect(spot.requirements.failing(fixtures.builder).filter { $0.hasSuffix("spot") } == [])
    #expect(fixtures.builder.faults.isEmpty)
  }

  /// Failures of the devices come on top of what is taken away.
  @Test func addsFailuresToSpot() throws {
    var run = training
    run.spot = number(0.6)
    run.failures = number(1e7, .time)
    let both = try run.figures()
    let rate: Double = 64 / 1e7 + 0.075 / hour
    #expect(
      isClose(fixtures.value(both.interruptions), fixtures.value(both.time) * rate))
    let interval = (2 * 10 / rate).squareRoot()
    let lost = 10 / interval + interval / 2 * rate + 600 * rate
    #expect(isClose(fixtures.value(both.goodput), 1 / (1 + lost)))
    run.spot = nil
    let plain = fixtures.value(try run.figures().goodput)
    #expect(isClose(fixtures.value(both.spotFactor), 0.4 * plain * (1 + lost)))
  }

  @Test func warnsOfSpotThatIsDearer() throws {
    var run = training
    run.spot = number(0.05)
    run.spotInterruptions = number(1 / hour, Dimension.time.inverse)
    let figures = try run.figures()
    #expect(fixtures.value(figures.spotFactor) > 1)
    #expect(figures.requirements.failing(fixtures.builder).contains("training.spot"))
    var served = deployment
    served.spot = number(0.05)
    served.spotInterruptions = number(1 / hour, Dimension.time.inverse)
    let deployed = try served.figures()
    #expect(isClose(fixtures.value(deployed.spotFactor), 0.95 * (1 + 1 / 6.0)))
    #expect(deployed.requirements.failing(fixtures.builder).contains("deployment.spot"))
  }

  /// A replica that is away for one of seven parts of the time makes one in six more of them needed.
  @Test func addsReplicasOnSpot() throws {
    let plain = fixtures.value(try deployment.figures().capacity)
    var run = deployment
    run.spot = number(0.6)
    run.spotInterruptions = number(1 / hour, Dimension.time.inverse)
    let figures = try run.figures()
    let needed = (200 * 1.2 / plain * 7 / 6).rounded(.up)
    #expect(fixtures.value(figures.replicas) == needed)
    #expect(isClose(fixtures.value(figures.cost), needed * 2 / hour * 0.4))
    #expect(isClose(fixtures.value(figures.spotFactor), 0.4 * 7 / 6))
    run.replicas = number(50)
    #expect(try run.figures().notes.contains { $0.contains("on spot") })
    #expect(fixtures.builder.faults.isEmpty)
  }

  /// Medians of Epoch AI's price file: 30.9% off for a year and 55% off for three, which pay from 69.1% and 45% of use.
  @Test(arguments: [(1.0, 0.691), (2, 0.691), (3, 0.45), (5, 0.45)])
  func reserves(_ years: Double, _ kept: Double) throws {
    var run = deployment
    run.reserve = number(years * year, .time)
    let plain = try deployment.figures()
    let figures = try run.figures()
    #expect(isClose(fixtures.value(figures.cost), fixtures.value(plain.cost) * kept))
    #expect(isClose(fixtures.value(figures.reserveBreakeven), kept))
    #expect(!figures.requirements.failing(fixtures.builder).contains("deployment.reserve"))
    run.rate = fixtures.perSecond(1)
    #expect(
      try run.figures().requirements.failing(fixtures.builder).contains("deployment.reserve"))
  }

  @Test func tellsWhatAReservationGoesBeyond() throws {
    var run = training
    run.reserve = number(year, .time)
    run.reserveDiscount = number(0.2)
    let figures = try run.figures()
    #expect(
      isClose(fixtures.value(figures.cost), fixtures.value(try training.figures().cost) * 0.8))
    #expect(figures.requirements.failing(fixtures.builder).contains("training.reserve"))
    run.reserve = number(3600, .time)
    #expect(!(try run.figures()).requirements.failing(fixtures.builder).contains("terms.discount"))
    run.reserveDiscount = nil
    #expect(try run.figures().requirements.failing(fixtures.builder).contains("terms.discount"))
  }

  @Test func takesOneKindOfTermsOfARent() throws {
    var run = training
    run.spot = number(0.5)
    run.reserve = number(year, .time)
    #expect { try run.figures() } throws: { ($0 as? EngineError)?.id == "terms.both" }
    run.reserve = nil
    run.hardware.purchase = number(30_000, .money)
    run.owned = .run(OwnershipRun())
    #expect { try run.figures() } throws: { ($0 as? EngineError)?.id == "ownership.terms" }
  }

  /// 0.05 to 2.05 stops an hour, 1 on average, of which 2.05 alone leave less than 80% at 10 minutes each; 60% off
  /// 5% to 95%: a warning is of the mean, as the figures in it are.
  @Test func warnsOfTheMean() throws {
    let share = fixtures.builder.draw("interruptions")
    var run = training
    run.spot = 0.3 + 0.2 * share
    run.spotInterruptions = number(0.05 / hour, Dimension.time.inverse) * (1 + 40 * share)
    run.spotCheckpoint = number(10, .time)
    var served = deployment
    served.spot = 0.1 + 0.8 * share
    served.spotInterruptions = run.spotInterruptions
    func failing(_ requirements: [Requirement]) -> [String] {
      let values = Evaluation(fixtures.builder.graph, roots: requirements.map(\.condition))
      return requirements.filter { requirement in
        values.samples(of: requirement.condition).map { $0.mean < 1 }
          ?? (values[requirement.condition] == 0)
      }.map(\.id)
    }
    #expect(failing(try run.figures().requirements) == [])
    #expect(failing(try served.figures().requirements) == [])
    run.spotInterruptions = number(1 / hour, Dimension.time.inverse) * (1 + 10 * share)
    served.spot = 0.1 * share
    served.spotInterruptions = run.spotInterruptions
    #expect(failing(try run.figures().requirements).contains("training.interruptions"))
    #expect(failing(try served.figures().requirements) == ["deployment.spot"])
  }
}
