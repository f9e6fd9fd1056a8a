import Quantities
import RealModule
import Testing

@testable import CostEngine

@Suite struct AutoscalingTests {
  let fixtures = Fixtures()

  /// Capacity is that of the engine; everything after it is worked out here again in plain numbers.
  private func run(_ perSecond: Double) -> DeploymentRun {
    var run = fixtures.deployment(fixtures.llama8B)
    run.rate = fixtures.perSecond(perSecond)
    return run
  }

  private static let office: [Double] =
    Array(repeating: 1, count: 7) + [3, 8, 12, 12, 11, 10, 12, 13, 12, 9, 6, 4, 3, 2, 2, 1, 1]

  private func followed(_ run: DeploymentRun) -> DeploymentRun {
    var run = run
    run.autoscale = true
    return run
  }

  @Test func paysForTheReplicasOfEachHour() throws {
    var run = followed(run(200))
    run.profile = Self.office.map { fixtures.number($0) }
    run.autoscaleLag = fixtures.number(600, .time)
    let figures = try run.figures()
    let capacity = fixtures.value(figures.capacity)
    let mean = Self.office.reduce(0, +) / 24
    let counts = Self.office.map { max(1, (200 * $0 / mean * 1.2 / capacity).rounded(.up)) }
    let next = Array(counts.dropFirst()) + [counts[0]]
    let added = zip(counts, next).map { max(0, $1 - $0) }.reduce(0, +)
    // What is added over a day is taken away again: 10 minutes before and the 5 of the default after.
    let expected = counts.reduce(0, +) / 24 + added * (600 + 300) / 86_400
    #expect(isClose(fixtures.value(figures.meanReplicas), expected))
    #expect(isClose(fixtures.value(figures.cost), expected * 2 / 3600))
    #expect(fixtures.value(figures.replicas) == counts.max())
    #expect(figures.coldShare == nil)
  }

  /// A cosine from 0.4 to 1.6 of its mean: a fleet sized for the peak has 1 ÷ 1.6 of it in use, so 37.5% can go.
  @Test func savesWhatTheDayLeavesIdle() throws {
    var fixed = run(20_000)
    fixed.peak = fixtures.number(1.6)
    var moving = followed(fixed)
    moving.autoscaleLag = fixtures.number(0, .time)
    moving.autoscaleCooldown = fixtures.number(0, .time)
    let saving =
      1 - fixtures.value(try moving.figures().cost) / fixtures.value(try fixed.figures().cost)
    #expect(abs(saving - 0.375) < 0.001)
  }

  @Test func keepsWithinItsBounds() throws {
    var run = followed(run(200))
    run.profile = Self.office.map { fixtures.number($0) }
    run.autoscaleMin = fixtures.number(4)
    run.autoscaleMax = fixtures.number(20)
    run.autoscaleLag = fixtures.number(0, .time)
    run.autoscaleCooldown = fixtures.number(0, .time)
    let figures = try run.figures()
    let capacity = fixtures.value(figures.capacity)
    let mean = Self.office.reduce(0, +) / 24
    let counts = Self.office.map {
      min(20, max(4, (200 * $0 / mean * 1.2 / capacity).rounded(.up)))
    }
    #expect(isClose(fixtures.value(figures.meanReplicas), counts.reduce(0, +) / 24))
    #expect(fixtures.value(figures.replicas) == 20)
    #expect(figures.requirements.failing(fixtures.builder) == ["deployment.rate"])
    run.autoscaleMax = fixtures.number(3)
    #expect(
      try run.figures().requirements.failing(fixtures.builder).contains("deployment.autoscale"))
  }

  /// Requests come at random 10 times an hour. Played through for a million of them, with a stop after a minute
  /// without any and a start of 48 s.
  @Test func stopsBetweenRareRequests() throws {
    var run = run(10.0 / 3600)
    run.scaleToZero = true
    run.coldStart = fixtures.number(48, .time)
    let figures = try run.figures()
    let stay = fixtures.value(figures.latency) + 60
    var random = SplitMix64(state: 11)
    var (now, end, up, starts) = (0.0, 0.0, 0.0, 0.0)
    let requests = 1_000_000
    for _ in 0..<requests {
      now -= Double.log(.random(in: Double.leastNonzeroMagnitude..<1, using: &random)) * 360
      if now >= end {
        starts += 1
        up += 48 + stay
        end = now + 48 + stay
      } else if now + stay > end {
        up += now + stay - end
        end = now + stay
      }
    }
    #expect(abs(fixtures.value(figures.meanReplicas) - up / now) < 0.003)
    #expect(abs(fixtures.value(figures.coldShare) - starts / Double(requests)) < 0.003)
  }

  /// Weights of 16.06 GB at 2 GB/s, and 40 s.
  @Test func startsByTheSizeOfItsWeights() throws {
    var run = run(0.001)
    run.scaleToZero = true
    #expect(isClose(fixtures.value(try run.figures().coldStart), 16.060_522_496 / 2 + 40, 1e-9))
  }

  @Test func isNeverDownUnderSteadyLoad() throws {
    var run = run(200)
    let fixed = try run.figures()
    run.scaleToZero = true
    let figures = try run.figures()
    #expect(isClose(fixtures.value(figures.cost), fixtures.value(fixed.cost)))
    #expect(fixtures.value(figures.coldShare) == 0)
  }

  /// Half the day at 0.4 of the mean, half at 1.6. A quarter put off leaves 0.3 and 1.2, and fills the nights to 0.8;
  /// half put off could fill the nights beyond the days, so that all hours come to the mean.
  @Test(arguments: [(0.25, 1.2), (0.5, 1.0), (0, 1.6), (1, 1.0)])
  func putsOffToTheQuietHours(share: Double, peak: Double) throws {
    let hours = (0..<24).map { fixtures.number($0 % 2 == 0 ? 0.4 : 1.6) }
    let day = try DailyLoad(profile: hours).levelled(by: fixtures.number(share))
    #expect(isClose(fixtures.value(day.peak), peak))
    #expect(isClose(day.hours.map(fixtures.value).reduce(0, +), 24))
  }

  @Test func rentsWholeNodesHourByHour() throws {
    var run = followed(run(200))
    run.profile = Self.office.map { fixtures.number($0) }
    run.rent = "nodes"
    run.autoscaleLag = fixtures.number(0, .time)
    run.autoscaleCooldown = fixtures.number(0, .time)
    let figures = try run.figures()
    let capacity = fixtures.value(figures.capacity)
    let mean = Self.office.reduce(0, +) / 24
    let nodes = Self.office.map {
      (max(1, (200 * $0 / mean * 1.2 / capacity).rounded(.up)) / 8).rounded(.up)
    }
    #expect(isClose(fixtures.value(figures.cost), nodes.reduce(0, +) / 24 * 8 * 2 / 3600))
  }

  static let contradictions: [(@Sendable (inout DeploymentRun) -> Void, String)] = [
    ({ $0.peak = $0.devices }, "deployment.peak"),
    ({ $0.profile = Array(($0.profile ?? []).prefix(23)) }, "deployment.profile"),
    ({ $0.replicas = $0.devices }, "deployment.autoscale"),
    ({ $0.rate = nil }, "deployment.follow"),
    (
      {
        $0.profile = nil
        $0.offPeak = $0.devices
      }, "deployment.off_peak"
    ),
  ]

  @Test(arguments: contradictions.indices)
  func refusesWhatContradictsItself(number: Int) throws {
    let (change, id) = Self.contradictions[number]
    var run = followed(run(20))
    run.profile = Self.office.map { fixtures.number($0) }
    change(&run)
    #expect { try run.figures() } throws: { ($0 as? EngineError)?.id == id }
  }

  @Test func aCosineHasNoNightBelowZero() throws {
    var run = followed(run(20))
    run.peak = fixtures.number(3)
    #expect(try run.figures().requirements.failing(fixtures.builder).contains("deployment.day"))
  }

  /// One image a request, and the same hours.
  @Test func alsoFollowsModelsOfSamples() throws {
    var run = DeploymentRun(
      model: fixtures.resnet50, hardware: fixtures.h100, devices: fixtures.number(1))
    run.rate = fixtures.perSecond(100_000)
    run.profile = Self.office.map { fixtures.number($0) }
    let fixed = try run.figures()
    let moving = try followed(run).figures()
    #expect(fixtures.value(moving.replicas) == fixtures.value(fixed.replicas))
    #expect(fixtures.value(moving.cost) < fixtures.value(fixed.cost))
    let parts = [moving.computeCost, moving.idleCost].map(fixtures.value).reduce(0, +)
    #expect(fixtures.value(moving.cost) == parts)
  }
}
