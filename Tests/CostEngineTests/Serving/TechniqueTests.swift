import Quantities
import Testing

@testable import CostEngine

/// Expected figures are from a program of its own, in Python, with the same constants, for 900 tokens in and 250 out.
@Suite struct TechniqueTests {
  let fixtures = Fixtures()

  private func deployment(
    _ rate: Double, _ change: (inout DeploymentRun) -> Void
  ) throws -> Deployment {
    var run = fixtures.deployment(fixtures.llama8B)
    run.hardware.sparse = fixtures.number(2)
    run.rate = fixtures.perSecond(rate)
    change(&run)
    return try run.figures()
  }

  private func check(
    _ figures: Deployment, capacity: Double, tpot: Double, ttft: Double, maxBatch: Double
  ) {
    #expect(fixtures.value(figures.maxBatch) == maxBatch)
    #expect(isClose(fixtures.value(figures.capacity), capacity, 1e-9))
    // The chord after halving leaves a small error in the batch.
    #expect(isClose(fixtures.value(figures.tpot), tpot, 1e-3))
    #expect(isClose(fixtures.value(figures.ttft), ttft, 1e-3))
    #expect(figures.requirements.failing(fixtures.builder) == [])
    #expect(fixtures.builder.faults.isEmpty)
  }

  // MARK: - Pruning

  /// 60% of 6,979,321,856 parameters of layers stay, and all 1,050,939,392 of embeddings and norms.
  @Test func pruningShrinksLayersAndHeads() throws {
    let figures = try deployment(12) { $0.prune.share = fixtures.number(0.4) }
    check(
      figures, capacity: 27.842_286_06, tpot: 0.009_619_548_153, ttft: 0.051_221_348_52,
      maxBatch: 744)
    #expect(isClose(fixtures.value(figures.weightsMemory), 2 * 5_238_532_505.6))
    let context = fixtures.number(1, .tokens)
    var run = fixtures.deployment(fixtures.llama8B)
    run.prune.share = fixtures.number(0.4)
    #expect(
      isClose(fixtures.value(try ServingContext(run).cachedBytes(of: context)), 0.6 * 131_072))
  }

  /// Two of four weights and two bits for each: 9/16 of the bytes at 16 bits, 10/16 at 8; products 1.45 times as fast.
  @Test func sparseWeightsTakeTheirIndicesAlong() throws {
    let figures = try deployment(12) {
      $0.prune.share = fixtures.number(0.5)
      $0.prune.pattern = "2:4"
    }
    check(
      figures, capacity: 23.457_700_49, tpot: 0.010_788_967_76, ttft: 0.054_582_711_23,
      maxBatch: 450)
    #expect(
      isClose(
        fixtures.value(figures.weightsMemory), 2 * (0.5625 * 6_979_321_856 + 1_050_939_392)))
    let eight = try deployment(12) {
      $0.quantize = "fp8"
      $0.prune.pattern = "2:4"
    }
    #expect(
      isClose(fixtures.value(eight.weightsMemory), 0.625 * 6_979_321_856 + 1_050_939_392))
  }

  @Test func sparseWeightsNeedSparseProducts() {
    for (sparse, message) in [
      (1, "`H100` has dense products only, in bf16, fp16, fp8, int8"),
      (nil, "`H100` has no `sparse`"),
    ] as [(Double?, String)] {
      let error = #expect(throws: EngineError.self) {
        try deployment(1) {
          $0.hardware.sparse = sparse.map { fixtures.number($0) }
          $0.prune.pattern = "2:4"
        }
      }
      #expect(error?.id == "hardware.sparse")
      #expect(error?.field == "prune.pattern")
      #expect(error?.message == message)
    }
  }

  @Test func sparseWeightsAreHalf() throws {
    let figures = try deployment(1) {
      $0.prune.share = fixtures.number(0.4)
      $0.prune.pattern = "2:4"
    }
    #expect(figures.requirements.failing(fixtures.builder) == ["deployment.sparse"])
  }

  @Test func zerosHereAndThereSaveNothing() throws {
    let plain = try deployment(12) { _ in }
    let figures = try deployment(12) {
      $0.prune.share = fixtures.number(0.4)
      $0.prune.pattern = "unstructured"
    }
    #expect(figures.requirements.failing(fixtures.builder) == ["deployment.unstructured"])
    #expect(fixtures.value(figures.tpot) == fixtures.value(plain.tpot))
    #expect(fixtures.value(figures.weightsMemory) == fixtures.value(plain.weightsMemory))
  }

  /// 8 samples of 8.22 GFLOP at 46% of 989 TFLOP/s, and 2.1 ms of the engine.
  @Test func pruningASampleModel() throws {
    func capacity(_ share: Double?) throws -> Double {
      var run = DeploymentRun(
        model: fixtures.resnet50, hardware: fixtures.h100, devices: fixtures.number(1))
      run.batch = fixtures.number(8)
      run.prune.share = share.map { fixtures.number($0) }
      return fixtures.value(try run.figures().capacity)
    }
    #expect(isClose(try capacity(nil), 8 / (8 * 8.22e9 / (989e12 * 0.46) + 2.1e-3)))
    #expect(isClose(try capacity(0.4), 8 / (0.6 * 8 * 8.22e9 / (989e12 * 0.46) + 2.1e-3)))
  }

  /// $36,500 over a year is $100 a day.
  @Test func retrainingIsSpread() throws {
    let plain = try deployment(12) { $0.prune.share = fixtures.number(0.4) }
    let figures = try deployment(12) {
      $0.prune.share = fixtures.number(0.4)
      $0.prune.retraining = fixtures.number(36_500, .money)
    }
    #expect(isClose(fixtures.value(figures.retrainingCost) * 86_400, 100))
    #expect(
      isClose(
        fixtures.value(figures.cost),
        fixtures.value(plain.cost) + fixtures.value(figures.retrainingCost)))
  }

  // MARK: - Early exit

  /// Of 30% of the layers that one token skips, four tokens together skip 0.3 ÷ (0.3 + 4 × 0.7), 9.7%.
  @Test(
    arguments: [
      (1.0, "together", 0.006_690_173_018), (4, "together", 0.008_005_534_065),
      (1, "regrouped", 0.006_690_173_018),
    ])
  func aStepRunsUntilItsLastTokenLeaves(
    _ batch: Double, _ rows: String, _ expected: Double
  ) throws {
    var run = fixtures.deployment(fixtures.llama8B)
    run.earlyExit.share = fixtures.number(0.3)
    run.earlyExit.rows = rows
    let step = try ServingContext(run).stepModel(context: fixtures.number(1025, .tokens))
    let time = fixtures.value(step.time(fixtures.number(batch)))
    #expect(isClose(time, expected, 1e-9))
    #expect(isClose(time, fixtures.value(step.explained(fixtures.number(batch)))))
  }

  @Test func largeBatchesGainNothingFromExits() throws {
    let plain = try deployment(15) { _ in }
    let exits = try deployment(15) { $0.earlyExit.share = fixtures.number(0.3) }
    let regrouped = try deployment(15) {
      $0.earlyExit.share = fixtures.number(0.3)
      $0.earlyExit.rows = "regrouped"
    }
    let gain = 1 - fixtures.value(exits.tpot) / fixtures.value(plain.tpot)
    #expect(gain > 0 && gain < 0.02)
    #expect(fixtures.value(regrouped.tpot) < fixtures.value(exits.tpot))
    #expect(fixtures.value(regrouped.capacity) > fixtures.value(exits.capacity))
  }

  // MARK: - Speculation

  @Test func guessesAreCheckedAtOnce() throws {
    let figures = try deployment(4) {
      $0.speculate.draft = fixtures.llama1B
      $0.speculate.accept = fixtures.number(0.8)
    }
    check(
      figures, capacity: 14.422_478_75, tpot: 0.005_071_920_99, ttft: 0.078_266_245_86,
      maxBatch: 309)
  }

  /// Five guesses of which each is right with 80% give 1 + 0.8 + … + 0.8⁵ = 3.68928 tokens; those that never fail, 6.
  @Test(arguments: [(0.8, 3.689_28), (1, 6), (0, 1)])
  func aPassYieldsAGeometricSum(_ accept: Double, _ expected: Double) throws {
    var run = fixtures.deployment(fixtures.llama8B)
    run.speculate.draft = fixtures.llama1B
    run.speculate.accept = fixtures.number(accept)
    let length = fixtures.number(1025, .tokens)
    let context = try ServingContext(run)
    let drafting = try #require(try context.draft(length)).model(length, context)
    #expect(isClose(fixtures.value(drafting.yield), expected))
  }

  /// DeepSeek-V3 guesses one token by a module of one layer, of which 85% to 90% are right: 1.8 times the tokens
  /// (arXiv:2412.19437, section 5.4.3). So does a dense model with such a module at small batches.
  @Test(arguments: [0.85, 0.9])
  func oneGuessOfOneLayerIsWorthNearlyATokenMore(_ accept: Double) throws {
    var run = fixtures.deployment(fixtures.llama70B, on: 4)
    var module = run.model
    module.layers = fixtures.number(1)
    run.speculate.draft = module
    run.speculate.accept = fixtures.number(accept)
    run.speculate.tokens = fixtures.number(1)
    let length = fixtures.number(1025, .tokens)
    let context = try ServingContext(run)
    let decoding = DecodeModel(
      target: try context.stepModel(context: length),
      draft: try context.draft(length)?.model(length, context))
    for batch in [1.0, 8] {
      let batch = fixtures.number(batch)
      let gain = fixtures.value(decoding.plain(batch)) / fixtures.value(decoding.time(batch))
      #expect(gain > 1.7 && gain < 1.9, "\(gain)")
    }
  }

  @Test func guessingDoesNotPayWhereArithmeticIsShort() throws {
    let figures = try deployment(12) {
      $0.replicas = fixtures.number(1)
      $0.speculate.draft = fixtures.llama1B
      $0.speculate.accept = fixtures.number(0.4)
    }
    #expect(figures.requirements.failing(fixtures.builder).contains("deployment.speculation"))
  }

  @Test func aDraftSharesTheVocabulary() throws {
    var draft = fixtures.llama1B
    draft.vocab = fixtures.number(32_000)
    let figures = try deployment(1) {
      $0.speculate.draft = draft
      $0.speculate.accept = fixtures.number(0.8)
    }
    #expect(figures.requirements.failing(fixtures.builder) == ["deployment.vocabulary"])
  }

  @Test func aDraftIsToldHowOftenItIsRight() {
    let unsaid = #expect(throws: EngineError.self) {
      try deployment(1) { $0.speculate.draft = fixtures.llama1B }
    }
    #expect(unsaid?.id == "deployment.accept")
    let mute = #expect(throws: EngineError.self) {
      try deployment(1) { $0.speculate.draft = fixtures.resnet50 }
    }
    #expect(mute?.id == "deployment.draft")
  }

  // MARK: - Distillation

  /// 10B tokens × (15.009 + 3 × 2.472 GFLOP) = 2.24247e20 FLOP at 40% of 989 TFLOP/s and $2 an hour: $314.92. One device
  /// instead of two saves $48 a day.
  @Test func distillingPaysBack() throws {
    let figures = try deployment(20) {
      $0.distill.student = fixtures.llama1B
      $0.distill.tokens = fixtures.number(10e9, .tokens)
      $0.distill.mfu = fixtures.number(0.4)
    }
    #expect(isClose(fixtures.value(figures.distillation), 314.918_769_576_45, 1e-12))
    #expect(isClose(fixtures.value(figures.payback) / 86_400, 314.918_769_576_45 / 48, 1e-9))
    #expect(
      isClose(fixtures.value(figures.distillationCost), 314.918_769_576_45 / 365 / 86_400, 1e-12))
    #expect(fixtures.value(figures.maxBatch) == 2025)
    #expect(isClose(fixtures.value(figures.capacity), 75.894_643_74, 1e-9))
    let parts = [
      figures.computeCost, figures.idleCost, figures.egressCost, figures.storageCost,
      figures.energyCost, figures.distillationCost, figures.retrainingCost,
    ].map(fixtures.value).reduce(0, +)
    #expect(fixtures.value(figures.cost) == parts)
    #expect(figures.requirements.failing(fixtures.builder) == [])
  }

  @Test func distillingNeverPaysWhereNothingIsSaved() throws {
    let figures = try deployment(1) {
      $0.distill.student = fixtures.llama1B
      $0.distill.cost = fixtures.number(1000, .money)
    }
    #expect(figures.payback == nil)
    #expect(figures.help(forUnknown: "payback")?.contains("never") == true)
    #expect(fixtures.value(figures.distillation) == 1000)
  }

  @Test func nothingIsSavedAgainstAModelThatDoesNotFit() throws {
    var run = fixtures.deployment(fixtures.llama70B)
    run.distill.student = fixtures.llama8B
    run.distill.cost = fixtures.number(0, .money)
    let figures = try run.figures()
    #expect(figures.payback == nil)
    #expect(figures.notes.contains { $0.contains("cannot be served") })
    #expect(figures.requirements.failing(fixtures.builder) == [])
  }

  @Test func distillingSaysWhatItTakes() {
    let changes: [(inout DeploymentRun) -> Void] = [
      { _ in }, { $0.distill.tokens = self.fixtures.number(1e6, .samples) },
      {
        $0.distill.tokens = self.fixtures.number(1e6, .tokens)
        $0.hardware.name = "a chip of no published run"
      },
    ]
    for change in changes {
      let error = #expect(throws: EngineError.self) {
        try deployment(1) {
          $0.distill.student = fixtures.llama1B
          change(&$0)
        }
      }
      #expect(error?.id == "deployment.distill")
    }
  }

  // MARK: - Caches, and models without one

  /// 30,000 tokens take 3.93 GB, and 14 of them fill what 16 GB of weights leave of 72 GB.
  @Test(arguments: [(256.0, ["deployment.cache"]), (8, [])] as [(Double, [String])])
  func aCachedPromptNeedsRoom(_ batch: Double, _ failing: [String]) throws {
    var run = fixtures.deployment(fixtures.llama8B)
    run.prompt = fixtures.number(30_000, .tokens)
    run.cached = fixtures.number(0.9)
    run.batch = fixtures.number(batch)
    let figures = try run.figures()
    #expect(figures.requirements.failing(fixtures.builder) == failing)
    #expect(figures.notes.contains { $0.contains("cached prompts") })
  }

  @Test func modelsOfSamplesKeepNoCache() throws {
    var run = DeploymentRun(
      model: fixtures.resnet50, hardware: fixtures.h100, devices: fixtures.number(1))
    run.cached = fixtures.number(0.4)
    run.kv = "fp8"
    let failing = try run.figures().requirements.failing(fixtures.builder)
    #expect(failing == ["deployment.useless", "deployment.useless"])
  }

  /// 141 GB of weights do not fit in 80 GB: there is no cost without 4 bits to compare with.
  @Test func whatARunCannotBeWithoutHasNoTradeoff() throws {
    var run = fixtures.deployment(fixtures.llama70B)
    run.quantize = "int4"
    let tradeoffs = run.tradeoffs(try run.figures())
    #expect(tradeoffs.map(\.isNeeded) == [true])
    #expect(tradeoffs.allSatisfy { $0.changes.isEmpty })
  }

  /// Each technique alone is told against the run without it.
  @Test func everyTechniqueHasATradeoff() throws {
    var run = fixtures.deployment(fixtures.llama8B)
    run.rate = fixtures.perSecond(12)
    run.prune.share = fixtures.number(0.4)
    run.prune.accuracy = fixtures.number(-0.005)
    run.earlyExit.share = fixtures.number(0.3)
    run.speculate.draft = fixtures.llama1B
    run.speculate.accept = fixtures.number(0.8)
    run.distill.student = fixtures.llama1B
    run.distill.cost = fixtures.number(0, .money)
    let tradeoffs = run.tradeoffs(try run.figures())
    #expect(tradeoffs.map(\.technique) == ["prune", "distill", "early_exit", "speculate"])
    #expect(tradeoffs.allSatisfy { !$0.isNeeded && !$0.changes.isEmpty })
    #expect(fixtures.value(tradeoffs[0].accuracy) == -0.005)
    #expect(fixtures.builder.faults.isEmpty)
  }

  /// Nothing left out is nothing to train again.
  @Test func pruningNothingCostsNothing() throws {
    var run = fixtures.deployment(fixtures.llama8B)
    run.rate = fixtures.perSecond(20)
    run.prune.retraining = fixtures.number(20_000, .money)
    run.prune.share = fixtures.number(0)
    #expect(fixtures.value(try run.figures().retrainingCost) == 0)
    run.prune.share = fixtures.number(0.4)
    #expect(fixtures.value(try run.figures().retrainingCost) > 0)
  }
}
