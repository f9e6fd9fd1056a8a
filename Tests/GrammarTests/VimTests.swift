import AICLanguage
import Testing

@Suite(.enabled(if: Vim.isPresent, "no Vim with syntax files is installed"))
struct VimTests {
  /// The groups at places of a text, each given by a line and what stands there.
  private func groups(in text: String, at places: [(line: Int, part: String)]) throws -> [String] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let calls = places.map { place in
      let line = place.line > 0 && place.line <= lines.count ? lines[place.line - 1] : ""
      let lower = line.firstRange(of: place.part)?.lowerBound ?? line.startIndex
      let column = line[..<lower].utf8.count + 1
      return "synIDattr(synID(\(place.line), \(column), 1), 'name')"
    }
    let commands = [
      "let groups = [\(calls.joined(separator: ", "))]", "%delete", "call setline(1, groups)",
    ]
    return try Vim.edit(text, commands).split(separator: "\n").map(String.init)
  }

  @Test func theFirstExampleHasTheseGroups() throws {
    let expected: [(line: Int, part: String, group: String)] = [
      (1, "Should", "aicComment"), (3, "rate", "aicStatement"), (3, "EUR", "aicDefinition"),
      (3, "=", "aicOperator"), (3, "$", "aicCurrency"), (3, "1.09", "aicNumber"),
      (3, "as of", "aicClause"), (3, "2026", "aicDate"), (5, "On-demand", "aicDocumentation"),
      (6, "assume", "aicStatement"), (6, "per hour", "aicWordOperator"), (6, "hour", "aicUnit"),
      (6, "source", "aicClause"), (6, "three", "aicText"), (7, "9k", "aicNumber"),
      (8, "requests", "aicUnit"), (8, "/user", "aicUnitTail"), (10, "model", "aicStatement"),
      (10, "transformer", "aicName"), (11, "layers", "aicField"), (11, "32", "aicNumber"),
      (23, "service", "aicDefinition"), (23, "deploy", "aicStatement"), (23, "on 1", "aicClause"),
      (23, "1", "aicCount"), (23, "H100", "aicDevices"), (23, "with", "aicClause"),
      (24, "serving", "aicClause"), (24, "*", "aicOperator"), (27, "# busiest", "aicComment"),
      (31, "api", "aicClause"), (31, "tokens", "aicUnit"), (34, "cost", "aicMember"),
      (36, "show", "aicStatement"), (37, "in EUR", "aicWordOperator"), (37, "EUR", "aicUnit"),
      (38, "< ", "aicOperator"), (38, "ms", "aicUnit"), (40, "scenario", "aicStatement"),
      (42, "compare", "aicStatement"), (44, "sweep", "aicStatement"), (47, "first_year", "aicName"),
    ]
    let text = try Repository.text("examples/first.aic")
    let found = try groups(in: text, at: expected.map { ($0.line, $0.part) })
    try #require(found.count == expected.count)
    for (expected, found) in zip(expected, found) {
      #expect(found == expected.group, "line \(expected.line), \(expected.part)")
    }
  }

  @Test(
    arguments: [
      ("print \"it is {a.b * 2} now\"", "2", "aicNumber"),
      ("print \"it is {f({a: 1})} now\"", "now", "aicText"),
      ("print \"\\{ no \\}\"", "\\{", "aicEscape"),
      ("print \"# no comment\"", "#", "aicText"),
      ("model = 4", "model", "aicDefinition"),
      ("y = model * 4", "model", "aicName"),
      ("y = 100 / h", "h", "aicName"),
      ("y = 80GB", "GB", "aicGluedUnit"),
      ("x = a && b", "&&", "aicError"),
      ("größe = 5", "größe", "aicDefinition"),
      ("y = max(a, b)", "max", "aicFunction"),
      ("y = if a then b else c", "then", "aicConditional"),
      ("`a b` = 5", "a b", "aicDefinition"),
      ("at = 5", "at", "aicDefinition"),
      ("y = train m on d using 8 H100 at 40% mfu for 2 epochs", "mfu", "aicClause"),
    ])
  func wordsHaveTheirGroupInTheirPlace(text: String, part: String, group: String) throws {
    #expect(try groups(in: text, at: [(1, part)]) == [group])
  }

  @Test func linesGoThroughTheFormatter() throws {
    let formatter = """
      #!/bin/sh
      echo "## aic $*"
      sed 's/  */ /g'

      """
    let text = "a  =  1\nb    = 2\n"
    let formatted = try Vim.edit(text, ["normal! gggqG"], tools: ["aic": formatter])
    #expect(formatted == "## aic fmt -\na = 1\nb = 2\n")
  }

  @Test(arguments: Repository.examples)
  func linesAreIndentedAsTheyAre(path: String) throws {
    let text = try Repository.text(path)
    #expect(try Vim.edit(text, ["normal! gg=G"]) == text)
  }

  @Test func linesAreIndentedByTheirBrackets() throws {
    let fields = "hardware h {\nmemory: [\n1 # [\n]\n}\nx = 1\n"
    let indented = "hardware h {\n  memory: [\n    1 # [\n  ]\n}\nx = 1\n"
    #expect(try Vim.edit(fields, ["normal! gg=G"]) == indented)
    let further = "best = a +\n       b\nshow a,  # and\n  [1,\n  2]\nx = 1\n  y = 2\n"
    #expect(try Vim.edit(further, ["normal! gg=G"]) == further.replacing("  y", with: "y"))
  }

  @Test func aFileHasTheSettingsOfTheLanguage() throws {
    let names = ["filetype", "commentstring", "shiftwidth", "expandtab"]
    let values = names.map { "&\($0)" }.joined(separator: ", ")
    let text = try Vim.edit("a = 1\n", ["call setline(1, [\(values)])"])
    #expect(text == "aic\n# %s\n2\n1\n")
  }

  @Test(arguments: TokenKind.words)
  func everyWordOfTheLanguageIsInTheSyntax(word: String) throws {
    let text = try Repository.text("grammar/vim/syntax/aic.vim")
    let words = text.split { !$0.isLetter && !$0.isNumber && $0 != "_" }
    #expect(words.contains { $0 == word })
  }
}
