import Quantities
import Testing

@testable import CostEngine

/// Times of all-reduces worked out in Python: within a domain of g devices over the link, then each device's
/// part between n = ⌈t ÷ g⌉ domains over the network.
@Suite struct DeploymentLinkTests {
  let fixtures = Fixtures()

  private func run(_ devices: Double, domain: Double?) -> DeploymentRun {
    var run = fixtures.deployment(fixtures.llama70B, on: devices)
    run.hardware.domain = domain.map { fixtures.number($0) }
    return run
  }

  private func links(_ run: DeploymentRun) throws -> (fixed: Double, each: Double) {
    let times = try #require(try ServingContext(run).communication())
    return (fixtures.value(times.fixed), fixtures.value(times.each))
  }

  /// Llama-3.1-70B: 2 × 80 all-reduces of 16,384 bytes for each token; 450 GB/s × 0.46 on the link and 7.5 µs, 50 GB/s ×
  /// 0.85 on the network and 2 × log₂ n × 15 µs.
  @Test(arguments: [
    (16.0, 8.0, 0.006, 2.987_205_001_420_858e-05), (64, 8, 0.015_6, 3.565_463_824_950_27e-05),
    (16, 16, 0.001_2, 2.374_492_753_623_188e-05), (16, 4, 0.010_8, 4.212_629_497_016_198e-05),
  ])
  func crossesTheNetworkBeyondADomain(
    _ devices: Double, _ domain: Double, _ fixed: Double, _ each: Double
  ) throws {
    let times = try links(run(devices, domain: domain))
    #expect(isClose(times.fixed, fixed, 1e-9))
    #expect(isClose(times.each, each, 1e-9))
    #expect(fixtures.builder.faults.isEmpty)
  }

  /// Without a domain of its own, a device shares the bus of its node; with neither, one link is taken, and said to be.
  @Test func withoutADomainTheNodeCounts() throws {
    #expect(try links(run(16, domain: nil)) == links(run(16, domain: 8)))
    #expect(try links(run(16, domain: 1)) == links(run(16, domain: 8)))
    var alone = run(4, domain: 1)
    alone.hardware.node = fixtures.number(1)
    #expect(isClose(try links(alone).each, 9.252_141_176_470_589e-05, 1e-9))
    var unknown = run(16, domain: nil)
    unknown.hardware.node = nil
    #expect(try links(unknown) == links(run(16, domain: 16)))
    #expect(try unknown.figures().notes.contains { $0.contains("neither `domain` nor `node`") })
    #expect(try !run(16, domain: nil).figures().notes.contains { $0.contains("`domain`") })
  }

  /// At 25 GB/s, a token of 16 devices takes 37.582 µs.
  @Test func takesTheNetworkThatIsGiven() throws {
    var slow = run(16, domain: 8)
    slow.hardware.network = fixtures.number(25e9, .data / .time)
    #expect(isClose(try links(slow).each, 3.758_216_766_126_74e-05, 1e-9))
    let defaults = { (run: DeploymentRun) throws -> [String] in
      let root = try #require(try run.figures().tpot)
      let graph = fixtures.builder.graph
      return graph.nodes(under: [root.id]).compactMap { graph.annotation(of: $0) }
        .filter { $0.role == .default }.map(\.label)
    }
    #expect(try !defaults(slow).contains("network"))
    #expect(try defaults(run(16, domain: 8)).contains("network"))
    #expect(try !defaults(run(8, domain: 8)).contains("network"))
  }

  /// Mixtral-8x7B: 2 × 32 layers × 2 experts × 4,096 × 2 bytes ÷ 16 devices over the network, or ÷ 8 over the link.
  @Test(arguments: [(16.0, 1.542_023_529_411_765e-06), (8, 6.331_980_676_328_502e-07)])
  func expertsAreReachedOverTheNetwork(_ experts: Double, _ time: Double) throws {
    var run = fixtures.deployment(fixtures.mixtral, on: 16)
    let without = try links(run)
    run.parallel["ep"] = fixtures.number(experts)
    #expect(isClose(try links(run).each - without.each, time, 1e-9))
  }
}
