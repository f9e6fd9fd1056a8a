import Quantities
import Testing

@testable import CostEngine

@Suite struct TrainingTechniqueTests {
  let fixtures = Fixtures()

  private func run(_ params: Double) -> TrainingRun {
    var run = TrainingRun(
      model: fixtures.sized(params), hardware: fixtures.h100, devices: fixtures.number(8),
      tokens: fixtures.number(1e9, .tokens))
    run.mfu = fixtures.number(0.4)
    return run
  }

  /// The teacher of 8B reads forward, 2 × 8e9, the student of 1B learns, 6 × 1e9: 2.2e19 for 1e9 tokens.
  @Test func aStudentLearnsFromWhatItsTeacherSays() throws {
    var run = run(8e9)
    run.student = fixtures.sized(1e9)
    let figures = try run.figures()
    #expect(isClose(fixtures.value(figures.flops), 2.2e19))
    // Both lie in memory in 2 bytes, spread over 8 devices; the optimizer keeps the student alone.
    #expect(isClose(fixtures.value(figures.weightsMemory), 9e9 * 2 / 8))
    #expect(isClose(fixtures.value(figures.optimizerMemory), 1e9 * 12 / 8))
    let told = try #require(run.tradeoffs(figures).first)
    #expect(told.technique == "distill")
    let cost = try #require(told.changes.first { $0.figure == "cost" })
    #expect(isClose(fixtures.value(cost.term), 22.0 / 48 - 1))
  }

  /// The teacher attends over its own 32 layers: 4 × 4096 × 2048 ÷ 2 for each of them and token, forward only.
  @Test func theTeacherAttendsToo() throws {
    var run = run(1e9)
    run.model = fixtures.llama8B
    run.student = fixtures.sized(1e9)
    run.sequence = fixtures.number(2048, .tokens)
    let linear = fixtures.value(try run.model.figures(in: fixtures.builder).flopsPerToken)
    let attention = 32 * 4.0 * 4096 * 2048 / 2
    let expected = (linear + attention + 6e9) * 1e9
    #expect(isClose(fixtures.value(try run.figures().flops), expected, 1e-3))
  }

  @Test func aPrunedModelIsTrainedSmaller() throws {
    var run = run(8e9)
    run.prune = fixtures.number(0.4)
    let figures = try run.figures()
    #expect(isClose(fixtures.value(figures.flops), 6 * 8e9 * 0.6 * 1e9))
    #expect(isClose(fixtures.value(figures.weightsMemory), 8e9 * 0.6 * 2 / 8))
  }

  /// fp8 multiplies at twice the rate of bf16 on this device.
  @Test func fewerBitsTrainAtTheirRate() throws {
    var run = run(8e9)
    run.precision = "fp8"
    let told = try #require(run.tradeoffs(try run.figures()).first)
    #expect(told.technique == "quantize")
    let time = try #require(told.changes.first { $0.figure == "time" })
    #expect(isClose(fixtures.value(time.term), 989.0 / 1979 - 1))
  }

  @Test func teacherAndStudentReadTheSame() {
    var run = run(8e9)
    run.student = fixtures.resnet50
    #expect { try run.figures() } throws: { ($0 as? EngineError)?.id == "training.distill" }
  }

  /// Owned devices distil at their own price, electricity included: what serving is charged over the year is that.
  @Test func distillingIsPaidOnTheDevicesOfTheRun() throws {
    var run = fixtures.deployment(fixtures.llama8B)
    run.rate = fixtures.perSecond(5)
    run.hardware.price = nil
    run.distill.student = fixtures.sized(1e9)
    run.distill.tokens = fixtures.number(1e9, .tokens)
    run.distill.mfu = fixtures.number(0.4)
    var owned = OwnershipRun()
    owned.purchase = fixtures.number(30_000, .money)
    owned.electricity = fixtures.number(0.1 / 3.6e6, .money / .energy)
    run.owned = .run(owned)
    let figures = try run.figures()
    let price = fixtures.value(figures.ownership?.price)
    let teacher = fixtures.value(try fixtures.llama8B.figures(in: fixtures.builder).flopsPerToken)
    let seconds = 1e9 * (teacher + 6e9) / (989e12 * 0.4)
    #expect(isClose(fixtures.value(figures.distillation), seconds * price, 1e-9))
  }
}
