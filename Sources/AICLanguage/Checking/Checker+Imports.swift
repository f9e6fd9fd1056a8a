import CostEngine
import Quantities

/// `import "base.aic" with { gpu_price = $2/hour }`, `import "prices.csv" as prices`
extension Checker {
  /// Files import files no deeper than this.
  private static let deepest = 32

  mutating func importDeclaration(_ node: SyntaxNode) {
    let path = node[0]
    guard path.kind == .text, let words = text(path).words else {
      if path.kind == .text { report(importForm(path)) }
      return
    }
    if node.addsToCatalogue { return add(words, node) }
    guard let name = importName(words, node) else { return }
    if let earlier = names[name.identifier] {
      report(importedTwice(name.identifier, name.range, earlier))
      return
    }
    let value = imported(words, name.identifier, node)
    names[name.identifier] = Binding(value: value, range: name.range)
  }

  /// What the import is called: the name behind `as`, or that of the file.
  private mutating func importName(
    _ path: String, _ node: SyntaxNode
  ) -> (identifier: String, range: SourceRange)? {
    guard let name = node.importedName else {
      report(needsName(path, node[0]))
      return nil
    }
    return (name, (node[1].kind == .name ? node[1] : node[0]).sourceRange)
  }

  private mutating func imported(_ path: String, _ name: String, _ node: SyntaxNode) -> Value {
    do throws(ImportRefusal) {
      let file = try imports.access.resolve(path, from: importing.last)
      if let start = importing.firstIndex(where: { $0.id == file.id }) {
        return refuse(circle(importing[start...].map(\.name) + [file.name], node[0]))
      }
      guard importing.count < Checker.deepest else {
        return refuse(tooDeep(Checker.deepest, node[0]))
      }
      if path.hasSuffix(".aic") { return module(try imports.tree(file), file, name, node) }
      if path.hasSuffix(".csv") {
        for replacement in node.children(.replacement) { report(noReplacements(replacement)) }
        return try table(file, node)
      }
      return refuse(unknownFormat(path, node[0]))
    } catch {
      return refuse(unreadable(error, node[0]))
    }
  }

  // MARK: - Modules

  /// The names of another file, computed with some of its cells replaced.
  ///
  /// Replacements are read among the names of the importing file. What the module shows, asserts or compares is left out.
  private mutating func module(
    _ tree: SyntaxTree, _ file: ImportedPath, _ name: String, _ node: SyntaxNode
  ) -> Value {
    var replacements = replacements(in: node)
    for path in overrides.fields(of: name) {
      guard let outer = overrides.take("\(name).\(path)") else { continue }
      replacements.append(
        Overrides.Replacement(path: path, value: outer.value, range: outer.range))
    }
    var given = given
    for replacement in replacements {
      let place = Place(replacement.value)
      guard given[place] == nil else { continue }
      // It takes the draws of what it replaces.
      drawPlace = "\(file.name)/\(replacement.path)"
      drawPlace.map { drawCounts[$0] = nil }
      given[place] = expression(replacement.value)
      drawPlace = nil
    }
    var inner = Overrides()
    inner.add(replacements)
    var checker = Checker(
      builder: builder, overrides: inner, imports: imports, sampling: sampling, execution: execution
    )
    checker.given = given
    checker.axisCount = axisCount
    checker.units = units
    checker.catalogue = catalogue
    // A module's own rates hold in it, and those of the importing file for every other currency.
    let own = tree.root.children(.rateDeclaration).map { $0[0].identifier }
    checker.rates = rates.filter { !own.contains($0.key.code) }
    checker.importing = importing + [file]
    checker.scenarioName = scenarioName
    checker.diagnostics = tree.diagnostics
    let statements = tree.root.children
    checker.noteDefinitions(statements)
    for statement in statements where statement.kind.defines { checker.statement(statement) }
    checker.reportUnusedOverrides()
    for diagnostic in checker.diagnostics where !diagnostics.contains(diagnostic) {
      report(diagnostic)
    }
    requirements += checker.requirements
    units = checker.units
    catalogue = checker.catalogue
    statedRates += checker.statedRates
    for cell in checker.cells where cell.isAssumption {
      cells.append(
        CheckedProgram.Cell(
          name: "\(name).\(cell.name)", isAssumption: true, value: cell.value, range: cell.range))
    }
    if checker.diagnostics.contains(where: { $0.severity == .error }) { return .unknown }
    return .module(Module(name: name, names: checker.names))
  }

  // MARK: - Messages

  private func importForm(_ node: SyntaxNode) -> Diagnostic {
    Diagnostic(
      "imports.path", "the file of an import is known before the run", at: .init(node.sourceRange),
      help: "write its path without `{ }`")
  }

  private func needsName(_ path: String, _ node: SyntaxNode) -> Diagnostic {
    Diagnostic(
      "imports.name", "this file's name cannot be the name of an import",
      at: .init(node.sourceRange), help: "give it one: `import \"\(path)\" as prices`")
  }

  private func importedTwice(
    _ name: String, _ range: SourceRange, _ earlier: Binding
  ) -> Diagnostic {
    Diagnostic(
      "names.twice", "`\(name)` is defined twice", at: .init(range),
      notes: [.init(earlier.range, "first defined here")],
      help: "give the import another name with `as`")
  }

  private func circle(_ files: [String], _ node: SyntaxNode) -> Diagnostic {
    Diagnostic(
      "imports.circle", "files import each other in a circle: \(files.joined(separator: " → "))",
      at: .init(node.sourceRange), help: "move what both need into a file of its own")
  }

  private func tooDeep(_ limit: Int, _ node: SyntaxNode) -> Diagnostic {
    Diagnostic(
      "imports.deep", "files import files more than \(limit) deep", at: .init(node.sourceRange))
  }

  func unreadable(_ error: ImportRefusal, _ node: SyntaxNode) -> Diagnostic {
    Diagnostic(
      "imports.\(error.reason.rawValue)", error.message, at: .init(node.sourceRange),
      help: error.help)
  }

  func noReplacements(_ node: SyntaxNode) -> Diagnostic {
    Diagnostic(
      "imports.replacement", "a table has no cells to replace", at: .init(node.sourceRange))
  }

  private func unknownFormat(_ path: String, _ node: SyntaxNode) -> Diagnostic {
    Diagnostic(
      "imports.format", "only `.aic` and `.csv` files can be imported", at: .init(node.sourceRange))
  }
}

extension SyntaxNode {
  /// The name of an import: the one behind `as`, or that of the file; nil where that is no name.
  var importedName: String? {
    if addsToCatalogue { return nil }
    if self[1].kind == .name { return self[1].identifier }
    let path = self[0].children.map(\.unescaped).joined()
    let file = path.split(separator: "/").last ?? ""
    let stem = file.split(separator: ".", omittingEmptySubsequences: false).first ?? ""
    let isName =
      stem.first.map { $0.isLetter || $0 == "_" } == true
      && stem.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
    return isName ? String(stem) : nil
  }
}
