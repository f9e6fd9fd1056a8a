import Testing

@testable import Catalogue

/// Somebody's own entries; the figures expected are those of the rows.
@Suite struct CatalogueAdditionTests {
  private func catalogue(_ tables: String...) throws -> Catalogue {
    var catalogue = Catalogue()
    for (place, text) in tables.enumerated() {
      catalogue.add(
        try CatalogueAddition(file: "own\(place).csv", bytes: Array(text.utf8), to: catalogue))
    }
    return catalogue
  }

  private func refusal(_ text: String) -> CatalogueAdditionError? {
    do throws(CatalogueAdditionError) {
      _ = try CatalogueAddition(file: "own.csv", bytes: Array(text.utf8))
      return nil
    } catch {
      return error
    }
  }

  private static let hardware = """
    name,vendor,class,year,memory [GB],peak_bf16 [TFLOP/s],source,as_of
    X1,us,asic,2026,100,500,data sheet,2026-05
    H100-SXM,us,gpu,2026,90,900,,
    """

  @Test func hardwareIsAddedAndReplaced() throws {
    let own = try catalogue(Self.hardware)
    let new = try #require(own.accelerator(named: "x1"))
    #expect(new.memory == 100e9 && new.peaks["bf16"] == 500e12 && new.power == nil)
    #expect(new.provenance.source == "own0.csv:2, data sheet")
    #expect(new.provenance.asOf == "2026-05" && new.provenance.kind == .sourced)
    // Also by the names of the entry that it replaces.
    for name in ["H100-SXM", "H100"] {
      let replaced = try #require(own.accelerator(named: name))
      #expect(replaced.memory == 90e9 && replaced.provenance.source == "own0.csv:3")
      #expect(replaced.provenance.asOf == "" && replaced.provenance.kind == .stated)
    }
    #expect(own.accelerator(named: "A100") == Catalogue().accelerator(named: "A100"))
    #expect(own.names(of: .accelerator).prefix(2) == ["X1", "H100-SXM"])
    #expect(
      own.names(of: .accelerator).count == Catalogue().names(of: .accelerator).count + 1)
    #expect(own.known(among: ["x1", "nothing", "h200"]) == ["x1", "h200"])
    #expect(own.suggestions(for: "XX1", of: .accelerator).contains("X1"))
    let found = own.search(["X1"])
    #expect(found.isExact && found.entries.first?.mark == "own")
    #expect(found.entries.first?["file"] == "own0.csv:2")
  }

  @Test func modelsAreAddedAndReplaced() throws {
    let own = try catalogue(
      """
      name,aliases,family,architecture,modality,params [billion],layers
      tiny,tiny-1|wee,ours,dense,text,0.5,12
      Llama-3.1-8B,,ours,dense,text,9,33
      """)
    #expect(own.model(named: "wee")?.params == 0.5e9)
    #expect(own.model(named: "llama_3_1_8b")?.shape.layers == 33)
    #expect(own.model(named: "meta-llama/Llama-3.1-8B")?.params == 9e9)
    #expect(own.namesAndAliases(of: .model).contains("tiny-1"))
  }

  private static let prices = """
    provider,name,instance,accelerator,devices,region,basis,on_demand [USD/hour],as_of
    acme,box,box,X1,8,here,instance,16,2026-06
    aws,p5.48xlarge,p5.48xlarge,H100,8,us-east-1,instance,40,2026-11
    """

  @Test func pricesAreAddedAndReplaced() throws {
    let own = try catalogue(Self.hardware, Self.prices)
    #expect(own.provider(named: "ACME") == "acme" && own.products(of: "acme") == ["box"])
    #expect(own.offers(of: "acme", "box").map(\.dollars) == [16])
    let offers = own.offers(of: "aws", "p5_48xlarge")
    let known = Catalogue().offers(of: "aws", "p5_48xlarge")
    #expect(offers.first?.dollars == 40)
    let isHere = { (offer: Offer) in offer.regions.first == "us-east-1" }
    // Of the region no other price of today is left, and what is older stays for who asks for a date.
    #expect(offers.filter(isHere).dropFirst().allSatisfy { $0.provenance.asOf < "2026-11" })
    #expect(known.filter { !isHere($0) }.allSatisfy { offers.contains($0) })
    let entries = own.entries(of: .price).filter { $0.name == "aws.p5_48xlarge.us_east_1" }
    #expect(entries.count == 1 && entries.first?["on_demand"] == "40")
  }

  @Test func tokenPricesAreAddedAndReplaced() throws {
    let own = try catalogue(
      """
      provider,name,model,input [USD/million tokens],output [USD/million tokens]
      acme,wee,wee,1,2
      openai,gpt-4o,gpt-4o,1.5,6
      """)
    #expect(own.tokenPrice(of: "acme", "wee")?.output == 2)
    #expect(own.tokenPrice(of: "openai", "gpt_4o")?.input == 1.5)
    #expect(own.tokenProviders.first == "acme")
  }

  @Test func namedFiguresAreAddedAndReplaced() throws {
    let own = try catalogue(
      """
      metric,scope_type,scope,name,value,unit,year,as_of
      grid_carbon_intensity,country,FRA,France,50,gco2e_per_kwh,2026,2026-10
      """,
      """
      provider,category,name,region,price [USD],unit,gigabyte,as_of
      acme,object_storage,Cold Store,here,0.004,usd_per_gb_month,decimal,2026-10
      """)
    let france = own.figures(under: "grid", named: "france")
    #expect(france.count == 1 && abs(france[0].tiers[0].value * 3.6e6 - 0.05) < 1e-12)
    #expect(own.figures(under: "grid").count == Catalogue().figures(under: "grid").count)
    let cold = try #require(own.figures(under: "acme", named: "cold_store").first)
    // $0.004 for 10⁹ bytes and a twelfth of 365 days.
    #expect(abs(cold.tiers[0].value / (0.004 / 1e9 / 2_628_000) - 1) < 1e-12)
    #expect(own.provider(named: "acme") == "acme")
    #expect(own.entries(of: .storage)[0].name == "acme.cold_store.here")
  }

  @Test func theLastTableWins() throws {
    let own = try catalogue(
      Self.hardware, "name,vendor,class,year,memory [GB]\nX1,us,asic,2026,200\n")
    #expect(own.accelerator(named: "X1")?.memory == 200e9)
    #expect(own.names(of: .accelerator).filter { $0 == "X1" }.count == 1)
  }

  @Test(arguments: [
    ("name,vendor,class,year\nX1,us,gpu,soon", "own.csv:2:11: year is not a number: soon"),
    ("name,class,year\nX1,gpu,2026", "own.csv:2:1: vendor is missing"),
    (
      "name,vendor,class,year,as_of\nX1,us,gpu,2026,then", "own.csv:2:16: not a date: then"
    ),
    (
      "name,vendor,class,year\nX1,us,gpu,2026\nX1,us,gpu,2026",
      "own.csv:3:1: X1 is a name in line 2 too"
    ),
    ("name,vendor,class,year\n", "own.csv:1:1: there are no rows"),
    (
      "name,vendor,class,year\nX1,us,gpu",
      "own.csv:2:1: this row has 3 fields where the first row has 4"
    ),
    (
      "provider,name,instance,accelerator,devices,region,basis,on_demand [USD/hour]\n"
        + "acme,box,box,X9,8,here,instance,16", "own.csv:2:14: there is no accelerator X9"
    ),
    (
      "name,family,architecture,modality\nm,f,round,text",
      "own.csv:2:5: architecture is round, not one of"
    ),
  ])
  func rowsThatCannotBeAreRefused(text: String, problem: String) throws {
    let error = try #require(refusal(text))
    guard case .rows(let problems) = error else {
      Issue.record("\(error)")
      return
    }
    #expect(problems.map(\.description).contains { $0.hasPrefix(problem) }, "\(problems)")
  }

  @Test(arguments: [
    ("a,b\n1,2", "own.csv:1:1: these are the headings of no table", "`name` and `class`"),
    ("", "own.csv:1:1: these are the headings of no table", "`metric`"),
    (
      "name,vendor,class,year,memory [TB]\nX1,us,gpu,2026,1",
      "own.csv:1:24: `memory [TB]` is not in the unit of accelerators.csv", "`memory [GB]`"
    ),
    (
      "name,vendor,class,year,memory\nX1,us,gpu,2026,1",
      "own.csv:1:24: `memory` is not in the unit of accelerators.csv", "`memory [GB]`"
    ),
    (
      "name,vendor,class,yeer\nX1,us,gpu,2026", "own.csv:1:19: `yeer` is no heading of", "`year`"
    ),
  ])
  func headingsMustBeTheTables(text: String, problem: String, help: String) throws {
    let error = try #require(refusal(text))
    #expect(error.problems.count == 1)
    #expect(error.problems[0].description.hasPrefix(problem))
    #expect(error.help?.contains(help) == true)
  }
}
