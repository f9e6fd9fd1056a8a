import Quantities

/// Hardware, models and prices by name, each with source and date.
///
/// Nothing is read before a name is asked for; a look-up scans the embedded bytes once. Names are
/// found however they are written: case does not count, and `-` `_` `.` `/` and spaces are alike,
/// so `llama_3_1_8b` is `Llama-3.1-8B`; so is a path that ends in the name, such as
/// `meta-llama/Llama-3.1-8B`.
///
/// Entries that were added stand in the place of those of the same name.
public struct Catalogue: Sendable {
  /// The tables that were added, the last one first.
  var additions: [CatalogueAddition] = []

  /// Costs nothing.
  public init() {}

  /// The accelerator of this name or alias, or nil.
  public func accelerator(named name: String) -> Accelerator? {
    record(named: name, of: .accelerator).flatMap { try? Accelerator($0) }
  }

  /// The model of this name or alias, or nil.
  public func model(named name: String) -> ModelEntry? {
    record(named: name, of: .model).flatMap { try? ModelEntry($0) }
  }

  /// Every name of a kind, in the order of the data, without aliases.
  public func names(of kind: Kind) -> [String] {
    isNamedFirst(kind) && additions.isEmpty
      ? table(of: kind).names : entries(of: kind).map(\.name)
  }

  /// Every name of a kind, then every alias.
  public func namesAndAliases(of kind: Kind) -> [String] {
    guard isNamedFirst(kind) else {
      return entries(of: kind).flatMap { [$0.name] + $0.aliases }
    }
    let names = tables(of: kind).flatMap(\.namesAndAliases)
    guard !additions.isEmpty else { return names }
    var seen: Set<FoldedName> = []
    return names.filter { seen.insert(FoldedName($0)).inserted }
  }

  /// Whether the first two columns of a kind's data are its names and aliases.
  private func isNamedFirst(_ kind: Kind) -> Bool { kind == .accelerator || kind == .model }

  /// Those of some names that the catalogue has an entry for.
  public func known(among names: [String]) -> [String] {
    let own = additions.filter { isNamedFirst($0.kind) }.flatMap {
      DataTable($0.file, $0.bytes).namesAndAliases.map { FoldedName($0) }
    }
    return names.map { ($0, FoldedName($0)) }
      .filter { Catalogue.everyName.contains($1) || own.contains($1) }.map(\.0)
  }

  private static let everyName: Set<FoldedName> = {
    let tables = [Kind.accelerator, .model].map { Catalogue().table(of: $0) }
    return Set(tables.flatMap(\.namesAndAliases).map { FoldedName($0) })
  }()

  /// Names of a kind that someone who wrote `name` may have meant, the nearest first.
  public func suggestions(for name: String, of kind: Kind, limit: Int = 3) -> [String] {
    nearest(
      to: name, among: namesAndAliases(of: kind).map { identifier(for: $0) }, limit: limit)
  }

  /// The spelling of a name in a program: `H100` as it stands, `llama_3_1_8b`, or in backquotes where it has to be.
  public func identifier(for name: String) -> String {
    let folded = FoldedName(name).identifier
    // A name without separators can be written as its publisher writes it.
    return folded == name.lowercased() ? name : folded ?? "`\(name)`"
  }

  /// What was added in the place of an entry, which other names lead to as well.
  private func replacement(of record: Record, _ kind: Kind) -> Record? {
    guard !additions.isEmpty, let name = try? record.requiredText("name") else { return nil }
    return tables(of: kind).lazy.filter(\.isOwn).compactMap {
      $0.record(named: FoldedName(name))
    }.first
  }

  private func record(named name: String, of kind: Kind) -> Record? {
    var rest = name[...]
    while true {
      for table in tables(of: kind) {
        guard let record = table.record(named: FoldedName(rest)) else { continue }
        return table.isOwn ? record : replacement(of: record, kind) ?? record
      }
      guard let slash = rest.firstIndex(of: "/") else { return nil }
      rest = rest[rest.index(after: slash)...]
    }
  }
}
