/// What is looked for in the catalogue: every word must fit an entry.
///
/// A word is a kind (`gpu`, `model`, `price`, `api` …), a year, a bound of the price (`<$3`), or a part of a
/// name, of a vendor, of a region or of a device.
struct CatalogueQuery {
  private enum Word {
    case kinds(Set<Catalogue.Kind>)
    case deviceClass(String)
    case year(String)
    case price((Double) -> Bool)
    case text(String, squashed: String)
  }

  private let words: [Word]

  init(_ words: [String]) {
    self.words = words.map { CatalogueQuery.word($0) }
  }

  /// How well an entry fits: the least is the best, nil does not fit.
  func rank(_ entry: CatalogueEntry) -> Int? {
    var rank = 0
    let name = CatalogueQuery.fold(entry.name)
    var rest: String?
    for word in words {
      switch word {
      case .kinds(let kinds):
        guard kinds.contains(entry.kind) else { return nil }
      case .deviceClass(let name):
        guard entry.kind == .accelerator, entry["class"] == name else { return nil }
      case .year(let year):
        guard entry.year.map(String.init) == year || name.contains(year) else { return nil }
      case .price(let fits):
        guard let price = entry.price, fits(price) else { return nil }
      case .text(let text, let squashed):
        if name.hasPrefix(text) { continue }
        rank += 1
        if name.contains(text) { continue }
        rank += 1
        let others = rest ?? CatalogueQuery.fold(entry.searched.joined(separator: " "))
        rest = others
        if others.contains(text) { continue }
        rank += 1
        guard squashed.utf8.count > 2, (name + others).filter({ $0 != "_" }).contains(squashed)
        else { return nil }
      }
    }
    return rank
  }

  private static func word(_ word: String) -> Word {
    let lower = word.lowercased()
    if let kinds = kinds(lower) { return .kinds(kinds) }
    let singular = lower.hasSuffix("s") ? String(lower.dropLast()) : lower
    if ["gpu", "tpu", "asic", "cpu"].contains(singular) { return .deviceClass(singular) }
    if let bound = bound(lower) { return .price(bound) }
    if lower.utf8.count == 4, let year = Int(lower), 1990...2100 ~= year { return .year(lower) }
    let folded = fold(word)
    return .text(folded, squashed: folded.filter { $0 != "_" })
  }

  private static func kinds(_ word: String) -> Set<Catalogue.Kind>? {
    switch word {
    case "accelerator", "accelerators", "hardware", "device", "devices": [.accelerator]
    case "model", "models": [.model]
    case "price", "prices": [.price, .pastPrice, .api]
    case "cloud", "instance", "instances": [.price]
    case "past", "history", "historical": [.pastPrice]
    case "api", "apis", "token", "tokens": [.api]
    case "energy": [.energy]
    case "storage": [.storage]
    case "convention", "conventions": [.convention]
    default: nil
    }
  }

  /// `<$3`, `<=3`, `>$10k`
  private static func bound(_ word: String) -> ((Double) -> Bool)? {
    guard let sign = word.first, sign == "<" || sign == ">" else { return nil }
    var rest = word.dropFirst()
    let isClosed = rest.first == "="
    if isClosed { rest = rest.dropFirst() }
    if rest.first == "$" { rest = rest.dropFirst() }
    var scale = 1.0
    if rest.last == "k" { (scale, rest) = (1e3, rest.dropLast()) }
    guard let number = Double(rest), number.isFinite else { return nil }
    let limit = number * scale
    if isClosed { return sign == "<" ? { $0 <= limit } : { $0 >= limit } }
    return sign == "<" ? { $0 < limit } : { $0 > limit }
  }

  static func fold(_ text: String) -> String {
    String(decoding: FoldedName(text).bytes, as: UTF8.self)
  }
}

extension CatalogueEntry {
  /// The texts, besides the name, that a word may be a part of.
  var searched: [String] {
    aliases
      + [
        "vendor", "provider", "family", "modality", "accelerator", "region", "commitment",
        "metric", "scope", "category", "title", "class",
      ].compactMap { self[$0] }
  }
}
