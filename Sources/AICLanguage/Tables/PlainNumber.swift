/// A number at the front of a cell: `2.5`, `1_000`, `1e9`, as digits and a power of ten.
struct PlainNumber {
  /// Behind the number.
  let end: Int
  let hasExponent: Bool
  private let start: Int
  private let digitsEnd: Int
  /// The digits without the point, wrapped around where there are more than 19 of them.
  private let mantissa: UInt64
  private let digitCount: Int
  private let exponent: Int

  /// Reads as many bytes as make a number, from `start`; nil where there is none.
  init?(_ bytes: Span<UInt8>, from start: Int) {
    var index = start
    var mantissa: UInt64 = 0
    var digits = 0
    var exponent = 0
    var afterPoint = false
    var afterDigit = false
    scan: while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case 0x30...0x39:
        mantissa = mantissa &* 10 &+ UInt64(byte &- 0x30)
        if mantissa != 0 || digits > 0 { digits += 1 }
        if afterPoint { exponent -= 1 }
        afterDigit = true
      case UInt8(ascii: "_") where afterDigit: afterDigit = false
      case UInt8(ascii: ".") where afterDigit && !afterPoint:
        afterPoint = true
        afterDigit = false
      default: break scan
      }
      index += 1
    }
    guard afterDigit else { return nil }
    self.start = start
    digitsEnd = index
    self.mantissa = mantissa
    digitCount = digits

    var end = index
    if index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "e") {
      index += 1
      var isNegative = false
      if index < bytes.count, bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "+")
      {
        isNegative = bytes[index] == UInt8(ascii: "-")
        index += 1
      }
      var written = 0
      let first = index
      while index < bytes.count, (0x30...0x39).contains(bytes[index]) {
        written = min(written * 10 + Int(bytes[index] - 0x30), 1_000_000_000)
        index += 1
      }
      if index > first {
        end = index
        exponent += isNegative ? -written : written
      }
    }
    self.end = end
    self.exponent = exponent
    hasExponent = end != digitsEnd
  }

  /// The nearest number to the digits times a power of ten, from the bytes that they were read
  /// from; nil beyond the range of numbers.
  func value(timesTenTo power: Int = 0, in bytes: Span<UInt8>) -> Double? {
    let power = exponent + power
    // Both are exact below these limits, so one rounding gives the nearest number.
    if digitCount <= 19, mantissa < 1 << 53, Self.powers.indices.contains(abs(power)) {
      let number = Double(mantissa)
      return power < 0 ? number / Self.powers[-power] : number * Self.powers[power]
    }
    var text = ""
    var isZero = true
    for index in start..<digitsEnd where (0x30...0x39).contains(bytes[index]) {
      text.unicodeScalars.append(Unicode.Scalar(bytes[index]))
      if bytes[index] != 0x30 { isZero = false }
    }
    if isZero { return 0 }
    guard let number = Double(text + "e\(power)"), number.isFinite, number != 0 else { return nil }
    return number
  }

  private static let powers: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]
}
