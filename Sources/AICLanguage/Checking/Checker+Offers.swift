import Catalogue
import CostEngine
import Quantities

/// Instances by the hour.
extension Checker {
  /// What the names behind an instance say.
  private struct Terms {
    var commitment: Offer.Commitment?
    var region: SyntaxNode?
    var isWhole = false
  }

  /// What one device of an instance costs by the hour, or the whole instance where the path says so or it has none.
  mutating func rent(
    _ path: PricePath, _ rest: [SyntaxNode], _ offers: [Offer], asOf date: CalendarDate?
  ) -> Value {
    var terms = Terms()
    for name in rest {
      if name.identifier == "instance" {
        terms.isWhole = true
      } else if let commitment = Offer.Commitment(rawValue: name.identifier) {
        if terms.commitment != nil { return refuse(termsTwice(name)) }
        terms.commitment = commitment
      } else {
        if terms.region != nil { return refuse(termsTwice(name)) }
        terms.region = name
      }
    }
    let commitment = terms.commitment ?? .onDemand
    let asked = offers.filter { $0.commitment == commitment }
    guard !asked.isEmpty else { return refuse(noCommitment(commitment, path, offers)) }
    var legal = asked
    if let region = terms.region {
      legal = asked.filter { $0.isIn(region.identifier) }
      if legal.isEmpty {
        return refuse(unknownRegion(region, path, asked.compactMap(\.regions.first)))
      }
    }
    let known = legal.filter { offer in date?.reaches(offer.provenance.asOf) ?? true }
    guard let first = known.first else {
      let earliest = legal.map(\.provenance.asOf).min() ?? ""
      return refuse(beforeFirst(path, earliest, date))
    }
    // Without a region it is the one that the price list has first.
    let home = legal.first?.regions.first
    let region = known.contains { $0.regions.first == home } ? home : first.regions.first
    let here = terms.region == nil ? known.filter { $0.regions.first == region } : known
    // Of two with one date the first holds.
    let offer = here.reduce(first.regions.first == region ? first : here.first ?? first) {
      $1.provenance.asOf > $0.provenance.asOf ? $1 : $0
    }
    return rent(
      path, offer, terms, devices: offer.devices ?? offers.lazy.compactMap(\.devices).first
    )
    .map { term in
      note(path, offer.provenance.citation, isDated: date != nil)
      guard let unit = try? units.unit("$/hour") else { return .quantity(term) }
      return .quantity(term, written(in: unit, path.node))
    } ?? .unknown
  }

  /// The term of an offer; nil where an error was reported.
  private mutating func rent(
    _ path: PricePath, _ offer: Offer, _ terms: Terms, devices: Double?
  ) -> Term? {
    let citation = offer.provenance.citation
    let place = offer.regions.first.map { " in \($0)" } ?? ""
    let label =
      "\(offer.provider) \(offer.instance)\(place), \(offer.commitment.words)"
    let dollars = joined(builder.constant(offer.dollars / 3600, .money / .time), path.node)
    let price = builder.named(dollars, Annotation(label, role: .fact, citation: citation))
    if offer.commitment != .onDemand { builder.note(price, isOn: offer.commitment.words) }
    if offer.isPerDevice {
      guard terms.isWhole else { return price }
      report(noInstance(path))
      return nil
    }
    guard !terms.isWhole, let accelerator = offer.accelerator else { return price }
    guard let devices else {
      report(unknownDevices(path))
      return nil
    }
    guard devices != 1 else { return price }
    let count = builder.fact("devices of \(offer.instance)", devices, .none, citation)
    let each = builder.named(
      price / count,
      Annotation(
        "\(accelerator) of \(label)", role: .fact, formula: "\(price) ÷ \(count)",
        citation: citation))
    builder.note(each, isOneOf: count)
    return each
  }

  // MARK: - Messages

  func bareProvider(_ path: PricePath) -> Diagnostic {
    guard !path.isOfFigures else {
      let some = catalogue.figureNames(under: path.provider).prefix(3)
      return Diagnostic(
        "figures.family", "`\(path.text)` is a family of figures, and no figure",
        at: .init(path.node.sourceRange),
        help: "name one of them, such as \(some.map { path.provider + "." + $0 }.alternatives)")
    }
    let some = products(of: path).prefix(3).map { path.text + "." + $0 }
    return Diagnostic(
      "prices.provider", "`\(path.text)` is a provider, and no price",
      at: .init(path.node.sourceRange), help: "name what it sells, such as \(some.alternatives)")
  }

  func unknownProduct(_ product: SyntaxNode, _ path: PricePath) -> Diagnostic {
    let near = near(product.identifier, products(of: path))
    return Diagnostic(
      "prices.instance",
      "there is no price of `\(product.identifier)` at \(path.provider)",
      at: .init(product.sourceRange),
      help: near.isEmpty
        ? "see what it has by `aic catalog price \(path.provider)`"
        : "did you mean \(near.alternatives)?",
      fix: near.count == 1 ? .init(product.sourceRange, replacement: near[0]) : nil)
  }

  func unknownRegion(_ region: SyntaxNode, _ path: PricePath, _ regions: [String]) -> Diagnostic {
    let legal = Set(regions).map { catalogue.identifier(for: $0) }.sorted()
    let near = near(region.identifier, legal)
    return Diagnostic(
      "prices.region", "there is no such price in `\(region.identifier)`",
      at: .init(region.sourceRange),
      help: legal.isEmpty
        ? "the price is of no one region: leave the region out"
        : near.isEmpty ? "it has one in \(legal.listed)" : "did you mean \(near.alternatives)?")
  }

  private func noCommitment(
    _ commitment: Offer.Commitment, _ path: PricePath, _ offers: [Offer]
  ) -> Diagnostic {
    let product = catalogue.identifier(for: path.names.first?.identifier ?? "")
    let has = Offer.Commitment.allCases.filter { choice in
      offers.contains { $0.commitment == choice }
    }
    let forms = has.map { form in
      "\(catalogue.identifier(for: path.provider)).\(product)"
        + (form == .onDemand ? "" : "." + form.rawValue)
    }
    return Diagnostic(
      "prices.commitment", "there is no \(commitment.words) price of it",
      at: .init(path.node.sourceRange), help: "it has \(forms.alternatives)")
  }

  func termsTwice(_ name: SyntaxNode) -> Diagnostic {
    Diagnostic(
      "prices.terms", "a price is of one region and of one commitment",
      at: .init(name.sourceRange, "this is another one"),
      help: "write them as in `aws.p5_48xlarge.us_east_2.spot`")
  }

  func beforeFirst(_ path: PricePath, _ first: String, _ date: CalendarDate?) -> Diagnostic {
    guard !first.isEmpty else {
      return Diagnostic(
        "prices.date", "this price list has no dates", at: .init(path.node.sourceRange),
        help: "leave `as of` out, or give the list a column `as_of`")
    }
    return Diagnostic(
      "prices.date",
      "no \(path.isOfFigures ? "figure" : "price") of `\(path.text)` is known by \(date.map { "\($0)" } ?? "then")",
      at: .init(path.node.sourceRange, "the first one is of \(first)"),
      help: "ask for a later date, such as `\(path.text) as of \(first)`")
  }

  /// The warning that some spot prices of an imported list are over the on-demand ones.
  func dearSpots(_ lines: [Int], _ file: String, _ node: SyntaxNode) -> Diagnostic? {
    guard let first = lines.first else { return nil }
    let more = lines.count > 1 ? ", as on \(lines.count - 1) more" : ""
    return Diagnostic(
      "prices.spot", "line \(first) of \(file) has a spot price over the on-demand price\(more)",
      severity: .warning, at: .init(node.sourceRange),
      help: "are the two columns the other way round?")
  }

  private func noInstance(_ path: PricePath) -> Diagnostic {
    Diagnostic(
      "prices.devices", "this is sold by the device: there is no instance to price",
      at: .init(path.node.sourceRange), help: "leave `.instance` out")
  }

  private func unknownDevices(_ path: PricePath) -> Diagnostic {
    Diagnostic(
      "prices.devices", "how many devices it has is not known, so one has no price",
      at: .init(path.node.sourceRange),
      help: "`\(path.text).instance` is the price of the whole: divide it by their number")
  }
}

extension Offer {
  /// Whether a region goes by a name, however it is written.
  fileprivate func isIn(_ name: String) -> Bool {
    regions.contains { Catalogue.isSame($0, name) }
  }
}

extension Offer.Commitment {
  /// In the reader's words.
  fileprivate var words: String {
    switch self {
    case .onDemand: "on-demand"
    case .spot: "spot"
    case .reserved1y: "one-year reserved"
    case .reserved3y: "three-year reserved"
    case .capacityBlock: "capacity-block"
    }
  }
}
