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

  /// Names like the words, compared as look-ups compare them: together, else one by one.
  private func suggestions(for words: [String], among all: [CatalogueEntry]) -> [String] {
    var spellings: [String: String] = [:]
    for entry in all {
      let names = [entry.name] + entry.aliases
      for name in names + [entry["vendor"], entry["provider"]].compactMap(\.self) {
        let folded = CatalogueQuery.fold(name)
        if spellings[folded] == nil { spellings[folded] = name }
      }
    }
    let folded = spellings.keys.sorted()
    func near(_ word: String) -> [String] {
      nearest(to: CatalogueQuery.fold(word), among: folded).compactMap { spellings[$0] }
    }
    let whole = near(words.joined(separator: " "))
    return whole.isEmpty && words.count > 1 ? words.flatMap { near($0).prefix(1) } : whole
  }
}
