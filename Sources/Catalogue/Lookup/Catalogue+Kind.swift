import CCatalogue

extension Catalogue {
  /// What the catalogue holds.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case accelerator, model
    /// An instance or a device by the hour, as price lists have it now.
    case price
    /// What an instance or a device cost once, by the hour or to buy.
    case pastPrice = "past price"
    /// Tokens from a provider.
    case api
    /// Grid carbon, electricity prices, PUE, WUE.
    case energy
    /// Storage, data transfer, serverless.
    case storage
    /// Bytes of data types, useful lives, failure rates, currencies.
    case convention

    /// The data file that holds this kind.
    public var file: String {
      switch self {
      case .accelerator: "accelerators.csv"
      case .model: "models.csv"
      case .price: "cloud-prices.csv"
      case .pastPrice: "past-prices.csv"
      case .api: "token-prices.csv"
      case .energy: "energy.csv"
      case .storage: "storage-prices.csv"
      case .convention: "conventions.csv"
      }
    }
  }

  /// The tables of a kind: those that were added, the last one first, then the embedded one.
  func tables(of kind: Kind) -> [DataTable] {
    additions.filter { $0.kind == kind }.map { DataTable($0.file, $0.bytes) } + [table(of: kind)]
  }

  /// The embedded table of a kind.
  func table(of kind: Kind) -> DataTable {
    let embedded =
      switch kind {
      case .accelerator: ccatalogue_accelerators()
      case .model: ccatalogue_models()
      case .price: ccatalogue_cloud_prices()
      case .pastPrice: ccatalogue_past_prices()
      case .api: ccatalogue_token_prices()
      case .energy: ccatalogue_energy()
      case .storage: ccatalogue_storage_prices()
      case .convention: ccatalogue_conventions()
      }
    return DataTable(kind.file, embedded)
  }
}
