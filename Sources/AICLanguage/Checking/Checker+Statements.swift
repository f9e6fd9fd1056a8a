import CostEngine
import Quantities

extension Checker {
  mutating func statement(_ node: SyntaxNode) {
    defer { above.append(node) }
    builder.range = node.sourceRange
    let children = node.children
    switch node.kind {
    case .cellDeclaration: define(children[0], children[1], node, citation: nil)
    case .assumeDeclaration:
      define(
        children[0], children[1], node,
        citation: citation(node) ?? Citation(Checker.unsourced, confidence: .stated))
    case .rateDeclaration: rate(node, children[0], children[1])
    case .unitDeclaration: unit(node, children[0], children[1])
    case .hardwareDeclaration: thing(children[0], node) { $0.hardware(children[1], name: $1) }
    case .modelDeclaration:
      thing(children[0], node) { $0.model(children[1], children[2], name: $1) }
    case .datasetDeclaration:
      thing(children[0], node) { $0.dataset(children[1], name: $1) }
    case .teamDeclaration: thing(children[0], node) { $0.team(children[1], name: $1) }
    case .functionDeclaration:
      thing(children[0], node) { checker, _ in checker.functionDeclaration(node) }
    case .showStatement:
      if let title = title(of: node) { actions.append(.title(title)) }
      for item in children where item.kind != .titleClause { show(item) }
    case .expressionStatement: show(children[0])
    case .printStatement: print(children[0])
    case .assertStatement: assert(node)
    case .planDeclaration: thing(children[0], node) { checker, _ in checker.plan(node) }
    case .importDeclaration: importDeclaration(node)
    case .scenarioDeclaration: scenario(node)
    case .compareStatement: compare(node)
    case .sweepStatement: sweep(node)
    case .plotStatement: plot(node)
    case .sensitivityStatement: sensitivity(node)
    case .calibrateStatement: report(later(node))
    default: break  // what correlates was noted, and of the rest the parser has said why
    }
  }

  // MARK: - Cells

  /// Defines a cell; one with a citation is an assumption.
  private mutating func define(
    _ name: SyntaxNode, _ value: SyntaxNode, _ node: SyntaxNode, citation: Citation?
  ) {
    cell = name.identifier
    cellValue = value.unparenthesised.index
    defer { (cell, cellValue) = (nil, nil) }
    let asOf = citation?.asOf.flatMap { try? CalendarDate($0) }
    let own = price(value, asOf: asOf) ?? expression(value)
    var citation = citation
    if let stated = citation { citation = quoted(stated, by: value) }
    var final = replaced(own, for: name)
    if citation != nil { final = correlated(final, name, value) }
    // What stands in the place of an assumption does not come from where the assumption did.
    let isReplaced =
      overrides.cells.contains(name.identifier) && overrides.take(name.identifier) != nil
    let source =
      isReplaced
      ? Citation(scenarioName.map { "the scenario `\($0)`" } ?? "replaced", confidence: .replaced)
      : citation
    declare(name, node, final, isAssumption: citation != nil, citation.map { _ in source } ?? nil) {
      TextFormula.text(of: value, names: $0)
    }
  }

  /// The value that a replacement from outside puts in a cell's place.
  private mutating func replaced(_ own: Value, for name: SyntaxNode) -> Value {
    guard let replacement = overrides.take(name.identifier) else { return own }
    // What stands in the place of an uncertain value takes its draws, so that the two differ by no chance.
    drawCounts[name.identifier] = nil
    let value = expression(replacement.value)
    switch (own, value) {
    case (.unknown, _), (_, .unknown): return .unknown
    case (.quantity(let a, let display), .quantity(let b, _)):
      guard a.dimension == b.dimension else { break }
      return .quantity(b, display)
    default: if own.type == value.type { return value }
    }
    return refuse(unlikeReplacement(own, value, name, replacement))
  }

  /// A hardware or model declaration.
  private mutating func thing(
    _ name: SyntaxNode, _ node: SyntaxNode, _ make: (inout Checker, String) -> Value
  ) {
    cell = name.identifier
    defer { cell = nil }
    let value = replaced(make(&self, name.identifier), for: name)
    declare(name, node, value, isAssumption: false, nil) { _ in nil }
  }

  /// Gives a name its value, once; a quantity becomes a named node that explanations show.
  private mutating func declare(
    _ name: SyntaxNode, _ node: SyntaxNode, _ value: Value, isAssumption: Bool,
    _ citation: Citation?, formula: ([String: Binding]) -> TermText?
  ) {
    guard !name.isMissing else { return }
    let identifier = name.identifier
    if let earlier = names[identifier] {
      report(definedTwice(name, earlier))
      return
    }
    var value = value
    if case .quantity(let term, let display) = value {
      let annotation = Annotation(
        identifier, role: isAssumption ? .assumption : .cell,
        formula: isAssumption ? nil : formula(names), citation: citation, range: node.sourceRange)
      value = .quantity(builder.named(term, annotation), display)
    }
    names[identifier] = Binding(value: value, range: name.sourceRange)
    if isAssumption {
      assumptions.append(
        Stated(
          name: identifier, range: name.sourceRange,
          asOf: citation?.asOf.flatMap { try? CalendarDate($0) },
          isPrice: value.term?.dimension.hasMoney ?? false))
    }
    cells.append(
      CheckedProgram.Cell(
        name: identifier, isAssumption: isAssumption, value: value, range: node.sourceRange))
  }

  /// What stands for the source of an assumption that names none.
  static let unsourced = "stated here"

  /// What `source "…"` and `as of DATE` say; nil where neither stands.
  private mutating func citation(_ node: SyntaxNode) -> Citation? {
    let source = node.child(.sourceClause).flatMap { text($0[0]).words }
    var asOf: String?
    if let clause = node.child(.asOfClause), case .date(let date) = expression(clause[0]) {
      asOf = date.description
    }
    guard source != nil || asOf != nil else { return nil }
    return Citation(
      source ?? Checker.unsourced, asOf: asOf, confidence: source == nil ? .stated : .sourced)
  }

  /// The value of an expression; a figure that is not a name's is named by its own text, so that an explanation
  /// can begin with it.
  mutating func named(_ node: SyntaxNode) -> Value {
    let value = expression(node)
    guard case .quantity(let term, let display) = value, ![.name, .member].contains(node.kind)
    else { return value }
    let annotation = Annotation(
      node.text.onOneLine, role: .cell, formula: TextFormula.text(of: node, names: names))
    return .quantity(builder.named(term, annotation), display)
  }

  // MARK: - Units and rates

  private mutating func rate(_ node: SyntaxNode, _ name: SyntaxNode, _ value: SyntaxNode) {
    guard !name.isMissing else { return }
    let code = name.identifier
    guard let unit = try? units.unit(code), case .money(let currency)? = unit.dimension.soleBase
    else {
      report(notACurrency(name))
      return
    }
    guard let worth = figure(value) else { return }
    guard case .money(let other)? = worth.dimension.soleBase else {
      report(expected("money, such as `$1.09`", .quantity(worth), value))
      return
    }
    if other == currency {
      report(rateOfItself(currency, value))
    } else if rates[currency] != nil {
      report(rateTwice(currency, name))
    } else if let use = firstUses[currency] {
      report(rateTooLate(currency, name, use))
    } else {
      let annotation = Annotation(
        "rate \(currency.code)", role: .assumption, citation: citation(node),
        range: node.sourceRange
      )
      let rate = builder.named(worth, annotation)
      rates[currency] = rate
      statedRates.append(
        CheckedProgram.Cell(
          name: annotation.label, isAssumption: true, value: .quantity(rate),
          range: node.sourceRange))
      let isPositive = worth > builder.constant(0, worth.dimension)
      place(
        Requirement(
          "rates.positive", .error, isPositive, "a rate must be more than zero, not \(worth)"),
        at: value.sourceRange)
    }
  }

  private mutating func unit(_ node: SyntaxNode, _ name: SyntaxNode, _ value: SyntaxNode) {
    guard !name.isMissing else { return }
    do throws(QuantityError) {
      if value.isMissing {
        if !isKnown(name.identifier, 1, Dimension(.custom(name.identifier))) {
          try units.define(name.identifier)
        }
        return
      }
      guard let term = figure(value) else { return }
      guard let scale = builder.value(of: term), scale > 0, scale.isFinite else {
        report(badUnitScale(value))
        return
      }
      if isKnown(name.identifier, scale, term.dimension) { return }
      try units.define(name.identifier, as: scale, of: term.dimension)
    } catch {
      report(unreadable(error, in: name))
    }
  }

  /// Whether an imported file defines a unit that is there already, and means the same.
  private func isKnown(_ name: String, _ scale: Double, _ dimension: Dimension) -> Bool {
    guard !importing.isEmpty, let unit = try? units.unit(name) else { return false }
    return unit.scale == scale && unit.dimension == dimension
  }

  // MARK: - What is shown and asserted

  private mutating func show(_ node: SyntaxNode) {
    let value = expression(node).withTradeoffs
    if case .unknown = value { return }
    if case .bool(let truth) = value, truth.rank.isSampled {
      report(needsConfidence(node))
      return
    }
    if case .model(let model) = value { modelFigures[model.name] = try? model.figures(in: builder) }
    actions.append(.show(name: node.text.onOneLine, value, node.sourceRange))
  }

  /// What stands after `as`: words, which are known before anything runs.
  mutating func title(of node: SyntaxNode) -> String? {
    guard let clause = node.child(.titleClause) else { return nil }
    let before = diagnostics.count
    if let words = text(clause[0]).words { return words }
    if diagnostics.count == before {
      report(
        Diagnostic(
          "types.title", "a title holds no figures", at: .init(clause[0].sourceRange),
          help: "show the figure beside the others, or say it by `print`"))
    }
    return nil
  }

  private mutating func print(_ node: SyntaxNode) {
    switch expression(node) {
    case .unknown: return
    case .text(let text): actions.append(.print(text))
    case let other: actions.append(.print(TextValue(pieces: [.value(other)])))
    }
  }

  mutating func place(_ requirement: Requirement?, at range: SourceRange) {
    guard let requirement else { return }
    requirements.append(
      CheckedProgram.PlacedRequirement(
        requirement: requirement, range: range, thing: builder.range ?? range,
        scenario: scenarioName))
  }

  mutating func reportUnusedOverrides() {
    for replacement in overrides.unused { report(unknownCell(replacement)) }
  }
}

extension Value {
  /// A thing with what its techniques change, which only a card tells.
  fileprivate var withTradeoffs: Value {
    switch self {
    case .training(let run, var training):
      training.tradeoffs = run.tradeoffs(training)
      return .training(run, training)
    case .deployment(let run, var deployment):
      deployment.tradeoffs = run.tradeoffs(deployment)
      return .deployment(run, deployment)
    case .api(let run, var deployment):
      deployment.tradeoffs = run.tradeoffs(deployment)
      return .api(run, deployment)
    default: return self
    }
  }
}

extension Dimension {
  /// The base dimension that this is the first power of, if it is one.
  var soleBase: BaseDimension? {
    factors.count == 1 && factors[0].exponent == .one ? factors[0].base : nil
  }
}

extension String {
  /// The text with every run of blanks and line ends as one space.
  var onOneLine: String {
    split { $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "\r\n" || $0 == "\r" }
      .joined(separator: " ")
  }
}
