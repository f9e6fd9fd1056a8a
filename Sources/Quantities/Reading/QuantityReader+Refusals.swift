extension QuantityReader {
  /// The error of a literal with two likely readings, or none that is safe.
  func refusal(of literal: LiteralText) -> QuantityError? {
    let text = literal.text
    func error(_ kind: QuantityError.Kind, _ readings: String...) -> QuantityError {
      QuantityError(kind, at: literal.range, readings: readings)
    }

    if literal.number.hasExponent, let magnitude = literal.magnitude {
      let digits = literal.number.digits.split(separator: "e")
      let exponent = digits.count == 2 ? Int(digits[1]) : nil
      guard let exponent, let more = magnitude.decimalExponent, abs(exponent) < 400 else {
        return error(.exponentWithMagnitude(text))
      }
      return error(
        .exponentWithMagnitude(text), "\(literal.sign ?? "")\(digits[0])e\(exponent + more)")
    }
    if literal.isPercent {
      if literal.sign != nil {
        return error(
          .percentOfMoney(text), literal.amount + "%", (literal.sign ?? "") + literal.amount)
      }
      if literal.magnitude != nil { return error(.percentWithMagnitude(text), literal.amount) }
      if !literal.tail.isEmpty, literal.isSpaced || literal.tail.first != "/" {
        return error(.percentWithUnit(text), literal.head, literal.amount + " " + literal.tail)
      }
    }
    if literal.tail.first == "%" { return error(.percentAfterSpace(text), literal.head + "%") }
    if literal.tail.isEmpty || literal.tail.first == "/" { return nil }
    return magnitudeRefusal(of: literal) ?? moneyRefusal(of: literal)
  }

  /// Letters that were meant as a magnitude and do not stand or spell as one.
  private func magnitudeRefusal(of literal: LiteralText) -> QuantityError? {
    let word = String(literal.word)
    let rest = literal.afterWord
    // What the literal is with the word as a magnitude, and as a unit.
    func error(
      _ kind: QuantityError.Kind, _ magnitude: Magnitude, unit: String? = nil
    ) -> QuantityError {
      var readings: [String] = []
      if literal.magnitude == nil { readings.append(literal.head + magnitude.rawValue + rest) }
      if literal.sign == nil, let unit { readings.append("\(literal.amount) \(unit)\(rest)") }
      return QuantityError(kind, at: literal.range, readings: readings)
    }
    let text = literal.text
    let units = ["B": "bytes", "b": "bytes", "T": "t", "t": "t", "m": "min"]

    if literal.isSpaced, let magnitude = Magnitude(word) {
      return error(.magnitudeAfterSpace(text), magnitude, unit: units[word])
    }
    if word == "m" {
      let kind: QuantityError.Kind =
        literal.sign == nil ? .millionAsM(text) : .magnitudeSpelling(text)
      return error(kind, .million, unit: units[word])
    }
    if let magnitude = Magnitude(spelling: word), !(literal.isSpaced && word == "t") {
      return error(.magnitudeSpelling(text), magnitude, unit: units[word])
    }
    return literal.isSpaced ? nil : runTogether(literal)
  }

  /// `4kusers`: a magnitude and a unit without the space between them, where the whole is no unit.
  private func runTogether(_ literal: LiteralText) -> QuantityError? {
    guard literal.magnitude == nil, !isUnit(literal.word) else { return nil }
    for length in [2, 1] {
      let unit = literal.word.dropFirst(length)
      guard let magnitude = Magnitude(String(literal.word.prefix(length))), isUnit(unit) else {
        continue
      }
      return QuantityError(
        .magnitudeGluedToUnit(literal.text), at: literal.range,
        readings: ["\(literal.head)\(magnitude.rawValue) \(unit)\(literal.afterWord)"])
    }
    return nil
  }

  /// `$5 tokens`, `$5 USD`.
  private func moneyRefusal(of literal: LiteralText) -> QuantityError? {
    guard literal.sign != nil else { return nil }
    let other = "\(literal.amount) \(literal.tail)"
    let isMoney = units.folding(String(literal.tail)).map { $0.dimension.isMoney } ?? false
    return QuantityError(
      .unitAfterMoney(literal.text), at: literal.range,
      readings: [isMoney ? literal.head : "\(literal.head)/\(literal.tail)", other])
  }

  private func isUnit(_ word: Substring) -> Bool {
    units.folding(String(word)) != nil
  }
}
