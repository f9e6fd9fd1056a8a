/// One row of the catalogue as a reader sees it: its name, the figures that tell most, and every field.
public struct CatalogueEntry: Hashable, Sendable {
  /// One cell under its heading.
  public struct Field: Hashable, Sendable {
    /// Without the unit.
    public let name: String
    /// As the heading has it, or nil.
    public let unit: String?
    /// As the source prints it.
    public let text: String
  }

  /// What it is.
  public let kind: Catalogue.Kind
  /// As programs write it where they can, such as `aws.p5_48xlarge.us_east_1`.
  public let name: String
  /// Other names that lead here.
  public let aliases: [String]
  /// Why no program can name it; nil where one can.
  public let unnamed: String?
  /// Every cell that is not empty, in the order of the data.
  public let fields: [Field]

  /// The text of a field, or nil.
  public subscript(name: String) -> String? { fields.first { $0.name == name }?.text }

  /// The date of the figures.
  public var date: String { self["as_of"] ?? "" }

  /// `own` where somebody's own file has the entry, `recalled` or `estimate` where the figures are less sure than others.
  public var mark: String? {
    if self["file"] != nil { return "own" }
    if self["checked"]?.hasPrefix("recalled") == true { return "recalled" }
    return self["kind"] == "estimate" ? "estimate" : nil
  }

  init(_ kind: Catalogue.Kind, _ fields: [Field], figure: CatalogueFigure? = nil) {
    self.kind = kind
    let isFigure = Catalogue.named.contains(kind)
    unnamed =
      isFigure && figure == nil ? "its value is a formula, which has to be written out" : nil
    self.fields = fields
    func text(_ name: String) -> String { fields.first { $0.name == name }?.text ?? "" }
    func identifier(_ name: String) -> String { Catalogue().identifier(for: name) }
    var aliases = text("aliases").split(separator: "|").map(String.init)
    switch kind {
    case .accelerator, .model: name = text("name")
    case .price, .pastPrice, .api:
      let short = Catalogue.spelling(ofProvider: text("provider")) + "." + identifier(text("name"))
      let region = text("region")
      aliases = [short, text("model"), text("instance")].filter { !$0.isEmpty }
      let isNamed = !region.isEmpty && !["all", "all-commercial"].contains(region)
      name = isNamed ? short + "." + identifier(region) : short
    case .energy, .storage, .convention:
      let words =
        switch kind {
        case .energy: text("name") + " " + text("metric")
        case .storage: text("provider") + " " + text("name")
        default: text("category") + " " + text("name")
        }
      name = figure?.path ?? words
      aliases = [words]
      if let figure, figure.region != nil { aliases.append("\(figure.root).\(figure.name)") }
    }
    self.aliases = aliases
  }
}

extension Catalogue {
  static func spelling(ofProvider name: String) -> String {
    FoldedName(name).identifier ?? "`\(name)`"
  }

  /// Every entry of a kind, in the order of the data.
  public func entries(of kind: Kind) -> [CatalogueEntry] {
    var entries: [CatalogueEntry] = []
    var hidden: Set<FoldedName> = []
    for table in tables(of: kind) {
      var figures: [Int: CatalogueFigure] = [:]
      for figure in self.figures(of: kind, in: table) {
        for row in figure.rows { figures[row] = figure }
      }
      let own = table.entries(kind, figures).filter { !hidden.contains(FoldedName($0.name)) }
      // An entry gives way to those of its name that were added.
      if table.isOwn { hidden.formUnion(own.map { FoldedName($0.name) }) }
      entries += own
    }
    return entries
  }
}

extension DataTable {
  fileprivate func entries(
    _ kind: Catalogue.Kind, _ figures: [Int: CatalogueFigure]
  ) -> [CatalogueEntry] {
    var entries: [CatalogueEntry] = []
    forEachRow { headings, row, _, text in
      var fields = zip(headings, row).compactMap { heading, cell in
        cell.content.isEmpty ? nil : field(heading.text(in: text), cell.text(in: text))
      }
      if isOwn, let line = row.first?.position.line {
        fields.append(CatalogueEntry.Field(name: "file", unit: nil, text: "\(file):\(line)"))
      }
      entries.append(CatalogueEntry(kind, fields, figure: figures[entries.count]))
      return true
    }
    return entries
  }

  private func field(_ heading: String, _ text: String) -> CatalogueEntry.Field {
    let parts = heading.split(separator: "[")
    guard parts.count == 2 else { return .init(name: heading, unit: nil, text: text) }
    return .init(name: String(parts[0].dropLast()), unit: String(parts[1].dropLast()), text: text)
  }
}
