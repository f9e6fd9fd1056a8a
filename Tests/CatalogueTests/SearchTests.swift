import Catalogue
import Testing

@Suite struct SearchTests {
  let catalogue = Catalogue()

  @Test(arguments: [
    ("H100", "H100-SXM", Catalogue.Kind.accelerator),
    ("meta-llama/Llama-3.1-8B", "Llama-3.1-8B", .model),
    ("llama_3_1_8b", "Llama-3.1-8B", .model), ("openai.gpt_4o", "openai.gpt_4o", .api),
    ("gpt-4o-mini", "openai.gpt_4o_mini", .api),
    ("France grid_carbon_intensity", "grid.france", .energy),
  ])
  func aNameIsShownWhole(words: String, name: String, kind: Catalogue.Kind) {
    let hits = catalogue.search(words.split(separator: " ").map(String.init))
    #expect(hits.isExact)
    #expect(hits.entries.first?.name == name)
    #expect(hits.entries.first?.kind == kind)
  }

  /// The accelerators of the data with `class` gpu and `year` 2024.
  @Test func byKindAndYear() {
    let hits = catalogue.search(["gpu", "2024"])
    #expect(hits.entries.map(\.name) == ["H200-SXM", "GH200-144GB", "B100", "MI325X"])
    #expect(hits.entries.allSatisfy { $0.kind == .accelerator && $0["class"] == "gpu" })
  }

  /// p5.48xlarge is $55.04 for eight: $6.88 a device.
  @Test func byPriceOfADevice() throws {
    let entry = try #require(
      catalogue.search(["aws", "p5_48xlarge", "us_east_1", "instances", "<$6.89"]).entries.first)
    #expect(entry.name == "aws.p5_48xlarge.us_east_1")
    #expect(entry.price == 6.88)
    #expect(
      catalogue.search(["aws", "p5_48xlarge", "us_east_1", "instances", "<6.88"]).entries.isEmpty)
    #expect(
      catalogue.search(["aws", "p5_48xlarge", "us_east_1", "instances", "<=6.88"]).entries.count
        == 1)
    #expect(catalogue.search(["h100", "price", "<$2"]).entries.allSatisfy { ($0.price ?? 9) < 2 })
  }

  @Test func vendorsAndParts() {
    let amd = catalogue.search(["amd", "gpus"]).entries
    #expect(amd.map(\.name).contains("MI300X"))
    #expect(amd.allSatisfy { $0["vendor"] == "AMD" })
    #expect(catalogue.search(["llama3.1", "models"]).entries.count == 3)
    #expect(catalogue.search(["egress", "gcp"]).entries.allSatisfy { $0.kind == .storage })
  }

  @Test(arguments: [("h10o", "H100"), ("lama_3_1_9b", "Llama-3.1-8B"), ("nvidai", "NVIDIA")])
  func nothingSuggestsNearNames(word: String, near: String) {
    let hits = catalogue.search([word])
    #expect(hits.entries.isEmpty)
    #expect(hits.suggestions.contains(near), "\(hits.suggestions)")
  }

  @Test(arguments: [[], [""], ["<"], ["<$"], [">=nan"], ["`"], ["////"], ["日本"], ["|"]])
  func strangeWordsAreHarmless(words: [String]) {
    _ = catalogue.search(words)
  }

  @Test func marks() {
    let entries = catalogue.entries(of: .convention)
    #expect(entries.first?.mark == "recalled")
    #expect(catalogue.search(["vast.h100_sxm"]).entries.first?.mark == "estimate")
    #expect(catalogue.search(["openai.gpt_4o"]).entries.first?.mark == nil)
  }
}
