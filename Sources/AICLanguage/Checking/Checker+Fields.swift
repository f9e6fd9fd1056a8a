import CostEngine
import Quantities

/// Where the fields of a thing were written, so that what is wrong with one is said at its place.
struct FieldRanges {
  /// The whole thing: for what no field is to blame.
  let whole: SourceRange
  var ranges: [String: SourceRange] = [:]
  /// Whether the value of every field could be read; else the thing is not known.
  var areRead = true

  /// The place of a field; the whole thing for one that was not written.
  subscript(field: String?) -> SourceRange {
    field.flatMap { ranges[$0] ?? ranges[String($0.prefix { $0 != "." })] } ?? whole
  }
}

/// Filling the engine's records from blocks, clauses and replacements, by the engine's own declarations.
extension Checker {
  /// Reads the fields of a block into a record, then those replaced from outside.
  mutating func assign<Record: Declared>(
    _ block: SyntaxNode?, to record: inout Record, of thing: String,
    among fields: [Field<Record>] = Record.fields, _ ranges: inout FieldRanges
  ) {
    for field in block?.children ?? [] where field.kind == .field {
      let name = field[0].identifier
      // A technique's own fields may follow its value, as `spot: { interruptions: 0.1/hour }` behind `with spot 60% off`.
      let areOwn =
        field[1].kind == .record && fields.contains { $0.name.hasPrefix(name + ".") }
      if ranges.ranges[name] != nil, !areOwn {
        report(repeatedField(field[0]))
        continue
      }
      assign(name, field[0].sourceRange, field[1], to: &record, of: thing, among: fields, &ranges)
    }
    record.leaveOut(alternativesTo: Set(block?.children.map { $0[0].identifier } ?? []))
    guard let cell else { return }
    let replaced = overrides.fields(of: cell)
    record.leaveOut(alternativesTo: Set(replaced))
    for name in replaced {
      guard let replacement = overrides.take("\(cell).\(name)") else { continue }
      assign(
        name, replacement.range, replacement.value, to: &record, of: thing, among: fields, &ranges)
    }
  }

  /// Reads one field by its declaration.
  mutating func assign<Record: Declared>(
    _ name: String, _ place: SourceRange, _ value: SyntaxNode, to record: inout Record,
    of thing: String, among fields: [Field<Record>] = Record.fields, _ ranges: inout FieldRanges
  ) {
    guard let field = fields.first(where: { $0.name == name }) else {
      report(unknownField(name, place, of: thing, fields.map(\.name)))
      ranges.areRead = false
      // What an unknown field is given may be a word that only it would understand.
      if value.kind != .record, value.kind != .name { _ = expression(value) }
      return
    }
    if value.kind == .record, fields.contains(where: { $0.name.hasPrefix(name + ".") }) {
      assignParts(of: field, value, to: &record, of: thing, among: fields, &ranges)
      return
    }
    let outerPlace = drawPlace
    drawPlace = cell.map { "\($0).\(name)" }
    defer { drawPlace = outerPlace }
    ranges.ranges[name] = value.sourceRange
    let wereRead = ranges.areRead
    ranges.areRead = false
    defer { ranges.areRead = ranges.areRead && wereRead }
    switch field.content {
    case .quantity(let dimension, let path):
      guard let term = figure(value, dimension, "`\(name)`") else { return }
      record[keyPath: path] = term
      self.place(field.requirement(on: term), at: value.sourceRange)
    case .either(let dimensions, let path):
      guard let term = figure(value, among: dimensions, "`\(name)`") else { return }
      record[keyPath: path] = term
      self.place(field.requirement(on: term), at: value.sourceRange)
    case .list(let dimension, let path):
      guard let terms = figures(value, dimension, name) else { return }
      record[keyPath: path] = terms
      for term in terms { self.place(field.requirement(on: term), at: value.sourceRange) }
    case .quantities(let dimension, let keys, let path):
      guard value.kind == .record else {
        let other = expression(value)
        if case .unknown = other { return }
        report(expected("a block, such as `\(name) { \(keys.first ?? "…"): … }`", other, value))
        return
      }
      for entry in value.children where entry.kind == .field {
        let key = entry[0].identifier
        guard keys.contains(key) else {
          report(unknownField(key, entry[0].sourceRange, of: "`\(name)`", keys))
          return
        }
        ranges.ranges["\(name).\(key)"] = entry[1].sourceRange
        guard let term = figure(entry[1], dimension, "`\(key)`") else { return }
        record[keyPath: path][key] = term
        self.place(
          field.requirement(on: term, as: "\(name).\(key)"), at: entry[1].sourceRange)
      }
    case .word(let words, let path):
      guard let word = word(value) else { return }
      guard words.contains(word) else {
        report(unknownWord(word, for: name, words, value))
        return
      }
      record[keyPath: path] = word
    case .model(let path):
      guard let model = model(value) else { return }
      record[keyPath: path] = model
    case .price(let rent, let owned):
      guard let price = price(value, name, &ranges) else { return }
      switch price {
      case .rented(let term):
        record[keyPath: rent] = term
        record[keyPath: owned] = nil
        self.place(field.requirement(on: term), at: value.sourceRange)
        self.place(suspicion(of: term), at: value.sourceRange)
      case .owned(let price):
        record[keyPath: rent] = nil
        record[keyPath: owned] = price
      }
    case .tiers(let prices, let path):
      guard let tiers = tiers(value, priced: prices, as: name) else { return }
      record[keyPath: path] = tiers
      for requirement in tiers.requirements(as: name) {
        self.place(requirement, at: value.sourceRange)
      }
    case .hardware(let path):
      guard let hardware = hardware(value) else { return }
      record[keyPath: path] = hardware
    case .flag(let path):
      guard let truth = truth(value) else { return }
      guard let known = builder.value(of: truth) else {
        report(undecided(.bool(truth), value))
        return
      }
      record[keyPath: path] = known != 0
    }
    ranges.areRead = true
  }

  /// `autoscale: { min: 1, max: 8 }`: the fields of a field's own, as they stand behind a technique.
  private mutating func assignParts<Record: Declared>(
    of field: Field<Record>, _ block: SyntaxNode, to record: inout Record, of thing: String,
    among fields: [Field<Record>], _ ranges: inout FieldRanges
  ) {
    ranges.ranges[field.name] = block.sourceRange
    for part in block.children where part.kind == .field {
      let name = "\(field.name).\(part[0].identifier)"
      if ranges.ranges[name] != nil {
        report(repeatedField(part[0]))
        continue
      }
      assign(name, part[0].sourceRange, part[1], to: &record, of: thing, among: fields, &ranges)
    }
    if !field.isSet(in: record) { _ = field.assume(in: &record, builder) }
  }

  /// The word that a field is given: a bare one, or a cell that holds one; nil where an error was reported.
  mutating func word(_ node: SyntaxNode) -> String? {
    if node.kind == .name, names[node.identifier] == nil { return node.identifier }
    switch expression(node) {
    case .word(let word): return word
    case .text(let text): return text.words
    case .unknown: return nil
    case let other:
      report(expected("a word", other, node))
      return nil
    }
  }

  /// The term of an expression that must have one of some dimensions; nil where an error was reported.
  private mutating func figure(
    _ node: SyntaxNode, among dimensions: [Dimension], _ place: String
  ) -> Term? {
    let value = expression(node)
    // A team stands for what it costs per time.
    if case .team(_, let team) = value, let cost = team.cost, dimensions.contains(cost.dimension) {
      return cost
    }
    guard let term = figure(value, node) else { return nil }
    guard dimensions.contains(term.dimension) else {
      if let first = dimensions.first {
        report(wrongDimension(place, expected: first, term, node))
      }
      return nil
    }
    return term
  }

  /// The terms of a list of figures; nil where an error was reported.
  private mutating func figures(
    _ node: SyntaxNode, _ dimension: Dimension, _ name: String
  ) -> [Term]? {
    switch expression(node) {
    case .list(let values):
      let terms = values.compactMap(\.term).filter { $0.dimension == dimension }
      if terms.count == values.count { return terms }
      report(expected("a list of \(dimension)", .list(values), node))
      return nil
    case .unknown: return nil
    case let other:
      report(expected("a list, such as `\(name): [784, 512, 10]`", other, node))
      return nil
    }
  }

  // MARK: - Reading fields and figures back

  /// A figure of a result after a dot; nil where it has none of that name or it is not known.
  func figure<Record: Reported>(_ name: String, of record: Record) -> Value? {
    guard let figure = Record.figures.first(where: { $0.name == name }),
      let term = record[keyPath: figure.path]
    else { return nil }
    switch figure.display {
    case .automatic: return .quantity(term)
    case .percent: return .quantity(term, Display(isPercent: true))
    case .yesOrNo: return .bool(term)
    case .unit(let name):
      guard let unit = try? units.unit(name) else { return .quantity(term) }
      return .quantity(
        term, Display(unit: unit, unitValue: builder.constant(unit.scale, unit.dimension)))
    }
  }

  /// A field of a record after a dot; nil where it has none of that name or it was not given.
  func field<Record: Declared>(_ name: String, of record: Record) -> Value? {
    switch Record.field(named: name)?.content {
    case .quantity(_, let path), .either(_, let path):
      return record[keyPath: path].map { .quantity($0) }
    case .list(_, let path):
      return record[keyPath: path].map { .list($0.map { .quantity($0) }) }
    case .quantities(_, let keys, let path):
      var block = RecordValue()
      for key in keys { block[key] = record[keyPath: path][key].map { .quantity($0) } }
      return .record(block)
    case .tiers(_, let path): return record[keyPath: path].map { .tiers($0) }
    case .word(_, let path): return record[keyPath: path].map { .word($0) }
    case .model(let path): return record[keyPath: path].map { .model($0) }
    case .price(let rent, let owned):
      if case .figures(let ownership)? = record[keyPath: owned] {
        return ownership.price.map { .quantity($0) }
      }
      return record[keyPath: rent].map { .quantity($0) }
    case .hardware(let path): return record[keyPath: path].map { .hardware($0) }
    case .flag(let path): return record[keyPath: path].map { .bool(builder.constant($0 ? 1 : 0)) }
    case nil: return nil
    }
  }

  // MARK: - What the engine says

  /// Places the engine's conditions where a reader would change something.
  mutating func place(_ requirements: [Requirement], _ ranges: FieldRanges) {
    for requirement in requirements { place(requirement, at: ranges[requirement.field]) }
  }

  func refused(_ error: EngineError, _ ranges: FieldRanges) -> Diagnostic {
    Diagnostic(error.id, error.message, at: .init(ranges[error.field]), help: error.help)
  }

  // MARK: - Messages

  func unknownField(
    _ name: String, _ place: SourceRange, of thing: String, _ legal: [String]
  ) -> Diagnostic {
    // The own fields of a technique are told where one of them was meant.
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    let technique = parts.count > 1 ? "\(parts[0])." : nil
    let own = technique.map { prefix in legal.filter { $0.hasPrefix(prefix) } } ?? []
    let legal = own.isEmpty ? legal.filter { !$0.contains(".") } : own
    let near = near(name, legal)
    return Diagnostic(
      "fields.unknown", "\(thing) has no field `\(name)`", at: .init(place),
      help: near.isEmpty
        ? "its fields are \(legal.listed)" : "did you mean \(near.alternatives)?",
      fix: near.count == 1 ? .init(place, replacement: near[0]) : nil)
  }

  func unknownWord(
    _ word: String, for name: String, _ words: [String], _ node: SyntaxNode
  ) -> Diagnostic {
    let near = nearest(to: word, among: words)
    return Diagnostic(
      "fields.word", "`\(name)` cannot be `\(word)`", at: .init(node.sourceRange),
      help: near.isEmpty
        ? "it is one of \(words.listed)" : "did you mean \(near.alternatives)?")
  }
}
