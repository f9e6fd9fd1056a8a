import Quantities
import Testing

@testable import CostEngine

@Suite struct InterruptionsTests {
  let fixtures = Fixtures()

  /// 16,384 devices that each fail every 50,677 hours: the run stops every 3.09 hours.
  private var run: TrainingRun {
    var run = TrainingRun(
      model: fixtures.sized(405e9), hardware: fixtures.h100, devices: fixtures.number(16_384),
      tokens: fixtures.number(15.6e12, .tokens))
    run.mfu = fixtures.number(0.4)
    run.failures = fixtures.number(50_677 * 3600, .time)
    return run
  }

  /// Worked out in Python from M = 50,677 h ÷ 16,384: √(2CM), then C/t + (t/2 + R)/M.
  @Test(arguments: [
    (10.0, 600.0, 471.912_77, 0.096_264_46), (60, 600, 1155.945_5, 0.157_694_87),
    (300, 900, 2584.772_7, 0.312_954_35),
  ])
  func losesWhatYoungAndDalySay(
    _ checkpoint: Double, _ recovery: Double, _ interval: Double, _ lost: Double
  ) throws {
    var run = run
    run.checkpoint = fixtures.number(checkpoint, .time)
    run.recovery = fixtures.number(recovery, .time)
    let training = try run.figures()
    #expect(isClose(fixtures.value(training.checkpointInterval), interval, 1e-6))
    #expect(isClose(1 / fixtures.value(training.goodput) - 1, lost, 1e-5))
    run.failures = nil
    run.checkpoint = nil
    let plain = try run.figures()
    #expect(
      isClose(
        fixtures.value(training.deviceHours), fixtures.value(plain.deviceHours) * (1 + lost), 1e-6))
    #expect(
      isClose(
        fixtures.value(training.interruptions),
        fixtures.value(training.time) * 16_384 / (50_677 * 3600)))
    #expect(plain.notes.contains { $0.hasPrefix("`recovery` is left out") })
    #expect(fixtures.builder.faults.isEmpty)
  }

  /// No interval does better than Young's by more than the order that it leaves out.
  @Test func savesAtTheBestTime() throws {
    var run = run
    let best = try run.figures()
    for factor in [0.3, 0.8, 1.25, 3] {
      run.checkpointEvery = fixtures.number(
        fixtures.value(best.checkpointInterval) * factor, .time)
      #expect(fixtures.value(try run.figures().goodput) < fixtures.value(best.goodput))
    }
  }

  @Test func takesTheGivenGoodput() throws {
    var run = run
    run.goodput = fixtures.number(0.9)
    let training = try run.figures()
    #expect(fixtures.value(training.goodput) == 0.9)
    #expect(training.interruptions == nil)
    #expect(training.notes.contains("`failures` is left out: `goodput` is given"))
    run.goodput = nil
    run.failures = nil
    let plain = try run.figures()
    #expect(plain.goodput == nil)
    #expect(plain.help(forUnknown: "interruptions")?.contains("failures") == true)
  }

  /// M is 11,135 s: a checkpoint of twice that leads nowhere, one of a fifth of it is slow.
  @Test(
    arguments: [
      (10.0, []), (5500, ["training.interruptions"]),
      (22_400, ["training.checkpoint", "training.interruptions"]),
    ] as [(Double, [String])])
  func tellsWhatLeadsNowhere(_ checkpoint: Double, _ failing: [String]) throws {
    var run = run
    run.checkpoint = fixtures.number(checkpoint, .time)
    let unmet = try run.figures().requirements.failing(fixtures.builder)
    #expect(unmet.filter { $0 != "training.memory" } == failing)
  }
}
