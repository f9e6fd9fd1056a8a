import Quantities
import Testing

@testable import CostEngine

@Suite struct DeploymentLimitsTests {
  let fixtures = Fixtures()

  /// 141 GB of weights in 80 GB of memory: three devices would hold them at 90% less 1.5 GB, four share 64 heads,
  /// and 4 bits would fit on one.
  @Test func saysWhatWouldFit() throws {
    let run = fixtures.deployment(fixtures.llama70B)
    let figures = try run.figures()
    let graph = fixtures.builder.graph
    let failing = figures.requirements.filter { !$0.holds(graph) }
    #expect(failing.map(\.id) == ["deployment.memory"])
    #expect(failing.first?.severity == .error)
    let values = Evaluation(graph)
    let help = failing.first?.help?.text { values[$0].description }
    #expect(help == "they fit on 4.0 devices, or with quantize int4")
    let message = failing.first?.message.text { (values[$0] / 1e9).rounded().description }
    #expect(message == "the weights need 143.0 of a device, but only 72.0 can be used")
    #expect(fixtures.value(figures.fits) == 0)
    for figure in [figures.cost, figures.latency, figures.ttft, figures.utilization] {
      #expect(fixtures.value(figure).isFinite)
    }
  }

  @Test func needsRoomForOneRequest() throws {
    var run = fixtures.deployment(fixtures.llama70B, on: 4)
    run.prompt = fixtures.number(1_000_000, .tokens)
    let failing = try run.figures().requirements.failing(fixtures.builder)
    #expect(failing == ["deployment.kv"])
  }

  /// 500 requests come each second and two replicas serve what they can: what is paid is shared by those served.
  @Test func countsTheServedBeyondCapacity() throws {
    var run = fixtures.deployment(fixtures.llama8B)
    run.rate = fixtures.perSecond(500)
    run.replicas = fixtures.number(2)
    run.target = ["ttft": fixtures.number(3600, .time)]
    let figures = try run.figures()
    #expect(figures.requirements.failing(fixtures.builder) == ["deployment.rate"])
    #expect(fixtures.value(figures.utilization) == 1)
    #expect(fixtures.value(figures.idleCost) == 0)
    let served = 2 * fixtures.value(figures.capacity)
    #expect(served > 0 && served < 100)
    #expect(isClose(fixtures.value(figures.costPerRequest), 2 * 2.0 / 3600 / served))
    #expect(isClose(fixtures.value(figures.throughput), served * 250))
    #expect(
      isClose(
        fixtures.value(figures.energyPerRequest), fixtures.value(figures.energy) / served))
    #expect(
      isClose(
        fixtures.value(figures.costPerToken) * 1150, fixtures.value(figures.costPerRequest)))
    let times = [figures.ttft, figures.ttftP95, figures.latency, figures.latencyP95]
    #expect(times.allSatisfy { $0 == nil })
    #expect(fixtures.value(figures.tpot).isFinite)
    #expect(fixtures.value(figures.meets) == 0)
    #expect(figures.notes.contains { $0.contains("without end") })
    #expect(figures.help(forUnknown: "latency")?.contains("without end") == true)
  }

  /// The mean rate is served, but the queue of the busiest hour has no bound.
  @Test func aPeakBeyondCapacityHasNoLatency() throws {
    var run = fixtures.deployment(fixtures.llama8B)
    let capacity = fixtures.value(try run.figures().capacity)
    run.replicas = fixtures.number(1)
    run.rate = fixtures.perSecond(capacity / 2)
    run.peak = fixtures.number(3)
    let figures = try run.figures()
    #expect(figures.latency == nil)
    #expect(isClose(fixtures.value(figures.throughput), capacity / 2 * 250))
    run.peak = fixtures.number(1.5)
    #expect(fixtures.value(try run.figures().latency).isFinite)
  }

  @Test func samplesBeyondCapacityAreThoseServed() throws {
    var run = DeploymentRun(
      model: fixtures.resnet50, hardware: fixtures.h100, devices: fixtures.number(1))
    run.rate = fixtures.perSecond(1e6)
    run.replicas = fixtures.number(3)
    let figures = try run.figures()
    let served = 3 * fixtures.value(figures.capacity)
    #expect(figures.latency == nil)
    #expect(isClose(fixtures.value(figures.samplesPerSecond), served))
    #expect(isClose(fixtures.value(figures.costPerSample), 3 * 2.0 / 3600 / served))
    #expect(isClose(fixtures.value(figures.utilization), 1))
  }

  /// 900 tokens in and 250 out need a context of 1,150.
  @Test(arguments: [(1150.0, []), (1149, ["deployment.context"])] as [(Double, [String])])
  func warnsBeyondTheContext(_ context: Double, _ failing: [String]) throws {
    var model = fixtures.llama8B
    model.context = fixtures.number(context, .tokens)
    let figures = try fixtures.deployment(model).figures()
    #expect(figures.requirements.failing(fixtures.builder) == failing)
    #expect(
      figures.requirements.filter { failing.contains($0.id) }.allSatisfy { $0.severity == .warning }
    )
    #expect(fixtures.value(figures.latency).isFinite)
  }

  @Test func anEncoderReadsWithinItsContext() throws {
    var model = fixtures.llama8B
    model.kind = .encoder
    model.context = fixtures.number(512, .tokens)
    let figures = try fixtures.deployment(model).figures()
    #expect(figures.requirements.failing(fixtures.builder) == ["deployment.context"])
  }

  @Test func aRequestIsATokenAtLeast() throws {
    let changes: [(inout DeploymentRun) -> Void] = [
      { $0.prompt = self.fixtures.number(0.5, .tokens) },
      { $0.response = self.fixtures.number(0.5, .tokens / .requests) },
      { $0.availability = self.fixtures.number(0) },
      { $0.availability = self.fixtures.number(1) },
    ]
    for change in changes {
      var run = fixtures.deployment(fixtures.llama8B)
      change(&run)
      #expect(try run.figures().requirements.failing(fixtures.builder) == ["field.bounds"])
    }
    var run = fixtures.deployment(fixtures.llama8B)
    run.prompt = fixtures.number(1, .tokens)
    run.response = fixtures.number(1, .tokens)
    run.availability = fixtures.number(0.999_999)
    #expect(try run.figures().requirements.failing(fixtures.builder).isEmpty)
  }

  @Test func refusesADataTypeWithoutAPeak() {
    var run = fixtures.deployment(fixtures.llama8B)
    run.hardware = fixtures.a100
    run.quantize = "fp8"
    let error = #expect(throws: EngineError.self) { try run.figures() }
    #expect(error?.field == "quantize")
    #expect(error?.message == "`A100` has no peak for fp8")
    #expect(
      error?.help
        == "it computes in bf16, fp16, int8; of smaller types it runs int8, int4, nf4, mxfp4"
    )
  }

  @Test func asksForWhatIsMissing() {
    let full = fixtures.deployment(fixtures.llama8B)
    let without: [(String, (inout DeploymentRun) -> Void)] = [
      ("prompt", { $0.prompt = nil }), ("response", { $0.response = nil }),
      ("bandwidth", { $0.hardware.bandwidth = nil }),
      ("peak", { $0.hardware.peak = [:] }), ("engine", { $0.engine = "abacus" }),
      ("parallel", { $0.parallel["xp"] = self.fixtures.number(2) }),
    ]
    for (field, remove) in without {
      var run = full
      remove(&run)
      let error = #expect(throws: EngineError.self) { try run.figures() }
      #expect(error?.field == field)
    }
    var linked = fixtures.deployment(fixtures.llama8B, on: 2)
    linked.hardware.link = nil
    #expect(throws: EngineError.self) { try linked.figures() }
  }

  @Test func needsALayoutOfItsDevices() throws {
    var run = fixtures.deployment(fixtures.llama70B, on: 8)
    run.parallel = ["tp": fixtures.number(4), "pp": fixtures.number(4)]
    #expect(try run.figures().requirements.failing(fixtures.builder) == ["deployment.layout"])
    run.parallel["pp"] = fixtures.number(2)
    #expect(try run.figures().requirements.failing(fixtures.builder).isEmpty)
  }

  /// Llama-3.1-8B has 32 heads that share 8 keys and values.
  @Test(
    arguments: [
      (["tp": 8.0], 8.0, []), (["tp": 4, "pp": 2], 8, []), (["pp": 2], 8, []), ([:], 16, []),
      (["tp": 4], 8, ["deployment.layout"]), (["pp": 3], 8, ["deployment.layout"]),
      ([:], 6, ["deployment.heads"]), (["tp": 3, "pp": 2], 6, ["deployment.heads"]),
      (["pp": 2], 6, ["deployment.heads"]),
    ] as [([String: Double], Double, [String])])
  func givesEachDeviceWholeHeads(
    _ parallel: [String: Double], _ devices: Double, _ failing: [String]
  ) throws {
    var run = fixtures.deployment(fixtures.llama8B, on: devices)
    run.parallel = parallel.mapValues { fixtures.number($0) }
    #expect(try run.figures().requirements.failing(fixtures.builder) == failing)
  }

  /// 12 heads are whole on 6 devices, but 4 keys and values cannot be shared by 6.
  @Test func sharesKeysAndValuesEvenly() throws {
    var model = fixtures.llama8B
    model.hidden = fixtures.number(1536)
    model.heads = fixtures.number(12)
    model.kvHeads = fixtures.number(4)
    let run = fixtures.deployment(model, on: 6)
    let figures = try run.figures()
    let graph = fixtures.builder.graph
    let failing = figures.requirements.filter { !$0.holds(graph) }
    #expect(failing.map(\.id) == ["deployment.kv_heads"])
    #expect(failing.first?.field == "devices")
    let values = Evaluation(graph)
    #expect(
      failing.first?.message.text { "\(Int(values[$0]))" }
        == "tp 6 cannot share the 4 kv_heads of the model evenly")
  }

  @Test func leavesTheCacheOutWithoutAShape() throws {
    var run = fixtures.deployment(fixtures.sized(8e9))
    run.rate = fixtures.perSecond(2)
    let figures = try run.figures()
    #expect(figures.maxBatch == nil)
    #expect(figures.notes.contains { $0.contains("key-value cache") })
    #expect(figures.notes.contains { $0.contains("attention") })
    #expect(fixtures.value(figures.latency).isFinite)
    #expect(fixtures.builder.faults.isEmpty)
  }

  /// Int4 weights take 0.516 bytes and multiply at the bf16 peak, fp8 ones 1 byte at twice it.
  @Test func quantizingShrinksAndSpeedsUp() throws {
    func figures(_ type: String) throws -> Deployment {
      var run = fixtures.deployment(fixtures.llama8B)
      run.quantize = type
      run.rate = fixtures.perSecond(1)
      return try run.figures()
    }
    let bf16 = try figures("bf16")
    let fp8 = try figures("fp8")
    let int4 = try figures("int4")
    #expect(isClose(fixtures.value(fp8.weightsMemory) * 2, fixtures.value(bf16.weightsMemory)))
    #expect(fixtures.value(int4.weightsMemory) < fixtures.value(fp8.weightsMemory))
    #expect(fixtures.value(int4.tpot) < fixtures.value(fp8.tpot))
    #expect(fixtures.value(fp8.tpot) < fixtures.value(bf16.tpot))
    #expect(fixtures.value(int4.ttft) > fixtures.value(fp8.ttft))
    var cache = fixtures.deployment(fixtures.llama8B)
    cache.quantize = "bf16"
    cache.kv = "fp8"
    #expect(
      abs(fixtures.value(try cache.figures().maxBatch) - 2 * fixtures.value(bf16.maxBatch)) <= 1)
  }

  /// Half the bytes of weights with fp8, so −50% of them; the run itself is as it was.
  @Test func aTradeoffIsTheRunAgainstTheRunWithout() throws {
    var run = fixtures.deployment(fixtures.llama8B)
    run.batch = nil
    #expect(run.tradeoffs(try run.figures()).map(\.technique) == [])
    run.quantize = "fp8"
    let tradeoffs = run.tradeoffs(try run.figures())
    #expect(tradeoffs.map(\.technique) == ["quantize"])
    let weights = try #require(tradeoffs.first?.changes.first { $0.figure == "memory.weights" })
    #expect(fixtures.value(weights.term) == -0.5)
  }

  @Test func fasterDevicesAreNeverSlower() throws {
    var random = SplitMix64(state: 3)
    for _ in 0..<30 {
      var run = fixtures.deployment(fixtures.llama8B)
      run.prompt = fixtures.number(.random(in: 16...8000, using: &random), .tokens)
      run.response = fixtures.number(.random(in: 2...2000, using: &random), .tokens)
      run.rate = fixtures.perSecond(.random(in: 0.1...50, using: &random))
      let base = try run.figures()
      let used = fixtures.value(base.utilization)
      #expect(used > 0 && used <= 1 / 1.2 + 1e-9)
      let parts = [
        base.computeCost, base.idleCost, base.egressCost, base.storageCost, base.energyCost,
      ].map(fixtures.value).reduce(0, +)
      #expect(fixtures.value(base.cost) == parts)
      #expect(base.requirements.failing(fixtures.builder).isEmpty)
      #expect(fixtures.value(base.batch) <= fixtures.value(base.maxBatch))
      #expect(fixtures.value(base.ttftP95) >= fixtures.value(base.ttft))

      run.replicas = base.replicas
      var wider = run
      wider.hardware.bandwidth = fixtures.number(5e12, .data / .time)
      #expect(fixtures.value(try wider.figures().latency) <= fixtures.value(base.latency) * 1.0001)
      var faster = run
      faster.hardware.peak["bf16"] = fixtures.number(2e15, .compute / .time)
      #expect(fixtures.value(try faster.figures().latency) <= fixtures.value(base.latency) * 1.0001)
      var more = run
      more.replicas = fixtures.number(fixtures.value(base.replicas) + 1)
      #expect(fixtures.value(try more.figures().ttft) <= fixtures.value(base.ttft) * 1.0001)
    }
    #expect(fixtures.builder.faults.isEmpty)
  }
}
