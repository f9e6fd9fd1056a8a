import Quantities

/// What a kind of diagnostic means: in plain words, and by a program that gives it.
public struct DiagnosticExplanation: Sendable {
  /// A program that is wrong, and the same one mended.
  public struct Example: Sendable {
    /// Gives the diagnostic and no other.
    public let wrong: String
    /// Gives none.
    public let mended: String
    /// What `aic explain` is asked for, where only that is wrong.
    public let figure: String?
    /// What the programs may import.
    public let files: [SourceFile]

    /// What aic says to one of the two programs.
    public func result(of program: String) -> RunResult {
      let source = SourceFile(name: "example.aic", text: program)
      let script = Script(source, access: ExampleFolder(files: files))
      return figure.map { script.explain($0).result } ?? script.run()
    }
  }

  /// The name of the kind, such as `units.mismatch`.
  public let id: String
  /// What is wrong, why it is refused, and what to do.
  public let paragraph: String
  /// Nil where no program can be shown: it would be too large, or no value yet leads there.
  public let example: Example?

  init(_ id: String, _ paragraph: String) {
    self.id = id
    self.paragraph = paragraph
    example = nil
  }

  init(
    _ id: String, _ paragraph: String, figure: String? = nil, files: [SourceFile] = [],
    wrong: String, mended: String
  ) {
    self.id = id
    self.paragraph = paragraph
    example = Example(wrong: wrong, mended: mended, figure: figure, files: files)
  }

  /// The first sentence of the paragraph.
  public var summary: String {
    var previous: Character?
    for index in paragraph.indices {
      if paragraph[index] == " ", previous == "." { return String(paragraph[..<index]) }
      previous = paragraph[index]
    }
    return paragraph
  }
}

// MARK: - All of them

extension DiagnosticExplanation {
  /// Every explanation, by group: reading first, then checking, then what the engine asks.
  public static let all: [DiagnosticExplanation] = [
    syntaxCharacters, syntaxMissing, syntaxOperators, syntaxPlaces, literals, units, rates, prices,
    names,
    types, ranges, correlations, fields, functions, scenarios, plans, plots, imports, tables,
    clauses,
    tiers, figures,
    models, datasets, trainings,
    deployments, techniques, autoscaling, ownership, lints,
  ].flatMap { $0 }

  /// The explanation of an id; nil where there is none.
  public static func named(_ id: String) -> DiagnosticExplanation? { all.first { $0.id == id } }

  /// The ids most like a mistyped one, or those of which it is a part, such as `mismatch` or `rates`.
  public static func nearest(to id: String) -> [String] {
    let parts = all.map(\.id).filter { $0.split(separator: ".").contains { $0 == id } }
    return parts.isEmpty ? Quantities.nearest(to: id, among: all.map(\.id)) : parts
  }
}
