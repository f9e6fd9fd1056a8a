import AICLanguage
import Foundation
import Testing

struct TextMateTests {
  private let grammar: TextMateGrammar

  init() throws {
    let text = try Repository.text("grammar/vscode/syntaxes/aic.tmLanguage.json")
    grammar = try JSONDecoder().decode(TextMateGrammar.self, from: Data(text.utf8))
  }

  /// The innermost scope at a place of a text where another text begins.
  private func scope(of part: String, behind before: String = "", in text: String) throws -> String
  {
    let start = before.isEmpty ? text.startIndex : try #require(text.range(of: before)).upperBound
    let place = try #require(text.range(of: part, range: start..<text.endIndex)).lowerBound
    let scopes = grammar.scopes(of: text)[place.utf16Offset(in: text)]
    return scopes.last ?? ""
  }

  @Test(
    arguments: [
      ("# Should", "", "comment.line.number-sign.aic"),
      ("rate", "\n\n", "keyword.declaration.aic"),
      ("EUR", "rate ", "variable.other.definition.aic"),
      ("=", "EUR ", "keyword.operator.assignment.aic"),
      ("$", "EUR = ", "keyword.other.unit.currency.aic"),
      ("1.09", "$", "constant.numeric.aic"),
      ("of", "as ", "keyword.other.clause.aic"),
      ("2026-10-01", "as of ", "constant.other.date.aic"),
      ("## On-demand", "", "comment.line.documentation.aic"),
      ("gpu_price", "assume ", "variable.other.definition.aic"),
      ("per", "$3.20 ", "keyword.operator.word.aic"),
      ("hour", "per ", "keyword.other.unit.aic"),
      ("source", "per hour", "keyword.other.clause.aic"),
      ("three", "source \"", "string.quoted.double.aic"),
      ("k users", "= 6", "constant.numeric.magnitude.aic"),
      ("users", "9k ", "keyword.other.unit.aic"),
      ("/user/day", "requests", "keyword.other.unit.aic"),
      ("assistant", "model ", "entity.name.type.aic"),
      ("layers", "{", "variable.other.property.aic"),
      (":", "layers", "punctuation.separator.key-value.aic"),
      ("service", "}", "variable.other.definition.aic"),
      ("deploy", "service = ", "keyword.other.cost.aic"),
      ("on", "deploy assistant ", "keyword.other.clause.aic"),
      ("1 ", "assistant on ", "constant.numeric.aic"),
      ("H100", "on 1 ", "entity.name.type.hardware.aic"),
      ("with", "H100 ", "keyword.other.clause.aic"),
      ("serving", "batch 64", "keyword.other.clause.aic"),
      ("*", "serving users ", "keyword.operator.arithmetic.aic"),
      ("prompt", "questions {", "variable.other.property.aic"),
      ("tokens", "900 ", "keyword.other.unit.aic"),
      ("# busiest", "", "comment.line.number-sign.aic"),
      ("api", "assistant on ", "keyword.other.clause.aic"),
      ("tokens", "per 1M ", "keyword.other.unit.aic"),
      ("cost", "first_year = tuning.", "variable.other.member.aic"),
      ("show", "1 year\n", "keyword.control.statement.aic"),
      ("EUR", "year in ", "keyword.other.unit.aic"),
      ("<", "ttft ", "keyword.operator.comparison.aic"),
      ("ms", "500 ", "keyword.other.unit.aic"),
    ])
  func theFirstExampleHasTheseScopes(part: String, before: String, expected: String) throws {
    let text = try Repository.text("examples/first.aic")
    #expect(try scope(of: part, behind: before, in: text) == expected)
  }

  @Test(
    arguments: [
      ("print \"it is {a.b * 2} now\"", "2", "constant.numeric.aic"),
      ("print \"it is {f({a: 1})} now\"", "now", "string.quoted.double.aic"),
      ("print \"\\{ no \\}\"", "\\{", "constant.character.escape.aic"),
      ("\"open\nx = 5", "5", "constant.numeric.aic"),
      ("`llama-3.1-8b`.params", "3.1", "variable.other.aic"),
      ("model = 4", "model", "variable.other.definition.aic"),
      ("y = model * 4", "model", "variable.other.aic"),
      ("y = f(source: 4)", "source", "variable.parameter.aic"),
      ("y = a.with", "with", "variable.other.member.aic"),
      ("y = 40% of x", "%", "constant.numeric.percent.aic"),
      ("y = 100 / h", "h", "variable.other.aic"),
      ("y = 80GB", "GB", "keyword.other.unit.aic"),
      ("x = a && b", "&&", "invalid.illegal.operator.aic"),
      ("größe = 5", "größe", "variable.other.definition.aic"),
      ("y = max(a, b)", "max", "support.function.aic"),
      ("fn f(a, b) = a", "f(", "entity.name.function.aic"),
      ("scenario s extends b { users = 20k users }", "extends", "keyword.other.clause.aic"),
      ("scenario s {\n  service.batch = 32\n}", "batch", "variable.other.member.aic"),
      ("sweep x in [1, 2] show y", "in", "keyword.other.clause.aic"),
      ("sweep x from 1k users to 9k users in 40 steps log", "steps", "keyword.other.clause.aic"),
      ("minimize e over x in xs", "xs", "variable.other.aic"),
      ("plan p from 2026-03 for 24 months {\n}", "2026-03", "constant.other.date.aic"),
      ("minimize e over x in [1] subject to y < 2", "subject", "keyword.other.clause.aic"),
    ])
  func wordsHaveTheirScopeInTheirPlace(text: String, part: String, expected: String) throws {
    #expect(try scope(of: part, in: text) == expected)
  }

  @Test(arguments: Repository.examples)
  func everyTokenHasTheScopeOfItsKind(path: String) throws {
    let tree = Repository.tree(try Repository.text(path))
    let text = tree.source.text(0..<tree.bytes.count)
    let scopes = grammar.scopes(of: text)
    // One entry for each UTF-16 unit; the tree counts UTF-8.
    func units(_ range: Range<Int>) -> Range<Int> {
      let lower = tree.source.text(0..<range.lowerBound).utf16.count
      return lower..<lower + tree.source.text(range).utf16.count
    }
    func isScoped(_ range: Range<Int>, _ scope: String) -> Bool {
      units(range).allSatisfy { scopes[$0].contains { $0.hasPrefix(scope) } }
    }
    for (index, token) in tree.tokens.enumerated() {
      let trivia = tree.trivia(before: index)
      for line in tree.source.text(trivia).split(separator: "\n") {
        guard let comment = line.firstRange(of: "#") else { continue }
        let offset = tree.source.text(trivia)[..<comment.lowerBound].utf8.count
        let lower = trivia.lowerBound + offset
        let upper = lower + line[comment.lowerBound...].utf8.count
        #expect(isScoped(lower..<upper, "comment."), "\(line)")
      }
      let written = "\(tree.source.text(token.range)) at byte \(token.range.lowerBound)"
      switch token.kind {
      case .endOfFile: continue
      case .textOpen, .textSegment, .textClose:
        #expect(isScoped(token.range, "string.quoted"), "\(written)")
      case .number:
        let first = token.range.lowerBound..<token.range.lowerBound + 1
        #expect(isScoped(first, "constant."), "\(written)")
      default:
        let isBare = units(token.range).contains { scopes[$0].isEmpty }
        #expect(!isBare, "\(written) has no scope")
        if token.kind.isReserved { #expect(isScoped(token.range, "keyword."), "\(written)") }
      }
      #expect(!units(token.range).contains { scopes[$0].contains { $0.hasPrefix("invalid.") } })
    }
  }

  @Test(arguments: TokenKind.words)
  func everyWordOfTheLanguageIsInTheGrammar(word: String) throws {
    let text = try Repository.text("grammar/vscode/syntaxes/aic.tmLanguage.json")
    let expression = try NSRegularExpression(pattern: "(?<![a-z])\(word)(?![a-z])")
    let range = NSRange(location: 0, length: text.utf16.count)
    #expect(expression.firstMatch(in: text, range: range) != nil)
  }

  @Test func theExtensionNamesFilesThatExist() throws {
    struct Extension: Decodable {
      struct Contributions: Decodable {
        let languages: [Language]
        let grammars: [Grammar]
      }
      struct Language: Decodable {
        let id: String
        let extensions: [String]
        let configuration: String
      }
      struct Grammar: Decodable {
        let language: String
        let scopeName: String
        let path: String
      }
      let contributes: Contributions
    }
    let text = try Repository.text("grammar/vscode/package.json")
    let contributes = try JSONDecoder().decode(Extension.self, from: Data(text.utf8)).contributes
    let language = try #require(contributes.languages.first)
    let first = try #require(contributes.grammars.first)
    #expect(language.id == first.language && language.extensions == [".aic"])
    #expect(first.scopeName == grammar.scopeName)
    for path in [language.configuration, first.path] {
      let json = try Repository.text("grammar/vscode/" + path)
      #expect(try JSONSerialization.jsonObject(with: Data(json.utf8)) is [String: Any])
    }
  }
}
