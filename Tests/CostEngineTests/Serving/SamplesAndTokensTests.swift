import Quantities
import Testing

@testable import CostEngine

@Suite struct SamplesAndTokensTests {
  let fixtures = Fixtures()

  /// 32 images at 8.22 GFLOP and 46% of 989 TFLOP/s take 0.58 ms, the engine 2.1 ms.
  @Test func servesImages() throws {
    var run = DeploymentRun(
      model: fixtures.resnet50, hardware: fixtures.h100, devices: fixtures.number(1))
    run.batch = fixtures.number(32)
    run.rate = fixtures.perSecond(1000)
    let figures = try run.figures()
    let service: Double = 32 * 8.22e9 / (989e12 * 0.46) + 2.1e-3
    #expect(isClose(fixtures.value(figures.capacity), 32 / service))
    let use = 1000 * service / 32
    #expect(isClose(fixtures.value(figures.utilization), use))
    #expect(isClose(fixtures.value(figures.latency), service * (1 + use / (2 * (1 - use)))))
    #expect(fixtures.value(figures.samplesPerSecond) == 1000)
    #expect(isClose(fixtures.value(figures.costPerSample), 2.0 / 3600 / 1000))
    #expect(figures.ttft == nil)
    #expect(figures.costPerToken == nil)
    for figure in Deployment.figures {
      guard let term = figures[keyPath: figure.path] else { continue }
      #expect(term.dimension == figure.dimension, "\(figure.name)")
    }
    #expect(fixtures.builder.faults.isEmpty)
  }

  @Test func servesTexts() throws {
    let shape = try #require(PublishedShape.all.first { $0.name == "BERT-base" })
    var run = DeploymentRun(
      model: shape.model(fixtures.builder), hardware: fixtures.h100, devices: fixtures.number(1))
    run.rate = fixtures.perSecond(50)
    #expect(throws: EngineError.self) { try run.figures() }
    run.prompt = fixtures.number(512, .tokens)
    let figures = try run.figures()
    #expect(fixtures.value(figures.latency) > 2.1e-3)
    #expect(figures.requirements.failing(fixtures.builder).isEmpty)
    #expect(fixtures.builder.faults.isEmpty)
  }

  /// Weights are read and kernels started at every sampling step.
  @Test func drawsImages() throws {
    var model = Model(name: "sd", kind: .diffusion)
    model.params = fixtures.number(860e6)
    model.macs = fixtures.number(339e9)
    model.steps = fixtures.number(50)
    var run = DeploymentRun(model: model, hardware: fixtures.h100, devices: fixtures.number(1))
    run.rate = fixtures.perSecond(1)
    let fifty = fixtures.value(try run.figures().capacity)
    run.model.steps = fixtures.number(25)
    #expect(isClose(fixtures.value(try run.figures().capacity), 2 * fifty))
    #expect(fixtures.builder.faults.isEmpty)
  }

  /// 900 tokens at $0.15 and 250 at $0.60 a million: $0.000285 a request.
  @Test func buysTokens() throws {
    var run = APIDeploymentRun(name: "provider")
    run.input = fixtures.number(0.15e-6, .money / .tokens)
    run.output = fixtures.number(0.60e-6, .money / .tokens)
    run.prompt = fixtures.number(900, .tokens)
    run.response = fixtures.number(250, .tokens)
    let figures = try run.figures()
    #expect(isClose(fixtures.value(figures.costPerRequest), 0.000_285))
    #expect(isClose(fixtures.value(figures.costPerToken), 0.000_285 / 1150))
    #expect(figures.cost == nil)

    run.rate = fixtures.perSecond(2)
    run.cached = fixtures.number(0.5)
    run.cachedInput = fixtures.number(0.05e-6, .money / .tokens)
    run.batchDiscount = fixtures.number(0.5)
    let bought = try run.figures()
    #expect(isClose(fixtures.value(bought.costPerInputToken), 0.05e-6))
    #expect(isClose(fixtures.value(bought.cost), 2 * (900 * 0.05e-6 + 250 * 0.30e-6)))
    #expect(
      fixtures.value(bought.cost)
        == fixtures.value(bought.inputCost) + fixtures.value(bought.outputCost))
    for figure in APIDeployment.figures {
      #expect(bought[keyPath: figure.path]?.dimension == figure.dimension, "\(figure.name)")
    }
    #expect(fixtures.builder.faults.isEmpty)
    run.output = nil
    #expect(throws: EngineError.self) { try run.figures() }
  }
}
