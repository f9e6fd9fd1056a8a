import Catalogue
import Testing

@testable import AICLanguage

/// Figures of the catalogue that no provider sells by the hour.
@Suite struct CatalogueFigureTests {
  /// How far to trust a figure is what its row says: the grid's is measured, the price list's tiers are recalled.
  @Test func namesKeepTheirConfidence() throws {
    let text =
      "show grid.france, aws.s3_standard_ia, aws.fsx_for_lustre_persistent_ssd_125_mb_s_tib\n"
    let script = Script(SourceFile(name: "t", text: text))
    let found = try #require(script.assumptions().assumptions)
    #expect(
      Set(found.inputs.map(\.confidence)) == [.measured, .listed, .recalled])
  }

  private static let catalogue = Catalogue()

  /// Every figure of the tables, by its name and its date.
  @Test(arguments: [Catalogue.Kind.storage, .energy, .convention])
  func everyFigureHasItsName(kind: Catalogue.Kind) {
    let all = Self.catalogue.figures(of: kind)
    let lines = all.map { "show \($0.path) as of \($0.date)" }
    let result = run("rate EUR = $1.1\n" + lines.joined(separator: "\n"))
    #expect(result.diagnostics.filter { $0.severity == .error }.map(\.message) == [])
    var shown = 0
    for (figure, output) in zip(all, result.outputs) {
      guard case .figure(let named) = output else { continue }
      switch named.value {
      case .figure(let value) where figure.tiers.count == 1:
        let rate = figure.root == "electricity_eur" ? 1.1 : 1
        let expected = (figure.tiers.first?.value ?? .nan) * rate
        #expect(abs(value.value - expected) <= 1e-12 * abs(expected), "\(figure.path)")
        shown += 1
      case .list(let tiers):
        #expect(tiers.count == figure.tiers.count)
        shown += 1
      default: Issue.record("\(figure.path)")
      }
    }
    #expect(shown == all.count)
  }

  /// The rows' own figures, as a program would write them.
  @Test(arguments: [
    ("grid.france", "44.18 g / 1 kWh"), ("grid.GCP.Europe_West8", "201.69 g / 1 kWh"),
    ("electricity.us_texas", "$0.0612/kWh"), ("electricity.us_texas as of 2023", "$0.066/kWh"),
    ("pue.google as of 2016", "1.12"), ("pue.google", "1.09"),
    ("convention.useful_life.data_center_building.high", "40 years"),
    ("convention.failure.node_failure_rate_meta_rsc_1_a100", "6.5 / 1000 days"),
    ("aws.s3_standard_ia", "$0.0125/GiB/month"), ("modal.h100", "$0.001097/s"),
    ("backblaze.b2", "$0.006/GB/month"), ("aws.s3_standard_get_and_other", "$0.0004 / 1k requests"),
    ("aws.ebs_gp3_iops_over_3000 * 100 requests/s", "$0.5/month"),
    ("aws.ebs_gp3_throughput_over_125_mb_s * 10 MiB/s", "$0.4/month"),
    ("tiered(1e9 GiB * 1 s, aws.lambda_x86_duration)", "$16666.7"),
  ])
  func values(expression: String, expected: String) throws {
    let found = figures("show (\(expression)), \(expected)")
    #expect(found.count == 2)
    #expect(found.first?.dimension == found.last?.dimension)
    let (value, wanted) = (found.first?.value ?? .nan, found.last?.value ?? .nan)
    #expect(abs(value - wanted) <= 1e-9 * wanted, "\(value) \(wanted)")
  }

  @Test(arguments: [
    ("grid", "figures.family"), ("grid.gcp", "figures.family"), ("grid.germny", "figures.unknown"),
    ("grid.france.x", "figures.unknown"), ("convention.useful_life.x", "figures.unknown"),
    ("grid.france as of 2019", "prices.date"), ("aws.egress.mars", "prices.region"),
    ("aws.s3_standrd", "prices.instance"), ("aws.egress.us_east_1.us_west_2", "prices.terms"),
    ("cloudflare", "prices.provider"), ("backblaze.b2.paris", "prices.region"),
    ("grd.france", "names.unknown"), ("electricity_eur.germany + $1/kWh", "units.mismatch"),
  ])
  func refusals(expression: String, id: String) {
    #expect(Set(run("show \(expression)").diagnostics.map(\.id)) == [id])
  }

  @Test func nearNamesAreOffered() {
    #expect(diagnosed("show grid.germny").first?.contains("did you mean `grid.germany`?") == true)
    #expect(diagnosed("show aws.s3_standrd").first?.contains("`s3_standard`") == true)
    #expect(
      diagnosed("show aws.egress.us_eest_1").first?.contains("did you mean `us_east_1`") == true)
  }

  /// A name of the file's own is the file's.
  @Test func aFileMayHaveTheName() {
    #expect(figures("grid = { france: 3 }\nshow grid.france").map(\.value) == [3])
    #expect(figures("fn pue(x) = 2 * x\nshow pue(2)").map(\.value) == [4])
  }

  /// What an explanation says of a figure from memory.
  @Test func marksAreShown() throws {
    let script = Script(SourceFile(name: "t", text: "x = pue.google\nshow x"))
    let told = "\(try #require(script.explain("x").figure))"
    #expect(told.contains("recalled, not checked"))
  }
}
