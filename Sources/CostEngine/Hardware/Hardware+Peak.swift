extension Hardware {
  /// The peak rate that a data type computes at; fails where the device cannot compute in it.
  ///
  /// What is served can be quantized to other types, of which the error tells.
  func peak(
    of type: DataType, _ reader: Reader<Hardware>, field: String, isServed: Bool = false
  ) throws(EngineError) -> Term {
    for name in type.peaks {
      if let peak = reader["peak.\(name)"] { return peak }
    }
    let known = Hardware.peakTypes.filter { reader["peak.\($0)"] != nil }
    guard !known.isEmpty else { throw missing("peak", "peak: { bf16: 989 TFLOP/s }") }
    throw EngineError(
      "hardware.peak", field: field, "`\(name)` has no peak for \(type.name)",
      help: "it computes in \(known.joined(separator: ", "))"
        + (isServed ? alternatives(to: type, reader) : ""))
  }

  /// The data types that shrink weights and that the device can compute with.
  private func alternatives(to type: DataType, _ reader: Reader<Hardware>) -> String {
    let others = DataType.all.filter { other in
      other.bytes < 2 && other.peaks.contains { reader["peak.\($0)"] != nil }
    }
    guard type.bytes < 2, !others.isEmpty else { return "" }
    return "; of smaller types it runs \(others.map(\.name).joined(separator: ", "))"
  }

  /// The figure of the data sheet that a formula cannot do without is not given.
  func missing(
    _ field: String, _ example: String, blaming blamed: String? = nil
  ) -> EngineError {
    EngineError(
      "hardware.\(field)", field: blamed ?? field, "`\(name)` has no `\(field)`",
      help: "give it, such as `\(example)`")
  }
}

extension DataType {
  /// The data type of a name; fails where there is none.
  static func required(_ name: String, field: String) throws(EngineError) -> DataType {
    guard let type = named(name) else {
      throw EngineError(
        "dtype.unknown", field: field, "there is no data type `\(name)`",
        help: "one of \(names.joined(separator: ", "))")
    }
    return type
  }
}
