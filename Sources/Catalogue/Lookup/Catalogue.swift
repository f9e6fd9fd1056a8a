import Quantities

/// Hardware, models and prices by name, each with source and date.
///
/// Nothing is read before a name is asked for; a look-up scans the embedded bytes once. Names are
/// found however they are written: case does not count, and `-` `_` `.` `/` and spaces are alike,
/// so `llama_3_1_8b` is `Llama-3.1-8B`; so is a path that ends in the name, such as
/// `meta-llama/Llama-3.1-8B`.
public struct Catalogue: Sendable {
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
    isNamedFirst(kind) ? table(of: kind).names : entries(of: kind).map(\.name)
  }

  /// Every name of a kind, then every alias.
  public func namesAndAliases(of kind: Kind) -> [String] {
    isNamedFirst(kind)
      ? table(of: kind).namesAndAliases : entries(of: kind).flatMap { [$0.name] + $0.aliases }
  }

  /// Whether the first two columns of a kind's data are its names and aliases.
  private func isNamedFirst(_ kind: Kind) -> Bool { kind == .accelerator || kind == .model }

  /// Those of some names that the catalogue has an entry for.
  public func known(among names: [String]) -> [String] {
    names.filter { Catalogue.everyName.contains(FoldedName($0)) }
  }

  private static let everyName: Set<FoldedName> = {
    let tables = [Kind.accelerator, .model].map { Catalogue().table(of: $0) }
    return Set(tables.flatMap(\.namesAndAliases).map { FoldedName($0) })
  }()

  /// Names of a kind that someone who wrote `name` may have meant, the nearest first.
  public func suggestions(for name: String, of kind: Kind, limit: Int = 3) -> [String] {
    nearest(
      to: name, among: table(of: kind).namesAndAliases.map { identifier(for: $0) }, limit: limit)
  }

  /// The spelling of a name in a program: `H100` as it stands, `llama_3_1_8b`, or in backquotes where it has to be.
  public func identifier(for name: String) -> String {
    let folded = FoldedName(name).identifier
    // A name without separators can be written as its publisher writes it.
    return folded == name.lowercased() ? name : folded ?? "`\(name)`"
  }

  private func record(named name: String, of kind: Kind) -> Record? {
    var rest = name[...]
    while true {
      if let record = table(of: kind).record(named: FoldedName(rest)) { return record }
      guard let slash = rest.firstIndex(of: "/") else { return nil }
      rest = rest[rest.index(after: slash)...]
    }
  }
}
