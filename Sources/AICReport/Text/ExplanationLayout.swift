import AICLanguage

/// The derivation of a figure as a tree for a terminal.
public struct ExplanationLayout {
  private let root: ExplainedFigure
  private let palette: Palette

  public init(_ root: ExplainedFigure, palette: Palette) {
    self.root = root
    self.palette = palette
  }

  public var text: String { lines(root, head: "", rest: "") }

  /// One figure and what it rests on; `head` stands before its first line, `rest` before the others.
  private func lines(_ explained: ExplainedFigure, head: String, rest: String) -> String {
    var text = palette(head, .faint) + palette(explained.label, .strong)
    text += " = \(explained.figure.text)"
    if let origin = origin(explained) { text += "   " + palette(origin, .faint) }
    text += "\n"
    if explained.isRepeated, explained.formula != nil {
      return text + palette("\(rest)   (explained above)", .faint) + "\n"
    }
    let stem = explained.parts.isEmpty ? "  " : "│ "
    for formula in [explained.formula, explained.substituted].compactMap({ $0 }) {
      text += palette(rest + stem, .faint) + " = \(formula)\n"
    }
    for (index, part) in explained.parts.enumerated() {
      let isLast = index == explained.parts.count - 1
      text += lines(
        part, head: rest + (isLast ? "└─ " : "├─ "), rest: rest + (isLast ? "   " : "│  "))
    }
    return text
  }

  /// The place or the source of a figure.
  private func origin(_ explained: ExplainedFigure) -> String? {
    let place = explained.place.map { "\($0.file):\($0.line)" }
    let parts = [place, explained.source].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }
}
