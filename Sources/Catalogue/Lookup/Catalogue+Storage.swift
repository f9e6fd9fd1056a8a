import Quantities

/// Storage, transfer and serverless computing by provider and name, such as `aws.s3_standard`.
extension Catalogue {
  /// Transfer is called by its category where a provider sells the same one in most regions.
  private static let transfer: [String: [String]] = [
    "egress_internet": ["egress"], "inter_region": [], "inter_zone": [],
  ]

  /// Regions that are none in particular.
  private static let anywhere = ["all", "global", "default", "see note"]

  /// Rows of one provider, name and region: the tiers of one price.
  private struct Group {
    let provider: String
    let category: String
    let item: String
    let region: String
    var rows: [(index: Int, record: Record)]
  }

  /// One row of a group: what it charges, in base units, and between which bounds.
  private struct Step {
    let from: Double
    let to: Double?
    let value: Double
    let provenance: Provenance
  }

  func storageFigures(among records: [Record]) -> [CatalogueFigure] {
    var groups: [Group] = []
    for (index, record) in records.enumerated() {
      guard let provider = try? record.requiredText("provider"),
        let category = try? record.requiredText("category"),
        let item = (try? record.requiredText("name")).map(Catalogue.withoutTier),
        let region = try? record.requiredText("region")
      else { continue }
      let place = groups.firstIndex {
        ($0.provider, $0.category, $0.item, $0.region) == (provider, category, item, region)
      }
      if let place {
        groups[place].rows.append((index, record))
      } else {
        groups.append(
          Group(
            provider: provider, category: category, item: item, region: region,
            rows: [(index, record)]))
      }
    }
    return groups.compactMap { figure($0, isMain: isMain($0, among: groups)) }
  }

  /// `S3 Standard (first 50 TB)` is a tier of `S3 Standard`.
  private static func withoutTier(_ name: String) -> String {
    let words = [" (first ", " (next ", " (over "]
    guard name.last == ")", let word = words.first(where: name.contains),
      let range = name.firstRange(of: word)
    else { return name }
    return String(name[..<range.lowerBound])
  }

  /// Whether this is the transfer that a provider sells in most regions, the first of equals.
  private func isMain(_ group: Group, among groups: [Group]) -> Bool {
    guard Catalogue.transfer[group.category] != nil else { return false }
    var counts: [(item: String, count: Int)] = []
    for other in groups where (other.provider, other.category) == (group.provider, group.category) {
      if let place = counts.firstIndex(where: { $0.item == other.item }) {
        counts[place].count += 1
      } else {
        counts.append((other.item, 1))
      }
    }
    let most = counts.map(\.count).max()
    return counts.first { $0.count == most }?.item == group.item
  }

  private func figure(_ group: Group, isMain: Bool) -> CatalogueFigure? {
    guard let first = group.rows.first?.record, let name = try? first.requiredText("unit"),
      let unit = StorageUnit(name)
    else { return nil }
    let gigabyte = (try? first.choice("gigabyte", as: Gigabyte.self)) ?? .decimal
    let allowance = (try? first.text("free_allowance")) ?? nil
    var remarks = allowance.map { ["a free allowance is left out: \($0)"] } ?? []
    let steps = group.rows.compactMap { row -> Step? in
      guard let price = try? row.record.number("price"),
        let provenance = try? row.record.provenance()
      else { return nil }
      let from = (try? row.record.number("tier_from")) ?? 0
      return Step(
        from: from, to: (try? row.record.number("tier_to")) ?? nil,
        value: price / unit.amount(gigabyte), provenance: provenance)
    }.sorted { $0.from < $1.from }
    guard let lowest = steps.first else { return nil }
    let tierUnit = group.rows.lazy.compactMap { try? $0.record.text("tier_unit") }.first
    let one = tierUnit.flatMap { StorageUnit.bound($0) }?(gigabyte)
    var tiers: [CatalogueFigure.Tier] = []
    // What a list begins to charge for further up is free below, as its allowance says.
    if lowest.from > 0, let one, allowance != nil {
      remarks = []
      tiers.append(
        .init(upTo: lowest.from * one.0, value: 0, provenance: lowest.provenance))
    }
    if let billed = try? first.provenance("gigabyte_"), billed.isRecalled {
      remarks.append("that its GB are \(gigabyte.unit) is recalled")
    }
    for (index, step) in steps.enumerated() {
      let next = index + 1 < steps.count ? steps[index + 1].from : step.to
      tiers.append(
        .init(
          upTo: one.flatMap { one in next.map { $0 * one.0 } }, value: step.value,
          provenance: step.provenance.noting(remarks)))
    }
    let own = group.item.slug
    let isAnywhere = Catalogue.anywhere.contains(group.region)
    return CatalogueFigure(
      root: group.provider, name: isMain ? group.category : own,
      aliases: (isMain ? [own] + (Catalogue.transfer[group.category] ?? []) : [])
        .map { FoldedName($0) },
      region: isAnywhere ? nil : group.region,
      label: "\(group.provider) \(group.item)" + (isAnywhere ? "" : " in \(group.region)"),
      tiers: tiers, dimension: .money / unit.dimension, bound: one?.1 ?? .none,
      unit: unit.text(gigabyte).map { "$/" + $0 }, isShare: false, range: nil,
      date: lowest.provenance.asOf,
      rows: group.rows.map(\.index))
  }
}

extension Provenance {
  /// The same with remarks behind the source, which every citation shows.
  fileprivate func noting(_ remarks: [String]) -> Provenance {
    Provenance(
      source: ([source] + remarks).joined(separator: "; "), asOf: asOf, kind: kind,
      isRecalled: isRecalled, note: note)
  }
}
