import Catalogue
import Quantities

/// A table that is a price list of instances: in the form of the catalogue's own, or of SkyPilot's.
struct PriceList {
  private let table: Table
  private let file: String
  private let instances: String
  private let onDemand: String

  /// Nil for a table without the columns of a price list.
  init?(_ table: Table, file: String) {
    func first(_ names: String...) -> String? { names.first { table.names.contains($0) } }
    guard let instances = first("name", "instance", "instancetype"),
      let onDemand = first("on_demand", "price"), table.names.contains("region"),
      first("devices", "acceleratorcount") != nil
    else { return nil }
    self.table = table
    self.file = file
    self.instances = instances
    self.onDemand = onDemand
  }

  /// Each instance once, in the order of the rows.
  var products: [String] {
    var seen: Set<String> = []
    return (0..<table.rowCount).compactMap { text($0, instances) }.filter {
      seen.insert($0).inserted
    }
  }

  /// Every price of an instance, however its name is written.
  func offers(of product: String) -> [Offer] {
    (0..<table.rowCount).filter { row in
      text(row, instances).map { Catalogue.isSame($0, product) } ?? false
    }.flatMap { offers(row: $0) }
  }

  /// The lines on which a spot price is over the on-demand one.
  var dearSpots: [Int] {
    (0..<table.rowCount).filter { row in
      guard let spot = spot(row), let plain = dollars(row, onDemand) else { return false }
      return spot > plain
    }.map { table.line(ofRow: $0) }
  }

  private func offers(row: Int) -> [Offer] {
    let basis = text(row, "basis").flatMap { Offer.Basis(rawValue: $0) }
    let source = text(row, "source").map { ", " + $0 } ?? ""
    let provenance = Provenance(
      source: "\(file):\(table.line(ofRow: row))" + source, asOf: date(row) ?? "",
      kind: text(row, "kind").flatMap { Provenance.Kind(rawValue: $0) } ?? .listed,
      isRecalled: text(row, "checked")?.hasPrefix("recalled") ?? false, note: "")
    let plain: Offer.Commitment = basis == .capacityBlock ? .capacityBlock : .onDemand
    let devices = number(row, "devices") ?? number(row, "acceleratorcount")
    let prices = [
      (plain, dollars(row, onDemand)), (.spot, spot(row)),
      (.reserved1y, dollars(row, "reserved_1y")), (.reserved3y, dollars(row, "reserved_3y")),
    ]
    return prices.compactMap { commitment, dollars in
      dollars.map {
        Offer(
          provider: file, instance: text(row, instances) ?? "",
          accelerator: text(row, "accelerator") ?? text(row, "acceleratorname"),
          devices: devices == 0 ? nil : devices, regions: text(row, "region").map { [$0] } ?? [],
          commitment: commitment, dollars: $0, isPerDevice: basis?.isPerDevice ?? false,
          provenance: provenance)
      }
    }
  }

  private func spot(_ row: Int) -> Double? { dollars(row, "spot") ?? dollars(row, "spotprice") }

  private func text(_ row: Int, _ column: String) -> String? {
    switch try? table.cell(row, column) {
    case .text(let text): text
    default: nil
    }
  }

  private func date(_ row: Int) -> String? {
    if case .date(let date)? = try? table.cell(row, "as_of") { return "\(date)" }
    return text(row, "as_of")
  }

  private func number(_ row: Int, _ column: String) -> Double? {
    guard case .quantity(let value, .none)? = try? table.cell(row, column) else { return nil }
    return value
  }

  /// US dollars an hour: a plain number is one.
  private func dollars(_ row: Int, _ column: String) -> Double? {
    guard case .quantity(let value, let dimension)? = try? table.cell(row, column) else {
      return nil
    }
    if dimension.isNone { return value }
    return dimension == .money / .time ? value * 3600 : nil
  }
}
