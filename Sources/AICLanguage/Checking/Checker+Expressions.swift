import CostEngine
import Quantities

extension Checker {
  /// The value of an expression; `.unknown` where an error was reported in it.
  mutating func expression(_ node: SyntaxNode) -> Value {
    let value = meaning(of: node)
    witnessed?[Place(node)] = value
    return value
  }

  private mutating func meaning(of node: SyntaxNode) -> Value {
    if isFull { return .unknown }
    if !given.isEmpty, let value = given[Place(node)] { return value }
    let outer = builder.range
    builder.range = node.sourceRange
    defer { builder.range = outer }
    let children = node.children
    switch node.kind {
    case .quantity: return quantity(node)
    case .name: return name(node)
    case .text: return .text(text(node))
    case .date: return date(node)
    case .list: return .list(children.map { expression($0) })
    case .range: return range(children[0], children[1], node)
    case .record: return record(node)
    case .parenthesised: return expression(children[0])
    case .unary: return unary(node, children[0])
    case .binary: return binary(node)
    case .per: return per(children[0], children[1])
    case .in: return shown(children[0], in: children[1])
    case .call: return call(node, children[0], Array(children.dropFirst()))
    case .member: return price(node, asOf: nil) ?? member(children[0], children[1])
    case .index: return element(children[0], children[1])
    case .with: return copy(node, children[0], children[1])
    case .lambda: return closure(nil, children[0], children[1])
    case .comprehension: return comprehension(node)
    case .conditional: return conditional(children[0], children[1], children[2])
    case .train, .finetune: return training(node)
    case .deploy: return deployment(node)
    case .own: return ownership(node)
    case .optimum: return optimum(node)
    case .at: return at(children[0], children[1])
    case .entry: return entry(children[0], children[1])
    default: return .unknown  // the parser has said why
    }
  }

  // MARK: - Leaves

  private mutating func quantity(_ node: SyntaxNode) -> Value {
    let text = node.text
    do throws(QuantityError) {
      let literal = try QuantityReader(units: units).read(text)
      let term = joined(builder.constant(literal.value, literal.dimension), node)
      return .quantity(term, written(in: literal.unit, node, isPercent: literal.isPercent))
    } catch {
      return refuse(unreadable(error, in: node))
    }
  }

  /// The display of a literal: as it was written.
  mutating func written(
    in unit: Unit?, _ node: SyntaxNode, isPercent: Bool = false
  ) -> Display {
    guard let unit else { return Display(isPercent: isPercent) }
    let one = joined(builder.constant(unit.scale, unit.dimension), node)
    return Display(isPercent: isPercent, written: unit, writtenValue: one)
  }

  /// The term in the currencies that rates join its own to.
  mutating func joined(_ term: Term, _ node: SyntaxNode) -> Term {
    var term = term
    for factor in term.dimension.factors {
      guard case .money(let currency) = factor.base else { continue }
      if firstUses[currency] == nil { firstUses[currency] = node.sourceRange }
      guard let rate = rates[currency] else { continue }
      let one = builder.constant(1, Dimension(.money(currency)))
      term = term * (rate / one).raised(to: factor.exponent)
    }
    return term
  }

  private mutating func name(_ node: SyntaxNode) -> Value {
    let name = node.identifier
    if let binding = names[name] {
      used.insert(name)
      return binding.value
    }
    if let builtin = Builtin.named(name) { return .function(.builtin(builtin)) }
    if name == "true" || name == "false" { return .bool(builder.constant(name == "true" ? 1 : 0)) }
    if isWord(name) { return .word(name) }
    return catalogued(name) ?? price(node, asOf: nil) ?? refuse(unknownName(name, node))
  }

  mutating func text(_ node: SyntaxNode) -> TextValue {
    TextValue(
      pieces: node.children.map { piece in
        piece.kind == .textSegment ? .words(piece.unescaped) : .value(expression(piece))
      })
  }

  private mutating func date(_ node: SyntaxNode) -> Value {
    do throws(CalendarDateError) {
      return .date(try CalendarDate(node.text))
    } catch {
      return refuse(unreadable(error, in: node))
    }
  }

  // MARK: - Records and lists

  /// `2020: $4.6M` in a list.
  private mutating func entry(_ date: SyntaxNode, _ value: SyntaxNode) -> Value {
    var record = RecordValue()
    record["date"] = expression(date)
    record["value"] = expression(value)
    return .record(record)
  }

  private mutating func record(_ node: SyntaxNode) -> Value {
    var record = RecordValue()
    for field in node.children where field.kind == .field {
      let name = field.children[0]
      guard name.kind != .member else {
        report(
          Diagnostic(
            "fields.unknown", "a record has no field `\(name.identifier)`",
            at: .init(name.sourceRange),
            help:
              "write a record inside of it: `\(name[0].identifier): { \(name[1].identifier): … }`"))
        continue
      }
      if record[name.identifier] != nil { report(repeatedField(name)) }
      record[name.identifier] = expression(field.children[1])
    }
    return .record(record)
  }

  /// A list is laid out when it is checked, so its bounds must be known then; longer ones are a mistake.
  static let longestList = 100_000

  private mutating func range(_ low: SyntaxNode, _ high: SyntaxNode, _ node: SyntaxNode) -> Value {
    guard let first = whole(low), let last = whole(high) else { return .unknown }
    let count = last >= first ? last - first + 1 : 0
    guard count <= Double(Checker.longestList) else {
      return refuse(longList(count, Checker.longestList, node))
    }
    return .list((0..<Int(count)).map { .quantity(builder.constant(first + Double($0))) })
  }

  /// A whole plain number that is known before the run; nil where an error was reported.
  mutating func whole(_ node: SyntaxNode) -> Double? {
    guard let term = number(node) else { return nil }
    guard let value = builder.value(of: term), value == value.rounded(), abs(value) < 1e15 else {
      report(notWhole(node))
      return nil
    }
    return value
  }

  private mutating func element(_ base: SyntaxNode, _ index: SyntaxNode) -> Value {
    switch expression(base) {
    case .list(let values):
      guard let position = whole(index) else { return .unknown }
      guard position >= 0, position < Double(values.count) else {
        return refuse(outside(position, count: values.count, index))
      }
      return values[Int(position)]
    case .table(let table): return row(table, index)
    case .unknown: return .unknown
    case let other: return refuse(notAList(other, base))
    }
  }

  // MARK: - Figures of one kind

  /// The term of an expression that must be a quantity; nil where an error was reported.
  mutating func figure(_ node: SyntaxNode) -> Term? {
    figure(expression(node), node)
  }

  mutating func figure(_ value: Value, _ node: SyntaxNode) -> Term? {
    switch value {
    case .quantity(let term, _): return term
    case .unknown: return nil
    case let other:
      report(expected("a quantity", other, node))
      return nil
    }
  }

  /// The term of an expression that must have a dimension; nil where an error was reported.
  mutating func figure(_ node: SyntaxNode, _ dimension: Dimension, _ place: String) -> Term? {
    guard let term = figure(node) else { return nil }
    guard term.dimension == dimension else {
      report(wrongDimension(place, expected: dimension, term, node))
      return nil
    }
    return term
  }

  mutating func number(_ node: SyntaxNode) -> Term? {
    guard let term = figure(node) else { return nil }
    guard term.dimension.isNone else {
      report(expected("a plain number", .quantity(term), node))
      return nil
    }
    return term
  }

  /// The truth of an expression that must be a yes-or-no question; nil where an error was reported.
  mutating func truth(_ node: SyntaxNode) -> Term? {
    switch expression(node) {
    case .bool(let term): return term
    case .unknown: return nil
    case let other:
      report(expected("a condition, such as `a < b`", other, node))
      return nil
    }
  }

  // MARK: - Choices, units to show in

  private mutating func conditional(
    _ condition: SyntaxNode, _ first: SyntaxNode, _ second: SyntaxNode
  ) -> Value {
    let truth = truth(condition)
    let (a, b) = (expression(first), expression(second))
    guard let truth else { return .unknown }
    return chosen(truth, a, b, first, second)
  }

  /// `a` where the condition holds, else `b`: figure by figure, so that both stay in the graph.
  private mutating func chosen(
    _ condition: Term, _ a: Value, _ b: Value, _ first: SyntaxNode, _ second: SyntaxNode
  ) -> Value {
    switch (a, b) {
    case (.unknown, _), (_, .unknown): return .unknown
    case (.quantity(let x, let display), .quantity(let y, _)) where x.dimension == y.dimension:
      return .quantity(condition.choose(x, else: y), display)
    case (.bool(let x), .bool(let y)):
      return .bool(condition.choose(x, else: y))
    case (.record(let x), .record(let y)) where x.names == y.names:
      var record = RecordValue()
      for (field, other) in zip(x.fields, y.fields) {
        record[field.name] = chosen(condition, field.value, other.value, first, second)
      }
      return .record(record)
    case (.list(let x), .list(let y)) where x.count == y.count:
      return .list(zip(x, y).map { chosen(condition, $0, $1, first, second) })
    default:
      guard a.type == b.type else { return refuse(unlikeBranches(a, b, first, second)) }
      guard let known = builder.value(of: condition) else {
        return refuse(undecided(a, first))
      }
      return known != 0 ? a : b
    }
  }

  private mutating func shown(_ base: SyntaxNode, in unitNode: SyntaxNode) -> Value {
    let value = expression(base)
    if unitNode.kind == .unit, unitNode.text == "%" {
      return shown(value, base) { checker, term in
        if term.dimension.isNone { return .quantity(term, Display(isPercent: true)) }
        return checker.refuse(checker.notAShare(term, base, unitNode))
      }
    }
    guard let unit = unit(unitNode) else { return .unknown }
    return shown(value, base) { checker, term in
      let one = checker.joined(
        checker.builder.constant(unit.scale, unit.dimension), unitNode)
      guard one.dimension == term.dimension else {
        return checker.refuse(checker.notInUnit(unit, one.dimension, term, base, unitNode))
      }
      return .quantity(term, Display(unit: unit, unitValue: one))
    }
  }

  /// A quantity shown in another way, or each quantity of a list.
  private mutating func shown(
    _ value: Value, _ base: SyntaxNode, _ show: (inout Checker, Term) -> Value
  ) -> Value {
    switch value {
    case .unknown: return .unknown
    case .quantity(let term, _): return show(&self, term)
    case .list(let values):
      var items: [Value] = []
      for value in values {
        let item = shown(value, base, show)
        if case .unknown = item { return .unknown }
        items.append(item)
      }
      return .list(items)
    case let other: return refuse(expected("a quantity", other, base))
    }
  }

  private mutating func per(_ left: SyntaxNode, _ right: SyntaxNode) -> Value {
    let base = expression(left)
    var display = Display()
    let divisor: Term?
    if right.kind == .unit {
      // A unit wins; a cell of that name is meant where no unit has it.
      if names[right.text] != nil, (try? units.unit(right.text)) == nil {
        divisor = names[right.text]?.value.term
      } else {
        let below = unit(right)
        divisor = below.map { joined(builder.constant($0.scale, $0.dimension), right) }
        if case .quantity(_, let above) = base, let below,
          above.written?.scale == 1 || above.written == nil,
          let whole = try? units.unit("\(above.written?.text ?? "1")/\(below.text)"),
          let value = base.term, whole.dimension == value.dimension / below.dimension
        {
          display = written(in: whole, right)
        }
      }
    } else {
      divisor = figure(right)
    }
    switch base {
    case .quantity(let value, _):
      guard let divisor else { return .unknown }
      return .quantity(value / divisor, display)
    case .unknown: return .unknown
    case let other: return refuse(expected("a quantity", other, left))
    }
  }

  private mutating func unit(_ node: SyntaxNode) -> Unit? {
    guard node.kind == .unit else { return nil }
    do throws(QuantityError) {
      return try units.unit(node.text)
    } catch {
      report(unreadable(error, in: node))
      return nil
    }
  }
}
