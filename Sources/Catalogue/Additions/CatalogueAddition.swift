import Quantities

/// A table of somebody's own entries, in the form of one of the catalogue's: they stand before those of the same name.
///
/// The headings say which table it is. Columns that are not needed may be left out, `source`, `as_of`, `kind` and
/// `checked` among them: such an entry is known from its file and line alone.
public struct CatalogueAddition: Sendable {
  /// What it adds.
  public let kind: Catalogue.Kind
  /// What messages call the file.
  public let file: String
  let bytes: [UInt8]

  /// Reads a table and rejects rows that cannot be.
  ///
  /// - Parameter catalogue: what the rows may speak of, such as the devices of a price.
  public init(
    file: String, bytes: [UInt8], to catalogue: Catalogue = Catalogue()
  ) throws(CatalogueAdditionError) {
    self.file = file
    self.bytes = bytes
    let headings = DataTable(file, bytes).headings
    kind = try CatalogueAddition.kind(of: headings, file)
    try CatalogueAddition.check(headings, file, kind)
    let check = CatalogueCheck(kind, file: file, bytes: bytes.span, addingTo: catalogue)
    if !check.problems.isEmpty { throw .rows(check.problems) }
  }

  /// The table that has such headings.
  private static func kind(
    of headings: [Heading], _ file: String
  ) throws(CatalogueAdditionError) -> Catalogue.Kind {
    let names = Set(headings.map(\.name))
    if let kind = Catalogue.Kind.allCases.first(where: { names.isSuperset(of: $0.telling) }) {
      return kind
    }
    let forms = Catalogue.Kind.allCases.map { kind in
      "\(kind.rawValue) by \(kind.telling.map { "`\($0)`" }.joined(separator: " and "))"
    }
    throw .headings(
      CatalogueProblem(
        file: file, at: .start, "these are the headings of no table of the catalogue"),
      help: "a table is known by its headings: \(forms.joined(separator: ", "))")
  }

  /// Every heading must be one of the table's, with its unit: figures are read in that.
  private static func check(
    _ headings: [Heading], _ file: String, _ kind: Catalogue.Kind
  ) throws(CatalogueAdditionError) {
    let known = Catalogue().table(of: kind).headings
    for heading in headings where !known.contains(where: { $0.text == heading.text }) {
      let other = known.first { $0.name == heading.name }?.text
      let near = other.map { [$0] } ?? nearest(to: heading.text, among: known.map(\.text))
      throw .headings(
        CatalogueProblem(
          file: file, at: heading.position,
          other == nil
            ? "`\(heading.text)` is no heading of \(kind.file)"
            : "`\(heading.text)` is not in the unit of \(kind.file)"),
        help: near.isEmpty
          ? "it has \(known.map { "`\($0.text)`" }.joined(separator: ", "))"
          : "did you mean \(near.map { "`\($0)`" }.joined(separator: " or "))?")
    }
  }
}

/// Why a table cannot be added to the catalogue.
public enum CatalogueAdditionError: Error, Sendable {
  /// Its headings are not those of the catalogue's tables.
  case headings(CatalogueProblem, help: String)
  /// Some of its rows cannot be, in the order of the file.
  case rows([CatalogueProblem])

  /// What is wrong, in the order of the file; never empty.
  public var problems: [CatalogueProblem] {
    switch self {
    case .headings(let problem, _): [problem]
    case .rows(let problems): problems
    }
  }

  /// What to do about it.
  public var help: String? {
    if case .headings(_, let help) = self { help } else { nil }
  }
}

extension Catalogue {
  /// The catalogue with somebody's own entries before those that it has.
  public mutating func add(_ addition: CatalogueAddition) {
    additions.insert(addition, at: 0)
  }
}

extension Catalogue.Kind {
  /// The headings that tell a table from the others.
  fileprivate var telling: [String] {
    switch self {
    case .accelerator: ["name", "class"]
    case .model: ["name", "architecture"]
    case .price: ["provider", "basis"]
    case .pastPrice: ["provider", "commitment"]
    case .api: ["provider", "model", "output"]
    case .energy: ["metric", "scope"]
    case .storage: ["provider", "category"]
    case .convention: ["category", "value"]
    }
  }
}
