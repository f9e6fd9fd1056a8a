/// How a number is rounded and spelled.
struct NumberFormat {
  var style: QuantityFormat.Style
  var digits: Int
  var isMoney = false
  /// A plain number, of which a fraction shows two decimals.
  var isRatio = false
  var isPercent = false
  var isScientific = false
  /// Money from a thousand to ten thousand is printed to the dollar: a bill is known to the cent.
  var isWholeMoney = false

  /// Whole numbers below a million are printed whole, and whole amounts of money below ten thousand.
  private var wholeBelow: Int { isMoney ? 4 : 6 }
  /// Numbers from ten thousand on take a magnitude, up to a thousand trillions.
  private static let magnitudes = 4..<15
  /// Digits that a number keeps through a change of unit.
  private static let meaningful = 15
  /// Numbers below a hundred-thousandth are printed as a power of ten.
  private static let smallest = -5

  func text(_ value: Double) -> String {
    if value.isNaN { return "not a number" }
    if value.isInfinite { return value < 0 ? "-infinite" : "infinite" }
    var exact = DecimalDigits(value)
    if isPercent { exact.shift(by: 2) }
    let number = spelled(exact)
    return isPercent ? number + "%" : number
  }

  private func spelled(_ number: DecimalDigits) -> String {
    if number.isZero { return "0" }
    if digits >= QuantityFormat.exactDigits {
      return (-7..<16).contains(number.magnitude) ? number.plainText() : number.scientificText()
    }
    // Changes of unit leave noise in the last digits, which is not rounding to tell of.
    let exact = number.rounded(to: Self.meaningful)
    if exact.isInteger, exact.magnitude < wholeBelow, !isScientific {
      return exact.plainText(grouped: style == .display)
    }

    let rounded = rounded(exact)
    let isRounded = rounded != exact
    // Zeros at the end are printed only where rounding made them.
    func decimals(_ shown: Int) -> Int {
      isRounded && style == .display ? max(0, significant(exact) - shown) : 0
    }
    if isScientific || rounded.magnitude < Self.smallest
      || rounded.magnitude >= Self.magnitudes.upperBound
    {
      return rounded.scientificText(decimals: decimals(1))
    }
    if !isPercent, rounded.magnitude >= Self.magnitudes.lowerBound {
      return abbreviated(rounded, decimals: decimals)
    }
    var places = decimals(rounded.magnitude + 1)
    if style == .display, !rounded.isInteger, cents(rounded, isRounded) { places = max(places, 2) }
    return rounded.plainText(decimals: places, grouped: style == .display)
  }

  /// Below one, money that has more digits anyway is printed with one fewer: `$0.42`, `$0.00048`.
  private func significant(_ exact: DecimalDigits) -> Int {
    let count = max(isWholeMoney && isMoney && exact.magnitude == 3 ? wholeBelow : 1, digits)
    return isMoney && style == .display && exact.magnitude < 0 ? max(1, count - 1) : count
  }

  private func rounded(_ exact: DecimalDigits) -> DecimalDigits {
    let full = exact.rounded(to: max(significant(exact), digits, 1))
    return full == exact ? exact : exact.rounded(to: significant(exact))
  }

  /// Whether a number that is not whole shows two decimals at least.
  private func cents(_ number: DecimalDigits, _ isRounded: Bool) -> Bool {
    isMoney ? number.magnitude < 1 || !isRounded : isRatio && number.magnitude < 0
  }

  private func abbreviated(_ number: DecimalDigits, decimals: (Int) -> Int) -> String {
    let step = min(number.magnitude / 3, 4)
    var scaled = number
    scaled.shift(by: -3 * step)
    let letter = ["", "k", "M", "B", "T"][step]
    let places = decimals(scaled.magnitude + 1)
    return scaled.plainText(decimals: places, grouped: style == .display) + letter
  }
}
