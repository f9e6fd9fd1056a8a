import CostEngine
import Quantities

extension Checker {
  mutating func call(
    _ node: SyntaxNode, _ callee: SyntaxNode, _ arguments: [SyntaxNode]
  ) -> Value {
    let values = arguments.filter { $0.kind == .argument }.map { $0[0] }
    let called: Value
    if callee.kind == .member {
      let thing = expression(callee[0])
      if case .model(let model) = thing { return sized(model, callee[1], values, node) }
      called = member(callee[1], of: thing)
    } else {
      called = expression(callee)
    }
    switch called {
    case .function(.closure(let closure)):
      guard let bound = bind(arguments, to: closure, node) else { return .unknown }
      return invoke(closure, bound, node)
    case .function(.builtin(let builtin)) where builtin.meaning == .trend:
      return trend(arguments, node)
    case .function(.builtin(let builtin)) where builtin.shape != nil:
      return builtin.shape.map { distribution($0, arguments, node) } ?? .unknown
    case .function(.builtin(let builtin)):
      for named in arguments where named.kind == .namedArgument {
        return refuse(noNamedArguments(named))
      }
      return apply(builtin, values, node)
    case .unknown:
      for value in values { _ = expression(value) }
      return .unknown
    case let other: return refuse(notAFunction(other, callee))
    }
  }

  private mutating func apply(
    _ builtin: Builtin, _ arguments: [SyntaxNode], _ node: SyntaxNode
  ) -> Value {
    switch builtin.meaning {
    case .folding(let operation): return folded(builtin, operation, arguments, node)
    case .mean where arguments.count == 1 && isUncertain(arguments[0]):
      return statistic("mean", arguments, node)
    case .mean:
      guard let list = list(builtin, arguments, node) else { return .unknown }
      guard let sum = fold(.add, list) else { return .unknown }
      return .quantity(sum / Double(list.count))
    case .count:
      guard let argument = sole(builtin, arguments, node) else { return .unknown }
      switch expression(argument) {
      case .list(let values): return .quantity(builder.constant(Double(values.count)))
      case .table(let table): return .quantity(builder.constant(Double(table.table.rowCount)))
      case .unknown: return .unknown
      case let other: return refuse(notAList(other, argument))
      }
    case .date: return date(arguments, node)
    case .map: return mapped(arguments, node)
    case .fold: return carried("fold", arguments, node, keepsSteps: false)
    case .scan: return carried("scan", arguments, node, keepsSteps: true)
    case .sort: return sorted(arguments, node)
    case .trend, .fit, .distribution: return fit(arguments, node)
    case .statistic: return statistic(builtin.name, arguments, node)
    case .tiered: return tiered(arguments, node)
    case .moneyOverTime: return moneyOverTime(builtin, arguments, node)
    case .keeping(let operation):
      guard let argument = sole(builtin, arguments, node), let term = figure(argument) else {
        return .unknown
      }
      return .quantity(builder.apply(operation, term, dimension: term.dimension))
    case .squareRoot:
      guard let argument = sole(builtin, arguments, node), let term = figure(argument) else {
        return .unknown
      }
      return .quantity(term.squareRoot)
    case .plain(let operation):
      guard let argument = sole(builtin, arguments, node), let term = number(argument) else {
        return .unknown
      }
      return .quantity(term.applying(operation))
    case .rounding(let operation):
      guard let argument = sole(builtin, arguments, node), let term = figure(argument) else {
        return .unknown
      }
      // Seconds and bytes are our choice of base, not the reader's: 3.2 hours round to what?
      guard term.dimension.isCounted else {
        return refuse(unclearRounding(builtin, term, argument))
      }
      return .quantity(builder.apply(operation, term, dimension: term.dimension))
    }
  }

  /// Whether an argument is one figure with samples, and no list.
  private mutating func isUncertain(_ node: SyntaxNode) -> Bool {
    if case .quantity(let term, _) = expression(node) { term.rank.isSampled } else { false }
  }

  private mutating func sole(
    _ builtin: Builtin, _ arguments: [SyntaxNode], _ node: SyntaxNode
  ) -> SyntaxNode? {
    guard arguments.count == 1 else {
      report(wrongCount(builtin.name, takes: "one value", arguments.count, node))
      return nil
    }
    return arguments[0]
  }

  /// The figures of one list or of several arguments; nil where an error was reported.
  private mutating func list(
    _ builtin: Builtin, _ arguments: [SyntaxNode], _ node: SyntaxNode
  ) -> [(term: Term, node: SyntaxNode)]? {
    var figures: [(term: Term, node: SyntaxNode)] = []
    var isWhole = true
    for argument in arguments {
      let value = expression(argument)
      let values =
        if case .list(let values) = value, arguments.count == 1 { values } else { [value] }
      for value in values {
        switch value {
        case .quantity(let term, _): figures.append((term, argument))
        case .unknown: isWhole = false
        default:
          report(expected("a quantity", value, argument))
          isWhole = false
        }
      }
    }
    guard isWhole else { return nil }
    guard let first = figures.first else {
      report(wrongCount(builtin.name, takes: "at least one value", 0, node))
      return nil
    }
    for other in figures where other.term.dimension != first.term.dimension {
      report(unlikeElements(builtin, first.term, first.node, other.term, other.node))
      return nil
    }
    return figures
  }

  private mutating func folded(
    _ builtin: Builtin, _ operation: Operation, _ arguments: [SyntaxNode], _ node: SyntaxNode
  ) -> Value {
    guard let list = list(builtin, arguments, node), let result = fold(operation, list) else {
      return .unknown
    }
    return .quantity(result)
  }

  private func fold(_ operation: Operation, _ list: [(term: Term, node: SyntaxNode)]) -> Term? {
    guard let first = list.first else { return nil }
    return list.dropFirst().reduce(first.term) {
      builder.apply(operation, $0, $1.term, dimension: $0.dimension)
    }
  }

  private mutating func date(_ arguments: [SyntaxNode], _ node: SyntaxNode) -> Value {
    guard (1...3).contains(arguments.count) else {
      return refuse(wrongCount("date", takes: "a year, a month and a day", arguments.count, node))
    }
    var parts: [Int] = []
    for argument in arguments {
      guard let part = whole(argument) else { return .unknown }
      parts.append(Int(part))
    }
    let month = parts.count > 1 ? parts[1] : nil
    let day = parts.count > 2 ? parts[2] : nil
    do throws(CalendarDateError) {
      return .date(try CalendarDate(year: parts[0], month: month, day: day))
    } catch {
      return refuse(unreadable(error, in: node))
    }
  }
}

extension Dimension {
  /// Whether one of its base unit is what a reader would count by: plain numbers, money, tokens, requests, users.
  fileprivate var isCounted: Bool {
    guard !isNone else { return true }
    return switch soleBase {
    case .money, .tokens, .requests, .samples, .users, .custom: true
    default: false
    }
  }
}
