import AICReport
import Foundation
import Testing

@testable import AICRepl

/// The conversation in the README says what aic says.
@Suite struct ReadmeTests {
  @Test func theConversationIsRight() throws {
    let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let page = try String(contentsOf: package.appending(path: "README.md"), encoding: .utf8)
    let blocks = page.components(separatedBy: "\n```")
    let block = try #require(blocks.first { $0.hasPrefix("\naic> ") })
    var session = Session(files: NoFiles(), palette: Palette(isColored: false))
    var told = ""
    for line in block.split(separator: "\n") where line.hasPrefix("aic> ") {
      let entry = String(line.dropFirst(5))
      told += "aic> \(entry)\n" + (session.obey(entry) ?? session.enter(entry)).text
    }
    // Blanks at the ends of lines are not to be seen.
    let lines = told.components(separatedBy: "\n").map { line in
      String(line.reversed().drop { $0 == " " }.reversed())
    }
    #expect(lines.joined(separator: "\n") == block.dropFirst() + "\n")
  }
}
