import CostEngine
import Quantities
import Testing

@testable import AICLanguage

/// The same run built in Swift, without the language, gives the same figures and explanations.
@Suite struct EngineParityTests {
  private let builder = GraphBuilder()

  private func number(_ value: Double, _ dimension: Dimension = .none) -> Term {
    builder.constant(value, dimension)
  }

  /// The chip and the model of the scripts below, figure by figure.
  private var hardware: Hardware {
    var hardware = Hardware(name: "chip")
    hardware.memory = number(80e9, .data)
    hardware.bandwidth = number(3.35e12, .data / .time)
    hardware.peak = ["bf16": number(989e12, .compute / .time)]
    hardware.link = number(450e9, .data / .time)
    hardware.power = number(700, .power)
    hardware.price = number(2.5 / 3600, .money / .time)
    return hardware
  }

  private var model: Model {
    var model = Model(name: "small", kind: .transformer)
    model.layers = number(32)
    model.hidden = number(4096)
    model.heads = number(32)
    model.kvHeads = number(8)
    model.ffn = number(14336)
    model.vocab = number(128_256)
    return model
  }

  private static let things = """
    hardware chip {
      memory: 80 GB, bandwidth: 3.35 TB/s, peak: { bf16: 989 TFLOP/s }
      link: 450 GB/s, power: 700 W, price: $2.50/hour
    }
    model small = transformer {
      layers: 32, hidden: 4096, heads: 32, kv_heads: 8, ffn: 14336, vocab: 128256
    }

    """

  /// Compares every figure of a script's card with the same figure built in Swift.
  private func expectSame<Record: Reported>(_ script: String, _ record: Record) throws {
    let result = Script(SourceFile(name: "t", text: Self.things + script)).run()
    #expect(result.diagnostics.isEmpty, "\(result.diagnostics.map(\.message))")
    guard case .card(let card)? = result.outputs.first else {
      Issue.record("no card")
      return
    }
    let evaluation = Evaluation(builder.graph)
    var compared = 0
    for figure in Record.figures {
      guard let term = record[keyPath: figure.path] else {
        #expect(card[figure.name] == nil)
        continue
      }
      let shown = try #require(card[figure.name])
      // The language reads `$2.50/hour`, the test divides by 3600: the last bit may differ.
      let value = evaluation[term.id]
      #expect(abs(shown.value - value) <= 1e-12 * abs(value), "\(figure.name)")
      #expect(shown.dimension == term.dimension)
      compared += 1
    }
    #expect(compared > 8)
    #expect(builder.faults.isEmpty)
  }

  @Test func aTrainingRun() throws {
    var run = TrainingRun(
      model: model, hardware: hardware, devices: number(64), tokens: number(1e12, .tokens))
    run.mfu = number(0.4)
    run.sequence = number(8192, .tokens)
    try expectSame(
      "show train small on 1T tokens using 64 chip at 40% mfu { sequence: 8192 tokens }",
      try run.figures())
  }

  @Test func aDeployment() throws {
    var run = DeploymentRun(model: model, hardware: hardware, devices: number(2))
    run.rate = number(30, .requests / .time)
    run.prompt = number(900, .tokens)
    run.response = number(250, .tokens)
    run.peak = number(3)
    run.batch = number(64)
    run.target = ["ttft": number(0.5, .time)]
    try expectSame(
      """
      show deploy small on 2 chip with batch 64 serving 30 requests/s {
        prompt: 900 tokens, response: 250 tokens, peak: 3, target: { ttft: 500 ms }
      }
      """, try run.figures())
  }

  @Test func theExplanationIsTheSame() throws {
    var run = TrainingRun(
      model: model, hardware: hardware, devices: number(64), tokens: number(1e12, .tokens))
    run.mfu = number(0.4)
    let cost = try #require(try run.figures().cost)
    let evaluation = Evaluation(builder.graph)
    let ours = try #require(Explanation(of: cost.id, in: builder.graph, evaluation))

    let script = "t = train small on 1T tokens using 64 chip at 40% mfu\nshow t.cost"
    let checked = Checker.check(
      parse(SourceFile(name: "t", text: Self.things + script)), overrides: Overrides())
    let program = try #require(checked.program)
    guard case .show(_, .quantity(let term, _), _)? = program.actions.last else {
      Issue.record("nothing shown")
      return
    }
    let values = Evaluation(program.graph)
    let theirs = try #require(Explanation(of: term.id, in: program.graph, values))
    #expect(outline(ours, builder.graph) == outline(theirs, program.graph))
    #expect(outline(ours, builder.graph).count > 5)
  }

  /// The labels and formulas of an explanation, line by line.
  private func outline(
    _ explanation: Explanation, _ graph: CostGraph, depth: Int = 0
  ) -> [String] {
    let formula = explanation.annotation.formula?.text { graph.annotation(of: $0)?.label ?? "·" }
    let line = "\(depth) \(explanation.annotation.label) = \(formula ?? "")"
    return [line] + explanation.parts.flatMap { outline($0, graph, depth: depth + 1) }
  }
}
