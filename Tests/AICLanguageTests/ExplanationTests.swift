import CostEngine
import Foundation
import Testing

@testable import AICLanguage

/// What `aic explain ID` says: of every id, and by examples that do what they say.
@Suite struct ExplanationTests {
  @Test(arguments: DiagnosticExplanation.all.filter { $0.example != nil }.map(\.id))
  func anExampleGivesItsDiagnosticAndMendedNone(id: String) throws {
    let example = try #require(DiagnosticExplanation.named(id)?.example)
    let told = example.result(of: example.wrong).diagnostics.map(\.id)
    if id.hasSuffix(".too-many") {
      // Only many others make it.
      #expect(told.last == id && Set(told).count == 2)
    } else {
      #expect(Set(told) == [id])
    }
    #expect(example.result(of: example.mended).diagnostics == [])
  }

  @Test func everyIDOfTheSourcesIsExplained() throws {
    let made = try IDsOfSources.all().subtracting(unreachable)
    let explained = Set(DiagnosticExplanation.all.map(\.id))
    #expect(made.count > 150)
    #expect(made.subtracting(explained).sorted() == [], "not explained")
    #expect(explained.subtracting(made).sorted() == [], "explained, but nowhere made")
    #expect(explained.count == DiagnosticExplanation.all.count)
  }

  /// What the engine would say to values that the language refuses before, by an id of its own.
  private let unreachable: Set = [
    // Words for fields are checked as `fields.word`.
    "field.word", "dtype.unknown", "training.optimizer", "deployment.engine",
    // The parser finds commas in numbers as `syntax.thousands`.
    "literals.comma",
  ]

  /// A file beyond 64 MiB, a choice that only uncertain values leave open, and tables, which no program reads yet.
  @Test func onlyWhatCannotBeShownHasNoExample() {
    let without = DiagnosticExplanation.all.filter { $0.example == nil }.map(\.id)
    #expect(
      without.filter { !$0.hasPrefix("tables.") } == ["syntax.size", "types.undecided"])
  }

  @Test func aParagraphHasTwoToFourSentences() {
    for explanation in DiagnosticExplanation.all {
      let sentences = explanation.paragraph.components(separatedBy: ". ")
      #expect((2...4).contains(sentences.count), "\(explanation.id)")
      #expect(explanation.paragraph.hasSuffix("."), "\(explanation.id)")
      #expect(explanation.summary == sentences[0] + ".", "\(explanation.id)")
    }
  }

  @Test func nearIDsAreFound() {
    #expect(DiagnosticExplanation.named("units.mismatch")?.id == "units.mismatch")
    #expect(DiagnosticExplanation.named("mismatch") == nil)
    #expect(DiagnosticExplanation.nearest(to: "units.missmatch").first == "units.mismatch")
    #expect(DiagnosticExplanation.nearest(to: "mismatch") == ["units.mismatch"])
    #expect(DiagnosticExplanation.nearest(to: "lists") == ["lists.long", "lists.outside"])
    #expect(DiagnosticExplanation.nearest(to: "?") == [])
  }
}

/// The ids of diagnostics that the sources of the language and the engine give.
private enum IDsOfSources {
  /// Ids that are put together, with all that they come to.
  private static let families = [
    #"names.unknown-\(kind)"#: ["names.unknown-model", "names.unknown-hardware"],
    #"model.\(field)"#: ["model.params", "model.active_params"],
    #"hardware.\(field)"#: [
      "hardware.peak", "hardware.bandwidth", "hardware.link", "hardware.power", "hardware.node",
      "hardware.sparse",
    ],
    #"deployment.\(field)"#: ["deployment.prompt", "deployment.response"],
    #"api.\(field)"#: ["api.input", "api.output", "api.prompt", "api.response"],
    #"imports.\(error.reason.rawValue)"#: [
      "imports.missing", "imports.outside", "imports.unreadable",
    ],
    #"\(run).heads"#: ["training.heads", "deployment.heads"],
    #"\(run).kv_heads"#: ["training.kv_heads", "deployment.kv_heads"],
  ]

  /// Whether a name of the same form is something else: a declared field or figure, a part of one, or a file.
  private static func isOther(_ group: Substring, _ kind: Substring) -> Bool {
    [
      "cost", "memory", "parallel", "mla", "price", "carbon", "water", "spot", "reserve", "prune",
      "speculate", "distill",
    ].contains(group) || ["aic", "csv"].contains(kind) || declared.contains("\(group).\(kind)")
  }

  private static let declared: Set<String> = Set(
    DeploymentRun.fields.map(\.name) + Deployment.figures.map(\.name)
      + APIDeploymentRun.fields.map(\.name) + TrainingRun.fields.map(\.name)
      + Training.figures.map(\.name))

  static func all() throws -> Set<String> {
    var ids: Set<String> = []
    for text in try texts() {
      // What a message, a condition or an error begins with.
      for match in text.matches(of: /(?:Diagnostic|Requirement|EngineError)\(\s*"([^"]+)"/) {
        let id = String(match.1)
        guard id.contains(#"\("#) else { continue }
        ids.formUnion(try #require(families[id], "\(id) comes to which ids?"))
      }
      for match in text.matches(of: /"([a-z]+)\.([a-z_-]+)"/)
      where !isOther(match.1, match.2) {
        ids.insert("\(match.1).\(match.2)")
      }
      // The parser's own, which get their group when they are added.
      for match in text.matches(of: /\badd\(\s*"([a-z-]+)"/) { ids.insert("syntax.\(match.1)") }
    }
    return ids
  }

  private static func texts() throws -> [String] {
    let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try ["AICLanguage", "CostEngine"].flatMap { target in
      let folder = package.appending(path: "Sources/\(target)")
      let files = FileManager.default.enumerator(atPath: folder.path)?.allObjects as? [String] ?? []
      return try files.filter { $0.hasSuffix(".swift") && !$0.contains("Explanations/") }.map {
        try String(contentsOf: folder.appending(path: $0), encoding: .utf8)
      }
    }
  }
}
