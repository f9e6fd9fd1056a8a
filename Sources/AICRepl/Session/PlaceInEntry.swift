import AICLanguage
import CostEngine

/// The places of a run's messages, those in new statements led into the entry that they came with.
struct PlaceInEntry {
  /// The texts that the messages point into, the entry last.
  let files: [SourceFile]
  let diagnostics: [Diagnostic]

  /// - Parameters:
  ///   - written: the text that was run.
  ///   - new: which of its statements are from the entry.
  init(
    _ result: RunResult, _ statements: [SessionStatement], _ written: SessionScript,
    _ new: Set<Int>, _ entry: SourceFile
  ) {
    files = result.files + [entry]
    let file = result.files.count
    let pieces = new.map { (range: written.ranges[$0], offset: statements[$0].offset) }
    func moved(_ range: SourceRange) -> SourceRange {
      guard range.file == 0,
        let piece = pieces.first(where: {
          $0.range.lowerBound <= range.lower && range.lower <= $0.range.upperBound
        })
      else { return range }
      let shift = piece.offset - piece.range.lowerBound
      return SourceRange(file: file, lower: range.lower + shift, upper: range.upper + shift)
    }
    func moved(_ label: Diagnostic.Label) -> Diagnostic.Label {
      Diagnostic.Label(moved(label.range), label.text)
    }
    diagnostics = result.diagnostics.map {
      Diagnostic(
        $0.id, $0.message, severity: $0.severity, at: moved($0.primary),
        notes: $0.notes.map { moved($0) }, help: $0.help)
    }
  }
}
