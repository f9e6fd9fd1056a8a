import AICLanguage
import CostEngine

/// Diagnostics as text for people: the one place that lays them out.
public struct DiagnosticRenderer {
  private let files: [SourceFile]
  private let palette: Palette
  private let indices: [LineIndex]

  public init(files: [SourceFile], palette: Palette) {
    self.files = files
    self.palette = palette
    indices = files.map { LineIndex($0) }
  }

  /// The block form: title, place, the source lines with every label, help.
  public func block(_ diagnostic: Diagnostic) -> String {
    let labels = [diagnostic.primary] + diagnostic.notes
    let pieces = labels.enumerated().compactMap { place($1, isPrimary: $0 == 0) }
    guard let primary = pieces.first else { return title(diagnostic) + "\n" }
    let lastLine = pieces.map(\.line).max() ?? 1
    let gutter = String(repeating: " ", count: String(lastLine).count + 1)
    var text = title(diagnostic) + "\n"
    // The file of the problem comes first, then the others that are involved.
    var shown: [Int] = []
    for piece in pieces where !shown.contains(piece.file) {
      shown.append(piece.file)
      let here = pieces.filter { $0.file == piece.file }
      let corner = piece.file == primary.file ? "┌─" : "├─"
      text += gutter + palette(corner, .faint) + " \(location(piece))\n"
      text += gutter + palette("│", .faint) + "\n"
      var previous: Int?
      for line in Set(here.map(\.line)).sorted() {
        if let previous, line > previous + 1 { text += gutter + palette("·", .faint) + "\n" }
        text += source(line, here.filter { $0.line == line }, gutter)
        previous = line
      }
    }
    if let help = diagnostic.help {
      text += gutter + palette("│", .faint) + "\n"
      text += gutter + palette("=", .faint) + " help: \(help)\n"
    }
    return text
  }

  /// One line that editors read: `file:line:column: error: message`.
  public func short(_ diagnostic: Diagnostic) -> String {
    let severity = diagnostic.severity.rawValue
    guard let place = place(diagnostic.primary, isPrimary: true) else {
      return "\(severity): \(diagnostic.message)\n"
    }
    return "\(location(place)): \(severity): \(diagnostic.message)\n"
  }

  private func title(_ diagnostic: Diagnostic) -> String {
    let style = diagnostic.severity == .error ? Palette.Style.error : .warning
    return palette(diagnostic.severity.rawValue, style)
      + palette(": \(diagnostic.message)", .strong)
  }

  // MARK: - Places

  /// A label on its line, in the columns of the terminal.
  private struct Piece {
    let file: Int
    let line: Int
    let column: Int
    let range: Range<Int>
    let text: String
    let isPrimary: Bool
  }

  private func place(_ label: Diagnostic.Label, isPrimary: Bool) -> Piece? {
    guard files.indices.contains(label.range.file) else { return nil }
    let index = indices[label.range.file]
    let position = index.position(of: label.range.lower)
    let line = index.range(ofLine: position.line)
    let lower = min(max(label.range.lower, line.lowerBound), line.upperBound)
    let upper = min(max(label.range.upper, lower), line.upperBound)
    return Piece(
      file: label.range.file, line: position.line, column: position.column, range: lower..<upper,
      text: label.text, isPrimary: isPrimary)
  }

  private func location(_ piece: Piece) -> String {
    "\(files[piece.file].name):\(piece.line):\(piece.column)"
  }

  // MARK: - Source lines

  /// What a line shows at most; the rest of a longer one is left out around the labels.
  private static let widest = 74

  private func source(_ line: Int, _ pieces: [Piece], _ gutter: String) -> String {
    guard let first = pieces.first else { return "" }
    let file = files[first.file]
    let window = window(indices[first.file].range(ofLine: line), of: file, pieces)
    let content = file.text(window.range).printable
    let number = String(line).rightAligned(to: gutter.count - 1)
    var text = palette("\(number) │", .faint) + " \(window.prefix)\(content)\(window.suffix)\n"

    /// The columns that a label underlines.
    func columns(_ piece: Piece) -> Range<Int> {
      let lower = min(max(piece.range.lowerBound, window.range.lowerBound), window.range.upperBound)
      let upper = min(max(piece.range.upperBound, lower), window.range.upperBound)
      let start =
        window.prefix.displayWidth
        + file.text(window.range.lowerBound..<lower).printable.displayWidth
      return start..<start + max(1, file.text(lower..<upper).printable.displayWidth)
    }

    let marks = pieces.map { (piece: $0, columns: columns($0)) }
      .sorted { $0.columns.lowerBound < $1.columns.lowerBound }
    var row = ""
    var width = 0
    // Notes first, so that the problem itself stays visible where both mark one place.
    for column in 0..<(marks.map(\.columns.upperBound).max() ?? 0) {
      let over = marks.filter { $0.columns.contains(column) }
      let mark = over.isEmpty ? " " : over.contains { $0.piece.isPrimary } ? "^" : "─"
      row += mark
      width += 1
    }
    let inline = marks.last
    text += gutter + palette("│", .faint) + " " + styled(row)
    if let inline, !inline.piece.text.isEmpty { text += " \(inline.piece.text)" }
    text += "\n"
    for mark in marks.dropLast().reversed() where !mark.piece.text.isEmpty {
      let indent = String(repeating: " ", count: mark.columns.lowerBound)
      text += gutter + palette("│", .faint) + " \(indent)\(mark.piece.text)\n"
    }
    return text
  }

  private func styled(_ row: String) -> String {
    guard palette.isColored else { return row }
    return row.map { $0 == "^" ? palette("^", .error) : $0 == "─" ? palette("─", .accent) : " " }
      .joined()
  }

  /// The part of a line that is shown, around its labels.
  private func window(
    _ line: Range<Int>, of file: SourceFile, _ pieces: [Piece]
  ) -> (range: Range<Int>, prefix: String, suffix: String) {
    guard line.count > DiagnosticRenderer.widest else { return (line, "", "") }
    let primary = pieces.first { $0.isPrimary } ?? pieces.first
    // The line is shown from its beginning where that shows the problem, else from shortly before it.
    let problem = primary?.range ?? line
    let start = max(
      line.lowerBound,
      min(problem.lowerBound - 10, problem.upperBound + 8 - DiagnosticRenderer.widest))
    let lower = max(line.lowerBound, file.startOfScalar(at: start))
    let upper = file.startOfScalar(at: min(line.upperBound, start + DiagnosticRenderer.widest))
    return (
      lower..<upper, lower > line.lowerBound ? "…" : "", upper < line.upperBound ? "…" : ""
    )
  }
}

extension SourceFile {
  /// The first byte of the UTF-8 sequence around an offset, at most three bytes before it.
  fileprivate func startOfScalar(at offset: Int) -> Int {
    let starts = (max(0, offset - 3)...offset).reversed()
    return starts.first { !bytes.indices.contains($0) || bytes[$0] & 0xC0 != 0x80 } ?? offset
  }
}

extension String {
  /// The text as a terminal may safely show it: control characters become visible.
  fileprivate var printable: String {
    var result = ""
    for scalar in unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control: result.unicodeScalars.append(scalar == "\t" ? " " : "\u{FFFD}")
      case .format, .surrogate, .lineSeparator, .paragraphSeparator:
        result.unicodeScalars.append("\u{FFFD}")
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
