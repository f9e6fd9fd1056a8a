import AICLanguage
import Quantities

/// A run as text for a terminal: figures lined up, things as cards.
public struct TextReport {
  private let result: RunResult
  private let palette: Palette
  private let isVerbose: Bool
  private let isBrief: Bool

  /// - Parameters:
  ///   - isVerbose: shows how far the means of samples can be trusted.
  ///   - isBrief: whether cards tell their defaults without the sources.
  public init(
    _ result: RunResult, palette: Palette, isVerbose: Bool = false, isBrief: Bool = false
  ) {
    self.result = result
    self.palette = palette
    self.isVerbose = isVerbose
    self.isBrief = isBrief
  }

  /// What the script asked to be shown, in its order.
  public var text: String {
    var blocks: [String] = []
    var group: [NamedValue] = []
    var heading = ""
    var wasLine = false

    func add(_ block: String) {
      blocks.append(heading + block)
      heading = ""
    }
    func close() {
      if !group.isEmpty { add(figures(group)) }
      group = []
    }
    for output in result.outputs {
      var isLine = false
      switch output {
      case .figure(let named): group.append(named)
      case .card(let card):
        close()
        add(CardLayout(card, palette: palette, isBrief: isBrief).text)
      case .title(let title):
        close()
        heading = palette(title, .strong) + "\n"
      case .line(let line):
        close()
        isLine = true
        if wasLine, let last = blocks.indices.last {
          blocks[last] += line + "\n"
        } else {
          blocks.append(line + "\n")
        }
      case .comparison(let table):
        close()
        add(ComparisonLayout(table, palette: palette).text)
      case .sweep(let table):
        close()
        add(SweepLayout(table, palette: palette).text)
      case .optimum(let optimum):
        close()
        add(OptimumLayout(optimum, palette: palette).text)
      case .plan(let plan):
        close()
        add(PlanLayout(plan, palette: palette).text)
      case .sensitivity(let table):
        close()
        add(SensitivityLayout(table, palette: palette).text)
      case .assertion: continue
      }
      wasLine = isLine
    }
    close()
    if isVerbose { blocks.append(sampling) }
    return blocks.joined(separator: "\n")
  }

  /// How the samples were drawn.
  private var sampling: String {
    let sampling = result.sampling
    let count = QuantityFormat.display.text(Double(sampling.samples), .none, digits: 12)
    return palette(
      "\(count) \(sampling.sampler.rawValue) samples, seed \(sampling.seed); "
        + "± is one standard error of a mean", .faint) + "\n"
  }

  /// The same, a single value without its name: the answer to one expression.
  public var valueText: String {
    if result.outputs.count == 1, case .figure(let named) = result.outputs[0] {
      let interval = named.value.figure.flatMap { spread($0) }.map { "   \($0)" } ?? ""
      return named.value.text + interval + "\n" + (isVerbose ? "\n" + sampling : "")
    }
    return text
  }

  /// Every budget that does not hold, with the values that lead to the answer.
  public var failures: [String] {
    let failed = result.assertions.filter { !$0.holds }
    guard !failed.isEmpty else { return [] }
    let indices = result.files.map { LineIndex($0) }
    return failed.map { assertion in
      let file = assertion.range.file
      let line = indices[file].position(of: assertion.range.lower).line
      let place = "\(result.files[file].name):\(line)"
      return AssertionLayout(assertion, place: place, palette: palette).text
    }
  }

  /// Names in one column, values in the next.
  private func figures(_ group: [NamedValue]) -> String {
    let width = group.map(\.name.displayWidth).max() ?? 0
    let values = group.filter { $0.value.figure?.spread != nil }.map(\.value.text.displayWidth)
    return group.map { named in
      let name = palette(named.name.padded(to: width), .accent)
      guard let interval = named.value.figure.flatMap({ spread($0) }) else {
        return "\(name)   \(named.value.text)\n"
      }
      let value = named.value.text.padded(to: values.max() ?? 0)
      return "\(name)   \(value)   \(palette(interval, .faint))\n"
    }.joined()
  }

  /// `(90%: $2,940 to $5,830)`
  private func spread(_ figure: ResultFigure) -> String? {
    figure.interval.map {
      "(90%: \($0))" + (isVerbose ? figure.standardError.map { " \($0)" } ?? "" : "")
    }
  }
}
