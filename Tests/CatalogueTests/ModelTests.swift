import Catalogue
import Testing

@Suite struct ModelTests {
  let catalogue = Catalogue()

  /// Llama 3 (arXiv:2407.21783), table 3: 32 layers, 4,096 wide, FFN 14,336, 32 heads, 8 KV heads,
  /// 128,000 tokens of context, more than 15T training tokens.
  @Test func llama() throws {
    let llama = try #require(catalogue.model(named: "llama_3_1_8b"))
    #expect(llama.architecture == .dense)
    #expect(llama.params == 8.03e9)
    #expect(llama.activeParams == 8.03e9)
    #expect(llama.shape.layers == 32)
    #expect(llama.shape.hidden == 4096)
    #expect(llama.shape.ffn == 14336)
    #expect(llama.shape.heads == 32)
    #expect(llama.shape.kvHeads == 8)
    #expect(llama.shape.headDim == 128)
    #expect(llama.shape.vocab == 128_256)
    #expect(llama.shape.tied == false)
    #expect(llama.shape.experts == nil)
    #expect(llama.shape.mla == nil)
    #expect(llama.structure?.gated == true)
    #expect(llama.structure?.biases == ModelEntry.Structure.Biases.none)
    #expect(llama.context == 131_072)
    #expect(llama.trainingTokens == 15e12)
    #expect(llama.released == "2024-07-23")
    #expect(!llama.provenance.isRecalled)
    #expect(llama.structure?.provenance.isRecalled == true)
  }

  /// DeepSeek-V3 (arXiv:2412.19437), section 4.2: 61 layers of which 3 dense, 256 routed experts
  /// and 1 shared, 8 a token, 2,048 wide; ranks 1,536 and 512; 671B parameters, 37B active.
  @Test func deepSeek() throws {
    let model = try #require(catalogue.model(named: "deepseek-ai/DeepSeek-V3"))
    #expect(model.architecture == .moe)
    #expect(model.params == 671e9)
    #expect(model.activeParams == 37e9)
    #expect(model.shape.layers == 61)
    #expect(model.shape.denseLayers == 3)
    #expect(model.shape.experts == 256)
    #expect(model.shape.expertsPerToken == 8)
    #expect(model.shape.sharedExperts == 1)
    #expect(model.shape.expertFFN == 2048)
    #expect(model.shape.mla?.qRank == 1536)
    #expect(model.shape.mla?.kvRank == 512)
    #expect(model.shape.mla?.ropeDim == 64)
    #expect(model.shape.mla?.valueDim == 128)
  }

  /// timm's results: 25.56M parameters, 4.11 GMACs at 224 pixels.
  @Test func resNet() throws {
    let model = try #require(catalogue.model(named: "resnet50"))
    #expect(model.name == "ResNet-50")
    #expect(model.architecture == .cnn)
    #expect(model.params == 25_560_000)
    #expect(model.macs == 4.11e9)
    #expect(model.inputSize == "224x224x3")
    #expect(model.shape.layers == nil)
    #expect(model.structure == nil)
    #expect(model.provenance.kind == .measured)
  }

  /// Raffel et al., T5: the small model has 6 layers on each side.
  @Test func encoderDecoder() throws {
    let model = try #require(catalogue.model(named: "t5_small"))
    #expect(model.architecture == .encoderDecoder)
    #expect(model.shape.encoderLayers == 6)
    #expect(model.shape.decoderLayers == 6)
  }

  @Test func recalledRowsSaySo() {
    #expect(catalogue.model(named: "GPT-3")?.provenance.isRecalled == true)
  }

  @Test func everyNameReads() throws {
    let names = catalogue.names(of: .model)
    #expect(names.count == 160)
    for name in names {
      let model = try #require(catalogue.model(named: name), "\(name)")
      #expect(model.name == name)
      #expect(!model.provenance.source.isEmpty)
      #expect(!model.provenance.asOf.isEmpty)
      for alias in model.aliases {
        #expect(catalogue.model(named: alias)?.name == name, "\(alias)")
      }
    }
  }
}
