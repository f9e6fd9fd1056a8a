/// The number at the front of a literal: `12`, `1_000`, `2.5`, `1e9`.
struct NumberText {
  /// As written, with a small `e`.
  var digits: String
  var hasExponent: Bool

  /// Takes the number off the front of a text; `start` is its offset there.
  init(_ rest: inout Substring.UTF8View, at start: Int) throws(QuantityError) {
    let whole = rest
    let run = rest.prefix {
      Self.isDigit($0) || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: ".")
        || $0 == UInt8(ascii: ",")
    }
    guard !run.isEmpty else {
      throw QuantityError(.missingNumber, at: start..<start + rest.count)
    }
    rest = rest[run.endIndex...]
    digits = String(Substring(run))
    hasExponent = false

    if let radix = Self.radix(digits, rest) {
      let letters = rest.prefix { Self.isDigit($0) || Self.isLetter($0) }
      let value = Int(Substring(letters.dropFirst()), radix: radix)
      throw QuantityError(
        .malformedNumber("0" + String(Substring(letters))), at: start..<start + 1 + letters.count,
        readings: value.map { [String($0)] } ?? [])
    }
    let range = start..<start + run.count
    if run.contains(UInt8(ascii: ",")) {
      throw QuantityError(
        .comma(digits), at: range, readings: Self.withoutCommas(digits))
    }
    guard Self.isNumber(run) else {
      throw QuantityError(.malformedNumber(digits), at: range, readings: Self.mended(digits))
    }
    if let exponent = Self.exponent(rest) {
      rest = rest[exponent.endIndex...]
      digits = String(Substring(whole[..<rest.startIndex])).lowercased()
      hasExponent = true
    }
  }

  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  /// Digits with single underscores between them, around at most one point.
  private static func isNumber(_ run: Substring.UTF8View) -> Bool {
    var afterDigit = false
    var points = 0
    for byte in run {
      if isDigit(byte) {
        afterDigit = true
      } else {
        guard afterDigit else { return false }
        if byte == UInt8(ascii: ".") { points += 1 }
        afterDigit = false
      }
    }
    // A point has digits on both sides, and so has an underscore, which `1_.5` denies.
    return afterDigit && points <= 1
  }

  /// `e9`, `E-9`: only with a digit, since `5eur` is no exponent.
  private static func exponent(_ rest: Substring.UTF8View) -> Substring.UTF8View? {
    guard let e = rest.first, e | 0x20 == UInt8(ascii: "e") else { return nil }
    var end = rest.index(after: rest.startIndex)
    if end < rest.endIndex, rest[end] == UInt8(ascii: "-") || rest[end] == UInt8(ascii: "+") {
      end = rest.index(after: end)
    }
    let digits = rest[end...].prefix(while: isDigit)
    return digits.isEmpty ? nil : rest[..<digits.endIndex]
  }

  /// The base of `0x10`, `0o7` and `0b1`, which are not numbers here.
  private static func radix(_ digits: String, _ rest: Substring.UTF8View) -> Int? {
    guard digits == "0", let letter = rest.first, let next = rest.dropFirst().first else {
      return nil
    }
    switch letter | 0x20 {
    case UInt8(ascii: "x") where isDigit(next) || (next | 0x20) &- 0x61 < 6: return 16
    case UInt8(ascii: "o") where isDigit(next): return 8
    case UInt8(ascii: "b") where isDigit(next): return 2
    default: return nil
    }
  }

  private static func mended(_ digits: String) -> [String] {
    guard digits.utf8.contains(where: isDigit) else { return [] }
    var text = digits.filter { $0 != "_" }
    if text.hasPrefix(".") { text = "0" + text }
    if text.hasSuffix(".") { text.removeLast() }
    return isNumber(text[...].utf8) ? [text] : []
  }

  /// `1,000` is `1_000` or `1k`; `1,5` is `1.5`.
  private static func withoutCommas(_ digits: String) -> [String] {
    let parts = digits.split(separator: ",", omittingEmptySubsequences: false)
    let groups = parts.dropFirst()
    let inThrees = groups.allSatisfy { $0.prefix { $0 != "." }.count == 3 }
    let text = digits.replacing(",", with: inThrees ? "_" : ".")
    guard isNumber(text[...].utf8) else { return [] }
    guard inThrees, let value = Double(text.filter { $0 != "_" }), value >= 1000 else {
      return [text]
    }
    for magnitude in [Magnitude.trillion, .billion, .million, .thousand]
    where value >= magnitude.factor {
      let short = DecimalDigits(value / magnitude.factor).plainText() + magnitude.rawValue
      return short.utf8.count <= 5 ? [text, short] : [text]
    }
    return [text]
  }
}
