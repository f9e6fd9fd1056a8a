import Catalogue

/// `import "our-hardware.csv" as catalogue`: entries that stand before the catalogue's own.
extension Checker {
  /// So many rows are told of; the rest is probably the same mistake.
  private static let mostRows = 5

  /// Adds the entries of a table; what is below the import sees them.
  mutating func add(_ path: String, _ node: SyntaxNode) {
    for replacement in node.children(.replacement) { report(noReplacements(replacement)) }
    do throws(ImportRefusal) {
      let file = try imports.access.resolve(path, from: importing.last)
      switch try imports.addition(file, to: catalogue) {
      case .success(let addition): catalogue.add(addition)
      case .failure(let error):
        for problem in error.problems.prefix(Checker.mostRows) {
          report(unusable(problem, error, node))
        }
      }
    } catch {
      report(unreadable(error, node[0]))
    }
  }

  private func unusable(
    _ problem: CatalogueProblem, _ error: CatalogueAdditionError, _ node: SyntaxNode
  ) -> Diagnostic {
    switch error {
    case .headings(_, let help):
      Diagnostic(
        "imports.catalogue-headings", problem.description, at: .init(node[0].sourceRange),
        help: help)
    case .rows:
      Diagnostic(
        "imports.catalogue-row", problem.description, at: .init(node[0].sourceRange))
    }
  }
}

extension SyntaxNode {
  /// Whether an import gives its rows to the catalogue, and no name of its own.
  var addsToCatalogue: Bool {
    guard kind == .importDeclaration, self[1].kind == .name else { return false }
    let path = self[0].children.map(\.unescaped).joined()
    return path.hasSuffix(".csv") && ["catalogue", "catalog"].contains(self[1].identifier)
  }
}
