extension BaseDimension {
  /// The name in the reader's words, and after `per`.
  fileprivate var name: (plural: String, singular: String) {
    switch self {
    case .money(.usd): ("Money", "Money")
    case .money(let currency): ("Money (\(currency.code))", "Money (\(currency.code))")
    case .time: ("Time", "Time")
    case .energy: ("Energy", "Energy")
    case .data: ("Data", "Data")
    case .compute: ("Compute", "Compute")
    case .tokens: ("Tokens", "Token")
    case .requests: ("Requests", "Request")
    case .samples: ("Samples", "Sample")
    case .users: ("Users", "User")
    case .mass: ("Mass", "Mass")
    case .volume: ("Volume", "Volume")
    case .custom(let name): (name, name)
    }
  }

  /// The base unit in singular, as in JSON.
  public var baseUnit: String {
    switch self {
    case .money(let currency): currency.code
    case .time: "s"
    case .energy: "J"
    case .data: "byte"
    case .compute: "FLOP"
    case .tokens: "token"
    case .requests: "request"
    case .samples: "sample"
    case .users: "user"
    case .mass: "kg"
    case .volume: "L"
    case .custom(let name): name
    }
  }

  fileprivate static let named: [BaseDimension] = [
    .money(.usd), .time, .energy, .data, .compute, .tokens, .requests, .samples, .users, .mass,
    .volume,
  ]
}

extension Dimension: CustomStringConvertible {
  /// The dimension in the reader's words: `Money per Time`, `Number` for none.
  public var description: String {
    if isNone { return "Number" }
    if self == .power { return "Power" }
    return composed(none: "Number", times: " × ", per: " per ") { base, divides in
      divides ? base.name.singular : base.name.plural
    }
  }

  /// The product of base units, such as `USD/s`: `1/s` for a pure rate, empty for a plain number.
  public var baseUnit: String {
    isNone ? "" : composed(none: "1", times: "·", per: "/") { base, _ in base.baseUnit }
  }

  /// Whether this is an amount of one currency.
  public var isMoney: Bool {
    guard factors.count == 1, factors[0].exponent == .one, case .money = factors[0].base else {
      return false
    }
    return true
  }

  /// Whether this is an amount of money, or of money per something.
  var paysMoney: Bool {
    factors.contains { factor in
      if case .money = factor.base { factor.exponent == .one } else { false }
    }
  }

  /// Reads a dimension as `description` prints it and as an annotation may write it: `Money`,
  /// `Tokens per Time`, `Money/Request`.
  public init?(named text: String) {
    var dimension = Dimension.none
    for (i, quotient) in text.replacing(" per ", with: "/").split(
      separator: "/", omittingEmptySubsequences: false
    ).enumerated() {
      for product in quotient.replacing(" × ", with: "·").split(
        separator: "·", omittingEmptySubsequences: false)
      {
        guard let factor = Dimension(factorNamed: product) else { return nil }
        dimension = i == 0 ? dimension * factor : dimension / factor
      }
    }
    self = dimension
  }

  private init?(factorNamed text: Substring) {
    var rest = text.unicodeScalars.drop {
      $0.properties.isAlphabetic || $0 == "_" || $0 == " " || $0 == "(" || $0 == ")"
    }
    let name = String(text[..<rest.startIndex])
    guard let exponent = Exponent(superscript: &rest), rest.isEmpty else { return nil }
    if name == "Number" {
      self = .none
    } else if name == "Power" {
      self = Dimension.power.raised(to: exponent)
    } else if name.hasPrefix("Money ("), name.hasSuffix(")") {
      let code = String(name.dropFirst(7).dropLast())
      guard StandardUnits.currencies.contains(code) else { return nil }
      self.init(.money(Currency(code: code)), exponent)
    } else {
      guard
        let base = BaseDimension.named.first(where: {
          $0.name.plural == name || $0.name.singular == name
        })
      else { return nil }
      self.init(base, exponent)
    }
  }

  /// Factors above, then each below behind its own `per`, time last: `USD/user/s²`.
  private func composed(
    none: String, times: String, per: String, name: (BaseDimension, Bool) -> String
  ) -> String {
    let above = factors.filter { $0.exponent.numerator > 0 }
    let below = factors.filter { $0.exponent.numerator < 0 }
    let inOrder = below.filter { $0.base != .time } + below.filter { $0.base == .time }
    let product = above.map { name($0.base, false) + $0.exponent.superscript }
    let divisors = inOrder.map { per + name($0.base, true) + (-$0.exponent).superscript }
    return (above.isEmpty ? none : product.joined(separator: times)) + divisors.joined()
  }
}
