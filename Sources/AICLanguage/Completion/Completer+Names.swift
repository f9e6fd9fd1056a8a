import CostEngine
import Quantities

/// Names in expressions: cells, functions, parameters and what the catalogue knows.
extension Completer {
  /// The names that the file defines, in their order.
  func cells(where isWanted: (Value) -> Bool = { _ in true }) -> [Candidate] {
    var docs: [String: String] = [:]
    for statement in cursor.above { docs[statement[0].identifier] = statement.docComment }
    let assumptions = Set(scope.assumptions.map(\.name))
    return scope.names.filter { isWanted($0.value.value) }
      .sorted { $0.value.range.lower < $1.value.range.lower }
      .map { name, binding in
        let kind = assumptions.contains(name) ? .assumption : kind(of: binding.value)
        return Candidate(spelled(name), kind, detail(of: binding.value), doc: docs[name])
      }
  }

  private func kind(of value: Value) -> Completion.Kind {
    switch value {
    case .function: .function
    case .hardware: .hardware
    case .model: .model
    case .dataset: .dataset
    case .team: .team
    default: .cell
    }
  }

  /// The type of a value, or what a function takes.
  func detail(of value: Value) -> String {
    switch value {
    case .unknown: ""
    case .function(.closure(let closure)):
      "("
        + closure.parameters.map { parameter in
          parameter.name + (parameter.dimension.map { ": \($0)" } ?? "")
        }.joined(separator: ", ") + ")"
    default: value.type
    }
  }

  /// The file's plain numbers: what may count devices.
  var counts: [Candidate] {
    cells { if case .quantity(let term, _) = $0 { term.dimension.isNone } else { false } }
  }

  /// What else begins an expression; only a begun name asks the whole catalogue.
  func expressions() -> [Candidate] {
    let shapes = Distribution.allCases.map {
      Candidate(
        $0.rawValue, .function, "(" + $0.parameters.joined(separator: ", ") + ")", doc: $0.doc)
    }
    let functions = Builtin.all.map { Candidate($0.name, .function, doc: $0.doc) }
    let truths = ["true", "false"].map { Candidate($0, .word, "Bool") }
    let published = cursor.word.isEmpty ? [] : things(.accelerator) + things(.model) + providers()
    return functions + shapes + truths + Keyword.expressions.map(\.candidate) + published
  }

  /// The parameters of the functions that the cursor stands in.
  var parameters: [Candidate] {
    var names: [String] = []
    for place in cursor.tokens.indices where cursor.tokens[place].kind == .leftParen {
      let before = [place - 1, place - 2].filter { $0 >= 0 }.map { cursor.tokens[$0].kind }
      guard before.contains(.fn) else { continue }
      for inner in place + 1..<cursor.tokens.count {
        if cursor.tokens[inner].kind == .rightParen { break }
        if cursor.tokens[inner].kind.isWord,
          [.leftParen, .comma].contains(cursor.tokens[inner - 1].kind)
        {
          names.append(cursor.name(cursor.tokens[inner]))
        }
      }
    }
    return names.map { Candidate(spelled($0), .parameter) }
  }

  /// The named parameters of what is called.
  mutating func arguments(of callee: Range<Int>, without written: Set<String>) -> [Candidate] {
    let (node, value) = scope.value(of: cursor.tree.source.text(callee))
    let names: [(String, String)]
    switch value {
    case .function(.closure(let closure)):
      names = closure.parameters.map { ($0.name, $0.dimension.map { "\($0)" } ?? "") }
    case .function(.builtin(let builtin)) where builtin.meaning == .trend:
      names = [("from", ""), ("at", "Date"), ("growing", ""), ("falling", "")]
    case .function(.builtin(let builtin)):
      names = builtin.shape?.parameters.map { ($0, "") } ?? []
    default:
      guard node.kind == .member, case .model = scope.value(of: node[0]) else { return [] }
      return DataType.names.map { Candidate($0, .word, "data type") }
    }
    return names.filter { !written.contains($0.0) }.map {
      labelled(Candidate(spelled($0.0), .parameter, $0.1))
    }
  }

  /// The clauses that may continue the statement above on an indented line.
  var clauses: [Candidate] {
    guard cursor.flags.contains(.indented), let above = cursor.above.last else { return [] }
    var words: Set<String> = []
    for index in above.index - above.span + 1...above.index {
      switch above.tree.node(at: index).kind {
      case .deploy: words.formUnion(["on", "with", "serving"])
      case .train, .finetune: words.formUnion(["on", "using", "at", "for", "with"])
      case .optimum: words.insert("subject")
      case .assumeDeclaration, .rateDeclaration: words.formUnion(["source", "as"])
      case .showStatement, .plotStatement: words.insert("as")
      default: break
      }
    }
    return words.sorted().map { Candidate($0, .keyword) }
  }
}
