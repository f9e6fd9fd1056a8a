import Quantities
import Testing

@testable import Catalogue

/// Figures that programs name, over the whole tables.
@Suite struct FigureTests {
  private let catalogue = Catalogue()
  private static let kinds: [Catalogue.Kind] = [.storage, .energy, .convention]

  /// Every row has a name, or says why it has none: six conventions are formulas.
  @Test(arguments: zip(kinds, [0, 0, 6]))
  func everyRowIsNamed(kind: Catalogue.Kind, formulas: Int) {
    let entries = catalogue.entries(of: kind)
    let rows = catalogue.figures(of: kind).flatMap(\.rows)
    #expect(Set(rows).count == rows.count)
    #expect(rows.count + formulas == entries.count)
    #expect(entries.filter { $0.unnamed != nil }.count == formulas)
    for entry in entries where entry.unnamed == nil {
      #expect(entry.name.allSatisfy { $0.isLetter || $0.isNumber || "._".contains($0) })
    }
  }

  /// A name and a date lead to one figure.
  @Test(arguments: kinds)
  func everyNameLeadsBack(kind: Catalogue.Kind) {
    var seen: [String: CatalogueFigure] = [:]
    for figure in catalogue.figures(of: kind) {
      let earlier = seen.updateValue(figure, forKey: figure.path + " " + figure.date)
      #expect(earlier == nil, "\(figure.path) of \(figure.date) twice")
      let found = catalogue.figures(under: figure.root, named: figure.name)
      #expect(found.contains(figure), "\(figure.path)")
      #expect(Set(found.map(\.name)).count == 1, "\(figure.path) is also \(found.map(\.name))")
    }
  }

  /// What is sold by the hour or by tokens keeps its name: no figure has the same one.
  @Test func noNameIsTaken() {
    for figure in catalogue.figures(of: .storage) {
      #expect(catalogue.offers(of: figure.root, figure.name).isEmpty, "\(figure.path)")
      #expect(catalogue.tokenPrice(of: figure.root, figure.name) == nil, "\(figure.path)")
    }
  }

  /// No list of the data has a gap: a tier ends where the next begins.
  @Test func tiersOfTheDataMeet() {
    let entries = catalogue.entries(of: .storage)
    for figure in catalogue.figures(of: .storage) where figure.rows.count > 1 {
      let rows = figure.rows.map { entries[$0] }
        .sorted { Double($0["tier_from"] ?? "0") ?? 0 < Double($1["tier_from"] ?? "0") ?? 0 }
      for (row, next) in zip(rows, rows.dropFirst()) {
        #expect(row["tier_to"] == nil || row["tier_to"] == next["tier_from"], "\(figure.path)")
      }
    }
  }

  /// $0.09 for 2^30 bytes, up to 10 × 2^40, as the table has it.
  @Test func tiersOfEgress() throws {
    let found = catalogue.figures(under: "aws", named: "egress")
    #expect(found.map(\.region).contains("eu-west-1"))
    let west = try #require(found.first { $0.region == "us-west-2" })
    #expect(west.path == "aws.egress_internet.us_west_2")
    let tebibyte = 1_099_511_627_776.0
    #expect(west.tiers.map(\.upTo) == [10 * tebibyte, 50 * tebibyte, 150 * tebibyte, nil])
    #expect(
      west.tiers.map { $0.value * 1_073_741_824 }.map { ($0 * 1e4).rounded() / 1e4 }
        == [0.09, 0.085, 0.07, 0.05])
    #expect(west.tiers[0].provenance.source.contains("free allowance is left out: 100 GB"))
    // The table has no tier over 150 TB for us-east-1: none is made up.
    #expect(found.first { $0.region == "us-east-1" }?.tiers.last?.upTo == 150 * tebibyte)
  }

  /// The rows of S3 Standard come from two documents, one of them recalled.
  @Test func tiersKeepTheirSources() throws {
    let s3 = try #require(catalogue.figures(under: "aws", named: "s3_standard").first)
    #expect(s3.tiers.map(\.provenance.isRecalled) == [false, true, true])
  }

  /// Oracle charges from 10 TB on, and counts its GB in tens.
  @Test func whatAnAllowanceMakesFree() throws {
    let oci = try #require(catalogue.figures(under: "oci", named: "egress").first)
    #expect(oci.tiers.map(\.upTo) == [10e12, nil])
    #expect(oci.tiers.map(\.value) == [0, 0.0085 / 1e9])
  }

  /// The rows' own figures: 44.18 g and 202 g a kWh, $0.0612 a kWh, 4 years.
  @Test(arguments: [
    ("grid", "france", 1.2272e-8), ("grid", "gcp_europe_west8", 5.61e-8),
    ("electricity", "us_texas", 1.7e-8), ("electricity", "US-TX", 1.7e-8),
    ("pue", "google", 1.09), ("convention", "useful_life_nebius_gpu_servers", 126_144_000),
    ("convention", "dtype_bytes.bf16", 2), ("construction", "sao_paulo", 10.81),
  ])
  func latestFigures(root: String, name: String, value: Double) throws {
    let found = catalogue.figures(under: root, named: name)
    let latest = try #require(found.max { $0.date < $1.date }?.tiers.first?.value)
    #expect(abs(latest - value) < 1e-2 * value)
  }

  @Test(arguments: [
    ("S3 Standard (first", "s3_standard_first"), ("São Paulo", "sao_paulo"), ("A--B/c.", "a_b_c"),
    ("", ""), ("日本", ""),
  ])
  func slugs(words: String, slug: String) {
    #expect(words.slug == slug)
  }
}
