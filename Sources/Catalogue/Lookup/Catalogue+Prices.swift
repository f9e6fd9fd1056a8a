/// Prices by provider and name, such as `aws` and `p5_48xlarge`.
extension Catalogue {
  /// The tables that sell something by a provider's name.
  private static let sold: [Kind] = [.price, .pastPrice, .api]

  /// Who sells something: clouds, then those who sell tokens.
  public var providers: [String] {
    unique(ownProviders + Catalogue.everyProvider)
  }

  private var ownProviders: [String] {
    additions.filter { (Catalogue.sold + [.storage]).contains($0.kind) }.flatMap {
      DataTable($0.file, $0.bytes).texts("provider")
    }
  }

  private func unique(_ names: [String]) -> [String] {
    var seen: Set<FoldedName> = []
    return names.filter { seen.insert(FoldedName($0)).inserted }
  }

  /// Who sells tokens.
  public var tokenProviders: [String] {
    unique(tables(of: .api).flatMap { $0.texts("provider") })
  }

  private static let everyProvider: [String] = {
    var seen: Set<String> = []
    return (sold + [.storage]).flatMap { Catalogue().table(of: $0).texts("provider") }
      .filter { $0 != "purchase" && seen.insert($0).inserted }
  }()

  private static let providersByName = Dictionary(
    everyProvider.map { (FoldedName($0), $0) }, uniquingKeysWith: { first, _ in first })

  /// The provider that a program writes as `name`, or nil.
  public func provider(named name: String) -> String? {
    Catalogue.providersByName[FoldedName(name)]
      ?? ownProviders.first { Catalogue.isSame($0, name) }
  }

  /// Whether two spellings are one name.
  public static func isSame(_ name: String, _ other: String) -> Bool {
    FoldedName(name) == FoldedName(other)
  }

  /// What a provider sells, each name once: instances, then models, then storage and transfer.
  public func products(of provider: String) -> [String] {
    let folded = FoldedName(provider)
    return unique(
      Catalogue.sold.flatMap { tables(of: $0) }.flatMap { table in
        zip(table.texts("provider"), table.texts("name")).filter { FoldedName($0.0) == folded }
          .map(\.1)
      }
        + figureNames(under: provider))
  }

  /// Every price of an instance, those of today first; empty where there is none.
  ///
  /// What was added stands first, and in the place of every price of its region that is not older.
  public func offers(of provider: String, _ instance: String) -> [Offer] {
    let now = records(.price, provider, instance).map { (record: $0, isNow: true) }
    let past = records(.pastPrice, provider, instance).map { (record: $0, isNow: false) }
    let rows = (now + past).map { row in
      let offers =
        row.isNow ? try? Offer.offers(now: row.record) : try? Offer.offers(past: row.record)
      return (offers: offers ?? [], isOwn: row.record.isOwn, isNow: row.isNow)
    }
    let own = rows.filter(\.isOwn).flatMap(\.offers)
    let others = rows.filter { !$0.isOwn }.flatMap { row in
      row.offers.filter { offer in
        !own.contains { $0.replaces(offer, ofToday: row.isNow) }
      }
    }
    return own + others
  }

  /// What the tokens of a model cost at a provider, or nil.
  public func tokenPrice(of provider: String, _ model: String) -> TokenPrice? {
    records(.api, provider, model).first.flatMap { try? TokenPrice($0) }
  }

  private func records(_ kind: Kind, _ provider: String, _ name: String) -> [Record] {
    tables(of: kind).flatMap {
      $0.records(where: [("provider", FoldedName(provider)), ("name", FoldedName(name))])
    }
  }
}

extension Offer {
  /// Whether this one, of somebody's own list, stands for one of the catalogue.
  fileprivate func replaces(_ other: Offer, ofToday isOfToday: Bool) -> Bool {
    guard regions.first.map({ FoldedName($0) }) == other.regions.first.map({ FoldedName($0) })
    else { return false }
    // What is known of the past stays, unless it is newer than this.
    return isOfToday || provenance.asOf.isEmpty || other.provenance.asOf >= provenance.asOf
  }
}
