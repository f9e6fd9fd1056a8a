import Catalogue
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
    if calling.contains(name) { return recursion(name, node) }
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
      + nearest(to: name, among: Catalogue.figureRoots, limit: 1)
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

  /// What a node's own word begins, at that word.
  func later(_ node: SyntaxNode) -> Diagnostic {
    let range = node.token?.range ?? node.range
    return Diagnostic(
      "syntax.later", "`\(node.tree.source.text(range))` is not part of this version yet",
      at: .init(node.tree.sourceRange(range)))
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
