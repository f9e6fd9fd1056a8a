import Testing

@testable import aic_catalogue

@Suite struct ConversionTests {
  private let conversion = Conversion(
    renamed: [("a", "name"), ("b", "b [GB]")], added: [("c", "b [GB]")])

  @Test func renamesAndKeepsEveryCell() throws {
    let raw = try Sheet(csv: Array("b,a\n1.50,\"x, \"\"y\"\"\"\n,z\n".utf8))
    let sheet = try conversion(raw) { row in row["c"] = row["name"] == "z" ? "C" : nil }
    #expect(sheet.csv == "name,c,b [GB]\n\"x, \"\"y\"\"\",,1.50\nz,C,\n")
  }

  @Test func unknownColumnsAreNotDropped() throws {
    let raw = try Sheet(csv: Array("a,d\n1,2\n".utf8))
    let failure = #expect(throws: Conversion.Failure.self) { try conversion(raw) { _ in } }
    #expect(failure?.description == "columns not known: d; missing: b")
  }

  @Test func overlaysMustBeTaken() throws {
    var overlay = try Overlay(Sheet(csv: Array("k,v\nx,1\ny,2\n,3\n".utf8)), key: "k")
    #expect(overlay.take("x") == ["v": "1"])
    #expect(overlay.take("z") == nil)
    let failure = #expect(throws: Conversion.Failure.self) { try overlay.expectAllTaken() }
    #expect(failure?.description == "no such k: y")
    #expect(throws: Conversion.Failure.self) {
      try Overlay(Sheet(csv: Array("k,v\nx,1\nx,2\n".utf8)), key: "k")
    }
  }

  /// A name that can follow a dot: no count of one before it, nothing in brackets behind it.
  @Test(arguments: [
    ("p5.48xlarge", "p5.48xlarge"), ("tpu-v5e (per chip)", "tpu-v5e"),
    ("1x RTX-4090 (lowest advertised)", "RTX-4090"),
    ("1x H100-PCIe (secure cloud)", "H100-PCIe secure cloud"),
    ("1x_A100-80GB_SECURE", "A100-80GB_SECURE"), ("gpu_1x_a100 (40GB)", "gpu_1x_a100 40GB"),
    ("1x H100-SXM (marketplace, typical)", "H100-SXM"),
  ])
  func namesOfInstances(raw: String, name: String) {
    #expect(Conversion.spoken(raw) == name)
  }
}
