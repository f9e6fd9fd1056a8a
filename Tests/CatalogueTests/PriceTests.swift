import Testing

@testable import Catalogue

/// Expected figures are those of the providers' price lists, read a second time in the rows named at each.
@Suite struct PriceTests {
  let catalogue = Catalogue()

  private func offers(_ provider: String, _ instance: String, _ terms: Offer.Commitment) -> [Offer]
  {
    catalogue.offers(of: provider, instance).filter { $0.commitment == terms }
  }

  /// aws p5.48xlarge: $98.32 from 2023-08-08, $55.04 from 2025-06-23; spot $11.5616 in us-east-2.
  @Test func anInstanceThroughTheYears() throws {
    let virginia = offers("aws", "p5_48xlarge", .onDemand).filter { $0.regions == ["us-east-1"] }
    let byDate = virginia.sorted { $0.provenance.asOf < $1.provenance.asOf }
    #expect(byDate.map(\.provenance.asOf) == ["2023-08-08", "2025-06-23", "2026-07-20"])
    #expect(byDate.map(\.dollars) == [98.32, 55.04, 55.04])
    #expect(byDate.last?.devices == 8)
    #expect(byDate.last?.accelerator == "H100-SXM")
    let spot = offers("aws", "p5.48xlarge", .spot).first { $0.regions == ["us-east-2"] }
    #expect(spot?.dollars == 11.5616)
  }

  /// gcp TPU v5e: by the chip, $1.20 in us-central1, $0.54 for three years.
  @Test func devicesThatAreSoldSingly() throws {
    let offer = try #require(offers("gcp", "tpu_v5e", .onDemand).first)
    #expect(offer.isPerDevice)
    #expect(offer.dollars == 1.2)
    #expect(offers("gcp", "tpu_v5e", .reserved3y).first?.dollars == 0.54)
    #expect(offers("runpod", "rtx_4090", .onDemand).first?.provenance.kind == .estimate)
    #expect(offers("vast", "h100_sxm", .onDemand).isEmpty)
  }

  /// A capacity block is no on-demand price: aws p5e.48xlarge has only $43.26 for one.
  @Test func capacityBlocksAreTheirOwnTerms() {
    #expect(offers("aws", "p5e_48xlarge", .onDemand).isEmpty)
    #expect(offers("aws", "p5e_48xlarge", .capacityBlock).map(\.dollars) == [43.26, 43.26])
  }

  @Test func regionsOfWords() {
    let iowa = offers("gcp", "Google TPU v3", .onDemand).first {
      $0.regions.contains("us-central1")
    }
    #expect(iowa?.regions == ["us-central1", "Iowa"])
  }

  /// openai gpt-4o: $2.50 in, $10 out, $1.25 cached, half price in a batch.
  @Test func tokens() throws {
    let price = try #require(catalogue.tokenPrice(of: "openai", "gpt_4o"))
    #expect(
      [price.input, price.output, price.cachedInput, price.batchDiscount] == [2.5, 10, 1.25, 0.5])
    #expect(price.provenance.asOf == "2026-10-26")
    #expect(catalogue.tokenPrice(of: "openai", "gpt_99") == nil)
  }

  @Test func namesOfProvidersAreNoOtherNames() {
    #expect(catalogue.providers.count == 38)
    for provider in catalogue.providers {
      #expect(catalogue.accelerator(named: provider) == nil, "\(provider)")
      #expect(catalogue.model(named: provider) == nil, "\(provider)")
      #expect(!catalogue.products(of: provider).isEmpty)
    }
    #expect(catalogue.provider(named: "Amazon_Bedrock") == "amazon-bedrock")
    #expect(catalogue.provider(named: "purchase") == nil)
  }

  /// What stands after a dot must be a name: every instance that is sold today is one.
  @Test func everyInstanceCanBeWritten() {
    for entry in catalogue.entries(of: .price) {
      #expect(!entry.name.contains("`"), "\(entry.name)")
      let parts = entry.name.split(separator: ".")
      #expect(!catalogue.offers(of: String(parts[0]), String(parts[1])).isEmpty, "\(entry.name)")
    }
  }

  /// The tables hold every row of the raw ones.
  @Test func counts() {
    let counts = Catalogue.Kind.allCases.map { catalogue.entries(of: $0).count }
    #expect(counts == [65, 160, 309, 321, 176, 501, 153, 307])
  }
}
