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

  /// Requests come at random, played through for a million of them, with a stop after a minute without any and a start
  /// of 48 s: those that come while a replica starts wait for the rest of it.
  @Test(arguments: [1.0, 10, 60]) func stopsBetweenRareRequests(perHour: Double) throws {
    var run = run(perHour / 3600)
    let always = try run.figures()
    run.scaleToZero = true
    run.coldStart = fixtures.number(48, .time)
    let figures = try run.figures()
    let stay = fixtures.value(always.latency) + 60
    var random = SplitMix64(state: 11)
    var (now, start, end, up, waiting, waited) = (0.0, -1000.0, 0.0, 0.0, 0.0, 0.0)
    let requests = 1_000_000
    for _ in 0..<requests {
      now -=
        Double.log(.random(in: Double.leastNonzeroMagnitude..<1, using: &random)) * 3600 / perHour
      if now >= end {
        start = now
        up += 48 + stay
        end = now + 48 + stay
      } else if max(now, start + 48) + stay > end {
        up += max(now, start + 48) + stay - end
        end = max(now, start + 48) + stay
      }
      let wait = max(0, start + 48 - now)
      if wait > 0 { waiting += 1 }
      waited += wait
    }
    let count = Double(requests)
    #expect(abs(fixtures.value(figures.meanReplicas) - up / now) < 0.003)
    #expect(abs(fixtures.value(figures.coldShare) - waiting / count) < 0.003)
    let added = fixtures.value(figures.ttft) - fixtures.value(always.ttft)
    #expect(isClose(added, waited / count, 0.01))
    #expect(isClose(fixtures.value(figures.latency) - fixtures.value(always.latency), added, 1e-9))
    #expect(fixtures.value(figures.ttftP95) > 48)
  }

  /// A service that may stop misses a target of a second that it keeps where it stays up.
  @Test func coldStartsCountAgainstTargets() throws {
    var run = run(10.0 / 3600)
    run.target["ttft"] = fixtures.number(1, .time)
    #expect(fixtures.value(try run.figures().meets) == 1)
    run.scaleToZero = true
    let figures = try run.figures()
    #expect(fixtures.value(figures.meets) == 0)
    #expect(figures.requirements.failing(fixtures.builder) == ["deployment.target"])
  }

  /// Hour about, of 1 and 10: what is up for 90 minutes after a busy hour is up when the next one begins.
  @Test func neverPaysForMoreThanTheBusiestHour() throws {
    var run = followed(run(100))
    run.profile = (0..<24).map { fixtures.number($0 % 2 == 0 ? 1 : 10) }
    run.autoscaleCooldown = fixtures.number(5400, .time)
    let figures = try run.figures()
    #expect(fixtures.value(figures.meanReplicas) == fixtures.value(figures.replicas))
  }

  /// Replicas of 1, 5 and 2 in three hours of four, and what is up around them, sampled each minute of the day.
  @Test(arguments: [(0, 0), (10, 20), (30, 0), (0, 150), (25, 35), (45, 50)])
  func waitsAsLongAsItIsTold(lag: Int, cooldown: Int) {
    let counts = (0..<24).map { [1.0, 5, 2, 2][$0 % 4] }
    let hours = ReplicaHours(needed: counts.map { fixtures.number($0) })
    let waiting = fixtures.value(
      hours.waiting(
        lag: fixtures.number(Double(lag) * 60, .time),
        cooldown: fixtures.number(Double(cooldown) * 60, .time)))
    // Half past each minute sees the hours from so long before it to so long after.
    let up = (0..<1440).map { minute in
      let reach = (minute - cooldown)...(minute + lag)
      return reach.map { counts[(($0 + 1440) % 1440) / 60] }.max() ?? 0
    }
    let exact = (up.reduce(0, +) / 60 - counts.reduce(0, +)) / 24
    if lag + cooldown <= 60 || lag == 0 {
      #expect(isClose(waiting, exact, 1e-9))
    } else {
      #expect(waiting >= exact && waiting <= 5 - counts.reduce(0, +) / 24)
    }
  }

  /// One replica more than needed is never served: what comes in an hour, or what three replicas can.
  @Test func aBoundedFleetServesHourByHour() throws {
    var run = followed(run(100))
    run.peak = fixtures.number(1.6)
    run.autoscaleMax = fixtures.number(3)
    run.autoscaleLag = fixtures.number(0, .time)
    run.autoscaleCooldown = fixtures.number(0, .time)
    let figures = try run.figures()
    let capacity = fixtures.value(figures.capacity)
    let served = (0..<24).map {
      min(100 * (1 + 0.6 * Double.cos(2 * .pi * Double($0) / 24)), 3 * capacity)
    }
    #expect(fixtures.value(figures.meanReplicas) == 3)
    #expect(
      isClose(fixtures.value(figures.throughput), served.reduce(0, +) / 24 * 250, 1e-9))
  }

  @Test func paddingIsIdle() throws {
    var run = run(5)
    let single = try run.figures()
    run.rent = "nodes"
    let nodes = try run.figures()
    #expect(isClose(fixtures.value(nodes.cost), 8 * fixtures.value(single.cost)))
    #expect(isClose(fixtures.value(nodes.costUsed), fixtures.value(single.costUsed)))
    run.autoscale = true
    let moving = try run.figures()
    #expect(isClose(fixtures.value(moving.cost), fixtures.value(nodes.cost)))
    #expect(isClose(fixtures.value(moving.costUsed), fixtures.value(single.costUsed)))
    #expect(fixtures.value(moving.meanReplicas) == 1)
  }

  /// What is owned for the busiest hour is owned at night: the bill falls by electricity at most.
  @Test func ownedDevicesArePaidForAtNight() throws {
    var run = run(200)
    run.profile = Self.office.map { fixtures.number($0) }
    var owned = OwnershipRun()
    owned.purchase = fixtures.number(30_000, .money)
    owned.electricity = fixtures.number(0.1 / 3.6e6, .money / .energy)
    run.owned = .run(owned)
    let fixed = try run.figures()
    let moving = try followed(run).figures()
    func devices(_ figures: Deployment) -> Double {
      fixtures.value(figures.computeCost) + fixtures.value(figures.idleCost)
    }
    #expect(isClose(devices(moving), devices(fixed)))
    #expect(fixtures.value(moving.energyCost) < fixtures.value(fixed.energyCost))
  }

  /// What is reserved for the busiest hour is paid for at night, at 45% of the price for three years.
  @Test func reservedDevicesArePaidForAtNight() throws {
    var run = run(200)
    run.profile = Self.office.map { fixtures.number($0) }
    run.reserve = fixtures.number(3 * 365 * 86_400, .time)
    let figures = try followed(run).figures()
    let replicas = fixtures.value(figures.replicas)
    #expect(isClose(fixtures.value(figures.cost), replicas * 0.45 * 2 / 3600))
    #expect(figures.requirements.failing(fixtures.builder) == ["deployment.reserve"])
  }

  /// Seven of the eight devices of a node stand idle at 12% of 700 W, and are made all the same.
  @Test func theRestOfANodeDrawsIdlePower() throws {
    var run = run(5)
    run.embodied = fixtures.number(164, .mass)
    let single = try run.figures()
    run.rent = "nodes"
    let nodes = try run.figures()
    let more = fixtures.value(nodes.energy) - fixtures.value(single.energy)
    #expect(isClose(more, 7 * 700 * 1.15 * 0.12, 1e-9))
    #expect(
      isClose(fixtures.value(nodes.embodiedCarbon), 8 * fixtures.value(single.embodiedCarbon)))
  }

  @Test func serverlessDevicesHaveNoOtherTerms() throws {
    var run = run(1)
    run.isServerless = true
    run.scaleToZero = true
    run.spot = fixtures.number(0.6)
    #expect { try run.figures() } throws: { ($0 as? EngineError)?.id == "deployment.serverless" }
    run.spot = nil
    run.autoscaleMin = fixtures.number(2)
    #expect(fixtures.value(try run.figures().meanReplicas) >= 2)
    run.isServerless = false
    #expect { try run.figures() } throws: { ($0 as? EngineError)?.id == "deployment.autoscale" }
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
