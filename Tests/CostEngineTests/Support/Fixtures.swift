import Quantities

@testable import CostEngine

/// Devices and models of the tests, in base units, from vendors' data sheets and published configurations.
struct Fixtures {
  let builder = GraphBuilder()

  func number(_ value: Double, _ dimension: Dimension = .none) -> Term {
    builder.constant(value, dimension)
  }

  func value(_ term: Term?) -> Double {
    term.flatMap { builder.value(of: $0) } ?? .nan
  }

  /// NVIDIA H100 SXM data sheet; the price is the tests' own, $2 an hour.
  var h100: Hardware {
    var hardware = Hardware(name: "H100")
    hardware.memory = number(80e9, .data)
    hardware.bandwidth = number(3.35e12, .data / .time)
    hardware.peak = [
      "bf16": number(989e12, .compute / .time), "fp16": number(989e12, .compute / .time),
      "fp8": number(1979e12, .compute / .time), "int8": number(1979e12, .compute / .time),
    ]
    hardware.link = number(450e9, .data / .time)
    hardware.power = number(700, .power)
    hardware.price = number(2.0 / 3600, .money / .time)
    hardware.node = number(8)
    return hardware
  }

  /// NVIDIA A100 SXM data sheet.
  var a100: Hardware {
    var hardware = h100
    hardware.name = "A100"
    hardware.bandwidth = number(2.039e12, .data / .time)
    hardware.peak = [
      "bf16": number(312e12, .compute / .time), "fp16": number(312e12, .compute / .time),
      "int8": number(624e12, .compute / .time),
    ]
    return hardware
  }

  var llama8B: Model {
    model("Llama-3.1-8B", layers: 32, hidden: 4096, ffn: 14336, heads: 32, kv: 8, vocab: 128_256)
  }

  /// Its embeddings are tied, and its heads are 64 wide.
  var llama1B: Model {
    var model = model(
      "Llama-3.2-1B", layers: 16, hidden: 2048, ffn: 8192, heads: 32, kv: 8, vocab: 128_256)
    model.tied = true
    return model
  }

  var llama70B: Model {
    model("Llama-3.1-70B", layers: 80, hidden: 8192, ffn: 28672, heads: 64, kv: 8, vocab: 128_256)
  }

  var mixtral: Model {
    var model = model(
      "Mixtral-8x7B", layers: 32, hidden: 4096, ffn: 14336, heads: 32, kv: 8, vocab: 32_000)
    model.kind = .moe
    model.experts = number(8)
    model.expertsPerToken = number(2)
    return model
  }

  /// A model known by its size alone.
  func sized(_ params: Double) -> Model {
    var model = Model(name: "sized", kind: .transformer)
    model.params = number(params)
    return model
  }

  var resnet50: Model {
    var model = Model(name: "ResNet-50", kind: .cnn)
    model.params = number(25.56e6)
    model.macs = number(4.11e9)
    return model
  }

  func model(
    _ name: String, layers: Double, hidden: Double, ffn: Double, heads: Double, kv: Double,
    vocab: Double
  ) -> Model {
    var model = Model(name: name, kind: .transformer)
    model.layers = number(layers)
    model.hidden = number(hidden)
    model.ffn = number(ffn)
    model.heads = number(heads)
    model.kvHeads = number(kv)
    model.vocab = number(vocab)
    return model
  }

  /// 900 tokens in and 250 out, as the language's first file has it.
  func deployment(_ model: Model, on devices: Double = 1) -> DeploymentRun {
    var run = DeploymentRun(model: model, hardware: h100, devices: number(devices))
    run.prompt = number(900, .tokens)
    run.response = number(250, .tokens)
    return run
  }

  func perSecond(_ rate: Double) -> Term { number(rate, .requests / .time) }
}

extension Requirement {
  /// Whether the requirement holds.
  func holds(_ graph: CostGraph) -> Bool { Evaluation(graph)[condition] != 0 }
}

extension [Requirement] {
  /// The identifiers of those that do not hold, in order.
  func failing(_ builder: GraphBuilder) -> [String] {
    let graph = builder.graph
    let values = Evaluation(graph)
    return filter { values[$0.condition] == 0 }.map(\.id)
  }
}

/// Whether two figures are one within a relative error.
func isClose(_ a: Double, _ b: Double, _ tolerance: Double = 1e-12) -> Bool {
  abs(a - b) <= tolerance * max(abs(a), abs(b))
}

/// A small seeded generator, so that every run draws the same.
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
