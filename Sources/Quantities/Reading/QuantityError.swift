/// Why a literal or a unit cannot be read: data, with the readings that were probably meant.
public struct QuantityError: Error, Hashable, Sendable {
  /// What is wrong; texts are as written.
  public enum Kind: Hashable, Sendable {
    /// There is no number where a literal must have one.
    case missingNumber
    /// Digits that are no number: `1__0`, `.5`, `0x10`.
    case malformedNumber(String)
    /// `1,000`.
    case comma(String)
    /// `1e999`, `1e-999`.
    case outOfRange(String)
    /// `1.5e3k`.
    case exponentWithMagnitude(String)
    /// `8 B`, `5 M tokens`.
    case magnitudeAfterSpace(String)
    /// `5m`.
    case millionAsM(String)
    /// `8b`, `15t`, `5bn`, `5 million`.
    case magnitudeSpelling(String)
    /// `4kusers`.
    case magnitudeGluedToUnit(String)
    /// `5k%`.
    case percentWithMagnitude(String)
    /// `5 %`.
    case percentAfterSpace(String)
    /// `5% tokens`.
    case percentWithUnit(String)
    /// `$5%`.
    case percentOfMoney(String)
    /// `$5 tokens`.
    case unitAfterMoney(String)
    /// A name that no unit has.
    case unknownUnit(String)
    /// `TFLOPs`: work or a rate.
    case flops(String)
    /// `Gb`: bits or bytes.
    case bitsOrBytes(String)
    /// `mW`: only seconds take `m`.
    case thousandth(String)
    /// `GB//s`.
    case malformedUnit(String)
    /// A definition of a name that is a unit already.
    case unitExists(String)
    /// A definition of something that cannot be the name of a unit.
    case invalidUnitName(String)
    /// A unit whose scale is not a positive finite number.
    case invalidScale(String)
  }

  /// What is wrong.
  public let kind: Kind
  /// UTF-8 offsets within the text that was read.
  public let range: Range<Int>
  /// Texts to write in place of the range, the likeliest first.
  public let readings: [String]

  public init(_ kind: Kind, at range: Range<Int>, readings: [String] = []) {
    self.kind = kind
    self.range = range
    self.readings = readings
  }

  /// The same error in a text in which what was read begins so many bytes further on.
  public func shifted(by offset: Int) -> QuantityError {
    let lower = max(0, range.lowerBound + offset)
    let upper = max(lower, range.upperBound + offset)
    return QuantityError(kind, at: lower..<upper, readings: readings)
  }
}
