extension QuantityReader {
  /// The error of a literal with two likely readings, or none that is safe.
  func refusal(of literal: LiteralText) -> QuantityError? {
    if literal.number.hasExponent, let magnitude = literal.magnitude {
      return exponentRefusal(of: literal, magnitude)
    }
    if literal.isPercent, let refusal = percentRefusal(of: literal) { return refusal }
    if literal.tail.first == "%" {
      return error(.percentAfterSpace(literal.text), literal, [literal.head + "%"])
    }
    if literal.tail.isEmpty || literal.tail.first == "/" { return nil }
    return magnitudeRefusal(of: literal) ?? moneyRefusal(of: literal)
  }

  private func error(
    _ kind: QuantityError.Kind, _ literal: LiteralText, _ readings: [String]
  ) -> QuantityError {
    QuantityError(kind, at: literal.range, readings: readings)
  }

  /// `1.5e3k`.
  private func exponentRefusal(of literal: LiteralText, _ magnitude: Magnitude) -> QuantityError {
    let parts = literal.number.digits.split(separator: "e")
    var readings: [String] = []
    if parts.count == 2, let exponent = Int(parts[1]), abs(exponent) < 300,
      let more = magnitude.decimalExponent
    {
      let end = literal.text.dropFirst(literal.head.count)
      readings = ["\(literal.sign ?? "")\(parts[0])e\(exponent + more)\(end)"]
    }
    return error(.exponentWithMagnitude(literal.text), literal, readings)
  }

  private func percentRefusal(of literal: LiteralText) -> QuantityError? {
    let (text, amount) = (literal.text, literal.amount)
    if let sign = literal.sign {
      return error(.percentOfMoney(text), literal, [amount + "%", sign + amount])
    }
    if literal.magnitude != nil { return error(.percentWithMagnitude(text), literal, [amount]) }
    if literal.tail.isEmpty || !literal.isSpaced && literal.tail.first == "/" { return nil }
    let other = unit(literal.tail) == nil ? [] : ["\(amount) \(literal.tail)"]
    return error(.percentWithUnit(text), literal, [literal.head] + other)
  }

  /// Letters that were meant as a magnitude and do not stand or spell as one.
  private func magnitudeRefusal(of literal: LiteralText) -> QuantityError? {
    let (text, word) = (literal.text, String(literal.word))
    if literal.isSpaced, let magnitude = Magnitude(literal.word) {
      return error(.magnitudeAfterSpace(text), literal, readings(of: literal, magnitude))
    }
    if word == "m", literal.sign == nil {
      return error(.millionAsM(text), literal, readings(of: literal, .million))
    }
    // Of the units only `t` spells a magnitude too, and glued to a number it is none.
    let isUnit = units.exactly(word) != nil && (word != "t" || literal.isSpaced)
    if !isUnit, let magnitude = Magnitude(spelling: word) {
      return error(.magnitudeSpelling(text), literal, readings(of: literal, magnitude))
    }
    return literal.isSpaced || literal.sign != nil ? nil : runTogether(literal)
  }

  /// The literal with its first word as a magnitude, and as a unit.
  private func readings(of literal: LiteralText, _ magnitude: Magnitude) -> [String] {
    let rest = literal.afterWord
    var readings: [String] = []
    if literal.magnitude == nil { readings.append(literal.head + magnitude.rawValue + rest) }
    let meant = ["B": "bytes", "b": "bytes", "T": "t", "t": "t", "m": "min"]
    if literal.sign == nil, let name = meant[String(literal.word)], unit(name + rest) != nil {
      readings.append("\(literal.amount) \(name)\(rest)")
    }
    return readings
  }

  /// `4kusers`: a magnitude and a unit without the space between them, where the whole is no unit.
  private func runTogether(_ literal: LiteralText) -> QuantityError? {
    guard literal.magnitude == nil, units.folding(literal.word) == nil else { return nil }
    for length in [2, 1] {
      let name = literal.word.dropFirst(length)
      guard let magnitude = Magnitude(literal.word.prefix(length)), units.folding(name) != nil
      else { continue }
      let reading = "\(literal.head)\(magnitude.rawValue) \(name)\(literal.afterWord)"
      return error(.magnitudeGluedToUnit(literal.text), literal, [reading])
    }
    return nil
  }

  /// `$5 tokens`, `$5 USD`.
  private func moneyRefusal(of literal: LiteralText) -> QuantityError? {
    guard literal.sign != nil else { return nil }
    var readings: [String] = []
    if let unit = unit(literal.tail) {
      let rate = unit.dimension.isMoney ? literal.head : "\(literal.head)/\(unit.singular)"
      readings = [rate, "\(literal.amount) \(unit.text)"]
    }
    return error(.unitAfterMoney(literal.text), literal, readings)
  }

  private func unit(_ text: some StringProtocol) -> Unit? {
    try? units.unit(String(text))
  }
}
