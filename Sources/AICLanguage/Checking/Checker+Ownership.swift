import CostEngine
import Quantities

/// `own H100 { … }`, and the same in place as the price of a thing.
extension Checker {
  /// What one device costs: rented, or owned.
  enum PriceOfDevice {
    case rented(Term)
    case owned(OwnedPrice)
  }

  mutating func ownership(_ node: SyntaxNode) -> Value {
    guard !node[0].isMissing else {
      return refuse(
        Diagnostic(
          "ownership.hardware", "what is owned is not said", at: .init(node.sourceRange),
          help: "name the hardware, such as `own H100 { … }`"))
    }
    let before = diagnostics.count
    var ranges = FieldRanges(whole: node.range(upToBlock: node.child(.record)))
    var run = OwnershipRun()
    let hardware = hardware(node[0])
    assign(node.child(.record), to: &run, of: "what is owned", &ranges)
    guard let hardware, diagnostics.count == before, ranges.areRead else { return .unknown }
    return figures(run, hardware, ranges)
  }

  mutating func figures(
    _ run: OwnershipRun, _ hardware: Hardware, _ ranges: FieldRanges
  ) -> Value {
    do throws(EngineError) {
      let ownership = try run.figures(of: hardware, in: builder)
      place(ownership.requirements, ranges)
      return .ownership(run, hardware, ownership)
    } catch {
      return refuse(refused(error, ranges))
    }
  }

  /// The value of a field that is a price: `own { … }` is of the devices of the thing around.
  mutating func price(
    _ node: SyntaxNode, _ field: String, _ ranges: inout FieldRanges
  ) -> PriceOfDevice? {
    let own = node.unparenthesised
    guard own.kind == .own, own[0].isMissing else {
      switch expression(node) {
      case .ownership(_, _, let figures): return .owned(.figures(figures))
      case .quantity(let term, _):
        if term.dimension == .money / .time { return .rented(term) }
        report(wrongDimension("`\(field)`", expected: .money / .time, term, node))
      case .unknown: break
      case let other: report(expected("a price per time, or what is owned", other, node))
      }
      return nil
    }
    // A replacement from outside is meant for the thing, not for what stands in it.
    let outer = cell
    defer { cell = outer }
    cell = nil
    var run = OwnershipRun()
    var inner = FieldRanges(whole: own.sourceRange)
    assign(own.child(.record), to: &run, of: "what is owned", &inner)
    for (name, range) in inner.ranges { ranges.ranges["\(field).\(name)"] = range }
    return inner.areRead ? .owned(.run(run)) : nil
  }

  /// The same after the dot of hardware that is owned.
  func price(_ name: String, of hardware: Hardware) -> Value? {
    switch hardware.owned {
    case .figures(let ownership): price(name, of: ownership)
    case .run(let run): price(name, of: try? run.figures(of: hardware, in: builder))
    case nil: nil
    }
  }

  /// The price of owned devices or a part of it, after the dot of what runs on them.
  func price(_ name: String, of ownership: Ownership?) -> Value? {
    guard name == "price" || name.hasPrefix("price.") else { return nil }
    return ownership.flatMap { figure(name, of: $0) }
  }
}
