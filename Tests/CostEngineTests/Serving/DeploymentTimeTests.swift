import Quantities
import Testing

@testable import CostEngine

@Suite struct DeploymentTimeTests {
  let fixtures = Fixtures()

  /// One deployment and its figures from a program of its own, in Python, with the same constants.
  struct Expected: Sendable {
    let maxBatch: Double
    let capacity: Double
    let batch: Double
    let tpot: Double
    let ttft: Double
    let latency: Double
    let utilization: Double
    let costPerRequest: Double
  }

  private func check(_ run: DeploymentRun, _ expected: Expected) throws {
    let figures = try run.figures()
    #expect(fixtures.value(figures.maxBatch) == expected.maxBatch)
    #expect(isClose(fixtures.value(figures.capacity), expected.capacity, 1e-9))
    // The chord after halving leaves a small error in the batch.
    #expect(isClose(fixtures.value(figures.batch), expected.batch, 1e-3))
    #expect(isClose(fixtures.value(figures.tpot), expected.tpot, 1e-3))
    #expect(isClose(fixtures.value(figures.ttft), expected.ttft, 1e-3))
    #expect(isClose(fixtures.value(figures.latency), expected.latency, 1e-3))
    #expect(isClose(fixtures.value(figures.utilization), expected.utilization, 1e-9))
    #expect(isClose(fixtures.value(figures.costPerRequest), expected.costPerRequest, 1e-9))
    #expect(figures.requirements.failing(fixtures.builder).isEmpty)
    #expect(fixtures.builder.faults.isEmpty)
    #expect(fixtures.builder.graph.nodes.count < 1_500)
  }

  @Test func servesOnOneDevice() throws {
    var run = fixtures.deployment(fixtures.llama8B)
    run.quantize = "fp8"
    run.rate = fixtures.perSecond(12)
    try check(
      run,
      Expected(
        maxBatch: 464, capacity: 28.955_228_441_409_67, batch: 26.188_538_531,
        tpot: 0.008_729_512_844, ttft: 0.047_010_854_423, latency: 2.220_659_552_5,
        utilization: 0.414_432_924_612_313, costPerRequest: 4.629_629_629_63e-05))
  }

  @Test func servesOverALink() throws {
    var run = fixtures.deployment(fixtures.llama70B, on: 4)
    run.rate = fixtures.perSecond(3)
    try check(
      run,
      Expected(
        maxBatch: 419, capacity: 7.420_353_217_252_55, batch: 19.327_317_28,
        tpot: 0.025_769_756_374, ttft: 0.133_288_176_556, latency: 6.549_957_513_7,
        utilization: 0.404_293_422_720_755, costPerRequest: 7.407_407_407_4e-4))
  }

  @Test func readsTheExpertsThatABatchTouches() throws {
    var run = fixtures.deployment(fixtures.mixtral, on: 2)
    run.rate = fixtures.perSecond(2)
    try check(
      run,
      Expected(
        maxBatch: 354, capacity: 17.732_985_760_946, batch: 10.215_759_654,
        tpot: 0.020_431_519_308, ttft: 0.074_856_512_649, latency: 5.162_304_820_3,
        utilization: 0.112_784_165_450_844, costPerRequest: 5.555_555_555_6e-4))
  }

  /// A floor that no engine can beat: 70.55 GB of fp8 weights over 4 × 3.35 TB/s, 5.27 ms, at 86% of the bandwidth.
  @Test func readsWeightsNoFasterThanMemory() throws {
    var run = fixtures.deployment(fixtures.llama70B, on: 4)
    run.precision = "fp8"
    let context = try ServingContext(run)
    let step = try context.stepModel(context: fixtures.number(1000, .tokens))
    let read = 70_553_706_496.0 - 128_256 * 8192
    #expect(isClose(fixtures.value(step.weights), read / 4 / 3.35e12 / 0.86))
  }

  /// 256 experts, 8 a token, 64 tokens: 222.44 of them are read.
  @Test func touchesExpertsAtRandom() throws {
    let shape = try #require(PublishedShape.all.first { $0.name == "DeepSeek-V3" })
    var run = fixtures.deployment(shape.model(fixtures.builder), on: 16)
    run.precision = "fp8"
    let context = try ServingContext(run)
    let step = try context.stepModel(context: fixtures.number(0, .tokens))
    let experts = try #require(step.experts)
    let touched =
      (fixtures.value(step.memoryTime(fixtures.number(64))) - fixtures.value(step.weights)
        - 64 * fixtures.value(step.cache)) / fixtures.value(experts.time)
    #expect(isClose(touched * 256, 222.44, 1e-4))
    #expect(fixtures.builder.faults.isEmpty)
  }

  /// Keys and values of a latent cache are on every device; those of heads are split, but not further than the heads.
  @Test func sharesTheCacheByHeads() throws {
    let shape = try #require(PublishedShape.all.first { $0.name == "DeepSeek-V3" })
    var latent = fixtures.deployment(shape.model(fixtures.builder), on: 16)
    latent.precision = "fp8"
    let context = fixtures.number(1, .tokens)
    #expect(fixtures.value(try ServingContext(latent).cachedBytes(of: context)) == 70_272)
    let heads = fixtures.deployment(fixtures.llama70B, on: 16)
    #expect(
      fixtures.value(try ServingContext(heads).cachedBytes(of: context)) == 327_680 / 8)
  }

  @Test func cachedPromptsAreNotReadAgain() throws {
    var run = fixtures.deployment(fixtures.llama8B)
    run.rate = fixtures.perSecond(2)
    let whole = fixtures.value(try run.figures().ttft)
    run.cached = fixtures.number(0.9)
    let cached = fixtures.value(try run.figures().ttft)
    #expect(cached < whole - 0.02)
  }

  @Test func aPromptThatIsCachedWholeTakesNoTime() throws {
    var run = fixtures.deployment(fixtures.llama8B)
    run.model.window = fixtures.number(4096, .tokens)
    run.cached = fixtures.number(1)
    let figures = try run.figures()
    #expect(fixtures.value(figures.ttft).isFinite)
    #expect(fixtures.value(figures.costPerInputToken) == 0)
  }

  /// Little's law: so many in flight leave at the rate of their number over their time.
  @Test func keepsAClosedLoop() throws {
    var run = fixtures.deployment(fixtures.llama8B)
    run.concurrency = fixtures.number(64)
    let figures = try run.figures()
    #expect(fixtures.value(figures.batch) == 64)
    let pace = 64 / fixtures.value(figures.latency)
    #expect(isClose(fixtures.value(figures.throughput), pace * 250))
    #expect(fixtures.value(figures.utilization) == 1)
    #expect(isClose(fixtures.value(figures.costPerRequest), 2.0 / 3600 / pace))

    run.batch = fixtures.number(32)
    let queued = try run.figures()
    #expect(fixtures.value(queued.batch) == 32)
    let waiting = fixtures.value(queued.latency) * fixtures.value(queued.throughput) / 250
    #expect(isClose(waiting, 64, 1e-9))
    run.rate = fixtures.perSecond(1)
    #expect(throws: EngineError.self) { try run.figures() }
  }

  @Test func withoutARateAReplicaWorksAtItsCapacity() throws {
    let figures = try fixtures.deployment(fixtures.llama8B).figures()
    #expect(fixtures.value(figures.replicas) == 1)
    #expect(
      isClose(
        fixtures.value(figures.throughput), fixtures.value(figures.capacity) * 250))
    #expect(fixtures.value(figures.idleCost) == 0)
    #expect(figures.notes.contains { $0.contains("no rate") })
  }

  /// The wait of M/M/8 at 80% is 0.286 of a service (Erlang C); Allen and Cunneen's form is within 7% of it.
  @Test func waitsAsQueueingTheorySays() throws {
    let load = try load(slots: 8)
    let wait = load.wait(fixtures.number(0.8), residence: fixtures.number(1, .time))
    #expect(isClose(fixtures.value(wait.mean), 0.286_03, 0.07))
    #expect(fixtures.value(wait.tail) > fixtures.value(wait.mean))
    // One server at 50%: ρ / (1 − ρ).
    let single = try self.load(slots: 1)
    let one = single.wait(fixtures.number(0.5), residence: fixtures.number(1, .time))
    #expect(isClose(fixtures.value(one.mean), 1))
  }

  private func load(slots: Double) throws -> ServingLoad {
    let context = try ServingContext(fixtures.deployment(fixtures.llama8B))
    return ServingLoad(
      builder: fixtures.builder,
      step: DecodeModel(target: try context.stepModel(context: fixtures.number(1025, .tokens))),
      reading: fixtures.number(0, .time),
      prefill: try context.prefill(fixtures.number(900, .tokens)), steps: fixtures.number(250),
      ingest: fixtures.number(0, .time), slots: fixtures.number(slots),
      firstSteps: fixtures.number(1.25))
  }

  @Test func solvesForTheBatch() throws {
    let load = try load(slots: 200)
    var random = SplitMix64(state: 11)
    for _ in 0..<100 {
      let share = Double.random(in: 0.01...0.98, using: &random)
      let rate = load.rate(load.slots) * share
      let batch = load.batch(at: rate)
      #expect(isClose(fixtures.value(load.rate(batch)), fixtures.value(rate), 1e-3))
    }
    #expect(fixtures.builder.faults.isEmpty)
  }

  @Test func findsTheLargestBatchWithinTargets() throws {
    let load = try load(slots: 200)
    let full = load.rate(load.slots)
    let middle = fixtures.number(100)
    let limit = load.perToken(middle, load.step.time(middle))
    let found = fixtures.value(load.largestBatch(["tpot": limit], full: full))
    #expect(found == 99 || found == 100)
    let loose = load.largestBatch(["tpot": fixtures.number(10, .time)], full: full)
    #expect(fixtures.value(loose) == 200)
    let impossible = load.largestBatch(["tpot": fixtures.number(1e-6, .time)], full: full)
    #expect(fixtures.value(impossible) == 200)
  }
}
