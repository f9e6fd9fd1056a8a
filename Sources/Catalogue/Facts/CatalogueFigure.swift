import Quantities

/// A published figure that a program may name, such as `aws.s3_standard.us_east_1` or `grid.france`.
public struct CatalogueFigure: Hashable, Sendable {
  /// A figure that holds up to a bound, in base units.
  public struct Tier: Hashable, Sendable {
    /// Nil for a tier without an end.
    public let upTo: Double?
    public let value: Double
    /// Tiers of one price may come from several documents.
    public let provenance: Provenance
  }

  /// What the name begins with: a provider, `grid`, `convention` …
  public let root: String
  /// What is written behind it, such as `s3_standard` or `gcp.europe_west8`.
  public let name: String
  /// Other spellings of the name, folded.
  let aliases: [FoldedName]
  /// The region as the data spell it; nil where the figure is of none in particular.
  public let region: String?
  /// In the reader's words, such as `aws S3 Standard in us-east-1`.
  public let label: String
  /// One tier without an end where the figure is one figure.
  public let tiers: [Tier]
  public let dimension: Dimension
  /// The dimension of the tiers' bounds.
  public let bound: Dimension
  /// The unit that the source prints the figure in, as a program writes it; nil for the one that suits it.
  public let unit: String?
  /// Read as a percentage.
  public let isShare: Bool
  /// The ends of the range that the source gives beside the figure.
  public let range: ClosedRange<Double>?
  /// The date or year that the figure is of.
  public let date: String
  /// The rows of the data that it is made of, counted from 0.
  let rows: [Int]

  /// As a program writes it.
  public var path: String {
    let path = Catalogue.spelling(ofProvider: root) + "." + name
    return region.map { path + "." + Catalogue().identifier(for: $0) } ?? path
  }

  func isNamed(_ other: FoldedName) -> Bool {
    FoldedName(name) == other || aliases.contains(other)
  }
}

extension Catalogue {
  /// The tables whose rows are figures that a program may name.
  static let named: [Kind] = [.storage, .energy, .convention]

  /// Every figure of a kind that a program may name: those that were added, then those of the embedded table that they
  /// do not replace.
  public func figures(of kind: Kind) -> [CatalogueFigure] {
    tables(of: kind).reduce(into: []) { figures, table in
      let replaced = Set(figures.map(\.path))
      figures += self.figures(of: kind, in: table).filter { !replaced.contains($0.path) }
    }
  }

  /// The figures of one table, in the order of the data; those of the embedded ones are read once.
  func figures(of kind: Kind, in table: DataTable) -> [CatalogueFigure] {
    switch kind {
    case .storage:
      table.isOwn ? storageFigures(among: table.everyRecord) : Catalogue.storageFigures
    case .energy: table.isOwn ? energyFigures(among: table.everyRecord) : Catalogue.energyFigures
    case .convention:
      table.isOwn ? conventionFigures(among: table.everyRecord) : Catalogue.conventionFigures
    default: []
    }
  }

  private static let storageFigures = Catalogue().storageFigures(
    among: Catalogue().table(of: .storage).everyRecord)
  private static let energyFigures = Catalogue().energyFigures(
    among: Catalogue().table(of: .energy).everyRecord)
  private static let conventionFigures = Catalogue().conventionFigures(
    among: Catalogue().table(of: .convention).everyRecord)

  /// What the names of figures that no provider sells begin with, such as `grid`.
  public static let figureRoots: [String] =
    Array(EnergyRoot.allCases.map(\.rawValue)) + ["convention"]

  /// Every figure under a root or at a provider, however that is written.
  public func figures(under root: String) -> [CatalogueFigure] {
    let folded = FoldedName(root)
    let kind: Kind =
      folded == FoldedName("convention")
      ? .convention
      : EnergyRoot.allCases.contains { FoldedName($0.rawValue) == folded } ? .energy : .storage
    return figures(of: kind).filter { FoldedName($0.root) == folded }
  }

  /// The figures of one name under a root: one for each region and date.
  public func figures(under root: String, named name: String) -> [CatalogueFigure] {
    let name = FoldedName(name)
    return figures(under: root).filter { $0.isNamed(name) }
  }

  /// Names of figures under a root, each once.
  public func figureNames(under root: String) -> [String] {
    var seen: Set<String> = []
    return figures(under: root).map(\.name).filter { seen.insert($0).inserted }
  }
}

extension DataTable {
  /// Every row that can be read, in the order of the data.
  var everyRecord: [Record] { records(where: []) }
}

extension String {
  /// Words as a name after a dot: letters and digits without accents, in lower case, `_` between them.
  var slug: String {
    var slug = ""
    for character in lowercased() {
      let plain = String.plain[character] ?? character
      if plain.isASCII, plain.isLetter || plain.isNumber {
        slug.append(plain)
      } else if slug.last != "_" {
        slug.append("_")
      }
    }
    while slug.last == "_" { slug.removeLast() }
    return slug.first == "_" ? String(slug.dropFirst()) : slug
  }

  private static let plain: [Character: Character] = [
    "á": "a", "à": "a", "â": "a", "ã": "a", "ä": "a", "å": "a", "ç": "c", "é": "e", "è": "e",
    "ê": "e", "ë": "e", "í": "i", "ñ": "n", "ó": "o", "ô": "o", "õ": "o", "ö": "o", "ø": "o",
    "ú": "u", "ü": "u",
  ]
}
