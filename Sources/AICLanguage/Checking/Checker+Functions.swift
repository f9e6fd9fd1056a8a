import CostEngine
import Quantities

/// Functions that a file defines, and what walks through lists with them.
extension Checker {
  // MARK: - Definitions

  mutating func functionDeclaration(_ node: SyntaxNode) -> Value {
    closure(node[0].identifier, node[1], node[2])
  }

  /// A function over the names that stand above it.
  mutating func closure(_ name: String?, _ parameters: SyntaxNode, _ body: SyntaxNode) -> Value {
    var seen: [Closure.Parameter] = []
    for parameter in parameters.children(.parameter) where !parameter[0].isMissing {
      let identifier = parameter[0].identifier
      if seen.contains(where: { $0.name == identifier }) {
        report(repeatedParameter(parameter[0]))
        return .unknown
      }
      var dimension: Dimension?
      if !parameter[1].isMissing {
        dimension = Dimension(named: parameter[1].text.onOneLine)
        guard dimension != nil else { return refuse(unknownDimension(parameter[1])) }
      }
      seen.append(
        Closure.Parameter(
          name: identifier, dimension: dimension, range: parameter[0].sourceRange))
    }
    return .function(
      .closure(Closure(name: name, parameters: seen, body: body, names: names)))
  }

  // MARK: - Calls

  /// No program needs more calls than this; one that does would never seem to end.
  private static let mostCalls = 200_000

  /// An argument with the place where it was written.
  typealias Argument = (value: Value, range: SourceRange)

  /// The arguments of a call in the order of the parameters; nil where an error was reported.
  mutating func bind(
    _ arguments: [SyntaxNode], to closure: Closure, _ node: SyntaxNode
  ) -> [Argument]? {
    var bound: [String: Argument] = [:]
    var place = 0
    var isWhole = true
    for argument in arguments {
      let isNamed = argument.kind == .namedArgument
      let value = expression(argument[isNamed ? 1 : 0])
      let name = isNamed ? argument[0].identifier : nil
      let index =
        isNamed ? closure.parameters.firstIndex { $0.name == name } : place
      if !isNamed { place += 1 }
      guard let index, closure.parameters.indices.contains(index) else {
        if let name { report(noParameter(name, closure, argument[0])) }
        isWhole = false
        continue
      }
      bound[closure.parameters[index].name] = (value, argument.sourceRange)
    }
    let inOrder = closure.parameters.compactMap { bound[$0.name] }
    guard isWhole, inOrder.count == closure.parameters.count, place <= inOrder.count else {
      if isWhole || place > closure.parameters.count {
        report(wrongArguments(closure, arguments.count, node))
      }
      return nil
    }
    return inOrder
  }

  /// The value of a body with its parameters bound; what is wrong in the body is told at the call.
  mutating func invoke(_ closure: Closure, _ arguments: [Argument], _ node: SyntaxNode) -> Value {
    guard arguments.count == closure.parameters.count else {
      return refuse(wrongArguments(closure, arguments.count, node))
    }
    if arguments.contains(where: { if case .unknown = $0.value { true } else { false } }) {
      return .unknown
    }
    calls += 1
    guard calls <= Checker.mostCalls else { return refuse(tooManyCalls(Checker.mostCalls, node)) }
    for (parameter, argument) in zip(closure.parameters, arguments) {
      guard let dimension = parameter.dimension else { continue }
      guard case .quantity(let term, _) = argument.value, term.dimension == dimension else {
        return refuse(wrongArgument(parameter, dimension, argument, closure))
      }
    }
    let (outer, outerCall) = (names, calling)
    names = closure.names
    for (parameter, argument) in zip(closure.parameters, arguments) {
      names[parameter.name] = Binding(value: argument.value, range: argument.range)
    }
    if let name = closure.name { calling.append(name) }
    let before = diagnostics.count
    let value = expression(closure.body)
    (names, calling) = (outer, outerCall)
    for index in diagnostics.indices.dropFirst(before) {
      diagnostics[index] = diagnostics[index].told(at: node.sourceRange, in: closure.label)
    }
    return value
  }

  /// The closure that an argument must be; nil where an error was reported.
  private mutating func function(_ node: SyntaxNode, takes count: Int) -> Closure? {
    switch expression(node) {
    case .function(.closure(let closure)):
      if closure.parameters.count == count { return closure }
      report(wrongArguments(closure, count, node))
      return nil
    case .unknown: return nil
    case let other:
      report(expected("a function, such as `fn(x) = 2 * x`", other, node))
      return nil
    }
  }

  private mutating func elements(_ node: SyntaxNode) -> [Value]? {
    switch expression(node) {
    case .list(let values): return values
    case .table(let table): return elements(of: table, node)
    case .unknown: return nil
    case let other:
      report(notAList(other, node))
      return nil
    }
  }

  // MARK: - Through lists

  /// `map(xs, fn(x) = …)`
  mutating func mapped(_ arguments: [SyntaxNode], _ node: SyntaxNode) -> Value {
    guard arguments.count == 2 else {
      return refuse(wrongCount("map", takes: "a list and a function", arguments.count, node))
    }
    guard let values = elements(arguments[0]), let closure = function(arguments[1], takes: 1)
    else { return .unknown }
    var results: [Value] = []
    for value in values {
      let result = invoke(closure, [(value, arguments[0].sourceRange)], node)
      if case .unknown = result { return .unknown }
      results.append(result)
    }
    return .list(results)
  }

  /// `fold(xs, start, fn(s, x) = …)` carries a value or a record through a list; `scan` keeps every step.
  mutating func carried(
    _ name: String, _ arguments: [SyntaxNode], _ node: SyntaxNode, keepsSteps: Bool
  ) -> Value {
    guard arguments.count == 3 else {
      return refuse(
        wrongCount(name, takes: "a list, a start and a function", arguments.count, node))
    }
    let values = elements(arguments[0])
    var carried = expression(arguments[1])
    guard let values, let closure = function(arguments[2], takes: 2) else { return .unknown }
    var steps: [Value] = []
    for value in values {
      carried = invoke(
        closure, [(carried, arguments[1].sourceRange), (value, arguments[0].sourceRange)], node)
      if case .unknown = carried { return .unknown }
      steps.append(carried)
    }
    return keepsSteps ? .list(steps) : carried
  }

  /// `sort(xs)`: least first; the order must be known before the run.
  mutating func sorted(_ arguments: [SyntaxNode], _ node: SyntaxNode) -> Value {
    guard arguments.count == 1 else {
      return refuse(wrongCount("sort", takes: "one list", arguments.count, node))
    }
    guard let values = elements(arguments[0]) else { return .unknown }
    var keyed: [(key: Double, value: Value)] = []
    var dimension: Dimension?
    for value in values {
      guard case .quantity(let term, _) = value, dimension == nil || dimension == term.dimension
      else { return refuse(expected("a list of figures of one dimension", value, arguments[0])) }
      dimension = term.dimension
      guard let key = builder.value(of: term) else { return refuse(notWhole(arguments[0])) }
      keyed.append((key, value))
    }
    return .list(keyed.sorted { $0.key < $1.key }.map(\.value))
  }

  /// `[f(x) for x in xs if c]`, the outermost `for` first.
  mutating func comprehension(_ node: SyntaxNode) -> Value {
    let outer = names
    defer { names = outer }
    var results: [Value] = []
    guard collect(node[0], node.children(.forClause)[...], &results) else { return .unknown }
    return .list(results)
  }

  /// Adds the elements of the remaining `for` clauses; false where an error was reported.
  private mutating func collect(
    _ element: SyntaxNode, _ clauses: ArraySlice<SyntaxNode>, _ results: inout [Value]
  ) -> Bool {
    guard let clause = clauses.first else {
      let value = expression(element)
      results.append(value)
      if case .unknown = value { return false }
      guard results.count <= Checker.longestList else {
        report(longList(Double(results.count), Checker.longestList, element))
        return false
      }
      return true
    }
    guard let values = elements(clause[1]) else { return false }
    for value in values {
      names[clause[0].identifier] = Binding(value: value, range: clause[0].sourceRange)
      if !clause[2].isMissing {
        guard let condition = truth(clause[2]) else { return false }
        guard let isMeant = builder.value(of: condition) else {
          report(undecided(value, clause[2]))
          return false
        }
        if isMeant == 0 { continue }
      }
      guard collect(element, clauses.dropFirst(), &results) else { return false }
    }
    return true
  }
}

extension Diagnostic {
  /// A mistake inside a function, told where the function was called; the place inside becomes a note.
  fileprivate func told(at call: SourceRange, in function: String) -> Diagnostic {
    Diagnostic(
      id, message, severity: severity, at: Label(call, "in this call of `\(function)`"),
      notes: [primary] + notes, help: help)
  }
}

// MARK: - Messages

extension Checker {
  private func repeatedParameter(_ node: SyntaxNode) -> Diagnostic {
    Diagnostic(
      "functions.parameter-twice", "`\(node.identifier)` stands twice among the parameters",
      at: .init(node.sourceRange))
  }

  private func unknownDimension(_ node: SyntaxNode) -> Diagnostic {
    Diagnostic(
      "functions.dimension", "`\(node.text.onOneLine)` is no dimension",
      at: .init(node.sourceRange), help: "such as `Money`, `Time`, `Number` or `Money/Time`")
  }

  private func noParameter(_ name: String, _ closure: Closure, _ node: SyntaxNode) -> Diagnostic {
    let near = near(name, closure.parameters.map(\.name))
    return Diagnostic(
      "functions.no-parameter", "`\(closure.label)` has no parameter `\(name)`",
      at: .init(node.sourceRange),
      help: near.isEmpty
        ? "its parameters are \(closure.parameters.map(\.name).listed)"
        : "did you mean \(near.alternatives)?")
  }

  private func wrongArguments(
    _ closure: Closure, _ count: Int, _ node: SyntaxNode
  ) -> Diagnostic {
    let names = closure.parameters.map(\.name).joined(separator: ", ")
    return Diagnostic(
      "functions.count", "`\(closure.label)` takes (\(names)), not \(count) values",
      at: .init(node.sourceRange),
      notes: closure.parameters.first.map { [.init($0.range, "defined here")] } ?? [])
  }

  private func wrongArgument(
    _ parameter: Closure.Parameter, _ dimension: Dimension, _ argument: Argument,
    _ closure: Closure
  ) -> Diagnostic {
    Diagnostic(
      "functions.argument",
      "`\(parameter.name)` of `\(closure.label)` must be \(dimension), not \(argument.value.type)",
      at: .init(argument.range, "this is \(argument.value.aType)"),
      notes: [.init(parameter.range, "said here")])
  }

  private func tooManyCalls(_ limit: Int, _ node: SyntaxNode) -> Diagnostic {
    Diagnostic(
      "functions.calls", "more than \(limit) calls of functions", at: .init(node.sourceRange))
  }

  /// A function that calls itself, with the circle.
  func recursion(_ name: String, _ node: SyntaxNode) -> Diagnostic {
    let from = calling.firstIndex(of: name) ?? 0
    let circle = (calling[from...] + [name]).joined(separator: " → ")
    return Diagnostic(
      "functions.recursion", "a function cannot call itself: \(circle)",
      at: .init(node.sourceRange), help: "carry a value through a list with `fold` instead")
  }
}
