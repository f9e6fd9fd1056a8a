import Catalogue
import CostEngine
import Quantities

/// Prices of the catalogue: `aws.p5_48xlarge.us_east_1.spot`, `openai.gpt_4o.input`, and `… as of 2024-06`;
/// other figures of it, such as `grid.france`, are named alike.
extension Checker {
  /// A price that the file asked the catalogue for.
  struct Quoted {
    let stated: Stated
    let citation: Citation
  }

  /// A provider's name with what is written behind its dots, the first one first.
  struct PricePath {
    let provider: String
    /// The imported price list that is asked instead of the catalogue.
    let list: PriceList?
    let names: [SyntaxNode]
    let node: SyntaxNode

    var text: String { node.text.onOneLine }
  }

  /// More names than any price has.
  private static let longestPath = 4

  /// The path of a price, where nothing else has the name that it begins with.
  func pricePath(_ node: SyntaxNode) -> PricePath? {
    var names: [SyntaxNode] = []
    var base = node
    while base.kind == .member, names.count <= Checker.longestPath {
      names.append(base[1])
      base = base[0]
    }
    let root = base.identifier
    guard base.kind == .name else { return nil }
    if case .table(let table)? = self.names[root]?.value {
      guard let name = names.last?.identifier, (try? table.table.column(name)) == nil,
        let list = table.prices
      else { return nil }
      return PricePath(provider: root, list: list, names: names.reversed(), node: node)
    }
    guard self.names[root] == nil, definitions[root] == nil,
      Builtin.named(root) == nil, !isWord(root),
      let provider = Catalogue.figureRoots.first(where: { Catalogue.isSame($0, root) })
        ?? catalogue.provider(named: root), catalogued(root) == nil
    else { return nil }
    return PricePath(provider: provider, list: nil, names: names.reversed(), node: node)
  }

  /// What a path of the catalogue costs, at a date or now; nil for every other expression.
  mutating func price(_ node: SyntaxNode, asOf date: CalendarDate?) -> Value? {
    guard let path = pricePath(node.unparenthesised) else { return nil }
    guard let product = path.names.first else { return refuse(bareProvider(path)) }
    // The parser has said that a name is missing.
    guard !path.names.contains(where: \.isMissing) else { return .unknown }
    if path.isOfFigures { return figure(path, asOf: date) }
    let offers = offers(of: path, product.identifier)
    let rest = Array(path.names.dropFirst())
    if !offers.isEmpty { return rent(path, rest, offers, asOf: date) }
    if path.list != nil {
      // What is like no instance was meant for a column.
      let isNear = !near(product.identifier, products(of: path)).isEmpty
      return isNear ? refuse(unknownProduct(product, path)) : nil
    }
    guard let tokens = catalogue.tokenPrice(of: path.provider, product.identifier) else {
      if let figure = figure(path, asOf: date) { return figure }
      return refuse(unknownProduct(product, path))
    }
    return tokenPrice(path, rest, tokens, asOf: date)
  }

  /// The prices of an instance at a provider or in an imported list.
  func offers(of path: PricePath, _ product: String) -> [Offer] {
    path.list?.offers(of: product) ?? catalogue.offers(of: path.provider, product)
  }

  /// What a provider or an imported list sells, as programs write it.
  func products(of path: PricePath) -> [String] {
    (path.list?.products ?? catalogue.products(of: path.provider)).map {
      catalogue.identifier(for: $0)
    }
  }

  /// The citation of an assumption that is a price of the catalogue: its source, and its date unless one is asked for.
  mutating func quoted(_ citation: Citation, by value: SyntaxNode) -> Citation {
    let range = value.unparenthesised.sourceRange
    guard let price = prices.removeValue(forKey: range)?.citation,
      citation.text == Checker.unsourced
    else { return citation }
    return Citation(
      price.text, asOf: citation.asOf ?? price.asOf, confidence: price.confidence)
  }

  /// Notes a figure that was looked up: a price is out of date one day, unless its date was asked for.
  mutating func note(
    _ path: PricePath, _ citation: Citation, isDated: Bool, isPrice: Bool = true
  ) {
    let asOf = isDated || !isPrice ? nil : citation.asOf.flatMap { try? CalendarDate($0) }
    let range = path.node.sourceRange
    prices[range] = Quoted(
      stated: Stated(name: path.text, range: range, asOf: asOf, isPrice: isPrice),
      citation: citation)
  }

  // MARK: - Tokens

  /// The prices of a model's tokens: a record, or the one of its fields that the path names.
  private mutating func tokenPrice(
    _ path: PricePath, _ rest: [SyntaxNode], _ price: TokenPrice, asOf date: CalendarDate?
  ) -> Value {
    let first = price.validFrom ?? price.provenance.asOf
    if let date, !date.reaches(first) { return refuse(beforeFirst(path, first, date)) }
    var (input, output) = (price.input, price.output)
    // A price that was announced says nothing of what else changes with it.
    var others = [
      ("cached_input", price.cachedInput), ("cache_write", price.cacheWrite),
      ("long_input", price.longInput), ("long_output", price.longOutput),
    ]
    if let date, let next = price.next, date.reaches(next.from) {
      (input, output, others) = (next.input, next.output, [])
    }
    let citation = price.provenance.citation
    note(path, citation, isDated: date != nil)
    var record = RecordValue()
    for case (let name, let dollars?) in [("input", input), ("output", output)] + others {
      let term = joined(builder.constant(dollars / 1e6, .money / .tokens), path.node)
      record[name] = .quantity(
        builder.named(
          term,
          Annotation("\(price.provider) \(price.model) \(name)", role: .fact, citation: citation)))
    }
    if let off = price.batchDiscount {
      let term = builder.fact(
        "\(price.provider) \(price.model) batch discount", off, .none, citation)
      record["batch_discount"] = .quantity(term, Display(isPercent: true))
    }
    return rest.reduce(.record(record)) { value, name in member(name, of: value) }
  }

  /// The prices after `on api`; false where an error was reported.
  mutating func takePrices(_ node: SyntaxNode, into run: inout APIDeploymentRun) -> Bool {
    switch expression(node) {
    case .record(let record):
      func price(_ name: String) -> Term? {
        record[name]?.term.flatMap { $0.dimension == .money / .tokens ? $0 : nil }
      }
      (run.input, run.output) = (price("input"), price("output"))
      run.cachedInput = price("cached_input")
      run.offeredDiscount = record["batch_discount"]?.term
      return true
    case .unknown: return false
    case let other:
      report(expected("prices of tokens, such as `openai.gpt_4o`", other, node))
      return false
    }
  }
}

extension CalendarDate {
  /// Whether the period that is named ends on or after a day.
  func reaches(_ day: String) -> Bool {
    guard let day = try? CalendarDate(day) else { return false }
    let end = self.day != nil ? adding(days: 1) : adding(months: month == nil ? 12 : 1)
    return day.firstDay < end.firstDay
  }
}
