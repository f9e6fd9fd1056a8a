import Quantities
import RealModule
import Testing

@testable import CostEngine

@Suite struct OwnershipTests {
  let fixtures = Fixtures()
  private let year = 365.0 * 86_400
  private let hour = 3600.0

  /// $46,000 all in, written off over four years to 15% at 10%, 1.73 kW at $130/kW/month and 80% of it at
  /// $0.08/kWh, 5% a year of upkeep, in use 90% of the time.
  private var run: OwnershipRun {
    var run = OwnershipRun()
    run.purchase = fixtures.number(46_000, .money)
    run.server = fixtures.number(0)
    run.network = fixtures.number(0)
    run.life = fixtures.number(4 * year, .time)
    run.salvage = fixtures.number(0.15)
    run.wacc = fixtures.number(0.1)
    run.host = fixtures.number(0)
    run.powerShare = fixtures.number(0.8)
    run.pue = fixtures.number(1)
    run.electricity = fixtures.number(0.08 / 3.6e6, .money / .energy)
    run.colo = fixtures.number(130 / (1e3 * year / 12), .money / .energy)
    run.maintenance = fixtures.number(0.05)
    run.utilization = fixtures.number(0.9)
    return run
  }

  private var device: Hardware {
    var hardware = fixtures.h100
    hardware.power = fixtures.number(1730, .power)
    return hardware
  }

  private func figures(_ run: OwnershipRun) throws -> Ownership {
    try run.figures(of: device, in: fixtures.builder)
  }

  /// $40,000, written off over five years to 10%.
  private func written(_ method: String, year: Double? = nil) throws -> Ownership {
    var run = OwnershipRun()
    run.purchase = fixtures.number(40_000, .money)
    run.server = fixtures.number(0)
    run.network = fixtures.number(0)
    run.salvage = fixtures.number(0.1)
    run.method = method
    run.year = year.map { fixtures.number($0) }
    if method == "annuity" { run.wacc = fixtures.number(0.1) }
    return try figures(run)
  }

  /// Worked out apart, in Python: 13,024.91 + 969.91 + 2,698.80 + 2,300 = 18,993.62 a year, over 7,884 hours.
  @Test func comesToTheWorkedExample() throws {
    let ownership = try figures(run)
    let hours = 8760 * 0.9
    #expect(isClose(fixtures.value(ownership.price) * hour, 2.409_134_4, 1e-7))
    #expect(isClose(fixtures.value(ownership.capitalPrice) * hour * hours, 13_024.908_425, 1e-9))
    #expect(isClose(fixtures.value(ownership.energyPrice) * hour * hours, 969.9072, 1e-8))
    #expect(isClose(fixtures.value(ownership.colocationPrice) * hour * hours, 2698.8))
    #expect(isClose(fixtures.value(ownership.maintenancePrice) * hour * hours, 2300))
    #expect(isClose(fixtures.value(ownership.cost) * year, 18_993.615_625, 1e-8))
    #expect(ownership.requirements.failing(fixtures.builder).isEmpty)
    #expect(fixtures.builder.faults.isEmpty)
  }

  /// Tables of the three methods, worked out in Python year by year: what a year is charged and what is left.
  @Test(arguments: [
    ("straight", 1.0, 7200, 32_800), ("straight", 5, 7200, 4000),
    ("declining", 1, 16_000, 24_000), ("declining", 2, 9600, 14_400),
    ("declining", 3, 5760, 8640), ("declining", 4, 3456, 5184), ("declining", 5, 1184, 4000),
    ("annuity", 1, 9896.709_309, 34_103.290_691), ("annuity", 5, 9896.709_309, 4000),
  ])
  func writesOff(_ method: String, _ at: Double, _ charge: Double, _ left: Double) throws {
    let ownership = try written(method, year: at)
    #expect(isClose(fixtures.value(ownership.capitalPrice) * year, charge, 1e-8))
    #expect(isClose(fixtures.value(ownership.bookValue), left, 1e-8))
    #expect(ownership.requirements.failing(fixtures.builder).isEmpty)
  }

  @Test func averagesTheYearsOfTheLife() throws {
    let average = fixtures.value(try written("declining").capitalPrice) * year
    let years = try (1...5).map {
      fixtures.value(try written("declining", year: Double($0)).capitalPrice) * year
    }
    #expect(isClose(years.reduce(0, +) / 5, 7200))
    #expect(isClose(average, 7200))
  }

  /// 40,000 over two and a half years at 80%, to 1,000 (Python): 32,000, 6,400, and 600 in half a year.
  @Test func chargesAPartOfAYear() throws {
    var run = OwnershipRun()
    run.purchase = fixtures.number(40_000, .money)
    run.server = fixtures.number(0)
    run.network = fixtures.number(0)
    run.life = fixtures.number(2.5 * year, .time)
    run.salvage = fixtures.number(0.025)
    run.method = "declining"
    for (at, charge) in [(1.0, 32_000.0), (2, 6400), (3, 1200)] {
      run.year = fixtures.number(at)
      let ownership = try figures(run)
      #expect(isClose(fixtures.value(ownership.capitalPrice) * year, charge, 1e-9))
      #expect(ownership.requirements.failing(fixtures.builder).isEmpty)
    }
    run.year = fixtures.number(4)
    #expect(try figures(run).requirements.failing(fixtures.builder) == ["ownership.year"])
  }

  /// Capital that costs nothing is repaid as the straight line has it, and nearly nothing nearly so.
  @Test(arguments: [0.0, 1e-12, 1e-8, 0.999e-7, 1.001e-7])
  func reachesTheStraightLine(_ wacc: Double) throws {
    var run = run
    run.wacc = fixtures.number(wacc)
    let capital = fixtures.value(try figures(run).capitalPrice)
    run.method = "straight"
    run.wacc = nil
    let straight = fixtures.value(try figures(run).capitalPrice)
    #expect(isClose(capital, straight, wacc * 4 + 1e-8))
  }

  @Test func readsSharesWithAndWithoutTheirYear() throws {
    let plain = try figures(run)
    var run = run
    run.wacc = fixtures.number(0.1 / year, Dimension.time.inverse)
    run.maintenance = fixtures.number(0.05 / year, Dimension.time.inverse)
    let yearly = try figures(run)
    #expect(isClose(fixtures.value(plain.price), fixtures.value(yearly.price)))
  }

  /// 18,993.62 ÷ (8,760 × 2.50) of the 35,040 hours of four years, in Python: 86.73% and 30,389.785 hours.
  @Test func findsWhereOwningCostsWhatRentingDoes() throws {
    var run = run
    run.rent = fixtures.number(2.5 / hour, .money / .time)
    let ownership = try figures(run)
    #expect(isClose(fixtures.value(ownership.breakeven), 0.867_288_4, 1e-6))
    #expect(isClose(fixtures.value(ownership.breakevenHours) / hour, 30_389.785, 1e-7))
    // At that use the price is the rent.
    run.utilization = ownership.breakeven
    #expect(isClose(fixtures.value(try figures(run).price), 2.5 / hour))
    run.rent = fixtures.number(0.5 / hour, .money / .time)
    let never = try figures(run)
    #expect(never.requirements.failing(fixtures.builder) == ["ownership.breakeven"])
    #expect(never.breakevenHours == nil)
    #expect(never.help(forUnknown: "breakeven_hours")?.contains("rent") == true)
  }

  @Test func refusesWhatCannotBe() throws {
    for (path, value, dimension) in [
      (\OwnershipRun.life, 0.0, Dimension.time), (\.utilization, 0, .none),
      (\.salvage, 1.2, .none), (\.purchase, -1, .money), (\.availability, 1.5, .none),
      (\.year, 1.5, .none),
    ] as [(WritableKeyPath<OwnershipRun, Term?>, Double, Dimension)] {
      var run = run
      run[keyPath: path] = fixtures.number(value, dimension)
      #expect(try figures(run).requirements.failing(fixtures.builder).contains("field.bounds"))
    }
    var unbought = OwnershipRun()
    #expect { try figures(unbought) } throws: { ($0 as? EngineError)?.id == "ownership.purchase" }
    unbought.purchase = fixtures.number(1, .money)
    unbought.method = "annuity"
    #expect { try figures(unbought) } throws: { ($0 as? EngineError)?.id == "ownership.wacc" }
    unbought.method = nil
    unbought.electricity = fixtures.number(1, .money / .energy)
    #expect {
      try unbought.figures(of: Hardware(name: "x"), in: fixtures.builder)
    } throws: {
      ($0 as? EngineError)?.id == "hardware.power"
    }
  }

  @Test func saysWhatItLeavesOut() throws {
    let ownership = try written("straight")
    for word in ["`electricity`", "`colo`", "`utilization`"] {
      #expect(ownership.notes.contains { $0.contains(word) })
    }
    #expect(try figures(run).notes.isEmpty)
  }

  /// In use 90% of the time at $2.41 an hour against $2.20 of rent; of 8,760 × 0.95 hours up, 94.8% would do
  /// against $2.40 (Python: 18,993.615625 ÷ (8,322 × 2.4) = 0.95097).
  @Test func warnsWhereTheStatedUseDoesNotPay() throws {
    var run = run
    run.rent = fixtures.number(2.2 / hour, .money / .time)
    let dear = try figures(run)
    #expect(
      dear.requirements.filter { $0.field == "utilization" }.failing(fixtures.builder).count == 1)
    #expect(isClose(fixtures.value(dear.breakeven), 0.985_555, 1e-5))
    run.rent = fixtures.number(2.45 / hour, .money / .time)
    #expect(try figures(run).requirements.failing(fixtures.builder).isEmpty)
    run.rent = fixtures.number(2.4 / hour, .money / .time)
    run.availability = fixtures.number(0.95)
    let up = try figures(run)
    #expect(isClose(fixtures.value(up.breakeven), 0.950_974, 1e-6))
    #expect(isClose(fixtures.value(up.breakevenHours), 0.950_974 * 0.95 * 4 * year, 1e-6))
    #expect(up.requirements.failing(fixtures.builder) == ["ownership.breakeven"])
  }

  /// A rent of $0.50 to $2.50, which may be below what owning takes, leaves every figure finite: on average
  /// 2.16822 × ln 5 ÷ 2 (Python: 1.7448) of the life's hours.
  @Test func breaksEvenUnderAnUncertainRent() throws {
    var run = run
    let share = fixtures.builder.draw("rent")
    run.rent = fixtures.number(0.5 / hour, .money / .time) * (1 + 4 * share)
    let ownership = try figures(run)
    let breakeven = try #require(ownership.breakeven)
    let hours = try #require(ownership.breakevenHours)
    let values = Evaluation(fixtures.builder.graph, roots: [breakeven.id, hours.id])
    let shares = try #require(values.samples(of: breakeven.id))
    #expect(isClose(shares.mean, 1.744_809, 1e-4))
    #expect(isClose(values.samples(of: hours.id)?.mean ?? 0, shares.mean * 4 * year))
    #expect(values.samples(of: hours.id)?.lost == 0)
  }

  /// An hour that a run takes costs what owning it does: of its electricity, 90% is the run's and the rest is of idle
  /// hours, charged with the device; nothing is charged twice.
  @Test func pricesARunInItsParts() throws {
    let price = try figures(run)
    var training = TrainingRun(
      model: fixtures.sized(8e9), hardware: device, devices: fixtures.number(64),
      tokens: fixtures.number(1e12, .tokens))
    training.mfu = fixtures.number(0.4)
    training.owned = .run(run)
    let trained = try training.figures()
    let hours = fixtures.value(trained.deviceHours)
    #expect(isClose(fixtures.value(trained.cost), hours * fixtures.value(price.price)))
    let electricity = 0.08 / 3.6e6
    #expect(
      isClose(fixtures.value(trained.energyCost), hours * 0.9 * fixtures.value(price.energyPrice)))
    #expect(
      isClose(fixtures.value(trained.energyCost), fixtures.value(trained.energy) * electricity))
    #expect(isClose(fixtures.value(trained.energy), hours * 1730 * 0.8))
    training.owned = .figures(price)
    #expect(fixtures.value(try training.figures().cost) == fixtures.value(trained.cost))
    training.electricity = fixtures.number(1e-8, .money / .energy)
    #expect { try training.figures() } throws: {
      ($0 as? EngineError)?.id == "ownership.electricity"
    }

    var deployment = fixtures.deployment(fixtures.llama8B)
    deployment.hardware = device
    deployment.hardware.owned = .run(run)
    deployment.rate = fixtures.perSecond(12)
    let served = try deployment.figures()
    // 18,993.62 a year but for 969.91 of electricity, whatever `utilization` says: hours that stand idle are its own.
    let replicas = fixtures.value(served.replicas)
    let energy = fixtures.value(served.energy)
    #expect(isClose(energy, replicas * 1730 * 0.8))
    #expect(isClose(fixtures.value(served.energyCost), energy * electricity))
    #expect(isClose(fixtures.value(served.cost) * year, replicas * 18_993.615_625, 1e-8))
    #expect(isClose(fixtures.value(served.ownership?.price) * year, 18_993.615_625, 1e-8))
    #expect(served.notes.contains { $0.contains("`utilization` of `own`") })
    // A rent of the run's own wins over what the hardware says.
    deployment.price = fixtures.number(2 / hour, .money / .time)
    #expect(try deployment.figures().ownership == nil)
  }

  /// Owning that says nothing of electricity leaves it to the run: 1 kW of 700 W and a host of 3/7, at 85% and a PUE
  /// of 1.15, is 0.9775 kW.
  @Test func takesTheElectricityOfTheRun() throws {
    var own = OwnershipRun()
    own.purchase = fixtures.number(40_000, .money)
    own.host = fixtures.number(3.0 / 7)
    var training = TrainingRun(
      model: fixtures.sized(8e9), hardware: fixtures.h100, devices: fixtures.number(64),
      tokens: fixtures.number(1e12, .tokens))
    training.mfu = fixtures.number(0.4)
    training.owned = .run(own)
    training.electricity = fixtures.number(0.1 / 3.6e6, .money / .energy)
    let figures = try training.figures()
    let hours = fixtures.value(figures.deviceHours) / hour
    #expect(isClose(fixtures.value(figures.energyCost), hours * 0.9775 * 0.1))
    own.pue = fixtures.number(2.3)
    training.owned = .run(own)
    #expect(isClose(fixtures.value(try training.figures().energyCost), hours * 1.955 * 0.1))
  }

  /// What owning warns of is said where it is stated: a run tells of what stands in its own price alone.
  @Test func warnsOnce() throws {
    var own = run
    own.rent = fixtures.number(0.5 / hour, .money / .time)
    var deployment = fixtures.deployment(fixtures.llama8B)
    deployment.hardware = device
    deployment.owned = .run(own)
    #expect(try deployment.figures().requirements.contains { $0.id == "ownership.breakeven" })
    own.rent = fixtures.number(2.3 / hour, .money / .time)
    deployment.owned = .run(own)
    #expect(try figures(own).requirements.failing(fixtures.builder) == ["ownership.breakeven"])
    #expect(try deployment.figures().requirements.failing(fixtures.builder).isEmpty)
    own.rent = fixtures.number(0.5 / hour, .money / .time)
    deployment.owned = .figures(try figures(own))
    #expect(try !deployment.figures().requirements.contains { $0.id == "ownership.breakeven" })
  }
}
