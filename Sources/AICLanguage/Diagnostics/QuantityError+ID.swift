import Quantities

extension QuantityError {
  /// The stable name of the kind of mistake.
  var id: String {
    switch kind {
    case .missingNumber, .malformedNumber: "literals.number"
    case .comma: "literals.comma"
    case .outOfRange: "literals.range"
    case .exponentWithMagnitude: "literals.exponent-magnitude"
    case .magnitudeAfterSpace: "literals.magnitude-space"
    case .millionAsM: "literals.million"
    case .magnitudeSpelling: "literals.magnitude"
    case .magnitudeGluedToUnit: "literals.glued"
    case .percentWithMagnitude, .percentAfterSpace, .percentWithUnit, .percentOfMoney:
      "literals.percent"
    case .unitAfterMoney: "literals.money-unit"
    case .unknownUnit, .malformedUnit: "units.unknown"
    case .flops: "units.flops"
    case .bitsOrBytes: "units.bits"
    case .thousandth: "units.thousandth"
    case .unitExists, .invalidUnitName, .invalidScale: "units.definition"
    }
  }
}
