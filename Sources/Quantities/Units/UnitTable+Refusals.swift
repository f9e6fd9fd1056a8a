extension UnitTable {
  /// The error of a name that has two likely readings a factor apart, which no folding may decide.
  func refusal(of name: String, at range: Range<Int>) -> QuantityError? {
    let lower = name.lowercased()
    if lower.hasSuffix("flops"), let work = folding(String(lower.dropLast())) {
      return QuantityError(.flops(name), at: range, readings: [work.text, work.text + "/s"])
    }
    if lower.hasSuffix("bps") {
      return bitsOrBytes(name, stem: lower.dropLast(3), rate: "/s", at: range)
    }
    // All in lower case, `gb` is typed without regard to case; `Gb` is not.
    if name.hasSuffix("b"), name == "b" || name != lower {
      return bitsOrBytes(name, stem: lower.dropLast(), rate: "", at: range)
    }
    if name.hasPrefix("m") {
      let rest = String(name.dropFirst())
      if let unit = exactly(rest), unit.dimension == .energy || unit.dimension == .power,
        let million = exactly("M" + rest)
      {
        return QuantityError(.thousandth(name), at: range, readings: [million.text, rest])
      }
    }
    return nil
  }

  private func bitsOrBytes(
    _ name: String, stem: Substring, rate: String, at range: Range<Int>
  ) -> QuantityError? {
    guard let bytes = folding(stem + "b"), bytes.dimension == .data else { return nil }
    let bits = folding(stem + "bit")
    let readings = [bits, bytes].compactMap { unit in unit.map { $0.text + rate } }
    return QuantityError(.bitsOrBytes(name), at: range, readings: readings)
  }
}
