import Quantities
import Testing

@testable import CostEngine

/// The shape of a published model and its exact number of parameters.
struct PublishedShape: Sendable, CustomTestStringConvertible {
  let name: String
  let params: Double
  /// Layers, hidden, ffn, heads, kv heads, head width, vocabulary.
  let widths: [Double]
  var options: Set<String> = []
  var positions = 0.0
  /// Experts, experts per token, shared experts, expert width, dense layers.
  var mixture: [Double] = []
  /// Query rank, key-value rank, rotated width, value width.
  var latent: [Double] = []

  var testDescription: String { name }

  func model(_ builder: GraphBuilder) -> Model {
    func term(_ value: Double) -> Term { builder.constant(value) }
    let kind: ModelKind =
      mixture.isEmpty ? (options.contains("encoder") ? .encoder : .transformer) : .moe
    var model = Model(name: name, kind: kind)
    model.layers = term(widths[0])
    model.hidden = term(widths[1])
    model.ffn = term(widths[2])
    model.heads = term(widths[3])
    model.kvHeads = term(widths[4])
    model.headDim = term(widths[5])
    model.vocab = term(widths[6])
    if options.contains("plain") { model.gated = false }
    if options.contains("tied") { model.tied = true }
    if options.contains("biases") { model.biases = true }
    if options.contains("qkv") { model.qkvBias = true }
    if options.contains("qk norm") { model.qkNorm = true }
    if options.contains("4 norms") { model.norms = term(4) }
    if options.contains("1 norm") { model.norms = term(1) }
    if options.contains("no norms") { model.norms = term(0) }
    if options.contains("bert") {
      model.types = term(2)
      model.pooler = true
    }
    if positions > 0 { model.positions = term(positions) }
    if !mixture.isEmpty {
      model.experts = term(mixture[0])
      model.expertsPerToken = term(mixture[1])
      model.sharedExperts = term(mixture[2])
      model.expertFFN = term(mixture[3])
      model.denseLayers = term(mixture[4])
    }
    if !latent.isEmpty {
      if latent[0] > 0 { model.mla["q_rank"] = term(latent[0]) }
      model.mla["kv_rank"] = term(latent[1])
      model.mla["rope_dim"] = term(latent[2])
      model.mla["value_dim"] = term(latent[3])
    }
    return model
  }

  /// Parameters of the published checkpoints; widths from the models' public configurations.
  static let exact: [PublishedShape] = [
    PublishedShape(
      name: "BERT-base", params: 109_482_240, widths: [12, 768, 3072, 12, 12, 64, 30522],
      options: ["encoder", "bert"], positions: 512),
    PublishedShape(
      name: "BERT-large", params: 335_141_888, widths: [24, 1024, 4096, 16, 16, 64, 30522],
      options: ["encoder", "bert"], positions: 512),
    PublishedShape(
      name: "DistilBERT-base", params: 66_362_880, widths: [6, 768, 3072, 12, 12, 64, 30522],
      options: ["encoder"], positions: 512),
    PublishedShape(
      name: "GPT-2-small", params: 124_439_808, widths: [12, 768, 3072, 12, 12, 64, 50257],
      options: ["plain", "biases", "tied"], positions: 1024),
    PublishedShape(
      name: "GPT-2-medium", params: 354_823_168, widths: [24, 1024, 4096, 16, 16, 64, 50257],
      options: ["plain", "biases", "tied"], positions: 1024),
    PublishedShape(
      name: "GPT-2-large", params: 774_030_080, widths: [36, 1280, 5120, 20, 20, 64, 50257],
      options: ["plain", "biases", "tied"], positions: 1024),
    PublishedShape(
      name: "GPT-2-XL", params: 1_557_611_200, widths: [48, 1600, 6400, 25, 25, 64, 50257],
      options: ["plain", "biases", "tied"], positions: 1024),
    PublishedShape(
      name: "Llama-2-7B", params: 6_738_415_616, widths: [32, 4096, 11008, 32, 32, 128, 32000]),
    PublishedShape(
      name: "Llama-3.1-8B", params: 8_030_261_248,
      widths: [32, 4096, 14336, 32, 8, 128, 128256]),
    PublishedShape(
      name: "Llama-3.1-70B", params: 70_553_706_496,
      widths: [80, 8192, 28672, 64, 8, 128, 128256]),
    PublishedShape(
      name: "Llama-3.1-405B", params: 405_853_388_800,
      widths: [126, 16384, 53248, 128, 8, 128, 128256]),
    PublishedShape(
      name: "Llama-3.2-1B", params: 1_235_814_400, widths: [16, 2048, 8192, 32, 8, 64, 128256],
      options: ["tied"]),
    PublishedShape(
      name: "Llama-3.2-3B", params: 3_212_749_824, widths: [28, 3072, 8192, 24, 8, 128, 128256],
      options: ["tied"]),
    PublishedShape(
      name: "Mistral-7B", params: 7_241_732_096, widths: [32, 4096, 14336, 32, 8, 128, 32000]),
    PublishedShape(
      name: "Mixtral-8x7B", params: 46_702_792_704,
      widths: [32, 4096, 14336, 32, 8, 128, 32000], mixture: [8, 2, 0, 14336, 0]),
    PublishedShape(
      name: "Gemma-7B", params: 8_537_680_896, widths: [28, 3072, 24576, 16, 16, 256, 256000],
      options: ["tied"]),
    PublishedShape(
      name: "Gemma-2-2B", params: 2_614_341_888, widths: [26, 2304, 9216, 8, 4, 256, 256000],
      options: ["tied", "4 norms"]),
    PublishedShape(
      name: "Gemma-2-9B", params: 9_241_705_984, widths: [42, 3584, 14336, 16, 8, 256, 256000],
      options: ["tied", "4 norms"]),
    PublishedShape(
      name: "Gemma-2-27B", params: 27_227_128_320,
      widths: [46, 4608, 36864, 32, 16, 128, 256000], options: ["tied", "4 norms"]),
    PublishedShape(
      name: "Gemma-3-1B", params: 999_885_952, widths: [26, 1152, 6912, 4, 1, 256, 262144],
      options: ["tied", "4 norms", "qk norm"]),
    PublishedShape(
      name: "Qwen2.5-0.5B", params: 494_032_768, widths: [24, 896, 4864, 14, 2, 64, 151936],
      options: ["tied", "qkv"]),
    PublishedShape(
      name: "Qwen2.5-7B", params: 7_615_616_512, widths: [28, 3584, 18944, 28, 4, 128, 152064],
      options: ["qkv"]),
    PublishedShape(
      name: "Qwen3-8B", params: 8_190_735_360, widths: [36, 4096, 12288, 32, 8, 128, 151936],
      options: ["qk norm"]),
    PublishedShape(
      name: "Qwen3-30B-A3B", params: 30_532_122_624,
      widths: [48, 2048, 6144, 32, 4, 128, 151936], options: ["qk norm"],
      mixture: [128, 8, 0, 768, 0]),
    PublishedShape(
      name: "Qwen3-235B-A22B", params: 235_093_634_560,
      widths: [94, 4096, 12288, 64, 4, 128, 151936], options: ["qk norm"],
      mixture: [128, 8, 0, 1536, 0]),
    PublishedShape(
      name: "DeepSeek-V2", params: 235_741_434_880,
      widths: [60, 5120, 12288, 128, 128, 192, 102400], mixture: [160, 6, 2, 1536, 1],
      latent: [1536, 512, 64, 128]),
    PublishedShape(
      name: "DeepSeek-V2-Lite", params: 15_706_484_224,
      widths: [27, 2048, 10944, 16, 16, 192, 102400], mixture: [64, 6, 2, 1408, 1],
      latent: [0, 512, 64, 128]),
    PublishedShape(
      name: "Phi-3-mini", params: 3_821_079_552, widths: [32, 3072, 8192, 32, 32, 96, 32064]),
    PublishedShape(
      name: "Phi-4", params: 14_659_507_200, widths: [40, 5120, 17920, 40, 10, 128, 100352]),
    PublishedShape(
      name: "DBRX", params: 131_596_523_520, widths: [40, 6144, 10752, 48, 8, 128, 100352],
      mixture: [16, 4, 0, 10752, 0]),
    PublishedShape(
      name: "MPT-7B", params: 6_649_286_656, widths: [32, 4096, 16384, 32, 32, 128, 50432],
      options: ["plain", "tied"]),
    PublishedShape(
      name: "OLMo-1B", params: 1_176_764_416, widths: [16, 2048, 8192, 16, 16, 128, 50304],
      options: ["tied", "no norms"]),
    PublishedShape(
      name: "OLMo-7B", params: 6_888_095_744, widths: [32, 4096, 11008, 32, 32, 128, 50304],
      options: ["no norms"]),
    PublishedShape(
      name: "TinyLlama-1.1B", params: 1_100_048_384, widths: [22, 2048, 5632, 32, 4, 64, 32000]),
    PublishedShape(
      name: "SmolLM2-1.7B", params: 1_711_376_384,
      widths: [24, 2048, 8192, 32, 32, 64, 49152], options: ["tied"]),
  ]

  static let all = exact + near

  /// Published to three digits, or with small terms of their own: an embedding norm, a head's or a router's bias.
  static let near: [PublishedShape] = [
    PublishedShape(
      name: "GPT-3-175B", params: 174.6e9, widths: [96, 12288, 49152, 96, 96, 128, 50257],
      options: ["plain", "biases", "tied"], positions: 2048),
    PublishedShape(
      name: "OPT-175B", params: 174.6e9, widths: [96, 12288, 49152, 96, 96, 128, 50272],
      options: ["plain", "biases", "tied"], positions: 2048),
    PublishedShape(
      name: "BLOOM-176B", params: 176_247_271_424,
      widths: [70, 14336, 57344, 112, 112, 128, 250880], options: ["plain", "biases", "tied"]),
    PublishedShape(
      name: "Falcon-7B", params: 7_217_189_760, widths: [32, 4544, 18176, 71, 1, 64, 65024],
      options: ["plain", "1 norm"]),
    PublishedShape(
      name: "OLMo-2-7B", params: 7_298_617_344, widths: [32, 4096, 11008, 32, 32, 128, 100352]),
    PublishedShape(
      name: "gpt-oss-120b", params: 116_829_156_672,
      widths: [36, 2880, 2880, 64, 8, 64, 201088], mixture: [128, 4, 0, 2880, 0]),
    PublishedShape(
      name: "DeepSeek-V3", params: 671_026_419_200,
      widths: [61, 7168, 18432, 128, 128, 192, 129280], mixture: [256, 8, 1, 2048, 3],
      latent: [1536, 512, 64, 128]),
    PublishedShape(
      name: "Kimi-K2", params: 1026.4e9, widths: [61, 7168, 18432, 64, 64, 192, 163840],
      mixture: [384, 8, 1, 2048, 1], latent: [1536, 512, 64, 128]),
  ]
}

@Suite struct ParameterCountTests {
  @Test(arguments: PublishedShape.exact)
  func countsEveryParameter(_ shape: PublishedShape) throws {
    let builder = GraphBuilder()
    let figures = try shape.model(builder).figures(in: builder)
    #expect(builder.faults.isEmpty)
    #expect(figures.params.flatMap { builder.value(of: $0) } == shape.params)
    #expect(figures.requirements.failing(builder).isEmpty)
  }

  @Test(arguments: PublishedShape.near)
  func countsWithinAThousandth(_ shape: PublishedShape) throws {
    let builder = GraphBuilder()
    let figures = try shape.model(builder).figures(in: builder)
    let params = try #require(figures.params.flatMap { builder.value(of: $0) })
    #expect(isClose(params, shape.params, 1e-3))
  }

  /// Active parameters as their reports print them: 12.9B, 37B, 22B, 2.4B without embeddings.
  @Test(arguments: [
    ("Mixtral-8x7B", 12.9e9), ("DeepSeek-V3", 37.6e9), ("Qwen3-235B-A22B", 22.2e9),
    ("DeepSeek-V2", 21.4e9),
  ])
  func countsWhatATokenPasses(_ name: String, _ published: Double) throws {
    let shape = try #require(PublishedShape.all.first { $0.name == name })
    let builder = GraphBuilder()
    let figures = try shape.model(builder).figures(in: builder)
    let active = try #require(figures.activeParams.flatMap { builder.value(of: $0) })
    #expect(isClose(active, published, 3e-3))
  }
}
