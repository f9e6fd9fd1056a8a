import CostEngine
import Quantities

/// The checker's messages about types and dimensions.
extension Checker {
  func expected(_ what: String, _ value: Value, _ node: SyntaxNode) -> Diagnostic {
    Diagnostic(
      "types.expected", "expected \(what), found \(value.aType)",
      at: .init(node.sourceRange, "this is \(value.aType)"))
  }

  func wrongDimension(
    _ place: String, expected: Dimension, _ term: Term, _ node: SyntaxNode
  ) -> Diagnostic {
    var help: String?
    if let written = withUnit(.quantity(term), expected, node) {
      help = "write the unit, such as `\(written)`"
    } else if let (from, to) = unjoinedCurrencies(term.dimension, expected) {
      help = rateHelp(from, to)
    } else if let example = expected.example(amount: "3") {
      help = "\(place) is an amount such as `\(example)`"
    }
    return Diagnostic(
      "units.expected", "\(place) must be \(expected.description), not \(term.dimension)",
      at: .init(node.sourceRange, "this is \(Value.quantity(term).aType)"), help: help)
  }

  func mismatch(
    _ a: Term, _ b: Term, _ display: Display, _ node: SyntaxNode, _ left: SyntaxNode,
    _ right: SyntaxNode
  ) -> Diagnostic {
    let (verb, joint) =
      switch node.token?.kind {
      case .plus: ("add", "and")
      case .minus: ("subtract", "and")
      case .mod: ("divide", "and")
      case .to, .plusMinus: ("make a range of", "and")
      default: ("compare", "and")
      }
    var help: String?
    let sign = node.token?.kind
    if display.isPercent, sign == .plus || sign == .minus {
      let written = left.kind == .name ? left.text : "(\(left.text.onOneLine))"
      help = "a share of it is `\(written) * (1 \(sign == .plus ? "+" : "-") \(right.text))`"
    } else if let (from, to) = unjoinedCurrencies(a.dimension, b.dimension) {
      help = rateHelp(from, to)
    } else if b.dimension == .time, a.dimension.soleBase.isMoney {
      help = "to price the time, multiply by a rate, such as `\(right.text.onOneLine) * $120k/year`"
    } else if a.dimension == .time, b.dimension.soleBase.isMoney {
      help = "to price the time, multiply by a rate, such as `\(left.text.onOneLine) * $120k/year`"
    } else if a.dimension.isNone || b.dimension.isNone {
      let (plain, other) = a.dimension.isNone ? (left, b.dimension) : (right, a.dimension)
      if let written = withUnit(.quantity(a.dimension.isNone ? a : b), other, plain) {
        help = "if the number is meant as \(other), write its unit, such as `\(written)`"
      }
    }
    return Diagnostic(
      "units.mismatch", "cannot \(verb) \(a.dimension) \(joint) \(b.dimension)",
      at: .init(right.sourceRange, "this is \(Value.quantity(b).aType)"),
      notes: [.init(left.sourceRange, "this is \(Value.quantity(a).aType)")], help: help)
  }

  private func rateHelp(_ from: Currency, _ to: Currency) -> String {
    "say what one \(from.code) is worth above: `rate \(from.code) = … \(to.code) as of DATE`"
  }

  /// A plain number of the source with the unit that it lacks; nil for what is no plain number.
  func withUnit(_ value: Value, _ dimension: Dimension?, _ node: SyntaxNode) -> String? {
    guard let dimension, !dimension.isNone, node.kind == .quantity, !node.text.hasSuffix("%"),
      value.term?.dimension.isNone ?? false
    else { return nil }
    return dimension.example(amount: node.text)
  }

  /// Two dimensions that differ only in an unjoined currency.
  private func unjoinedCurrencies(_ a: Dimension, _ b: Dimension) -> (Currency, Currency)? {
    guard case .money(let x)? = a.currencyBase, case .money(let y)? = b.currencyBase, x != y else {
      return nil
    }
    return x == .usd ? (y, x) : (x, y)
  }

  func notArithmetic(
    _ a: Value, _ b: Value, _ node: SyntaxNode, _ left: SyntaxNode, _ right: SyntaxNode
  ) -> Diagnostic {
    let sign = node.token.map { node.tree.source.text($0.range) } ?? ""
    let help =
      if case .text = a { "to put figures into text, write them in braces: `\"… {x}\"`" } else {
        String?.none
      }
    return Diagnostic(
      "types.operator", "`\(sign)` cannot take \(a.aType) and \(b.aType)",
      at: .init(right.sourceRange, "this is \(b.aType)"),
      notes: [.init(left.sourceRange, "this is \(a.aType)")], help: help)
  }

  func notAShare(_ term: Term, _ base: SyntaxNode, _ unitNode: SyntaxNode) -> Diagnostic {
    Diagnostic(
      "units.in", "only a plain number is shown in %", at: .init(unitNode.sourceRange),
      notes: [.init(base.sourceRange, "this is \(Value.quantity(term).aType)")],
      help: "divide it by a whole of the same kind first")
  }

  func notInUnit(
    _ unit: Unit, _ dimension: Dimension, _ term: Term, _ base: SyntaxNode, _ node: SyntaxNode
  ) -> Diagnostic {
    var help: String?
    if let (from, to) = unjoinedCurrencies(dimension, term.dimension) {
      help = rateHelp(from, to)
    } else if let example = term.dimension.example {
      help = "this can be shown in a unit such as `\(example)`"
    }
    return Diagnostic(
      "units.in", "cannot show \(term.dimension) in `\(unit.text)`",
      at: .init(node.sourceRange, "a unit of \(dimension)"),
      notes: [.init(base.sourceRange, "this is \(Value.quantity(term).aType)")], help: help)
  }

  func unlikeBranches(
    _ a: Value, _ b: Value, _ first: SyntaxNode, _ second: SyntaxNode
  ) -> Diagnostic {
    Diagnostic(
      "types.branches", "both sides of a choice must be alike",
      at: .init(second.sourceRange, "this is \(b.aType)"),
      notes: [.init(first.sourceRange, "this is \(a.aType)")])
  }

  func undecided(_ value: Value, _ node: SyntaxNode) -> Diagnostic {
    Diagnostic(
      "types.undecided",
      "cannot choose \(value.aType) by a condition that is not known before the run",
      at: .init(node.sourceRange), help: "choose between figures instead")
  }

  func unknownExponent(
    _ base: Term, _ baseNode: SyntaxNode, _ exponent: SyntaxNode
  ) -> Diagnostic {
    Diagnostic(
      "units.exponent", "a power of \(base.dimension) needs a fixed exponent, such as `2`",
      at: .init(exponent.sourceRange),
      notes: [.init(baseNode.sourceRange, "this is \(Value.quantity(base).aType)")])
  }

  func unclearRounding(_ builtin: Builtin, _ term: Term, _ node: SyntaxNode) -> Diagnostic {
    let unit = term.dimension.example ?? "unit"
    return Diagnostic(
      "units.rounding", "`\(builtin.name)` of \(term.dimension) needs a unit to round to",
      at: .init(node.sourceRange, "this is \(Value.quantity(term).aType)"),
      help: "divide by one: `\(builtin.name)(\(node.text.onOneLine) / 1 \(unit)) * 1 \(unit)`")
  }

  func unlikeElements(
    _ builtin: Builtin, _ a: Term, _ aNode: SyntaxNode, _ b: Term, _ bNode: SyntaxNode
  ) -> Diagnostic {
    Diagnostic(
      "units.elements", "`\(builtin.name)` needs values of one dimension",
      at: .init(bNode.sourceRange, "this holds \(Value.quantity(b).aType)"),
      notes: aNode.range == bNode.range
        ? [] : [.init(aNode.sourceRange, "this holds \(Value.quantity(a).aType)")])
  }

  func later(_ what: String, _ node: SyntaxNode) -> Diagnostic {
    Diagnostic(
      "syntax.later", "`\(what)` is not part of this version yet", at: .init(node.sourceRange))
  }
}

extension BaseDimension? {
  fileprivate var isMoney: Bool { if case .money = self { true } else { false } }
}

extension Dimension {
  /// The money in it, where there is any.
  fileprivate var currencyBase: BaseDimension? {
    factors.lazy.map(\.base).first { BaseDimension?.some($0).isMoney }
  }

  /// Whether it is money, or money per something.
  var hasMoney: Bool { currencyBase != nil }

  /// A unit that a person would write it in.
  var example: String? {
    switch self {
    case .none: nil
    case .money / .time: "$/hour"
    case .power: "W"
    default: QuantityFormat.source.displayUnit(for: 1, self)?.unit.text
    }
  }

  /// An amount as a person would write it, such as `$3/hour` or `3 tokens`.
  func example(amount: String) -> String? {
    // Nobody prices a single token.
    if self == .money / .tokens { return "$\(amount) per 1M tokens" }
    guard let unit = example else { return nil }
    return unit.hasPrefix("$") ? "$\(amount)\(unit.dropFirst())" : "\(amount) \(unit)"
  }
}
