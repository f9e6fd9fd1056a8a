import Testing

@testable import AICLanguage

/// `import "ours.csv" as catalogue`; expected figures are the rows' own.
@Suite struct CatalogueImportTests {
  private static let files = [
    SourceFile(
      name: "hardware.csv",
      text: """
        name,vendor,class,year,memory [GB],bandwidth [GB/s],peak_bf16 [TFLOP/s],source,as_of
        X1,us,asic,2026,100,2000,500,data sheet,2026-05
        H100-SXM,us,gpu,2026,90,3000,900,,
        """),
    SourceFile(
      name: "models.csv",
      text: """
        name,family,architecture,modality,params [billion],layers,hidden,heads,kv_heads,vocab,ffn
        tiny,ours,dense,text,0.162,12,768,12,12,32000,3072
        """),
    SourceFile(
      name: "prices.csv",
      text: """
        provider,name,instance,accelerator,devices,region,basis,on_demand [USD/hour],as_of
        acme,box,box,X1,8,here,instance,16,2026-06
        """),
    SourceFile(
      name: "tokens.csv",
      text: """
        provider,name,model,input [USD/million tokens],output [USD/million tokens]
        acme,wee,wee,1,2
        """),
    SourceFile(
      name: "bad.csv",
      text: "name,vendor,class,year,memory [GB]\nX1,us,gpu,soon,1\nX2,us,gpu,2026,0\n"),
    SourceFile(name: "odd.csv", text: "a,b\n1,2\n"),
    SourceFile(
      name: "base.aic", text: "import \"hardware.csv\" as catalogue\nroom = X1.memory\n"),
  ]

  private func script(_ text: String) -> Script {
    Script(SourceFile(name: "t.aic", text: text), access: ExampleFolder(files: Self.files))
  }

  private static let all = """
    import "hardware.csv" as catalogue
    import "models.csv" as catalogue
    import "prices.csv" as catalogue
    import "tokens.csv" as catalogue

    """

  @Test(arguments: [
    ("X1.memory in GB", 100e9), ("H100.memory in GB", 90e9), ("tiny.params", 162e6),
    ("acme.box in $/hour", 2.0 / 3600), ("acme.box.here.instance in $/hour", 16.0 / 3600),
    ("acme.wee.output", 2e-6),
  ])
  func ownEntriesStandByName(expression: String, value: Double) throws {
    let result = script(Self.all + "show \(expression)").run()
    #expect(result.diagnostics.map(\.message) == [])
    guard case .figure(let named)? = result.outputs.first, let figure = named.value.figure else {
      Issue.record("no figure")
      return
    }
    // The parameters are counted from the shape where that is known.
    #expect(abs(figure.value - value) < value * (expression.hasPrefix("tiny") ? 0.01 : 1e-12))
  }

  @Test func aThingOfThemIsComputedInEveryScenario() {
    let result = script(
      Self.all + """
        s = deploy tiny on 1 X1 serving 2 requests/s {
          prompt: 900 tokens, response: 250 tokens, price: $2/hour
        }
        show s.cost
        scenario large { s.prompt = 2k tokens }
        compare base, large on s.cost
        sweep s.batch in [8, 16] show s.cost

        """
    ).run()
    #expect(result.diagnostics.map(\.message) == [])
    #expect(result.outputs.count == 3)
  }

  @Test func theSourceIsTheFilesLine() throws {
    let found = try #require(
      script(Self.all + "show X1.memory, H100.memory").assumptions(
        moving: ["X1.memory", "H100.memory"]
      ).assumptions)
    let facts = found.inputs.filter { $0.kind == .fact }
    #expect(facts.map(\.name) == ["H100-SXM memory", "X1 memory"])
    #expect(facts.map(\.source) == ["hardware.csv:3", "hardware.csv:2, data sheet"])
    #expect(facts.map(\.confidence) == [.stated, .sourced])
    #expect(facts.map(\.asOf) == [nil, "2026-05"])
  }

  @Test func aPriceIsListedByTheHour() throws {
    let found = try #require(
      script(Self.all + "show acme.box * 100 hours").assumptions().assumptions)
    #expect(found.inputs.map(\.value.text) == ["$16/hour", "8"])
    #expect(found.inputs.map { $0.moves?.first?.elasticity } == [1, -1])
  }

  /// What is above the import, and every other script, has the catalogue as it comes.
  @Test func onlyWhatIsBelowSeesThem() {
    #expect(script("x = X1.memory\n" + Self.all).run().hasErrors)
    #expect(script("import \"base.aic\"\nshow base.room, X1.memory").run().diagnostics.isEmpty)
    #expect(
      script("import \"prices.csv\" as catalogue").run().diagnostics.map(\.id) == [
        "imports.catalogue-row"
      ])
  }

  @Test func whatCannotBeIsRefusedWithItsLine() {
    let rows = script("import \"bad.csv\" as catalogue").run().diagnostics
    #expect(rows.map(\.id) == ["imports.catalogue-row", "imports.catalogue-row"])
    #expect(
      rows.map(\.message) == [
        "bad.csv:2:11: year is not a number: soon", "bad.csv:3:16: memory is zero",
      ])
    let odd = script("import \"odd.csv\" as catalogue").run().diagnostics
    #expect(odd.map(\.id) == ["imports.catalogue-headings"] && odd.first?.help != nil)
    #expect(
      script("import \"none.csv\" as catalogue").run().diagnostics.map(\.id) == ["imports.missing"])
  }

  @Test func theProgramsCatalogueHasThem() {
    #expect(script(Self.all).catalogue.names(of: .accelerator).first == "X1")
    #expect(script("x = 1").catalogue.accelerator(named: "X1") == nil)
  }

  @Test func completionOffersThem() {
    let access = ExampleFolder(files: Self.files)
    func offered(_ text: String) -> [String] {
      complete(Self.all + text, at: (Self.all + text).utf8.count, access: access)
        .candidates.map(\.text)
    }
    #expect(offered("s = deploy llama_3_1_8b on 1 X").contains("X1"))
    #expect(offered("s = deploy ti").contains("tiny"))
    #expect(offered("p = acme.").contains("box") && offered("p = acme.").contains("wee"))
  }
}
