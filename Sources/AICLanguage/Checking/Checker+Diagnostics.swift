import CostEngine
import Quantities

/// The checker's messages about expressions and names. Each names the problem, points at every place involved,
/// and offers at most one line of help.
extension Checker {
  func tooMany(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      "names.too-many", "too many mistakes to show them all",
      at: .init(range, "not checked beyond here"))
  }

  // MARK: - Literals

  func unreadable(_ error: QuantityError, in node: SyntaxNode) -> Diagnostic {
    let lower = node.range.lowerBound
    let place = SourceRange(
      file: node.tree.file, lower: lower + error.range.lowerBound,
      upper: lower + error.range.upperBound)
    var help = error.help
    // A name after a number reads as its unit; a cell of that name was meant to be multiplied.
    if case .unknownUnit(let name) = error.kind, let binding = names[name],
      binding.value.term != nil
    {
      let number = node.tree.source.text(lower..<place.lower).onOneLine
      help = "to multiply, write `\(number) * \(name)`"
    }
    return Diagnostic(error.id, error.message, at: .init(place), help: help)
  }

  func unreadable(_ error: CalendarDateError, in node: SyntaxNode) -> Diagnostic {
    Diagnostic("date.unreadable", error.message, at: .init(node.sourceRange), help: error.help)
  }

  // MARK: - Names

  func unknownName(_ name: String, _ node: SyntaxNode) -> Diagnostic {
    if let definition = definitions[name] {
      let isOwn = cell == name
      return Diagnostic(
        isOwn ? "names.itself" : "names.below",
        isOwn ? "`\(name)` is defined by itself" : "`\(name)` is used above its definition",
        at: .init(node.sourceRange), notes: [.init(definition, "defined here")],
        help: isOwn ? nil : "move the definition above this line")
    }
    let legal = Array(names.keys) + Builtin.all.map(\.name)
    let near =
      nearest(to: name, among: legal.sorted())
      + catalogue.suggestions(for: name, of: .accelerator, limit: 2)
      + catalogue.suggestions(for: name, of: .model, limit: 2)
    return Diagnostic(
      "names.unknown", "unknown name `\(name)`",
      at: .init(node.sourceRange, "not defined above this line"),
      help: near.isEmpty ? nil : "did you mean \(near.alternatives)?",
      fix: near.count == 1 ? .init(node.sourceRange, replacement: near[0]) : nil)
  }

  func definedTwice(_ name: SyntaxNode, _ earlier: Binding) -> Diagnostic {
    Diagnostic(
      "names.twice", "`\(name.identifier)` is defined twice", at: .init(name.sourceRange),
      notes: [.init(earlier.range, "first defined here")],
      help: "a cell keeps one value; give this one a name of its own")
  }

  func repeatedField(_ name: SyntaxNode) -> Diagnostic {
    Diagnostic(
      "fields.twice", "`\(name.identifier)` stands twice in this block",
      at: .init(name.sourceRange))
  }

  func unknownCell(_ replacement: Overrides.Replacement) -> Diagnostic {
    let near = nearest(to: replacement.path, among: names.keys.sorted())
    return Diagnostic(
      "names.unknown-cell", "there is no cell `\(replacement.path)` to replace",
      at: .init(replacement.range), help: near.isEmpty ? nil : "did you mean \(near.alternatives)?")
  }

  func unlikeReplacement(
    _ own: Value, _ value: Value, _ name: SyntaxNode, _ replacement: Overrides.Replacement
  ) -> Diagnostic {
    Diagnostic(
      "units.replacement", "cannot replace \(own.aType) by \(value.aType)",
      at: .init(replacement.range, "this is \(value.aType)"),
      notes: [.init(name.sourceRange, "`\(name.identifier)` is \(own.aType)")],
      help: withUnit(value, own.term?.dimension, replacement.value).map {
        "write the unit: `\(replacement.path)=\($0)`"
      })
  }

  // MARK: - Types and dimensions

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
      help = "\(place) is written such as `\(example)`"
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
  private func withUnit(_ value: Value, _ dimension: Dimension?, _ node: SyntaxNode) -> String? {
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

  func notYetSampled(_ node: SyntaxNode) -> Diagnostic {
    Diagnostic(
      "ranges.later", "ranges are not part of this version yet",
      at: .init(node.sourceRange, "a range"),
      help: "write one value, and try others with `--set NAME=VALUE`")
  }

  func later(_ what: String, _ node: SyntaxNode) -> Diagnostic {
    Diagnostic(
      "syntax.later", "`\(what)` is not part of this version yet", at: .init(node.sourceRange))
  }

  // MARK: - Lists and calls

  func longList(_ count: Double, _ limit: Int, _ node: SyntaxNode) -> Diagnostic {
    Diagnostic(
      "lists.long",
      "a list of \(QuantityFormat.display.number(count)) values is too long: the limit is \(limit)",
      at: .init(node.sourceRange))
  }

  func notWhole(_ node: SyntaxNode) -> Diagnostic {
    Diagnostic(
      "types.whole", "expected a whole number that is known before the run",
      at: .init(node.sourceRange))
  }

  func outside(_ position: Double, count: Int, _ node: SyntaxNode) -> Diagnostic {
    Diagnostic(
      "lists.outside", "the list has no value at \(QuantityFormat.display.number(position))",
      at: .init(node.sourceRange),
      help: count == 0 ? "the list is empty" : "lists count from 0: the last is `\(count - 1)`")
  }

  func notAList(_ value: Value, _ node: SyntaxNode) -> Diagnostic {
    expected("a list", value, node)
  }

  func notAFunction(_ value: Value, _ node: SyntaxNode) -> Diagnostic {
    Diagnostic(
      "types.function", "`\(node.text.onOneLine)` is not a function",
      at: .init(node.sourceRange, "this is \(value.aType)"),
      help: "to multiply, write `*`")
  }

  func wrongCount(
    _ name: String, takes: String, _ count: Int, _ node: SyntaxNode
  ) -> Diagnostic {
    Diagnostic(
      "calls.count", "`\(name)` takes \(takes), not \(count)", at: .init(node.sourceRange))
  }

  func noNamedArguments(_ node: SyntaxNode) -> Diagnostic {
    Diagnostic(
      "calls.named", "this function has no parameter names", at: .init(node.sourceRange))
  }

  // MARK: - Units and rates

  func notACurrency(_ name: SyntaxNode) -> Diagnostic {
    Diagnostic(
      "rates.currency", "`\(name.identifier)` is not a currency", at: .init(name.sourceRange),
      help: "a rate names an ISO 4217 code: `rate EUR = $1.09 as of 2026-10-01`")
  }

  func rateOfItself(_ currency: Currency, _ node: SyntaxNode) -> Diagnostic {
    Diagnostic(
      "rates.itself", "a rate of \(currency.code) in itself says nothing",
      at: .init(node.sourceRange))
  }

  func rateTwice(_ currency: Currency, _ name: SyntaxNode) -> Diagnostic {
    Diagnostic(
      "rates.twice", "\(currency.code) has a rate already", at: .init(name.sourceRange))
  }

  func rateTooLate(_ currency: Currency, _ name: SyntaxNode, _ use: SourceRange) -> Diagnostic {
    Diagnostic(
      "rates.late", "\(currency.code) is used above its rate", at: .init(name.sourceRange),
      notes: [.init(use, "used here")], help: "move the `rate` line above its first use")
  }

  func badUnitScale(_ node: SyntaxNode) -> Diagnostic {
    Diagnostic(
      "units.scale", "a unit must be worth a fixed amount above zero",
      at: .init(node.sourceRange))
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

extension Checker {
  /// The names most like one, or those that one begins with, such as `vocab` for `vocabulary`.
  func near(_ name: String, _ legal: [String]) -> [String] {
    let alike = nearest(to: name, among: legal)
    return alike.isEmpty
      ? legal.filter { $0.utf8.count > 3 && (name.hasPrefix($0) || $0.hasPrefix(name)) } : alike
  }
}

extension [String] {
  /// The names in one line that a reader can take in; how many more there are is said.
  var listed: String {
    let most = 8
    let unlike = reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    guard unlike.count > most else { return unlike.joined(separator: ", ") }
    return unlike.prefix(most).joined(separator: ", ") + " and \(unlike.count - most) more"
  }

  /// Names as a reader would list them: `a`, `b` or `c`.
  var alternatives: String {
    let quoted = map { "`\($0)`" }
    guard let last = quoted.last, count > 1 else { return quoted.first ?? "" }
    return quoted.dropLast().joined(separator: ", ") + " or " + last
  }
}
