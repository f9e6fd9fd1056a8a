import Catalogue
import CostEngine
import Quantities

/// Finds what may be written at a place: the statements above the cursor are checked for it.
struct Completer {
  typealias Candidate = Completion.Candidate

  let cursor: Cursor
  var scope: Checker

  init(_ cursor: Cursor, _ access: any FileAccess) {
    self.cursor = cursor
    scope = Checker.scope(of: cursor.above, access)
  }

  /// What may be written at a place and begins as the word does: in the same case first, nothing twice.
  mutating func candidates(_ place: CompletionPlace) -> [Candidate] {
    let lower = cursor.word.lowercased()
    var seen: Set<String> = []
    let fitting = all(place).filter {
      let text = $0.text.drop { $0 == "`" }
      return text.lowercased().hasPrefix(lower) && seen.insert($0.text).inserted
    }
    func isExact(_ candidate: Candidate) -> Bool {
      candidate.text.drop { $0 == "`" }.hasPrefix(cursor.word)
    }
    return fitting.filter(isExact) + fitting.filter { !isExact($0) }
  }

  private mutating func all(_ place: CompletionPlace) -> [Candidate] {
    switch place {
    case .nothing: []
    case .statement: clauses + cells() + Keyword.statements.map(\.candidate) + expressions()
    case .expression: parameters + cells() + expressions()
    case .words(let words): words.map { Candidate($0, .keyword) }
    case .unit(let unit): units(unit)
    case .currency: currencies
    case .hardware(let orAPI):
      things(.accelerator)
        + (orAPI ? [Candidate("api", .keyword, doc: "tokens bought from a provider")] : []) + counts
    case .provider:
      cells { if case .record = $0 { true } else { false } } + providers(ofTokens: true)
    case .devices(let name, let words):
      if case .hardware? = scope.names[name]?.value ?? scope.catalogued(name) {
        words.map { Candidate($0, .keyword) }
      } else {
        things(.accelerator)
      }
    case .model(let orKind):
      (orKind ? ModelKind.allCases.map { Candidate($0.rawValue, .word, "kind of model") } : [])
        + things(.model)
    case .data: cells { if case .dataset = $0 { true } else { false } } + cells()
    case .technique(let owner, let written): techniques(of: owner, without: written)
    case .value(let field, let owner):
      values(of: field, owner) + parameters + cells() + expressions()
    case .field(let owner, let written):
      fields(of: owner).filter { !written.contains($0.name) }.map {
        if case .imported = owner { $0.candidate } else { labelled($0.candidate) }
      }
    case .member(let base, let isTarget): members(of: base, areTargets: isTarget)
    case .target(let written):
      cells().filter { $0.kind != .function && !written.contains($0.text) }
    case .scenario(let written): scenarios(without: written)
    case .argument(let callee, let written):
      arguments(of: callee, without: written) + parameters + cells() + expressions()
    }
  }

  /// A name that a colon follows.
  func labelled(_ candidate: Candidate) -> Candidate {
    cursor.hasColon
      ? candidate
      : Candidate(candidate.text + ":", candidate.kind, candidate.detail, doc: candidate.doc)
  }

  /// A name as it is written: in backquotes where it has to be, or where the word has one.
  func spelled(_ name: String) -> String {
    var lexer = Lexer(Array(name.utf8))
    lexer.run()
    let isPlain =
      lexer.tokens.count == 2 && lexer.tokens[0].kind.isWord && !lexer.tokens[0].kind.isReserved
      && lexer.tokens[0].range.count == name.utf8.count
    return isPlain && !cursor.isQuoted || name.hasPrefix("`") ? name : "`\(name)`"
  }

  private func scenarios(without written: Set<String>) -> [Candidate] {
    let own = scope.scenarios.sorted { $0.value.range.lower < $1.value.range.lower }.map {
      Candidate(
        spelled($0.key), .scenario, $0.value.replacements.map(\.path).joined(separator: ", "))
    }
    let isComparison = cursor.tokens.first?.kind == .compare
    let base = isComparison ? [Candidate("base", .scenario, "the file as it stands")] : []
    return (base + own).filter { !written.contains($0.text) }
  }
}
