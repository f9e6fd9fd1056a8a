import CostEngine
import Quantities

/// `sensitivity e`, `sensitivity e to a, b`: which assumptions drive a figure.
extension Checker {
  mutating func sensitivity(_ node: SyntaxNode) {
    let value = named(node[0])
    guard case .quantity(let term, let display) = value else {
      if case .unknown = value { return }
      report(expected("a quantity", value, node[0]))
      return
    }
    let graph = builder.graph
    let under = Set(graph.nodes(under: [term.id]))
    var inputs: [(name: String, term: Term)] = []
    let targets = node.children.dropFirst()
    for target in targets {
      guard let input = figure(target) else { return }
      guard under.contains(input.id), case .named = graph[input.id].operation else {
        report(noEffect(target, node[0]))
        return
      }
      inputs.append((target.path, input))
    }
    if targets.isEmpty {
      for cell in cells where cell.isAssumption {
        if let input = cell.value.term, under.contains(input.id) {
          inputs.append((cell.name, input))
        }
      }
    }
    // What is uncertain may be written in its place, which is found when all is read.
    guard !inputs.isEmpty || targets.isEmpty && term.rank.isSampled else {
      report(nothingBelow(node[0]))
      return
    }
    actions.append(
      .sensitivity(
        CheckedProgram.Sensitivity(
          name: node[0].text.onOneLine, figure: term, display: display, inputs: inputs,
          isOfAll: targets.isEmpty)))
  }

  // MARK: - Messages

  private func noEffect(_ target: SyntaxNode, _ figure: SyntaxNode) -> Diagnostic {
    Diagnostic(
      "sensitivity.target",
      "`\(figure.text.onOneLine)` does not follow from `\(target.text.onOneLine)`",
      at: .init(target.sourceRange), help: "name cells that it follows from, or leave `to` out")
  }

  private func nothingBelow(_ node: SyntaxNode) -> Diagnostic {
    Diagnostic(
      "sensitivity.none", "`\(node.text.onOneLine)` follows from no assumption",
      at: .init(node.sourceRange), help: "state its inputs with `assume`")
  }
}
