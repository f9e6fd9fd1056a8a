import CostEngine
import Quantities

/// A named set of replaced cells, with the names of the file as they are under it.
struct Scenario {
  let range: SourceRange
  /// Those of the scenario that it extends first, so that its own win.
  let replacements: [(path: String, value: SyntaxNode, range: SourceRange)]
  let names: [String: Checker.Binding]
}

/// Recomputing with cells replaced: the statements above are checked again, and what nothing replaced touches is found
/// in the graph already.
extension Checker {
  mutating func scenario(_ node: SyntaxNode) {
    let name = node[0]
    guard !name.isMissing else { return }
    if name.identifier == Checker.base || scenarios[name.identifier] != nil {
      report(scenarioTwice(name, scenarios[name.identifier]?.range))
      return
    }
    var replacements: [(path: String, value: SyntaxNode, range: SourceRange)] = []
    if !node[1].isMissing {
      guard let extended = scenarios[node[1].identifier] else {
        report(unknownScenario(node[1]))
        return
      }
      replacements = extended.replacements
    }
    for replacement in node.children(.replacement) {
      let target = replacement[0]
      replacements.append((target.text.onOneLine, replacement[1], target.sourceRange))
    }
    scenarios[name.identifier] = Scenario(
      range: name.sourceRange, replacements: replacements,
      names: names(under: replacements, name.identifier))
  }

  /// The name that the file as it stands goes by in comparisons.
  private static let base = "base"

  /// The names of the statements above, with cells replaced.
  private mutating func names(
    under replacements: [(path: String, value: SyntaxNode, range: SourceRange)], _ name: String
  ) -> [String: Binding] {
    var overrides = overrides
    overrides.add(replacements)
    var checker = Checker(builder: builder, overrides: overrides)
    checker.scenarioName = name
    checker.definitions = definitions
    for statement in above {
      switch statement.kind {
      case .cellDeclaration, .assumeDeclaration, .rateDeclaration, .unitDeclaration,
        .hardwareDeclaration, .modelDeclaration, .functionDeclaration:
        checker.statement(statement)
      default: break
      }
    }
    checker.reportUnusedOverrides()
    // What is wrong in the file as it stands has been told.
    for diagnostic in checker.diagnostics where !diagnostics.contains(diagnostic) {
      report(diagnostic)
    }
    requirements += checker.requirements
    used.formUnion(checker.used)
    return checker.names
  }

  mutating func compare(_ node: SyntaxNode) {
    let columns = node.children.filter { $0.kind == .name }
    let figures = node.child(.figuresClause)?.children ?? []
    var names: [String] = []
    var scopes: [[String: Binding]] = []
    for column in columns {
      names.append(column.identifier)
      if column.identifier == Checker.base {
        scopes.append(self.names)
      } else if let scenario = scenarios[column.identifier] {
        scopes.append(scenario.names)
      } else {
        report(unknownScenario(column))
        return
      }
    }
    var rows: [(name: String, values: [Value])] = []
    for figure in figures {
      let before = diagnostics.count
      var values: [Value] = []
      for scope in scopes {
        let outer = self.names
        // Cells defined below a scenario are those of the file as it stands.
        self.names = outer.merging(scope) { $1 }
        values.append(expression(figure))
        self.names = outer
        guard diagnostics.count == before else { return }
      }
      rows.append((figure.text.onOneLine, values))
    }
    let title = node.child(.titleClause).flatMap { text($0[0]).words }
    actions.append(
      .compare(
        CheckedProgram.Comparison(
          title: title, scenarios: names, rows: rows, range: node.sourceRange)))
  }

  // MARK: - Messages

  private func scenarioTwice(_ name: SyntaxNode, _ earlier: SourceRange?) -> Diagnostic {
    Diagnostic(
      "scenarios.twice",
      earlier == nil
        ? "`base` is the file as it stands" : "the scenario `\(name.identifier)` is defined twice",
      at: .init(name.sourceRange), notes: earlier.map { [.init($0, "first defined here")] } ?? [])
  }

  private func unknownScenario(_ name: SyntaxNode) -> Diagnostic {
    let near = near(name.identifier, scenarios.keys.sorted() + [Checker.base])
    return Diagnostic(
      "scenarios.unknown", "there is no scenario `\(name.identifier)` above",
      at: .init(name.sourceRange), help: near.isEmpty ? nil : "did you mean \(near.alternatives)?")
  }
}
