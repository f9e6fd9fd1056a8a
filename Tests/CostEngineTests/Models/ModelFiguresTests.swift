import Quantities
import Testing

@testable import CostEngine

@Suite struct ModelFiguresTests {
  let fixtures = Fixtures()

  /// 2 × layers × kv heads × head width × 2 bytes, as Llama 3's shapes give it.
  @Test func cachesKeysAndValues() throws {
    let bf16 = try #require(DataType.named("bf16"))
    let fp8 = try #require(DataType.named("fp8"))
    let small = try fixtures.llama8B.figures(in: fixtures.builder)
    let large = try fixtures.llama70B.figures(in: fixtures.builder)
    #expect(fixtures.value(small.kvPerToken(bf16)) == 131_072)
    #expect(fixtures.value(small.kvPerToken(fp8)) == 65_536)
    #expect(fixtures.value(large.kvPerToken(bf16)) == 327_680)
    #expect(small.kvPerToken(bf16)?.dimension == .data / .tokens)
  }

  /// 61 layers × (512 + 64) × 2 bytes, DeepSeek-V3.
  @Test func cachesTheLatent() throws {
    let shape = try #require(PublishedShape.all.first { $0.name == "DeepSeek-V3" })
    let figures = try shape.model(fixtures.builder).figures(in: fixtures.builder)
    let bf16 = try #require(DataType.named("bf16"))
    #expect(fixtures.value(figures.kvPerToken(bf16)) == 70_272)
    #expect(fixtures.builder.faults.isEmpty)
  }

  @Test func sizesWeightsWithTheirScales() throws {
    let figures = try fixtures.sized(8e9).figures(in: fixtures.builder)
    for (name, bytes) in [
      ("bf16", 2.0), ("fp8", 1), ("int4", 0.515_625), ("nvfp4", 0.5625), ("mxfp4", 0.531_25),
    ] {
      let type = try #require(DataType.named(name))
      #expect(fixtures.value(figures.size(type)) == 8e9 * bytes)
    }
  }

  /// The input embedding is looked up: 2 × (8.03e9 − 128256 × 4096).
  @Test func multipliesAllButTheLookup() throws {
    let figures = try fixtures.llama8B.figures(in: fixtures.builder)
    #expect(fixtures.value(figures.flopsPerToken) == 2 * (8_030_261_248 - 128_256 * 4096))
    #expect(figures.notes.isEmpty)
  }

  @Test func saysThatAttentionIsLeftOutWithoutAShape() throws {
    let figures = try fixtures.sized(8e9).figures(in: fixtures.builder)
    #expect(fixtures.value(figures.flopsPerToken) == 16e9)
    #expect(figures.notes.contains { $0.contains("attention") })
    let bf16 = try #require(DataType.named("bf16"))
    #expect(figures.kvPerToken(bf16) == nil)
  }

  @Test func takesTheSizeThatIsGiven() throws {
    var model = fixtures.llama8B
    model.params = fixtures.number(8.05e9)
    let near = try model.figures(in: fixtures.builder)
    #expect(fixtures.value(near.params) == 8.05e9)
    #expect(near.requirements.failing(fixtures.builder).isEmpty)

    model.params = fixtures.number(9e9)
    let far = try model.figures(in: fixtures.builder)
    #expect(fixtures.value(far.params) == 9e9)
    #expect(far.requirements.failing(fixtures.builder) == ["model.params"])
  }

  @Test func namesWhatIsMissing() {
    var model = fixtures.llama8B
    model.ffn = nil
    model.vocab = nil
    let error = #expect(throws: EngineError.self) { try model.figures(in: fixtures.builder) }
    #expect(error?.id == "model.shape")
    #expect(error?.message.contains("`vocab`, `ffn`") == true)

    var experts = Model(name: "moe", kind: .moe)
    experts.params = fixtures.number(47e9)
    let active = #expect(throws: EngineError.self) { try experts.figures(in: fixtures.builder) }
    #expect(active?.field == "active_params")
  }

  @Test func refusesValuesOutOfBounds() throws {
    var model = fixtures.llama8B
    model.layers = fixtures.number(32.5)
    let figures = try model.figures(in: fixtures.builder)
    let failing = figures.requirements.filter { !$0.holds(fixtures.builder.graph) }
    #expect(failing.map(\.id) == ["field.bounds"])
    #expect(failing.first?.field == "layers")
  }

  /// 784 × 512 + 512 × 10.
  @Test func countsAPerceptron() throws {
    var model = Model(name: "mnist", kind: .mlp)
    model.widths = [784, 512, 10].map { fixtures.number($0) }
    let figures = try model.figures(in: fixtures.builder)
    #expect(fixtures.value(figures.params) == 406_528)
    #expect(fixtures.value(figures.flopsPerSample) == 2 * 406_528)
  }

  /// Work grows with the square of the input's side: (448 / 224)² = 4.
  @Test func scalesVisionWithTheInput() throws {
    var model = fixtures.resnet50
    model.input = fixtures.number(448)
    let figures = try model.figures(in: fixtures.builder)
    #expect(fixtures.value(figures.flopsPerSample) == 4 * 2 * 4.11e9)
    #expect(figures.flopsPerSample?.dimension == .compute / .samples)
  }

  /// Stable Diffusion 1.5: 339 GMACs a step, 50 steps, twice with guidance.
  @Test func stepsADiffusionModel() throws {
    var model = Model(name: "sd", kind: .diffusion)
    model.params = fixtures.number(860e6)
    model.macs = fixtures.number(339e9)
    model.steps = fixtures.number(50)
    let plain = try model.figures(in: fixtures.builder)
    #expect(fixtures.value(plain.flopsPerSample) == 2 * 339e9 * 50)
    #expect(plain.notes.contains { $0.contains("guidance") })
    model.guidance = true
    let guided = try model.figures(in: fixtures.builder)
    #expect(fixtures.value(guided.flopsPerSample) == 2 * 339e9 * 100)
    #expect(guided.notes.isEmpty)
  }

  /// Half of Gemma 2's layers see 4,096 tokens: at a sequence of 8,192 these read 4096 × (1 − 1/4) = 3,072 on average.
  @Test func averagesASlidingWindow() throws {
    var model = fixtures.llama8B
    model.window = fixtures.number(4096, .tokens)
    model.globalLayers = fixtures.number(16)
    let shape = try #require(try model.figures(in: fixtures.builder).shape)
    let sequence = fixtures.number(8192, .tokens)
    #expect(fixtures.value(shape.meanContextOfLayers(sequence)) == 16 * 4096 + 16 * 3072)
    #expect(fixtures.value(shape.contextOfLayers(sequence)) == 16 * 8192 + 16 * 4096)
    let short = fixtures.number(1024, .tokens)
    #expect(fixtures.value(shape.meanContextOfLayers(short)) == 32 * 512)
  }
}
