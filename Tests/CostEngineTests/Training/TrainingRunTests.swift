import Quantities
import RealModule
import Testing

@testable import CostEngine

@Suite struct TrainingRunTests {
  let fixtures = Fixtures()

  /// Llama-3.1-8B on 15T tokens and 1,024 devices at 40%.
  private var run: TrainingRun {
    var run = TrainingRun(
      model: fixtures.llama8B, hardware: fixtures.h100, devices: fixtures.number(1024),
      tokens: fixtures.number(15e12, .tokens))
    run.mfu = fixtures.number(0.4)
    return run
  }

  private func sized(_ params: Double, _ tokens: Double) -> TrainingRun {
    var run = TrainingRun(
      model: fixtures.sized(params), hardware: fixtures.h100, devices: fixtures.number(64),
      tokens: fixtures.number(tokens, .tokens))
    run.mfu = fixtures.number(0.4)
    return run
  }

  /// 6 × N × D: GPT-3's 3.14e23 and Llama 3 405B's 3.8e25, as their papers print them.
  @Test(arguments: [(174.6e9, 300e9, 3.1428e23), (405e9, 15.6e12, 3.790_8e25)])
  func countsSixTimesParametersTimesTokens(_ params: Double, _ tokens: Double, _ flops: Double)
    throws
  {
    let training = try sized(params, tokens).figures()
    #expect(isClose(fixtures.value(training.flops), flops))
    #expect(training.notes.contains { $0.contains("attention") })
  }

  /// With the share of the peak, the price and the devices alone: FLOPs ÷ (peak × mfu) × price and nothing else.
  @Test func costsExactlyTheClosedForm() throws {
    let training = try sized(8e9, 1e12).figures()
    let cost: Double = 6 * 8e9 * 1e12 / (989e12 * 0.4) * (2.0 / 3600)
    #expect(isClose(fixtures.value(training.cost), cost))
    #expect(fixtures.value(training.cost) == fixtures.value(training.computeCost))
    for part in [
      training.energyCost, training.storageCost, training.dataCost, training.networkCost,
      training.staffCost, training.experimentsCost,
    ] {
      #expect(fixtures.value(part) == 0)
    }
    #expect(isClose(fixtures.value(training.costPerToken), cost / 1e12))
    #expect(fixtures.builder.faults.isEmpty)
  }

  /// Causal attention adds 6 × L × s × a × d per token: 6 × 32 × 8192 × 4096.
  @Test func addsCausalAttention() throws {
    var run = run
    run.sequence = fixtures.number(8192, .tokens)
    run.batch = fixtures.number(512, .samples)
    let training = try run.figures()
    let multiplied: Double = 8_030_261_248 - 128_256 * 4096
    let attention: Double = 6 * 32 * 8192 * 4096
    let perToken: Double = 6 * multiplied + attention
    #expect(isClose(fixtures.value(training.flops), perToken * 15e12))
    #expect(training.notes.isEmpty)
    #expect(fixtures.builder.faults.isEmpty)
  }

  @Test func takesTimeAndDeviceHoursFromTheWork() throws {
    let training = try run.figures()
    let time = fixtures.value(training.flops) / (1024 * 989e12 * 0.4)
    #expect(isClose(fixtures.value(training.time), time))
    #expect(isClose(fixtures.value(training.deviceHours), time * 1024))
    #expect(isClose(fixtures.value(training.tokensPerSecond), 15e12 / time))
    #expect(fixtures.value(training.mfu) == 0.4)
    #expect(fixtures.value(training.hfu) == 0.4)
  }

  @Test func losesTimeToGoodputAndHardwareToRecomputation() throws {
    var run = run
    run.goodput = fixtures.number(0.8)
    run.recompute = "full"
    let plain = try self.run.figures()
    let training = try run.figures()
    #expect(isClose(fixtures.value(training.time), fixtures.value(plain.time) / 0.8))
    #expect(isClose(fixtures.value(training.hfu), 0.4 * 4 / 3))
    #expect(
      isClose(fixtures.value(training.tokensPerSecond), fixtures.value(plain.tokensPerSecond)))
  }

  /// 4M tokens a step; in sequences of 8,192 that is 512 samples of them.
  @Test func stepsThroughBatches() throws {
    var run = run
    run.sequence = fixtures.number(8192, .tokens)
    run.batch = fixtures.number(512 * 8192, .tokens)
    let training = try run.figures()
    #expect(isClose(fixtures.value(training.steps), 15e12 / (512 * 8192)))
    #expect(
      isClose(
        fixtures.value(training.stepTime) * fixtures.value(training.steps),
        fixtures.value(training.time)))
    run.batch = fixtures.number(512, .samples)
    #expect(fixtures.value(try run.figures().stepTime) == fixtures.value(training.stepTime))
  }

  /// Mixed-precision Adam is 16 bytes a parameter on one device (ZeRO, section 3.1): 70.55e9 × 16.
  @Test func holdsSixteenBytesOfAParameter() throws {
    var run = TrainingRun(
      model: fixtures.sized(70.55e9), hardware: fixtures.h100, devices: fixtures.number(1),
      tokens: fixtures.number(1e9, .tokens))
    run.mfu = fixtures.number(0.4)
    let training = try run.figures()
    #expect(isClose(fixtures.value(training.memory), 1.1288e12))
    #expect(training.requirements.failing(fixtures.builder) == ["training.memory"])
    #expect(fixtures.value(training.fits) == 0)
    #expect(training.notes.contains { $0.contains("activations") })
  }

  /// Rajbhandari et al., figure 1: 120, 31.4, 16.6 and 1.9 GB for 7.5B parameters on 64 devices.
  @Test(arguments: [(0.0, 120.0), (1, 31.4), (2, 16.6), (3, 1.9)])
  func shardsByZeroStage(_ stage: Double, _ gigabytes: Double) throws {
    var run = sized(7.5e9, 1e9)
    run.parallel["zero"] = fixtures.number(stage)
    let training = try run.figures()
    #expect(isClose(fixtures.value(training.memory), gigabytes * 1e9, 0.02))
  }

  @Test func needsALayoutThatUsesTheDevices() throws {
    var run = run
    run.parallel = ["tp": fixtures.number(8), "dp": fixtures.number(100)]
    let training = try run.figures()
    #expect(training.requirements.failing(fixtures.builder).contains("training.layout"))
    run.parallel["dp"] = fixtures.number(128)
    #expect(try run.figures().requirements.failing(fixtures.builder).isEmpty)
  }

  /// 1,024 devices, 32 heads and 8 kv_heads.
  @Test(
    arguments: [
      (["tp": 8.0, "pp": 2, "cp": 2], []), (["tp": 16], []), (["zero": 0], []),
      (["tp": 3], ["training.layout"]), (["pp": 3], ["training.layout"]),
      (["tp": 8, "cp": 5], ["training.layout"]), (["tp": 64], ["training.heads"]),
      (["tp": 1.5], ["field.bounds", "training.layout"]), (["cp": 0.5], ["field.bounds"]),
      (["zero": 4], ["field.bounds"]), (["zero": 1.5], ["field.bounds"]),
      (["zero": -1], ["field.bounds"]),
    ] as [([String: Double], [String])])
  func refusesALayoutThatCannotBe(_ parallel: [String: Double], _ failing: [String]) throws {
    var run = run
    run.parallel = parallel.mapValues { fixtures.number($0) }
    let found = try run.figures().requirements.failing(fixtures.builder)
    #expect(found.filter { $0 != "training.memory" } == failing)
  }

  @Test func warnsOfABatchBelowASequence() throws {
    var run = run
    run.sequence = fixtures.number(8192, .tokens)
    let batches: [(Term, [String])] = [
      (fixtures.number(8191, .tokens), ["training.batch"]),
      (fixtures.number(8192, .tokens), []), (fixtures.number(1, .samples), []),
      (fixtures.number(0.5, .samples), ["training.batch"]),
    ]
    for (batch, failing) in batches {
      run.batch = batch
      let figures = try run.figures()
      #expect(figures.requirements.failing(fixtures.builder) == failing)
      #expect(fixtures.value(figures.stepTime).isFinite)
    }
    run.sequence = nil
    run.batch = fixtures.number(0.5, .tokens)
    #expect(try run.figures().requirements.failing(fixtures.builder) == ["training.batch"])
  }

  @Test func saysWhichInputIsMissing() throws {
    var run = run
    run.hardware.power = nil
    run.electricity = fixtures.number(0.1 / 3.6e6, .money / .energy)
    let figures = try run.figures()
    #expect(figures.energy == nil && figures.carbon == nil && figures.energyCost == nil)
    #expect(figures.notes.contains { $0.hasSuffix("`H100` has no `power`") })
    #expect(figures.notes.contains("steps and their time are left out: they need a `batch`"))
    #expect(figures.help(forUnknown: "step_time")?.contains("`batch`") == true)
    run.batch = fixtures.number(4e6, .tokens)
    #expect(try !run.figures().notes.contains { $0.contains("`batch`") })
  }

  @Test func recomputationSavesActivations() throws {
    var run = run
    run.sequence = fixtures.number(8192, .tokens)
    let kept = fixtures.value(try run.figures().activationsMemory)
    run.recompute = "full"
    let recomputed = fixtures.value(try run.figures().activationsMemory)
    #expect(recomputed < kept / 2)
    // 8 h + 4 a d + 4 a_kv d + 6 f bytes a layer and token, and 6 V of logits.
    let layer: Double = 8 * 4096 + 4 * 4096 + 4 * 1024 + 6 * 14336
    let token: Double = 32 * layer + 6 * 128_256
    #expect(isClose(kept, token * 8192))
  }

  /// Every part that the user turns on, and their sum.
  @Test func addsItsParts() throws {
    var run = run
    run.dataset.size = fixtures.number(45e12, .data)
    run.dataset.preprocess = fixtures.number(1e-10, .money / .data)
    run.dataset.labels = fixtures.number(1000)
    run.dataset.pricePerLabel = fixtures.number(0.5, .money)
    run.data = fixtures.number(10_000, .money)
    run.storage = fixtures.number(0.01, .money / .time)
    run.network = fixtures.number(2_500, .money)
    run.staff = fixtures.number(0.02, .money / .time)
    run.experiments = fixtures.number(1.5)
    run.electricity = fixtures.number(0.1 / 3.6e6, .money / .energy)
    let training = try run.figures()
    let time = fixtures.value(training.time)
    let compute = fixtures.value(training.computeCost)
    #expect(isClose(fixtures.value(training.dataCost), 10_000 + 4_500 + 500))
    #expect(isClose(fixtures.value(training.storageCost), 0.01 * time))
    #expect(fixtures.value(training.networkCost) == 2_500)
    #expect(isClose(fixtures.value(training.staffCost), 0.02 * time))
    #expect(isClose(fixtures.value(training.experimentsCost), compute / 2))
    #expect(
      isClose(
        fixtures.value(training.energyCost), fixtures.value(training.energy) * 0.1 / 3.6e6))
    let parts = [
      training.computeCost, training.energyCost, training.storageCost, training.dataCost,
      training.networkCost, training.staffCost, training.experimentsCost,
    ].map(fixtures.value).reduce(0, +)
    #expect(fixtures.value(training.cost) == parts)
    #expect(fixtures.builder.faults.isEmpty)
  }

  /// Three times the compute takes three times everything, owned or rented.
  @Test(arguments: [true, false])
  func experimentsTakeElectricityToo(_ isOwned: Bool) throws {
    var run = run
    run.embodied = fixtures.number(164, .mass)
    run.wue = fixtures.number(1e-7, .volume / .energy)
    run.electricity = fixtures.number(0.1 / 3.6e6, .money / .energy)
    if isOwned {
      var own = OwnershipRun()
      own.purchase = fixtures.number(30_000, .money)
      own.utilization = fixtures.number(0.4)
      own.electricity = run.electricity
      run.electricity = nil
      run.owned = .run(own)
    }
    let once = try run.figures()
    run.experiments = fixtures.number(3)
    let thrice = try run.figures()
    for path in [
      \.cost, \.energy, \.energyCost, \.carbon, \.embodiedCarbon, \.water,
    ] as [KeyPath<Training, Term?>] {
      #expect(
        isClose(fixtures.value(thrice[keyPath: path]), 3 * fixtures.value(once[keyPath: path])))
    }
    #expect(isClose(fixtures.value(thrice.experimentsCost), 2 * fixtures.value(once.computeCost)))
    #expect(
      isClose(fixtures.value(thrice.energyCost), fixtures.value(thrice.energy) * 0.1 / 3.6e6))
  }

  /// Patterson et al. 2021: GPT-3 on 10,000 V100 for 14.8 days at 330 W and PUE 1.1 took 1,289 MWh.
  @Test func drawsThePowerOfItsDevices() throws {
    var run = sized(1e9, 1e9)
    run.devices = fixtures.number(10_000)
    run.hardware.power = fixtures.number(330 / 0.85, .power)
    run.pue = fixtures.number(1.1)
    run.carbonIntensity = fixtures.number(0.429 / 3.6e6, .mass / .energy)
    let training = try run.figures()
    let hours = fixtures.value(training.deviceHours) / 3600
    let published = 10_000 * 14.8 * 24
    let energy = fixtures.value(training.energy) / 3.6e9 * published / hours
    #expect(isClose(energy, 1289.4, 1e-4))
    let carbon = fixtures.value(training.carbon) / 1000 * published / hours
    #expect(isClose(carbon, 1289.4 * 0.429, 1e-4))
  }

  @Test func rentsWholeNodes() throws {
    var run = sized(8e9, 1e12)
    run.devices = fixtures.number(60)
    let single = fixtures.value(try run.figures().cost)
    run.rent = "nodes"
    #expect(isClose(fixtures.value(try run.figures().cost), single * 64 / 60))
    run.hardware.node = nil
    #expect { try run.figures() } throws: { ($0 as? EngineError)?.id == "hardware.node" }
  }

  /// Adapters: 2N forward and 2N backward, 6 for themselves, two thirds of full training.
  @Test func trainsAdapters() throws {
    var run = run
    run.method = "lora"
    run.rank = fixtures.number(16)
    let training = try run.figures()
    let multiplied: Double = 8_030_261_248 - 128_256 * 4096
    // q and o are 4096², k and v 4096 × 1024, three matrices of 4096 × 14336, in 32 layers.
    let sides: Double = 2 * 8192 + 2 * 5120 + 3 * 18432
    let adapters: Double = 32 * 16 * sides
    let perToken: Double = 4 * multiplied + 6 * adapters
    #expect(isClose(fixtures.value(training.flops), perToken * 15e12))
    #expect(isClose(fixtures.value(training.optimizerMemory), 12 * adapters / 1024))
    let quantized = { (method: String) in
      var run = run
      run.method = method
      return fixtures.value(try run.figures().weightsMemory)
    }
    #expect(isClose(try quantized("qlora"), 8_030_261_248 * 0.515_875 / 1024))
    run.rank = nil
    #expect(throws: EngineError.self) { try run.figures() }
  }

  /// 3 × 2 × MACs × images: ResNet-50 on 1.28M images for 90 epochs.
  @Test func trainsOnSamples() throws {
    var run = TrainingRun(
      model: fixtures.resnet50, hardware: fixtures.h100, devices: fixtures.number(8),
      samples: fixtures.number(1.281_167e6, .samples))
    run.mfu = fixtures.number(0.2)
    run.epochs = fixtures.number(90)
    let training = try run.figures()
    #expect(isClose(fixtures.value(training.flops), 6 * 4.11e9 * 1.281_167e6 * 90))
    #expect(training.tokensPerSecond == nil)
    #expect(training.samplesPerSecond?.dimension == .samples / .time)
    #expect(training.costPerSample?.dimension == .money / .samples)
    #expect(fixtures.builder.faults.isEmpty)
  }

  @Test func asksForTheShareOfThePeak() {
    var run = run
    run.mfu = nil
    let error = #expect(throws: EngineError.self) { try run.figures() }
    #expect(error?.field == "mfu")
    #expect(error?.help?.contains("at 47% mfu") == true)
    run.hardware.name = "unheard of"
    let unknown = #expect(throws: EngineError.self) { try run.figures() }
    #expect(unknown?.help?.contains("at 40% mfu") == true)
  }

  @Test func refusesAPrecisionWithoutAPeak() {
    var run = run
    run.hardware = fixtures.a100
    run.precision = "fp8"
    let error = #expect(throws: EngineError.self) { try run.figures() }
    #expect(error?.field == "precision")
    #expect(error?.help == "it computes in bf16, fp16, int8")
    run.precision = "fp99"
    #expect(throws: EngineError.self) { try run.figures() }
  }

  @Test func asksForWhatIsMissing() {
    var samples = run
    samples.dataset = Dataset(samples: fixtures.number(1e6, .samples))
    let error = #expect(throws: EngineError.self) { try samples.figures() }
    #expect(error?.field == "sequence")
    samples.dataset = Dataset()
    #expect(throws: EngineError.self) { try samples.figures() }
  }

  @Test func refusesASharePastAllOfIt() throws {
    var run = run
    run.mfu = fixtures.number(1.4)
    let training = try run.figures()
    let failing = training.requirements.filter { !$0.holds(fixtures.builder.graph) }
    #expect(failing.map(\.field) == ["mfu"])
    #expect(failing.first?.severity == .error)
  }

  @Test func scalesAsItsFactors() throws {
    var random = SplitMix64(state: 7)
    for _ in 0..<50 {
      let params = Double.exp(.random(in: 18...27, using: &random))
      let tokens = Double.exp(.random(in: 18...30, using: &random))
      let base = try sized(params, tokens).figures()
      let twice = try sized(params, 2 * tokens).figures()
      #expect(isClose(fixtures.value(twice.cost), 2 * fixtures.value(base.cost)))
      var more = sized(params, tokens)
      more.devices = fixtures.number(128)
      let wide = try more.figures()
      #expect(isClose(fixtures.value(wide.time), fixtures.value(base.time) / 2))
      #expect(isClose(fixtures.value(wide.cost), fixtures.value(base.cost)))
    }
    #expect(fixtures.builder.faults.isEmpty)
  }

  @Test func explainsItsCost() throws {
    let training = try run.figures()
    let graph = fixtures.builder.graph
    let cost = try #require(training.cost)
    let explanation = try #require(Explanation(of: cost.id, in: graph, Evaluation(graph)))
    #expect(explanation.annotation.label == "cost")
    let compute = try #require(explanation.parts.first)
    #expect(explanation.parts.count == 1)
    #expect(compute.annotation.label == "cost.compute")
    #expect(compute.parts.map(\.annotation.label) == ["device_hours", "price"])
    let time = try #require(compute.parts.first?.parts.first)
    #expect(time.parts.map(\.annotation.label) == ["flops", "rate"])
    let formula = compute.annotation.formula?.text { graph.annotation(of: $0)?.label ?? "?" }
    #expect(formula == "device_hours × price")
  }

  @Test func givesTimesWithoutAPrice() throws {
    var unpriced = run
    unpriced.hardware.price = nil
    let figures = try unpriced.figures()
    let priced = try run.figures()
    for figure in Training.figures {
      let isMoney = figure.name.hasPrefix("cost")
      let term = figures[keyPath: figure.path]
      #expect((term == nil) == (isMoney || priced[keyPath: figure.path] == nil), "\(figure.name)")
      if let term {
        #expect(fixtures.value(term) == fixtures.value(priced[keyPath: figure.path]))
      }
    }
    #expect(figures.notes.contains("costs are left out: they need a `price`"))
    #expect(figures.help(forUnknown: "cost.compute")?.contains("`price`") == true)
    #expect(figures.help(forUnknown: "time") == nil)
  }
}
