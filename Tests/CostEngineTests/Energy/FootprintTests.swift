import Quantities
import Testing

@testable import CostEngine

@Suite struct FootprintTests {
  let fixtures = Fixtures()
  private let kWh = 3.6e6

  /// A run of so many device-hours at so many watts: the time and the mean power are what is asked for.
  private func run(
    hours: Double, watts: Double, pue: Double, intensity: Double
  ) throws -> TrainingRun {
    var hardware = fixtures.h100
    hardware.power = fixtures.number(watts / 0.85, .power)
    let flops = hours * 3600 * 989e12 * 0.5
    var run = TrainingRun(
      model: fixtures.sized(1e9), hardware: hardware, devices: fixtures.number(100),
      tokens: fixtures.number(flops / 6e9, .tokens))
    run.mfu = fixtures.number(0.5)
    run.pue = fixtures.number(pue)
    run.carbonIntensity = fixtures.number(intensity / kWh, .mass / .energy)
    return run
  }

  /// Patterson et al. (arXiv:2104.10350) of GPT-3: 10,000 V100 for 14.8 days at 330 W, 1,287 MWh and 552 t;
  /// Touvron et al. (arXiv:2302.13971) of LLaMA-65B: 449 MWh and 173 t; Luccioni et al. (arXiv:2211.02001) of
  /// BLOOM's use alone: 433 MWh and 24.7 t.
  @Test(arguments: [
    (3.552e6, 330.0, 1.1, 0.429, 1289.0, 552.0), (1_022_362, 400, 1.1, 0.385, 449.8, 173),
    (1_082_990, 400, 1.0, 0.057, 433.2, 24.7),
  ])
  func comesToWhatWasPublished(
    _ hours: Double, _ watts: Double, _ pue: Double, _ intensity: Double, _ energy: Double,
    _ carbon: Double
  ) throws {
    let training = try run(hours: hours, watts: watts, pue: pue, intensity: intensity).figures()
    #expect(isClose(fixtures.value(training.energy) / kWh / 1e3, energy, 1e-3))
    #expect(isClose(fixtures.value(training.carbon) / 1e3, carbon, 2.5e-3))
  }

  /// Luccioni et al., table 3: 11.2 t for 1.08M hours of a 2,500 kg server of eight and a 150 kg device, each used
  /// 85% of six years.
  @Test func addsTheMakingOfTheDevices() throws {
    var run = try run(hours: 1_082_990, watts: 400, pue: 1, intensity: 0.057)
    run.embodied = fixtures.number(2500 / 8.0 + 150, .mass)
    run.life = fixtures.number(6 * 365 * 86_400 * 0.85, .time)
    let training = try run.figures()
    #expect(isClose(fixtures.value(training.embodiedCarbon) / 1e3, 11.2, 2e-3))
    #expect(
      fixtures.value(training.carbon)
        == fixtures.value(training.operationalCarbon) + fixtures.value(training.embodiedCarbon))
    #expect(training.water == nil)
    #expect(fixtures.builder.faults.isEmpty)
  }

  /// 100 kWh of the computers: 180 L at 1.8 L/kWh of them; 120 kWh of the site: 372 L at 3.1 L/kWh.
  @Test func takesWaterAtTheSiteAndAtTheSource() throws {
    var run = try run(hours: 1000, watts: 100, pue: 1.2, intensity: 0.4)
    #expect(try run.figures().help(forUnknown: "water")?.contains("wue") == true)
    #expect(try run.figures().help(forUnknown: "carbon.embodied")?.contains("embodied") == true)
    run.wue = fixtures.number(1.8 / kWh, .volume / .energy)
    let onsite = try run.figures()
    #expect(isClose(fixtures.value(onsite.water), 180))
    #expect(onsite.sourceWater == nil)
    run.waterIntensity = fixtures.number(3.1 / kWh, .volume / .energy)
    let both = try run.figures()
    #expect(isClose(fixtures.value(both.onsiteWater), 180))
    #expect(isClose(fixtures.value(both.sourceWater), 372))
    #expect(
      fixtures.value(both.water)
        == fixtures.value(both.onsiteWater) + fixtures.value(both.sourceWater))
  }

  /// Per time of serving: two devices of 500 kg used for five years are 200 kg a year.
  @Test func countsTheDevicesThatServe() throws {
    var run = fixtures.deployment(fixtures.llama8B)
    run.replicas = fixtures.number(2)
    run.rate = fixtures.perSecond(1)
    run.embodied = fixtures.number(500, .mass)
    run.wue = fixtures.number(1 / kWh, .volume / .energy)
    let figures = try run.figures()
    #expect(isClose(fixtures.value(figures.embodiedCarbon) * 365 * 86_400, 200))
    #expect(
      isClose(fixtures.value(figures.water), fixtures.value(figures.energy) / 1.15 / kWh))
    #expect(fixtures.builder.faults.isEmpty)
  }
}
