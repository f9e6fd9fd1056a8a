import Quantities

/// What a search of the catalogue found.
public struct CatalogueHits: Sendable {
  /// The entries, the best first.
  public let entries: [CatalogueEntry]
  /// Whether the words are the very name of the entries, so that they are shown whole.
  public let isExact: Bool
  /// Names that may have been meant, where nothing was found.
  public let suggestions: [String]
}

extension Catalogue {
  /// The entries that every word fits; a word is a part of a name, a vendor, a kind, a year or a price such as `<$3`.
  public func search(_ words: [String]) -> CatalogueHits {
    let all = Kind.allCases.flatMap { entries(of: $0) }
    let words = words.filter { !$0.isEmpty }
    let exact = entries(named: words.joined(separator: " "), among: all)
    if !exact.isEmpty { return CatalogueHits(entries: exact, isExact: true, suggestions: []) }
    let query = CatalogueQuery(words)
    let hits = all.enumerated().compactMap { place, entry in
      query.rank(entry).map { (rank: $0, place: place, entry: entry) }
    }.sorted { ($0.rank, $0.place) < ($1.rank, $1.place) }.map(\.entry)
    return CatalogueHits(
      entries: hits, isExact: hits.count == 1,
      suggestions: hits.isEmpty ? suggestions(for: words, among: all) : [])
  }

  /// The entries of this name or alias; a path that ends in a name names it too.
  private func entries(named name: String, among all: [CatalogueEntry]) -> [CatalogueEntry] {
    var rest = name.filter { $0 != "`" }[...]
    while true {
      let wanted = FoldedName(rest)
      let found = all.filter { entry in
        ([entry.name] + entry.aliases).contains { FoldedName($0.filter { $0 != "`" }) == wanted }
      }
      if !found.isEmpty { return found }
      guard let slash = rest.firstIndex(of: "/") else { return [] }
      rest = rest[rest.index(after: slash)...]
    }
  }

  private func suggestions(for words: [String], among all: [CatalogueEntry]) -> [String] {
    var seen: Set<String> = []
    let names = all.flatMap {
      [$0.name] + $0.aliases + [$0["vendor"], $0["provider"]].compactMap(\.self)
    }
    .filter { seen.insert($0).inserted }
    let whole = nearest(to: words.joined(separator: " "), among: names)
    return whole.isEmpty ? words.flatMap { nearest(to: $0, among: names, limit: 2) } : whole
  }
}
