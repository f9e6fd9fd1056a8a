import Catalogue

/// Prices of the catalogue: providers, what they sell, and on what terms.
extension Completer {
  /// Who sells something, or tokens alone.
  func providers(ofTokens isTokens: Bool = false) -> [Candidate] {
    let names = isTokens ? scope.catalogue.tokenProviders : scope.catalogue.providers
    let families = isTokens ? [] : Catalogue.figureRoots.map { Candidate($0, .word, "figures") }
    return names.map { Candidate(spelled(identifier($0)), .word, "provider") } + families
  }

  /// What may follow a provider, or what it sells; nil for every other expression.
  func members(of path: Checker.PricePath) -> [Candidate]? {
    if path.isOfFigures { return figures(of: path) }
    guard let product = path.names.first?.identifier else {
      return scope.products(of: path).map { Candidate($0, .word, "price") }
    }
    let offers = scope.offers(of: path, product)
    guard !offers.isEmpty else { return figures(of: path) }
    var seen = Set(path.names.map(\.identifier))
    let regions = offers.compactMap(\.regions.first).map { identifier($0) }
    let terms = Offer.Commitment.allCases.filter { term in
      offers.contains { $0.commitment == term }
    }.map(\.rawValue)
    return regions.filter { seen.insert($0).inserted }.map { Candidate($0, .word, "region") }
      + terms.filter { seen.insert($0).inserted }.map { Candidate($0, .word, "terms") }
      + (seen.insert("instance").inserted
        ? [Candidate("instance", .word, doc: "the price of the whole instance")] : [])
  }

  /// What may follow in the name of a figure: the next part of it, then its region; nil where no figure begins so.
  private func figures(of path: Checker.PricePath) -> [Candidate]? {
    guard path.list == nil else { return nil }
    let written = path.names.map(\.identifier).joined(separator: ".")
    let all = scope.catalogue.figures(under: path.provider)
    var seen: Set<String> = []
    let exact = scope.catalogue.figures(under: path.provider, named: written)
    let regions = exact.compactMap(\.region).filter { seen.insert($0).inserted }.map {
      Candidate(identifier($0), .word, "region")
    }
    let ends = exact.contains { $0.range != nil } ? ["low", "high"] : []
    let start = written.isEmpty ? "" : written + "."
    let parts = all.filter { $0.name.hasPrefix(start) }.compactMap { figure -> Candidate? in
      let part = String(figure.name.dropFirst(start.count).prefix { $0 != "." })
      guard seen.insert(part).inserted else { return nil }
      return Candidate(spelled(part), .word, figure.name == start + part ? "figure" : "figures")
    }
    let found = parts + regions + ends.map { Candidate($0, .word, "end of the range") }
    return found.isEmpty ? nil : found
  }

  private func identifier(_ name: String) -> String {
    scope.catalogue.identifier(for: name)
  }
}
