import CostEngine
import Quantities

/// A named set of replaced cells.
struct Scenario {
  let range: SourceRange
  /// Those of the scenario that it extends first, so that its own win.
  let replacements: [Overrides.Replacement]
  /// Whether some comparison has computed it, and told what is wrong with it.
  var isChecked = false
}

extension Checker {
  /// Computes the whole file under a scenario that stands anywhere in it.
  mutating func choose(_ name: SyntaxNode, among statements: [SyntaxNode]) {
    if name.kind == .name, name.identifier == Checker.base { return }
    var reader = Checker(
      builder: builder, overrides: Overrides(), imports: imports, sampling: sampling,
      execution: execution)
    for statement in statements where statement.kind == .scenarioDeclaration {
      reader.scenario(statement)
    }
    guard let scenario = reader.scenarios[name.identifier] else {
      report(reader.unknownScenario(name))
      return
    }
    scenarioName = name.identifier
    overrides.add(scenario.replacements)
  }

  mutating func scenario(_ node: SyntaxNode) {
    let name = node[0]
    guard !name.isMissing else { return }
    if name.identifier == Checker.base || scenarios[name.identifier] != nil {
      report(scenarioTwice(name, scenarios[name.identifier]?.range))
      return
    }
    var replacements: [Overrides.Replacement] = []
    if node[1].kind == .name {
      guard let extended = scenarios[node[1].identifier] else {
        report(unknownScenario(node[1]))
        return
      }
      replacements = extended.replacements
    }
    replacements += self.replacements(in: node)
    scenarios[name.identifier] = Scenario(range: name.sourceRange, replacements: replacements)
  }

  /// The name that the file as it stands goes by in comparisons.
  private static let base = "base"

  /// Tells what is wrong with the scenarios that nothing has computed.
  mutating func checkScenarios() {
    for (name, scenario) in scenarios.sorted(by: { $0.value.range.lower < $1.value.range.lower })
    where !scenario.isChecked {
      adopt(recomputed(with: scenario.replacements, over: outside, as: name))
    }
  }

  mutating func compare(_ node: SyntaxNode) {
    let columns = node.children.filter { $0.kind == .name }
    let figures = node.child(.figuresClause)?.children ?? []
    var scopes: [Checker] = []
    for column in columns {
      let name = column.identifier
      guard name == Checker.base || scenarios[name] != nil else {
        report(unknownScenario(column))
        return
      }
      // With a scenario chosen from outside, the file as it stands is another than what is shown.
      if name == Checker.base, scenarioName == nil {
        scopes.append(self)
      } else {
        let scope = recomputed(
          with: scenarios[name]?.replacements ?? [], over: outside,
          as: name == Checker.base ? nil : name)
        scenarios[name]?.isChecked = true
        adopt(scope)
        scopes.append(scope)
      }
    }
    var rows: [CheckedProgram.Comparison.Row] = []
    for figure in figures {
      var values: [Value] = []
      for index in scopes.indices {
        let before = scopes[index].diagnostics.count
        values.append(scopes[index].expression(figure))
        used.formUnion(scopes[index].used)
        guard scopes[index].diagnostics.count == before else {
          for diagnostic in scopes[index].diagnostics.dropFirst(before) { report(diagnostic) }
          return
        }
      }
      rows.append(
        CheckedProgram.Comparison.Row(
          name: figure.text.onOneLine, values: values,
          differences: values.indices.map { index in
            index == 0 ? nil : difference(values[0], values[index])
          }))
    }
    guard !diagnostics.contains(where: { $0.severity == .error }) else { return }
    let title = title(of: node)
    actions.append(
      .compare(
        CheckedProgram.Comparison(
          title: title, scenarios: columns.map(\.identifier), rows: rows,
          range: node.sourceRange)))
  }

  /// How two figures differ sample by sample; nil where neither is uncertain.
  private func difference(_ first: Value, _ second: Value)
    -> CheckedProgram.Comparison.Difference?
  {
    guard let a = first.term, let b = second.term, a.dimension == b.dimension,
      a.rank.isSampled || b.rank.isSampled
    else { return nil }
    let share = (b - a) / builder.statistic(.mean, of: a).magnitude
    let isLower = share < builder.constant(-CheckedProgram.Comparison.noise, .none)
    return CheckedProgram.Comparison.Difference(
      share: share, isLower: builder.statistic(.mean, of: isLower))
  }

  // MARK: - Messages

  private func scenarioTwice(_ name: SyntaxNode, _ earlier: SourceRange?) -> Diagnostic {
    Diagnostic(
      "scenarios.twice",
      earlier == nil
        ? "`base` is the file as it stands" : "the scenario `\(name.identifier)` is defined twice",
      at: .init(name.sourceRange), notes: earlier.map { [.init($0, "first defined here")] } ?? [])
  }

  func unknownScenario(_ name: SyntaxNode) -> Diagnostic {
    let near = near(name.identifier, scenarios.keys.sorted() + [Checker.base])
    return Diagnostic(
      "scenarios.unknown",
      "there is no scenario `\(name.identifier)`\(name.tree.file == 0 ? " above" : "")",
      at: .init(name.sourceRange), help: near.isEmpty ? nil : "did you mean \(near.alternatives)?")
  }
}
