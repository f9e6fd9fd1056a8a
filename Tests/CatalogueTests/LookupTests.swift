import Catalogue
import Testing

@Suite struct LookupTests {
  let catalogue = Catalogue()

  @Test(arguments: [
    "Llama-3.1-8B", "llama_3_1_8b", "LLAMA 3.1 8B", "llama-3-1-8b", "meta-llama/Llama-3.1-8B",
    "hf.co/meta-llama/Meta-Llama-3.1-8B-Instruct", "_llama__3.1-8b-",
  ])
  func findsOneModelHoweverItIsWritten(name: String) {
    #expect(catalogue.model(named: name)?.name == "Llama-3.1-8B")
  }

  @Test(arguments: [
    ("h100", "H100-SXM"), ("H100_SXM", "H100-SXM"), ("NVIDIA/H100", "H100-SXM"),
    ("Tesla V100 SXM2 16GB", "V100-16GB"), ("trillium", "TPU-v6e"), ("xeon 8480+", "Xeon-8480+"),
  ])
  func findsAccelerators(written: String, name: String) {
    #expect(catalogue.accelerator(named: written)?.name == name)
  }

  @Test(arguments: [
    "", "_", "/", "|", "h10", "h1000", "h100|h200", "name", "h 100", "meta-llama/", "日本",
  ])
  func findsNothingElse(name: String) {
    #expect(catalogue.accelerator(named: name) == nil)
    #expect(catalogue.model(named: name) == nil)
  }

  @Test func aSlashInANameIsKept() {
    #expect(catalogue.model(named: "google/ViT-B/16")?.name == "ViT-B/16")
    #expect(catalogue.model(named: "vit_b_16")?.name == "ViT-B/16")
  }

  @Test(arguments: [
    ("Llama-3.1-8B", "llama_3_1_8b"), ("ViT-B/16", "vit_b_16"), ("H100-SXM", "h100_sxm"),
    ("Xeon-8480+", "`Xeon-8480+`"), ("3090", "`3090`"), ("GH200 (HBM3)", "`GH200 (HBM3)`"),
  ])
  func identifiers(name: String, identifier: String) {
    #expect(catalogue.identifier(for: name) == identifier)
  }

  @Test(arguments: [Catalogue.Kind.accelerator, .model])
  func everyIdentifierFindsItsName(kind: Catalogue.Kind) {
    for name in catalogue.names(of: kind) {
      let written = catalogue.identifier(for: name).filter { $0 != "`" }
      switch kind {
      case .accelerator: #expect(catalogue.accelerator(named: written)?.name == name)
      default: #expect(catalogue.model(named: written)?.name == name)
      }
    }
  }

  @Test func suggests() {
    #expect(catalogue.suggestions(for: "h10o_sxm", of: .accelerator).first == "h100_sxm")
    #expect(catalogue.suggestions(for: "llama_3_1_8", of: .model).first == "llama_3_1_8b")
    #expect(catalogue.suggestions(for: "qwen2.5-coder", of: .model, limit: 1).count <= 1)
    #expect(catalogue.suggestions(for: "H10O", of: .accelerator).contains("H100"))
    #expect(catalogue.suggestions(for: "zzzzzzzzzzzz", of: .model).isEmpty)
    #expect(catalogue.suggestions(for: "", of: .model).isEmpty)
    #expect(catalogue.suggestions(for: "h100", of: .accelerator, limit: -1).isEmpty)
    let long = String(repeating: "h100", count: 10_000)
    #expect(catalogue.suggestions(for: long, of: .accelerator).isEmpty)
  }
}
