import AICLanguage

@testable import AICReport

func run(_ text: String, settings: [(path: String, value: String)] = []) -> RunResult {
  Script(SourceFile(name: "t.aic", text: text), settings: settings).run()
}

/// The lines of the first diagnostic of a script in block form.
func block(_ text: String, settings: [(path: String, value: String)] = []) -> [String] {
  let result = run(text, settings: settings)
  let renderer = DiagnosticRenderer(files: result.files, palette: Palette(isColored: false))
  return result.diagnostics.first.map { lines(renderer.block($0)) } ?? []
}

/// The lines of a text that ends in a line end.
func lines(_ text: String) -> [String] {
  text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
}

/// The text without the colours and weights of a terminal.
func plain(_ text: String) -> String {
  var result = ""
  var isEscape = false
  for scalar in text.unicodeScalars {
    if scalar == "\u{1B}" { isEscape = true }
    if !isEscape { result.unicodeScalars.append(scalar) }
    if scalar == "m" { isEscape = false }
  }
  return result
}
