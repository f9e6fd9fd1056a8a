/// A number as the shortest decimal digits that read back as it, for correct decimal rounding.
struct DecimalDigits: Hashable {
  var isNegative: Bool
  /// Digits 0 to 9, without zeros at either end; none for zero.
  private(set) var digits: [UInt8]
  /// The value is 0.d₁d₂d₃… × 10 to this power.
  private(set) var point: Int

  /// A number that is not finite has no digits.
  init(_ value: Double) {
    isNegative = value < 0
    digits = []
    point = 0
    guard value.isFinite else { return }
    var seenPoint = false
    var exponent = 0
    let parts = value.magnitude.description.split(separator: "e")
    if parts.count == 2 { exponent = Int(parts[1]) ?? 0 }
    for byte in (parts.first ?? "0").utf8 {
      if byte == UInt8(ascii: ".") {
        seenPoint = true
      } else {
        digits.append(byte &- 0x30)
        if !seenPoint { point += 1 }
      }
    }
    point += exponent
    normalize()
  }

  private mutating func normalize() {
    let zeros = digits.prefix { $0 == 0 }.count
    digits.removeFirst(zeros)
    point -= zeros
    while digits.last == 0 { digits.removeLast() }
    if digits.isEmpty {
      point = 0
      isNegative = false
    }
  }

  var isZero: Bool { digits.isEmpty }

  var isInteger: Bool { digits.count <= point || isZero }

  /// The power of ten of the first digit: 2 for 743.
  var magnitude: Int { point - 1 }

  /// Multiplies by a power of ten.
  mutating func shift(by power: Int) {
    if !isZero { point += power }
  }

  /// Rounded to so many significant digits, halves away from zero.
  func rounded(to count: Int) -> DecimalDigits {
    guard count < digits.count else { return self }
    var result = self
    result.digits = Array(digits.prefix(max(0, count)))
    if count >= 0, digits[count] >= 5 { result.roundUp() }
    result.normalize()
    return result
  }

  private mutating func roundUp() {
    for i in digits.indices.reversed() {
      if digits[i] < 9 {
        digits[i] += 1
        return
      }
      digits[i] = 0
    }
    digits.insert(1, at: 0)
    point += 1
  }

  /// The number without exponent, with at least so many decimals, its integer part in thousands
  /// where `grouped`.
  func plainText(decimals: Int = 0, grouped: Bool = false) -> String {
    var text = isNegative ? "-" : ""
    let length = max(point, 1)
    for place in 0..<length {
      if grouped, place > 0, (length - place) % 3 == 0 { text += "," }
      text += digit(place + point - length)
    }
    let shown = max(digits.count - point, decimals)
    guard shown > 0, !isZero || decimals > 0 else { return text }
    text += "."
    for place in 0..<shown { text += digit(place + point) }
    return text
  }

  /// The digit at an index, zero beyond both ends.
  private func digit(_ index: Int) -> String {
    digits.indices.contains(index) ? String(digits[index]) : "0"
  }

  /// The number as `7.74e23`, with at least so many decimals.
  func scientificText(decimals: Int = 0) -> String {
    var mantissa = self
    mantissa.point = isZero ? 0 : 1
    return mantissa.plainText(decimals: decimals) + "e\(isZero ? 0 : magnitude)"
  }
}
