import Catalogue
import CostEngine
import Quantities

/// Figures of the catalogue by name: `aws.s3_standard`, `grid.france`, `convention.useful_life.…`.
extension Checker {
  /// The figure that a path names, at a date or now; nil where the path's root has none that begins so.
  mutating func figure(_ path: PricePath, asOf date: CalendarDate?) -> Value? {
    guard path.list == nil else { return nil }
    for count in stride(from: path.names.count, to: 0, by: -1) {
      let name = path.names.prefix(count).map(\.identifier).joined(separator: "_")
      let figures = catalogue.figures(under: path.provider, named: name)
      if !figures.isEmpty {
        return figure(path, Array(path.names.dropFirst(count)), figures, asOf: date)
      }
    }
    return path.isOfFigures ? refuse(unknownFigure(path)) : nil
  }

  private mutating func figure(
    _ path: PricePath, _ rest: [SyntaxNode], _ figures: [CatalogueFigure],
    asOf date: CalendarDate?
  ) -> Value {
    var legal = figures
    var rest = rest
    var end: String?
    if let last = rest.last?.identifier, ["low", "high"].contains(last),
      figures.contains(where: { $0.range != nil })
    {
      end = last
      rest.removeLast()
    }
    if !rest.isEmpty, path.isOfFigures { return refuse(unknownFigure(path)) }
    if rest.count > 1 { return refuse(termsTwice(rest[1])) }
    if let region = rest.first {
      legal = figures.filter { $0.region.map { Catalogue.isSame($0, region.identifier) } ?? false }
      if legal.isEmpty {
        return refuse(unknownRegion(region, path, figures.compactMap(\.region)))
      }
    } else if let home = figures.first?.region {
      // Without a region it is the one that the table has first.
      legal = figures.filter { $0.region == home }
    }
    let known = legal.filter { date?.reaches($0.date) ?? true }
    guard let first = known.first else {
      return refuse(beforeFirst(path, legal.map(\.date).min() ?? "", date))
    }
    // Of two with one date the first holds.
    let latest = known.dropFirst().reduce(first) { $1.date > $0.date ? $1 : $0 }
    return value(of: latest, path, at: end, isDated: date != nil)
  }

  private mutating func value(
    of figure: CatalogueFigure, _ path: PricePath, at end: String?, isDated: Bool
  ) -> Value {
    guard let first = figure.tiers.first else { return .unknown }
    // Statistics of a year are no price that is out of date by the next.
    note(
      path, citation(of: figure, first), isDated: isDated,
      isPrice: figure.dimension.hasMoney && !path.isOfFigures)
    let unit = figure.unit.flatMap { try? units.unit($0) }
    let display = written(in: unit, path.node, isPercent: figure.isShare)
    func fact(_ tier: CatalogueFigure.Tier, _ value: Double, _ label: String) -> Value {
      let term = joined(builder.constant(value, figure.dimension), path.node)
      let citation = citation(of: figure, tier)
      return .quantity(
        builder.named(term, Annotation(label, role: .fact, citation: citation)), display)
    }
    if let end, let range = figure.range {
      let value = end == "low" ? range.lowerBound : range.upperBound
      return fact(first, value, "\(figure.label), \(end)")
    }
    if figure.tiers.count == 1, first.upTo == nil { return fact(first, first.value, figure.label) }
    let bytes = (figure.unit ?? "").contains("GiB") ? "TiB" : "TB"
    let bound = figure.bound == .data ? try? units.unit(bytes) : nil
    return .list(
      figure.tiers.enumerated().map { index, tier in
        var record = RecordValue()
        if let upTo = tier.upTo {
          record["up_to"] = .quantity(
            builder.constant(upTo, figure.bound), written(in: bound, path.node))
        }
        record["price"] = fact(tier, tier.value, "\(figure.label), tier \(index + 1)")
        return .record(record)
      })
  }

  private func citation(of figure: CatalogueFigure, _ tier: CatalogueFigure.Tier) -> Citation {
    let date = figure.tiers.count == 1 ? figure.date : tier.provenance.asOf
    let citation = tier.provenance.citation
    return Citation(
      citation.text, asOf: date.isEmpty ? nil : date, confidence: citation.confidence)
  }

  // MARK: - Messages

  private func unknownFigure(_ path: PricePath) -> Diagnostic {
    let names = catalogue.figureNames(under: path.provider)
    let written = path.names.map(\.identifier).joined(separator: ".")
    let place = path.names.last ?? path.node
    let inside = names.filter { $0.hasPrefix(written.lowercased() + ".") }
    if !inside.isEmpty {
      let some = inside.prefix(3).map { path.provider + "." + $0 }
      return Diagnostic(
        "figures.family", "`\(path.text)` is a family of figures, and no figure",
        at: .init(path.node.sourceRange), help: "name one of them, such as \(some.alternatives)")
    }
    let near = near(written, names).prefix(3).map { path.provider + "." + $0 }
    return Diagnostic(
      "figures.unknown", "there is no figure `\(written)` under `\(path.provider)`",
      at: .init(place.sourceRange),
      help: near.isEmpty
        ? "see what there is by `aic catalog \(path.provider)`"
        : "did you mean \(near.alternatives)?",
      fix: near.count == 1 ? .init(path.node.sourceRange, replacement: near[0]) : nil)
  }
}

extension Checker.PricePath {
  /// Whether the path begins with the name of a family of figures, and not with a provider.
  var isOfFigures: Bool { Catalogue.figureRoots.contains(provider) }
}
