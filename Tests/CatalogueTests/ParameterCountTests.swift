import Catalogue
import Testing

/// The dimensions and the structure together give the number of weights of the published
/// checkpoints to the last one.
@Suite struct ParameterCountTests {
  /// The size of each checkpoint's tensors as their publishers' files list them.
  @Test(arguments: [
    ("Llama-2-7B", 6_738_415_616), ("Llama-3.1-8B", 8_030_261_248),
    ("Llama-3.1-70B", 70_553_706_496), ("Llama-3.1-405B", 405_853_388_800),
    ("Llama-3.2-1B", 1_235_814_400), ("Mistral-7B", 7_241_732_096),
    ("Mixtral-8x7B", 46_702_792_704), ("DBRX", 131_596_523_520),
    ("Gemma-7B", 8_537_680_896), ("Gemma-2-9B", 9_241_705_984),
    ("Gemma-3-4B", 4_300_079_472), ("Gemma-3-27B", 27_432_406_640),
    ("Qwen2.5-0.5B", 494_032_768), ("Qwen2.5-7B", 7_615_616_512),
    ("Qwen3-8B", 8_190_735_360), ("Qwen3-30B-A3B", 30_532_122_624),
    ("DeepSeek-V2-Lite", 15_706_484_224), ("DeepSeek-V2", 235_741_434_880),
    ("DeepSeek-V3", 671_026_419_200), ("gpt-oss-20b", 20_914_757_184),
    ("gpt-oss-120b", 116_829_156_672), ("GPT-2-small", 124_439_808),
    ("GPT-2-XL", 1_557_611_200), ("GPT-J-6B", 6_050_882_784),
    ("BLOOM-176B", 176_247_271_424), ("Falcon-7B", 7_217_189_760),
    ("MPT-7B", 6_649_286_656), ("OLMo-7B", 6_888_095_744), ("OLMo-2-7B", 7_298_617_344),
    ("Phi-2", 2_779_683_840), ("Phi-4", 14_659_507_200), ("BERT-base", 109_482_240),
    ("BERT-large", 335_141_888), ("RoBERTa-large", 355_359_744),
    ("DistilBERT-base", 66_362_880), ("T5-small", 60_506_624), ("T5-3B", 2_851_598_336),
    ("ViT-B/16", 86_567_656), ("ViT-L/16", 304_326_632), ("Whisper-large", 1_541_384_960),
  ])
  func countsExactly(name: String, weights: Int) throws {
    let model = try #require(Catalogue().model(named: name))
    #expect(try #require(ParameterCount(model)).total == weights)
  }

  @Test func nearlyEveryModelWithAStructureCountsToWithinOnePercent() throws {
    let counted = Catalogue().names(of: .model).compactMap { name -> Bool? in
      guard let model = Catalogue().model(named: name), let params = model.params,
        let count = ParameterCount(model)
      else { return nil }
      return abs(Double(count.total) / params - 1) < 0.01
    }
    #expect(counted.count == 126)
    #expect(counted.count { $0 } == 112)
  }
}

/// The weights of a transformer, summed part by part.
private struct ParameterCount {
  let total: Int

  init?(_ model: ModelEntry) {
    guard let structure = model.structure, let hidden = model.shape.hidden else { return nil }
    let shape = model.shape
    let layers = shape.layers ?? 0
    let encoder = shape.encoderLayers ?? 0
    let decoder = shape.encoderLayers == nil ? layers : shape.decoderLayers ?? 0
    let crossAttention = shape.encoderLayers == nil ? 0 : decoder

    let norm = structure.normParams * hidden
    let norms = (encoder + decoder) * structure.normsPerLayer + crossAttention

    let dense = shape.experts == nil ? encoder + decoder : shape.denseLayers ?? 0
    func feedForward(_ width: Int?) -> Int {
      let width = width ?? 0
      let matrices = structure.gated ? 3 : 2
      let hasBias = structure.biases == .ffn || structure.biases == .all
      return matrices * hidden * width + (hasBias ? (matrices - 1) * width + hidden : 0)
    }
    let experts = shape.experts ?? 0
    let mixture =
      (experts + (shape.sharedExperts ?? 0)) * feedForward(shape.expertFFN) + hidden * experts

    let embeddings = (shape.vocab ?? 0) * hidden * (shape.tied == true ? 1 : 2)
    total =
      (encoder + decoder + crossAttention) * ParameterCount.attention(shape, structure, hidden)
      + dense * feedForward(shape.ffn) + (encoder + decoder - dense) * mixture
      + (norms + structure.outerNorms) * norm
      + embeddings + structure.positions * hidden + Int(structure.otherParams)
  }

  private static func attention(
    _ shape: ModelEntry.Shape, _ structure: ModelEntry.Structure, _ hidden: Int
  ) -> Int {
    let heads = shape.heads ?? 0
    let kvHeads = shape.kvHeads ?? 0
    let dim = shape.headDim ?? 0
    if let mla = shape.mla {
      let (rope, value, rank) = (mla.ropeDim ?? 0, mla.valueDim ?? 0, mla.kvRank ?? 0)
      let queries = mla.qRank.map { hidden * $0 + $0 + $0 * heads * dim } ?? hidden * heads * dim
      return queries + hidden * (rank + rope) + rank + rank * heads * (dim - rope + value)
        + heads * value * hidden
    }
    let biases =
      switch structure.biases {
      case .qkv: (heads + 2 * kvHeads) * dim
      case .all: (heads + 2 * kvHeads) * dim + hidden
      default: 0
      }
    let norms =
      switch structure.qkNorm {
      case .none: 0
      case .head: 2 * dim
      case .full: (heads + kvHeads) * dim
      }
    return 2 * hidden * (heads + kvHeads) * dim + biases + norms
  }
}
