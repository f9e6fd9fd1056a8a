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
  ///   - figures: what will be asked for; nil where that is everything.
  func recomputed(
    with replacements: [Overrides.Replacement], over base: Overrides, andWin: Bool = false,
    given: [Place: Value] = [:], as name: String?, for figures: [SyntaxNode]? = nil
  ) -> Checker {
    var overrides = base
    overrides.add(replacements, andWin: andWin)
    // Under another scenario than the file is computed under, what that replaces is computed anew too.
    var paths = Set(replacements.map(\.path))
    if name != scenarioName { paths.formUnion(self.overrides.paths) }
    let touched = touched(by: paths)
    let needed = figures.map { namesNeeded(for: $0, paths) }
    var checker = Checker(
      builder: builder, overrides: overrides, imports: imports, sampling: sampling,
      execution: execution)
    checker.importing = importing
    checker.given = self.given.merging(given) { $1 }
    checker.scenarioName = name
    checker.definitions = definitions
    checker.correlations = correlations
    checker.correlations.factors = [:]
    checker.axisCount = axisCount
    checker.units = units
    checker.catalogue = catalogue
    checker.rates = rates
    for statement in above where statement.kind.defines {
      guard let name = statement.definedName else { continue }
      if touched.contains(name) {
        if needed?.contains(name) ?? true { checker.statement(statement) }
      } else {
        checker.above.append(statement)
        checker.names[name] = names[name]
      }
    }
    // Of those that hold already some may be for cells further down.
    let own = Set(replacements.map(\.range))
    for unused in checker.overrides.unused where own.contains(unused.range) {
      checker.report(checker.unknownCell(unused))
    }
    return checker
  }

  /// The names of the statements above that follow from a replaced cell or field.
  ///
  /// An optimum does not follow from what it varies itself, whatever stands there.
  private func touched(by paths: Set<String>) -> Set<String> {
    var names = Set(paths.map { String($0.prefix { $0 != "." }) })
    for statement in above where statement.kind.defines {
      guard let name = statement.definedName, !names.contains(name) else { continue }
      let varied = paths.intersection(statement.variedPaths)
      let reached = varied.isEmpty ? names : touched(by: paths.subtracting(varied))
      let used = statement.usedNames.union(correlations.names(for: name))
      if !reached.isDisjoint(with: used) { names.insert(name) }
    }
    return names
  }

  /// The names that figures rest on, and those whose replacement must be seen to.
  private func namesNeeded(for figures: [SyntaxNode], _ paths: Set<String>) -> Set<String> {
    var names = Set(paths.map { String($0.prefix { $0 != "." }) })
    for figure in figures { names.formUnion(figure.usedNames) }
    for statement in above.reversed() where statement.kind.defines {
      guard let name = statement.definedName, names.contains(name) else { continue }
      names.formUnion(statement.usedNames)
      names.formUnion(correlations.names(for: name))
    }
    return names
  }

  /// Takes over what a recomputation told, other than what the file as it stands has told already.
  mutating func adopt(_ checker: Checker) {
    let own = checker.scenarioName.flatMap { scenarios[$0] }?.replacements.map(\.value.sourceRange)
    for diagnostic in checker.diagnostics where !diagnostics.contains(diagnostic) {
      // What the scenario's own text does not show is told with its name.
      let isOwn = own?.contains { $0.contains(diagnostic.primary.range) } ?? true
      report(isOwn ? diagnostic : diagnostic.under(checker.scenarioName ?? ""))
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
      .hardwareDeclaration, .modelDeclaration, .datasetDeclaration, .teamDeclaration,
      .functionDeclaration, .importDeclaration, .planDeclaration:
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

  /// The cells and fields that the one optimum of a statement varies; none where there are several.
  fileprivate var variedPaths: Set<String> {
    var optima: [SyntaxNode] = []
    for index in (self.index - span + 1)..<self.index {
      let node = tree.node(at: index)
      if node.kind == .optimum { optima.append(node) }
    }
    guard optima.count == 1, let optimum = optima.first, self[1].index == optimum.index else {
      return []
    }
    let axes = optimum.children.filter { $0.kind == .axis || $0.kind == .gridAxis }
    return Set(axes.map { $0[0].path })
  }

  /// Every name in it, those of its fields included.
  var usedNames: Set<String> {
    var names: Set<String> = []
    for index in (self.index - span + 1)..<(self.index + 1) {
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
