/// How tightly an operator binds, loosest first.
enum Precedence: UInt8, Comparable {
  /// A whole expression: `if` and the things that cost may stand here.
  case lowest
  case or, and, not, comparison, `in`, per, to, range, sum, product, unary, power
  /// A name with its calls, members and indices, and nothing else.
  case postfix

  static func < (a: Precedence, b: Precedence) -> Bool { a.rawValue < b.rawValue }

  /// The least that the right operand of such an operator may bind.
  var ofRightOperand: Precedence {
    self == .power ? .unary : Precedence(rawValue: rawValue + 1) ?? .postfix
  }

  /// Whether two such operators cannot follow one another.
  var refusesChains: Bool { self == .comparison || self == .to || self == .range }
}

extension TokenKind {
  /// How tightly the token binds between two operands, if it can stand there.
  var precedence: Precedence? {
    switch self {
    case .or, .bars: .or
    case .and, .ampersands: .and
    case .less, .lessEqual, .greater, .greaterEqual, .equalEqual, .notEqual: .comparison
    case .in: .in
    case .per: .per
    case .to, .plusMinus: .to
    case .dotDot: .range
    case .plus, .minus: .sum
    case .star, .slash, .mod, .of, .percent, .slashSlash: .product
    case .caret, .starStar: .power
    default: nil
    }
  }
}
