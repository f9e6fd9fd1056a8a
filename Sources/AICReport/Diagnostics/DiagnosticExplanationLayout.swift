import AICLanguage

/// What `aic explain ID` prints: the explanation, and its example with what aic says to it.
public struct DiagnosticExplanationLayout {
  private let explanation: DiagnosticExplanation
  private let palette: Palette

  /// Columns that a paragraph fills.
  private static let width = 80
  /// Of what is wrong by its size, so much is shown.
  private static let (mostLines, mostFiles) = (20, 3)

  public init(_ explanation: DiagnosticExplanation, palette: Palette) {
    self.explanation = explanation
    self.palette = palette
  }

  public var text: String {
    var blocks = [palette(explanation.id, .strong) + "\n", paragraph]
    if let example = explanation.example {
      for file in example.files.prefix(Self.mostFiles) {
        let text = shown(file.text(file.bytes.indices))
        blocks.append(palette(file.name + ":", .strong) + "\n" + text)
      }
      blocks.append(palette("wrong:", .strong) + "\n" + shown(example.wrong))
      let result = example.result(of: example.wrong)
      let renderer = DiagnosticRenderer(files: result.files, palette: palette)
      if let told = result.diagnostics.first(where: { $0.id == explanation.id }) {
        blocks.append(renderer.block(told))
      }
      blocks.append(palette("right:", .strong) + "\n" + shown(example.mended))
    }
    return blocks.joined(separator: "\n")
  }

  /// Every id with the first sentence of its explanation, a line each.
  public static func list(_ explanations: [DiagnosticExplanation], palette: Palette) -> String {
    let width = explanations.map(\.id.count).max() ?? 0
    return explanations.map { explanation in
      let gap = String(repeating: " ", count: width - explanation.id.count + 2)
      return palette(explanation.id, .strong) + gap + explanation.summary + "\n"
    }.joined()
  }

  private var paragraph: String {
    var lines: [String] = []
    for word in explanation.paragraph.split(separator: " ") {
      if let last = lines.last, last.count + 1 + word.count <= Self.width {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// A program, indented.
  private func shown(_ program: String) -> String {
    let lines = program.split(separator: "\n", omittingEmptySubsequences: false)
    let shown = lines.prefix(Self.mostLines).map { line in
      line.count <= 100 ? String(line) : line.prefix(60) + "…"
    }
    let rest = lines.count > Self.mostLines ? ["…"] : []
    return (shown + rest).map { "  \($0)\n" }.joined()
  }
}
