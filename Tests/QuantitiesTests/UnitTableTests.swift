import Testing

@testable import Quantities

@Suite struct UnitTableTests {
  let table = UnitTable.standard

  @Test func everyNameReadsAndPrintsBack() throws {
    #expect(table.names.count > 150)
    for name in table.names {
      let unit = try table.unit(name)
      #expect(try table.unit(unit.text) == unit)
      #expect(try table.unit(unit.singular) == unit)
      #expect(unit.scale.isNormal && unit.scale > 0)
    }
  }

  /// Only millilitres and megalitres differ by case alone.
  @Test func foldingIsUnambiguous() {
    var units: [String: Set<Unit>] = [:]
    for name in table.names {
      if let unit = table.exactly(name) { units[name.lowercased(), default: []].insert(unit) }
    }
    #expect(units.filter { $1.count > 1 }.keys.sorted() == ["ml"])
  }

  @Test func everyNameReadsInLowerCase() throws {
    for name in table.names where !["B", "ML"].contains(name) {
      #expect(try table.unit(name.lowercased()) == table.unit(name), "\(name)")
    }
  }

  /// By hand, from the definitions in the language page and the SI brochure.
  static let scales: [(String, Double)] = [
    ("month", 2_628_000.0), ("year", 31_536_000), ("week", 604_800), ("h", 3600), ("min", 60),
    ("ms", 0.001), ("µs", 1e-6), ("ns", 1e-9), ("kWh", 3.6e6), ("GWh", 3.6e12), ("MW", 1e6),
    ("kB", 1000), ("GiB", 1_073_741_824), ("PB", 1e15), ("Gbit", 1.25e8), ("bit", 0.125),
    ("ZFLOP", 1e21), ("g", 0.001), ("t", 1000), ("mL", 0.001), ("ML", 1e6), ("GPUs", 1),
    ("GPU-hours", 3600), ("GB/s", 1e9), ("requests/user/day", 1 / 86400.0), ("W·h", 3600),
    ("kB²", 1e6), ("s⁻¹", 1), ("ms⁻²", 1e6), ("$/GPU-hour", 1 / 3600.0),
    ("1/month", 1 / 2_628_000.0),
  ]

  @Test(arguments: scales)
  func scaleIsInBaseUnits(text: String, scale: Double) throws {
    #expect(try table.unit(text).scale == scale)
  }

  static let spellings: [(String, String)] = [
    ("kwh/gpu-hour", "kWh/GPU-hour"), ("request/user/days", "requests/user/day"),
    ("gb", "GB"), ("mb", "MB"), ("mw", "MW"), ("MS", "ms"), ("ML", "ML"), ("ml", "mL"),
    ("B", "bytes"), ("KB", "kB"), ("kib", "KiB"), ("μs", "µs"), ("us", "µs"), ("SEC", "s"),
    ("tCO₂e", "tCO2e"), ("kgco2e", "kgCO2e"), ("pflop/S", "PFLOP/s"), ("usd/Month", "USD/month"),
    ("gpus-hours", "GPU-hours"), ("tokens/$", "tokens/$"), ("J⋅s", "J·s"),
    ("bytes^(1/2)", "bytes^(1/2)"),
    ("s^2", "s²"), ("s^-1", "s⁻¹"), ("parameters", "params"), ("hr", "h"), ("hours", "hours"),
  ]

  @Test(arguments: spellings)
  func spellingIsNormalized(text: String, canonical: String) throws {
    #expect(try table.unit(text).text == canonical)
    #expect(try table.unit(canonical).text == canonical)
  }

  @Test func divisionGroupsFromTheLeft() throws {
    #expect(try table.unit("tokens/s/user").dimension == Dimension.tokens / .time / .users)
    #expect(try table.unit("$/GPU-hour").dimension == .money / .time)
    #expect(try table.unit("kg/kW-h").dimension == .mass / .energy)
    #expect(try table.unit("GB/GB").dimension == .none)
  }

  static let refusals: [(String, String, String?)] = [
    ("TFLOPs", "`TFLOPs` could be work or a rate", "write `TFLOP` or `TFLOP/s`"),
    ("FLOPS", "`FLOPS` could be work or a rate", "write `FLOP` or `FLOP/s`"),
    ("Gb", "`Gb` could be bits or bytes", "write `Gbit` or `GB`"),
    ("Mb/s", "`Mb` could be bits or bytes", "write `Mbit` or `MB`"),
    ("Gib", "`Gib` could be bits or bytes", "write `GiB`"),
    ("b", "`b` could be bits or bytes", "write `bits` or `bytes`"),
    ("Gbps", "`Gbps` could be bits or bytes", "write `Gbit/s` or `GB/s`"),
    ("mW", "`mW` is a thousandth, and only seconds take `m`", "write `MW` or `W`"),
    ("mJ/token", "`mJ` is a thousandth, and only seconds take `m`", "write `MJ` or `J`"),
    ("tokns", "there is no unit `tokns`", "did you mean `tokens`?"),
    ("queries/day", "there is no unit `queries`", "did you mean `requests`?"),
    ("xyzzy", "there is no unit `xyzzy`", nil),
    ("%", "there is no unit `%`", nil),
    ("", "`` is not a unit", nil), ("/s", "`/s` is not a unit", nil),
    ("GB//s", "`GB//s` is not a unit", nil), ("GB/", "`GB/` is not a unit", nil),
    ("GB-", "`GB-` is not a unit", nil), ("GB s", "`GB s` is not a unit", nil),
    ("s⁰", "`s⁰` is not a unit", nil), ("s⁻", "`s⁻` is not a unit", nil),
    ("s^(1/0)", "`s^(1/0)` is not a unit", nil), ("s²²²", "`s²²²` is not a unit", nil),
    ("TB⁹⁹", "`TB⁹⁹` is not a unit", nil), ("1/", "`1/` is not a unit", nil),
  ]

  @Test(arguments: refusals)
  func refuses(text: String, message: String, help: String?) {
    let error = #expect(throws: QuantityError.self) { try table.unit(text) }
    #expect(error?.message == message)
    #expect(error?.help == help)
  }

  @Test func suggestionsNameAUnitOnce() {
    #expect(table.suggestions(for: "tokns").first == "tokens")
    #expect(table.suggestions(for: "gigabytes") == ["GB"])
    #expect(table.suggestions(for: "monht").first == "month")
  }

  @Test func fileDefinesUnits() throws {
    var table = table
    try table.define("seat")
    try table.define("wafer", as: 300, of: .none)
    #expect(try table.unit("seats").dimension == Dimension(.custom("seat")))
    #expect(try table.unit("$/seat/month").text == "$/seat/month")
    #expect(try table.unit("wafers").scale == 300)
    #expect(throws: QuantityError.self) { try UnitTable.standard.unit("seats") }
    let reader = QuantityReader(units: table)
    #expect(try reader.read("2 wafers").value == 600)
  }

  @Test(arguments: [
    ("seat", "`seat` is a unit already"), ("gpu", "`gpu` is a unit already"),
    ("hours", "`hours` is a unit already"), ("k", "`k` cannot be the name of a unit"),
    ("", "`` cannot be the name of a unit"), ("a/b", "`a/b` cannot be the name of a unit"),
    ("2x", "`2x` cannot be the name of a unit"),
  ])
  func definitionIsRefused(name: String, message: String) throws {
    var table = table
    try table.define("seat")
    let error = #expect(throws: QuantityError.self) { try table.define(name) }
    #expect(error?.message == message)
  }

  @Test(arguments: [0, -1, .nan, .infinity])
  func scaleMustBePositive(scale: Double) {
    var table = table
    let error = #expect(throws: QuantityError.self) {
      try table.define("wafer", as: scale, of: .none)
    }
    #expect(error?.message == "`wafer` has a scale that is not a positive number")
  }
}
