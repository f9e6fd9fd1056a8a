/// Prices by provider and name, such as `aws` and `p5_48xlarge`.
extension Catalogue {
  /// The tables that sell something by a provider's name.
  private static let sold: [Kind] = [.price, .pastPrice, .api]

  /// Who sells something: clouds, then those who sell tokens.
  public var providers: [String] { Catalogue.everyProvider }

  /// Who sells tokens.
  public var tokenProviders: [String] {
    var seen: Set<String> = []
    return table(of: .api).texts(0).filter { seen.insert($0).inserted }
  }

  private static let everyProvider: [String] = {
    var seen: Set<String> = []
    return (sold + [.storage]).flatMap { Catalogue().table(of: $0).texts(0) }
      .filter { $0 != "purchase" && seen.insert($0).inserted }
  }()

  private static let providersByName = Dictionary(
    everyProvider.map { (FoldedName($0), $0) }, uniquingKeysWith: { first, _ in first })

  /// The provider that a program writes as `name`, or nil.
  public func provider(named name: String) -> String? {
    Catalogue.providersByName[FoldedName(name)]
  }

  /// Whether two spellings are one name.
  public static func isSame(_ name: String, _ other: String) -> Bool {
    FoldedName(name) == FoldedName(other)
  }

  /// What a provider sells, each name once: instances, then models, then storage and transfer.
  public func products(of provider: String) -> [String] {
    var seen: Set<FoldedName> = []
    let folded = FoldedName(provider)
    return Catalogue.sold.flatMap { kind in
      let table = table(of: kind)
      return zip(table.texts(0), table.texts(1)).filter { FoldedName($0.0) == folded }.map(\.1)
    }.filter { seen.insert(FoldedName($0)).inserted } + figureNames(under: provider)
  }

  /// Every price of an instance, those of today first; empty where there is none.
  public func offers(of provider: String, _ instance: String) -> [Offer] {
    let now = records(.price, provider, instance).flatMap { (try? Offer.offers(now: $0)) ?? [] }
    let past = records(.pastPrice, provider, instance).flatMap {
      (try? Offer.offers(past: $0)) ?? []
    }
    return now + past
  }

  /// What the tokens of a model cost at a provider, or nil.
  public func tokenPrice(of provider: String, _ model: String) -> TokenPrice? {
    records(.api, provider, model).first.flatMap { try? TokenPrice($0) }
  }

  private func records(_ kind: Kind, _ provider: String, _ name: String) -> [Record] {
    table(of: kind).records(where: [(0, FoldedName(provider)), (1, FoldedName(name))])
  }
}
