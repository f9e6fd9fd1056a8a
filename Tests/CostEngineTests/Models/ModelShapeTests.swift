import Quantities
import Testing

@testable import CostEngine

@Suite struct ModelShapeTests {
  let fixtures = Fixtures()

  /// Hidden, heads, key and value heads and, where it is more than 0, the width of a head.
  @Test(
    arguments: [
      ([4096.0, 32, 8, 0], []), ([4096, 32, 1, 0], []), ([4544, 71, 1, 64], []),
      ([4096, 30, 30, 0], ["model.heads"]), ([4096, 30, 30, 128], []),
      ([4096, 32, 5, 0], ["model.kv_heads"]), ([4096, 8, 32, 0], ["model.kv_heads"]),
      ([4096, 30, 8, 0], ["model.kv_heads", "model.heads"]),
    ] as [([Double], [String])])
  func headsAreWhole(_ widths: [Double], _ failing: [String]) throws {
    var model = fixtures.llama8B
    model.hidden = fixtures.number(widths[0])
    model.heads = fixtures.number(widths[1])
    model.kvHeads = fixtures.number(widths[2])
    if widths[3] > 0 { model.headDim = fixtures.number(widths[3]) }
    let figures = try model.figures(in: fixtures.builder)
    #expect(figures.requirements.failing(fixtures.builder) == failing)
    #expect(figures.requirements.allSatisfy { $0.severity == .error })
  }
}
