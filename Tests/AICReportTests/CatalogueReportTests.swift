import Catalogue
import Testing

@testable import AICReport

@Suite struct CatalogueReportTests {
  private func report(_ words: String...) -> CatalogueReport {
    CatalogueReport(Catalogue().search(words), palette: Palette(isColored: false))
  }

  @Test(arguments: [["price"], ["gpu"], ["model"], ["energy"], ["storage"], ["convention"], ["a"]])
  func tablesFitALineUnlessANameIsLong(words: [String]) {
    let hits = Catalogue().search(words)
    let text = CatalogueReport(hits, palette: Palette(isColored: false)).text
    #expect(lines(text).count == hits.entries.count + 1)
    for (entry, line) in zip(hits.entries, lines(text).dropFirst()) {
      #expect(line.hasPrefix(entry.name))
    }
    let longest = hits.entries.map(\.name.displayWidth).max() ?? 0
    #expect(lines(text).allSatisfy { $0.displayWidth <= max(80, longest + 63) })
  }

  @Test func oneEntryIsWhole() {
    let shown = lines(report("openai.gpt_4o").text)
    #expect(shown.first == "openai.gpt_4o  api")
    #expect(shown.contains("  input [USD/million tokens]         2.5"))
    #expect(shown.contains("  as_of                              2026-10-26"))
  }

  @Test func marksAreShown() {
    #expect(lines(report("vast.h100_sxm").text).first == "vast.h100_sxm  price  estimate")
    #expect(report("vast", "h100").text.contains("estimate"))
    #expect(report("vast.h100_sxm").json.contains("\"mark\": \"estimate\""))
    #expect(report("vast.h100_sxm").csv.contains(",estimate,"))
  }

  @Test func forPrograms() {
    let json = report("H100").json
    #expect(
      json.hasPrefix(
        "{\"aic\": 1, \"entries\": [{\"name\": \"H100-SXM\", \"kind\": \"accelerator\""))
    #expect(json.contains("\"memory [GB]\": 80"))
    #expect(lines(report("H100").csv).first == "name,kind,figures,as of,mark,source")
    #expect(lines(report("H100").markdown).count == 3)
    #expect(report("nothing-at-all").json == "{\"aic\": 1, \"entries\": []}\n")
  }
}
