import AICLanguage
import Testing

/// Two things small enough to be worked out by hand.
///
/// Parameters of `m`: 2 × 1000 × 64 of embeddings, 2 × 4 × 64² of attention, 2 × 3 × 64 × 256 of
/// feed-forward, 5 × 64 of norms: 259,392. A token multiplies all but the 64,000 that are looked up.
let things = """
  model m = transformer { layers: 2, hidden: 64, heads: 4, ffn: 256, vocab: 1000 }
  hardware box {
    memory: 80 GB, bandwidth: 3 TB/s, peak: { bf16: 1000 TFLOP/s, fp8: 2000 TFLOP/s }
    price: $2/hour, link: 450 GB/s, power: 700 W, node: 8
  }
  hardware cut { memory: 80 GB, bandwidth: 3 TB/s, peak: { bf16: 1 PFLOP/s }, price: $2/hour }
  t = train m on 20T tokens using 8 box at 40% mfu
  s = deploy m on 1 box serving 4 requests/s { prompt: 900 tokens, response: 250 tokens }
  a = deploy m on api { input: $1 per 1M tokens, output: $3 per 1M tokens }
      serving 4 requests/s { prompt: 900 tokens, response: 250 tokens }

  """

func run(_ text: String, settings: [(path: String, value: String)] = []) -> RunResult {
  Script(SourceFile(name: "t", text: text), settings: settings).run()
}

/// What the diagnostics of a script say: `id: message`, then the help line where there is one.
func diagnosed(_ text: String, settings: [(path: String, value: String)] = []) -> [String] {
  run(text, settings: settings).diagnostics.map {
    "\($0.severity == .warning ? "warning " : "")\($0.id): \($0.message)"
      + ($0.help.map { " = \($0)" } ?? "")
  }
}

/// The shown figures of a script that has nothing to say about it but warnings.
func figures(_ text: String, settings: [(path: String, value: String)] = []) -> [ResultFigure] {
  let result = run(text, settings: settings)
  let errors = result.diagnostics.filter { $0.severity == .error }.map(\.message)
  #expect(errors == [])
  return result.outputs.compactMap { output in
    if case .figure(let named) = output, case .figure(let figure) = named.value {
      figure
    } else {
      nil
    }
  }
}

/// That two expressions come out alike, to the last few bits, and of one dimension.
func expectAlike(
  _ a: String, _ b: String, after text: String = things,
  settings: [(path: String, value: String)] = [],
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let shown = figures("\(text)\nshow \(a), \(b)", settings: settings)
  guard shown.count == 2 else {
    Issue.record("expected two figures, not \(shown.count)", sourceLocation: sourceLocation)
    return
  }
  #expect(shown[0].dimension == shown[1].dimension, sourceLocation: sourceLocation)
  #expect(
    abs(shown[0].value - shown[1].value) <= 1e-12 * abs(shown[1].value) && shown[1].value != 0,
    "\(a) is \(shown[0].value), \(b) is \(shown[1].value)", sourceLocation: sourceLocation)
}

/// The text that the first diagnostic points at.
func pointedAt(_ text: String) -> String? {
  run(text).diagnostics.first.map { diagnostic in
    let range = diagnostic.primary.range
    return SourceFile(name: "t", text: text).text(range.lower..<range.upper)
  }
}
