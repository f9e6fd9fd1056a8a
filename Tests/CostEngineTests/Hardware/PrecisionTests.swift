import Quantities
import Testing

@testable import CostEngine

@Suite struct PrecisionTests {
  let fixtures = Fixtures()

  private func hardware(_ peaks: [String: Double]) -> Hardware {
    var hardware = fixtures.h100
    hardware.name = "chip"
    hardware.peak = peaks.mapValues { fixtures.number($0, .compute / .time) }
    return hardware
  }

  /// The V100 has tensor cores for fp16 alone, the P40 neither: 125 and 12 TFLOP/s.
  @Test(arguments: [
    (["bf16": 989e12, "fp16": 1e12, "fp32": 67e12], "bf16", 989e12, ""),
    (["fp16": 125e12, "fp32": 15.7e12], "fp16", 125e12, "`chip` has no bf16 peak"),
    (["fp32": 12e12, "int8": 47e12], "fp32", 12e12, "`chip` has no peak for 16-bit"),
  ])
  func takesWhatTheDeviceComputesIn(
    _ peaks: [String: Double], _ word: String, _ peak: Double, _ reason: String
  ) throws {
    var run = TrainingRun(
      model: fixtures.sized(1e9), hardware: hardware(peaks), devices: fixtures.number(8),
      tokens: fixtures.number(1e9, .tokens))
    run.mfu = fixtures.number(0.5)
    let training = try run.figures()
    #expect(isClose(fixtures.value(training.time), 6e18 / (8 * peak * 0.5)))
    #expect(training.wordDefaults.map(\.word) == [word])
    let citation = try #require(training.wordDefaults.first?.citation)
    #expect(citation.text.hasPrefix(reason) && citation.asOf != nil)
    run.precision = "fp32"
    if peaks["fp32"] != nil { #expect(try run.figures().wordDefaults.isEmpty) }

    var service = fixtures.deployment(fixtures.llama8B)
    service.hardware = hardware(peaks)
    let figures = try service.figures()
    #expect(figures.wordDefaults.map(\.word) == [word])
    // Weights and cache take 2 bytes, or 4 in fp32.
    let bytes = word == "fp32" ? 4.0 : 2
    #expect(isClose(fixtures.value(figures.weightsMemory), 8_030_261_248 * bytes))
    #expect(
      isClose(
        fixtures.value(figures.kvMemory), fixtures.value(figures.batch) * 1025 * 65536 * bytes, 1e-9
      ))
  }

  @Test func aPrecisionThatIsGivenIsNoDefault() throws {
    var service = fixtures.deployment(fixtures.llama8B)
    service.quantize = "fp8"
    #expect(try service.figures().wordDefaults.isEmpty)
    service.quantize = nil
    service.precision = "bf16"
    #expect(try service.figures().wordDefaults.isEmpty)
  }

  @Test func refusesWhereNoneIsKnown() {
    var service = fixtures.deployment(fixtures.llama8B)
    service.hardware = hardware(["int8": 47e12])
    let error = #expect(throws: EngineError.self) { try service.figures() }
    #expect(error?.message == "`chip` has no peak for fp32")
    #expect(error?.help == "it computes in int8")
  }
}
