extension QuantityError {
  /// Names the problem in the reader's words, without a full stop.
  public var message: String {
    switch kind {
    case .missingNumber: "a number is missing"
    case .malformedNumber(let text): "\(quoted(text)) is not a number"
    case .comma(let text): "\(quoted(text)) has a comma in a number"
    case .outOfRange(let text): "\(quoted(text)) is beyond the range of numbers"
    case .exponentWithMagnitude(let text): "\(quoted(text)) has both an exponent and a magnitude"
    case .magnitudeAfterSpace(let text) where text.hasSuffix(" B"):
      "\(quoted(text)) could be billions or bytes"
    case .magnitudeAfterSpace(let text): "\(quoted(text)) has a space before its magnitude"
    case .millionAsM(let text): "\(quoted(text)) could be a million or minutes"
    case .magnitudeSpelling(let text): "\(quoted(text)) does not spell a magnitude"
    case .magnitudeGluedToUnit(let text): "\(quoted(text)) has no space before its unit"
    case .percentWithMagnitude(let text): "\(quoted(text)) has both a magnitude and a percent sign"
    case .percentAfterSpace(let text): "\(quoted(text)) has a space before its percent sign"
    case .percentWithUnit(let text): "\(quoted(text)) is both a percentage and an amount"
    case .percentOfMoney(let text): "\(quoted(text)) is both money and a percentage"
    case .unitAfterMoney(let text): "\(quoted(text)) is both money and another unit"
    case .unknownUnit(let text): "there is no unit \(quoted(text))"
    case .flops(let text): "\(quoted(text)) could be work or a rate"
    case .bitsOrBytes(let text): "\(quoted(text)) could be bits or bytes"
    case .thousandth(let text): "\(quoted(text)) is a thousandth, and only seconds take `m`"
    case .malformedUnit(let text): "\(quoted(text)) is not a unit"
    case .unitExists(let text): "\(quoted(text)) is a unit already"
    case .invalidUnitName(let text): "\(quoted(text)) cannot be the name of a unit"
    case .invalidScale(let text): "\(quoted(text)) has a scale that is not a positive number"
    }
  }

  /// At most one line that says what to write instead.
  public var help: String? {
    let choices = readings.map { "`\($0)`" }
    guard let last = choices.last else { return nil }
    let list =
      choices.count == 1 ? last : choices.dropLast().joined(separator: ", ") + " or " + last
    return if case .unknownUnit = kind { "did you mean \(list)?" } else { "write \(list)" }
  }

  /// The text in backquotes, cut where it would fill the line.
  private func quoted(_ text: String) -> String {
    text.count <= 40 ? "`\(text)`" : "`\(text.prefix(39))…`"
  }
}
