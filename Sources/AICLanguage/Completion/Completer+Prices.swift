import Catalogue

/// Prices of the catalogue: providers, what they sell, and on what terms.
extension Completer {
  /// Who sells something, or tokens alone.
  func providers(ofTokens isTokens: Bool = false) -> [Candidate] {
    let names = isTokens ? scope.catalogue.tokenProviders : scope.catalogue.providers
    return names.map { Candidate(spelled(identifier($0)), .word, "provider") }
  }

  /// What may follow a provider, or what it sells; nil for every other expression.
  func members(of path: Checker.PricePath) -> [Candidate]? {
    guard let product = path.names.first?.identifier else {
      return scope.products(of: path).map { Candidate($0, .word, "price") }
    }
    let offers = scope.offers(of: path, product)
    guard !offers.isEmpty else { return nil }
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

  private func identifier(_ name: String) -> String {
    scope.catalogue.identifier(for: name)
  }
}
