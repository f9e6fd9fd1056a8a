import Testing

@testable import AICLanguage

/// Imported price lists, in the catalogue's own form and in SkyPilot's; expected figures are the rows' own.
@Suite struct PriceListTests {
  /// The columns of SkyPilot's catalogue v8.
  private static let sky = """
    InstanceType,AcceleratorName,AcceleratorCount,vCPUs,MemoryGiB,GpuInfo,Price,SpotPrice,Region,AvailabilityZone
    p5.48xlarge,H100,8.0,192.0,2048.0,"{'Gpus': [{'Name': 'H100'}]}",98.32,20.0,us-east-1,us-east-1a
    p5.48xlarge,H100,8.0,192.0,2048.0,"{'Gpus': [{'Name': 'H100'}]}",98.32,16.0,us-west-2,us-west-2b
    m5.large,,,2.0,8.0,,0.096,0.04,us-east-1,us-east-1a
    """

  private static let own = """
    provider,name,accelerator,devices,region,basis,on_demand [USD/hour],reserved_1y [USD/hour],as_of,source,kind,checked
    acme,box,H100-SXM,8,here,instance,40,32,2025-01-01,quote,listed,retrieved
    acme,box,H100-SXM,8,here,instance,24,16,2026-01-01,quote,estimate,retrieved
    acme,chip,TPU-v5e,1,here,per_chip,1,,2026-01-01,quote,listed,recalled
    """

  private func script(_ text: String) -> Script {
    let files = [("sky", Self.sky), ("own", Self.own)].map { name, text in
      SourceFile(name: name + ".csv", text: text + "\n")
    }
    let imports = "import \"sky.csv\"\nimport \"own.csv\"\n"
    return Script(
      SourceFile(name: "t.aic", text: imports + text), access: ExampleFolder(files: files))
  }

  @Test(arguments: [
    ("sky.p5_48xlarge", 12.29), ("sky.p5_48xlarge.us_west_2.spot", 2), ("sky.m5_large.spot", 0.04),
    ("sky.p5_48xlarge.instance", 98.32), ("own.box", 3), ("own.box.reserved_1y", 2),
    ("own.box as of 2025", 5), ("own.chip", 1),
  ])
  func prices(price: String, dollars: Double) throws {
    let result = script("show (\(price)) in $/hour").run()
    #expect(result.diagnostics.map(\.message) == [])
    guard case .figure(let shown)? = result.outputs.first, case .figure(let figure) = shown.value
    else {
      Issue.record("no figure")
      return
    }
    #expect(abs(figure.value * 3600 - dollars) < 1e-9)
  }

  @Test(arguments: [
    ("sky.p5_48xlarg", "prices.instance"), ("sky.pricee", "tables.column"),
    ("sky.p5_48xlarge as of 2025", "prices.date"), ("own.box as of 2024", "prices.date"),
    ("own.box.there", "prices.region"), ("own.chip.reserved_1y", "prices.commitment"),
  ])
  func mistakes(price: String, id: String) {
    #expect(script("show \(price)").run().diagnostics.map(\.id) == [id])
  }

  /// Columns stay columns.
  @Test func aPriceListIsATableToo() {
    #expect(script("show own.chip, sum(sky.acceleratorcount), sky[2].price").run().hasErrors)
    #expect(script("show sky[2].price, count(own.as_of)").run().diagnostics.isEmpty)
  }

  @Test func aPriceNamesItsLine() throws {
    let explained = script("x = own.chip").explain("x").figure
    #expect(
      explained?.parts.first?.source == "own.csv:4, quote, recalled, not checked (2026-01-01)")
  }
}
