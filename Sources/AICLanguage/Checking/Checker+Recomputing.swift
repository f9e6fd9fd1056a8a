import CostEngine
import Quantities

/// Recomputing with cells replaced, the one mechanism behind scenarios, sweeps, optima and modules: the statements
/// above are checked again, and what nothing replaced touches is found in the graph already.
extension Checker {
  /// An expression of the text that a value stands in for.
  struct Place: Hashable {
    let file: Int
    let index: Int

    init(_ node: SyntaxNode) {
      file = node.tree.file
      index = node.index
    }
  }

  /// The statements above, with cells replaced: those that follow from one of them are checked again.
  ///
  /// - Parameters:
  ///   - replacements: those from outside win over a scenario's, but not over the values of an axis.
  ///   - given: values that stand in for expressions of the replacements.
  ///   - name: what messages call it.
  func recomputed(
    with replacements: [Overrides.Replacement], over base: Overrides, andWin: Bool = false,
    given: [Place: Value] = [:], as name: String?
  ) -> Checker {
    var overrides = base
    overrides.add(replacements, andWin: andWin)
    // Under another scenario than the file is computed under, what that replaces is computed anew too.
    var touched = Set(replacements.map { String($0.path.prefix { $0 != "." }) })
    if name != scenarioName { touched.formUnion(self.overrides.cells) }
    var checker = Checker(
      builder: builder, overrides: overrides, imports: imports, sampling: sampling)
    checker.importing = importing
    checker.given = self.given.merging(given) { $1 }
    checker.scenarioName = name
    checker.definitions = definitions
    checker.axisCount = axisCount
    checker.units = units
    checker.rates = rates
    for statement in above where statement.kind.defines {
      let (name, used) = (statement.definedName, statement.usedNames)
      if name.map({ touched.contains($0) }) == true || !touched.isDisjoint(with: used) {
        checker.statement(statement)
        if let name { touched.insert(name) }
      } else {
        checker.above.append(statement)
        if let name { checker.names[name] = names[name] }
      }
    }
    // Of those that hold already some may be for cells further down.
    let own = Set(replacements.map(\.range))
    for unused in checker.overrides.unused where own.contains(unused.range) {
      checker.report(checker.unknownCell(unused))
    }
    return checker
  }

  /// Takes over what a recomputation told, other than what the file as it stands has told already.
  mutating func adopt(_ checker: Checker) {
    for diagnostic in checker.diagnostics where !diagnostics.contains(diagnostic) {
      report(diagnostic)
    }
    requirements += checker.requirements
    used.formUnion(checker.used)
  }

  /// The replacements that a block or a scenario writes.
  func replacements(in node: SyntaxNode) -> [Overrides.Replacement] {
    node.children(.replacement).map {
      Overrides.Replacement(path: $0[0].path, value: $0[1], range: $0[0].sourceRange)
    }
  }
}

extension SyntaxKind {
  /// Whether such a statement gives names their meaning, and shows nothing.
  var defines: Bool {
    switch self {
    case .cellDeclaration, .assumeDeclaration, .rateDeclaration, .unitDeclaration,
      .hardwareDeclaration, .modelDeclaration, .datasetDeclaration, .functionDeclaration,
      .importDeclaration, .planDeclaration:
      true
    default: false
    }
  }
}

extension SyntaxNode {
  /// The name that a statement defines; nil for rates and units, which nothing replaces.
  fileprivate var definedName: String? {
    switch kind {
    case .rateDeclaration, .unitDeclaration: nil
    case .importDeclaration: importedName
    default: self[0].identifier
    }
  }

  /// Every name in it, those of its fields included.
  fileprivate var usedNames: Set<String> {
    var names: Set<String> = []
    for index in (self.index - span + 1)..<self.index {
      let node = tree.node(at: index)
      if node.kind == .name { names.insert(node.identifier) }
    }
    return names
  }

  /// What a target names, such as `service.batch`, without backquotes and blanks.
  var path: String {
    kind == .member ? "\(self[0].path).\(self[1].identifier)" : identifier
  }
}
